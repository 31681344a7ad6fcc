package org.territorydelta.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * Splits a text into sentences: lines first, then by OpenNLP's model of English sentences, which is
 * for Latin letters; other scripts by full stop and capital letter. What the model cuts after an
 * abbreviation is joined again.
 */
final class SentenceSplitter {
  /** Longer than any sentence anybody writes; what is longer is cut there. */
  static final int LONGEST = 2000;

  /** A line of at least so many letters may have been cut for its width. */
  private static final int WRAPPED = 60;

  private static final int MOST_SENTENCES = 20_000;
  private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
  private static final Pattern LINE = Pattern.compile("[^\\n\\r]+");
  private static final Pattern PLAIN =
      Pattern.compile("[^.!?…]+(?:[.!?…](?![\\s»\"]+\\p{Lu}|\\s*$)[^.!?…]*)*[.!?…]*[»\"]?\\s*");
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:(?:^|[\\s(])(?:Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|Mr|Mrs|Ms|Dr|Prof|St|sq|approx|ca|no|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|U\\.S|U\\.N|U\\.K|тис|млн|кв|км|обл|р|м|с)\\.)$");
  private static final Pattern FRESH = Pattern.compile("^[\\p{Lu}\\d\"“«'‘(\\[].*", Pattern.DOTALL);

  private static final SentenceModel LOADED = load();

  private final SentenceDetectorME detector = new SentenceDetectorME(LOADED);

  private static SentenceModel load() {
    try (InputStream stream = SentenceSplitter.class.getResourceAsStream(MODEL)) {
      if (stream == null) {
        throw new IllegalStateException(
            "Cannot read the model of sentences: name=" + MODEL + ", expected a resource");
      }
      return new SentenceModel(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the model of sentences: name=" + MODEL, e);
    }
  }

  List<Sentence> sentences(String text, String language) {
    List<Sentence> sentences = new ArrayList<>();
    String unwrapped = unwrapped(text);
    Matcher line = LINE.matcher(unwrapped);
    while (line.find() && sentences.size() < MOST_SENTENCES) {
      for (int from = line.start(); from < line.end(); from += LONGEST) {
        int to = Math.min(line.end(), from + LONGEST);
        split(unwrapped.substring(from, to), from, language, sentences);
      }
    }
    return sentences;
  }

  /** Lines that only a text's width has cut are joined, in place. */
  private static String unwrapped(String text) {
    StringBuilder joined = new StringBuilder(text);
    int start = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      int length = at - start;
      boolean ended = at > 0 && ".!?:”\"»".indexOf(text.charAt(at - 1)) >= 0;
      char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
      boolean fresh = next == '\n' || next == '\r' || next == '#' || next == '-' || next == '*';
      if (length > 0
          && !fresh
          && (length >= WRAPPED || Character.isLowerCase(next))
          && !(ended && length < WRAPPED)) {
        joined.setCharAt(at, ' ');
      }
      start = at + 1;
    }
    return joined.toString();
  }

  private void split(String line, int offset, String language, List<Sentence> sentences) {
    List<Span> spans = new ArrayList<>();
    if (language.equals("en")) {
      for (opennlp.tools.util.Span span : detector.sentPosDetect(line)) {
        spans.add(new Span(span.getStart(), span.getEnd()));
      }
    } else {
      Matcher matcher = PLAIN.matcher(line);
      while (matcher.find()) {
        spans.add(new Span(matcher.start(), matcher.end()));
      }
    }
    int start = -1;
    for (int i = 0; i < spans.size(); i++) {
      start = start < 0 ? spans.get(i).start() : start;
      String sentence = line.substring(start, spans.get(i).end()).strip();
      boolean joins =
          i + 1 < spans.size()
              && (ABBREVIATION.matcher(sentence).find()
                  || !FRESH
                      .matcher(line.substring(spans.get(i + 1).start()).stripLeading())
                      .matches());
      if (!joins) {
        int from = line.indexOf(sentence, start);
        if (!sentence.isEmpty()) {
          sentences.add(
              new Sentence(
                  sentences.size() + 1,
                  sentence,
                  new Span(offset + from, offset + from + sentence.length())));
        }
        start = -1;
      }
    }
  }
}
