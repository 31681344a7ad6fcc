package org.territorydelta.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who says it: the subject of a verb of saying, or who stands after "according to". */
final class Claimants {
  private static final int MOST_WORDS = 12;
  private static final Pattern BOUND = Pattern.compile("[,;:\"“”«»—–()]|\\s-\\s");

  private Claimants() {}

  /**
   * @param span of the name; empty where nobody is named
   * @param second who speaks besides; empty for nobody
   * @param verbs where verbs of saying stand
   */
  record Voice(
      String name,
      Span span,
      String second,
      Span secondSpan,
      List<Span> verbs,
      Optional<LocalDate> day,
      Optional<Span> daySpan) {
    boolean dayOf(TimeAt time) {
      return daySpan.isPresent() && daySpan.get().overlaps(time.span());
    }
  }

  static Voice voice(Language language, String text, List<TimeAt> times, Context context) {
    String name = "";
    Span span = new Span(0, 0);
    String second = "";
    Span secondSpan = span;
    Matcher source =
        language
            .made("(?<![\\p{L}])(?:<according-to>|<publisher-of>) ((?:[^,;:.]|\\.(?! |$)){2,90})")
            .matcher(text);
    if (source.find()) {
      String chunk = cut(language, source.group(1));
      name = chunk.strip();
      span = new Span(source.start(1), source.start(1) + chunk.length());
    }
    List<Span> verbs = new ArrayList<>();
    Matcher verb = language.word("report-verb").matcher(text);
    while (verb.find()) {
      Span at = new Span(verb.start(), verb.end());
      Optional<Span> subject = subject(language, text, at, times);
      if (subject.isPresent()) {
        verbs.add(at);
        String other = text.substring(subject.get().start(), subject.get().end()).strip();
        if (name.isEmpty()) {
          span = subject.get();
          name = other;
        } else if (second.isEmpty() && !other.equals(name)) {
          second = other;
          secondSpan = subject.get();
        }
      }
    }
    Optional<TimeAt> day =
        times.stream().filter(t -> isStatementDay(language, text, t, verbs)).findFirst();
    if (!name.isEmpty()
        && !context.claimant().isEmpty()
        && language.made("^(?:<person-pronoun>)$|^(?:its|his|her|their) ").matcher(name).find()) {
      name = context.claimant();
    }
    return new Voice(
        name, span, second, secondSpan, verbs, day.map(TimeAt::last), day.map(TimeAt::span));
  }

  private static String cut(Language language, String chunk) {
    Matcher end = language.made("<claimant-end>").matcher(chunk);
    return end.find() ? chunk.substring(0, end.start()) : chunk;
  }

  private static Optional<Span> subject(
      Language language, String text, Span verb, List<TimeAt> times) {
    String head = text.substring(0, verb.start());
    boolean ambiguous =
        language
            .made("^(?:<ambiguous-verb>)$")
            .matcher(text.substring(verb.start(), verb.end()))
            .find();
    String noun = ambiguous ? "<noun-before>" : "<not-a-verb-before>";
    if (language.made("(?:^|[^\\p{L}])(?:" + noun + ") ?$").matcher(head).find()
        || language.made("^(?:<not-a-verb-after>)").matcher(text.substring(verb.end())).find()) {
      return Optional.empty();
    }
    int end = verb.start();
    for (boolean again = true; again; ) {
      again = false;
      while (end > 0 && text.charAt(end - 1) == ' ') {
        end--;
      }
      for (TimeAt time : times) {
        if (time.span().end() == end && time.isDay()) {
          end = time.span().start();
          String start = text.substring(0, end);
          Matcher preposition =
              language.made("(?:^|(?<=[^\\p{L}]))(?:<time-preposition>) ?$").matcher(start);
          end = preposition.find() ? preposition.start() : end;
          again = true;
        }
      }
      Matcher adverb =
          language.made("(?<=[^\\p{L}])(?:<say-adverb>)$").matcher(text.substring(0, end));
      if (adverb.find()) {
        end = adverb.start();
        again = true;
      }
    }
    if (end > 0 && BOUND.matcher(text.substring(end - 1, end)).matches()) {
      end--;
    }
    int start = start(language, text, end);
    String name = text.substring(start, end).strip();
    int from = text.indexOf(name.isEmpty() ? " " : name, start);
    if (name.isEmpty()
        || name.split("\\s+").length > MOST_WORDS
        || language.made("^(?:<not-a-claimant>)$").matcher(name).find()
            && !language.made("^(?:<person-pronoun>)$").matcher(name).find()) {
      return inverted(language, text, verb);
    }
    if (language.made("^(?:<possessive>)$").matcher(name).find()
        || !name.matches("(?s).*[\\p{L}]{2,}.*")) {
      return Optional.empty();
    }
    for (Language.Cue cue : language.cues()) {
      if (!cue.kind().equals("advance")
          && !cue.kind().equals("stock")
          && cue.pattern().matcher(name).find()) {
        return inverted(language, text, verb);
      }
    }
    return Optional.of(new Span(from, from + name.length()));
  }

  /** "said Maria" after what was said. */
  private static Optional<Span> inverted(Language language, String text, Span verb) {
    String rest = text.substring(verb.end());
    boolean afterBound = text.substring(0, verb.start()).stripTrailing().matches("(?s).*[,\"”»]$");
    Matcher name = language.made("^ (?:the )?((?:[\\p{L}.'’-]+ ?){1,8})").matcher(rest);
    if (afterBound && name.find()) {
      return Optional.of(new Span(verb.end() + name.start(1), verb.end() + name.end(1)));
    }
    return Optional.empty();
  }

  private static int start(Language language, String text, int end) {
    int start = 0;
    Matcher bound = BOUND.matcher(text);
    bound.region(0, end);
    while (bound.find()) {
      start = bound.end();
    }
    Matcher conjunction =
        language.made("(?<=[^\\p{L}])(?:<claimant-start>)(?=[^\\p{L}])").matcher(text);
    conjunction.region(start, end);
    conjunction.useTransparentBounds(true);
    while (conjunction.find()) {
      start = conjunction.end();
    }
    String chunk = text.substring(start, end);
    Matcher lead = language.made("^ *(?:<time-preposition>)? *(?:<time.weekday>) ").matcher(chunk);
    return lead.find() ? start + lead.end() : start;
  }

  /**
   * A day beside a verb of saying, "said on Monday", or before its subject, "On Monday he said".
   */
  private static boolean isStatementDay(
      Language language, String text, TimeAt time, List<Span> verbs) {
    if (!time.isDay()) {
      return false;
    }
    for (Span verb : verbs) {
      if (time.span().start() >= verb.end()) {
        String between = text.substring(verb.end(), time.span().start());
        String after = text.substring(time.span().end());
        if (language.made("^ *(?:<say-filler> )*(?:<time-preposition>)? *$").matcher(between).find()
            || between.length() < 40
                && between.matches("(?s) [^,;]*")
                && language.made("^ *[,.]? *(?:that |$)").matcher(after).find()
                && language.cues().stream().noneMatch(c -> c.pattern().matcher(between).find())
                && !language.word("emergency-words").matcher(between).find()) {
          return true;
        }
      } else if (time.span().end() <= verb.start()) {
        String between = text.substring(time.span().end(), verb.start());
        String before = text.substring(0, time.span().start());
        boolean leads = language.made("^ *(?:<time-preposition>)? *$").matcher(before).find();
        if (between.isBlank()
            || leads
                && between.split("\\s+").length <= 8
                && language.cues().stream().noneMatch(c -> c.pattern().matcher(between).find())) {
          return true;
        }
      }
    }
    return false;
  }
}
