package org.territorydelta.extract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/** All that a sentence names, before it is said what belongs together. */
final class Facts {
  /** A relation word where it stands. */
  record CueAt(String kind, Span span) {}

  private final Sentence sentence;
  private final String text;
  private final Language language;
  private final List<Mention> mentions;
  private final List<Figure> figures;
  private final List<CueAt> cues;
  private final Claimants.Voice voice;
  private final List<TimeAt> times;

  Facts(Sentence sentence, Reader reader, Context context) {
    this.sentence = sentence;
    this.text = sentence.text();
    this.language = reader.language();
    this.mentions = Names.all().in(text, context.country());
    this.figures = reader.figures(text);
    this.cues = cues(language, text);
    List<TimeAt> all = reader.times(text, context.day());
    this.voice = Claimants.voice(language, text, all, context);
    LocalDate stated = voice.day().orElse(context.day());
    this.times =
        all.stream()
            .filter(time -> !voice.dayOf(time))
            .map(time -> upTo(time, stated, context.day()))
            .toList();
  }

  /** A time that runs ends on the day that it is said on, which may be before the article's. */
  private static TimeAt upTo(TimeAt time, LocalDate stated, LocalDate day) {
    long late = ChronoUnit.DAYS.between(stated, day);
    Optional<LocalDate> first = time.first();
    boolean runs = late > 0 && time.last().equals(day) && first.isPresent();
    if (runs && time.kind() == TimeAt.Kind.COUNTED) {
      return time.with(time.span(), time.kind(), first.map(d -> d.minusDays(late)), stated);
    }
    boolean ends = time.kind() == TimeAt.Kind.SINCE || time.kind() == TimeAt.Kind.PERIOD;
    return runs && ends && !first.get().isAfter(stated)
        ? time.with(time.span(), time.kind(), first, stated)
        : time;
  }

  private static List<CueAt> cues(Language language, String text) {
    List<CueAt> found = new ArrayList<>();
    int[] starts = Language.wordStarts(text);
    for (Language.Cue cue : language.cues()) {
      for (MatchResult match : language.atWords(cue.pattern(), text, starts)) {
        found.add(new CueAt(cue.kind(), new Span(match.start(), match.end())));
      }
    }
    List<CueAt> longest = new ArrayList<>();
    for (CueAt cue : found) {
      boolean within =
          found.stream()
              .anyMatch(
                  o ->
                      o.span.holds(cue.span)
                          && length(o.span) > length(cue.span)
                          && !o.kind.equals("advance"));
      if (!within) {
        longest.add(cue);
      }
    }
    longest.sort(Comparator.comparingInt(c -> c.span.start()));
    return longest;
  }

  private static int length(Span span) {
    return span.end() - span.start();
  }

  Sentence sentence() {
    return sentence;
  }

  String text() {
    return text;
  }

  Language language() {
    return language;
  }

  List<Mention> mentions() {
    return mentions;
  }

  List<Figure> figures() {
    return figures;
  }

  List<CueAt> cues() {
    return cues;
  }

  Claimants.Voice voice() {
    return voice;
  }

  /** Who says a part of the sentence: of two, the one on its side of a comparison. */
  String voiceOf(Span span) {
    boolean other =
        !voice.second().isEmpty()
            && isCompared(span, voice.span())
            && !isCompared(span, voice.secondSpan());
    return other ? voice.second() : voice.name();
  }

  /** Expressions of time, that of the statement left out. */
  List<TimeAt> times() {
    return times;
  }

  /** The day of the statement. */
  LocalDate statementDay(LocalDate day) {
    return voice.day().orElse(day);
  }

  String before(int at) {
    return text.substring(0, at);
  }

  String after(int at) {
    return text.substring(at);
  }

  /** The clause around a place of the text. */
  Span clause(Span span) {
    int start = 0;
    int end = text.length();
    Matcher matcher = language.made("<clause-bound>").matcher(text);
    while (matcher.find()) {
      if (matcher.end() <= span.start()) {
        start = matcher.end();
      } else if (matcher.start() >= span.end()) {
        end = matcher.start();
        break;
      }
    }
    return new Span(start, end);
  }

  /**
   * How far apart two parts are, a bound of clauses between them weighing as much as some words.
   */
  int distance(Span one, Span other) {
    int gap = one.gap(other);
    int from = Math.min(one.end(), other.end());
    int to = Math.max(one.start(), other.start());
    if (to > from) {
      Matcher matcher = language.made("<clause-bound>|,").matcher(text);
      matcher.region(from, to);
      while (matcher.find()) {
        gap += 20;
      }
    }
    return gap;
  }

  /** Whether a word that holds two things against each other stands between two parts. */
  private boolean isCompared(Span one, Span other) {
    int from = Math.min(one.end(), other.end());
    int to = Math.max(one.start(), other.start());
    return from < to && language.word("comparing-link").matcher(text.substring(from, to)).find();
  }

  /** The time that belongs to a part of the sentence: the nearest. */
  Optional<TimeAt> timeOf(Span span) {
    boolean dated = times.stream().anyMatch(t -> t.kind() != TimeAt.Kind.UNDATED);
    return times.stream()
        .filter(t -> !dated || t.kind() != TimeAt.Kind.UNDATED)
        .filter(t -> !isCompared(span, t.span()))
        .min(
            Comparator.comparingInt(
                (TimeAt time) ->
                    distance(span, time.span()) + (time.span().start() < span.start() ? 5 : 0)));
  }
}
