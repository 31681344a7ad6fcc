package org.territorydelta.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.territorydelta.extract.Rows.Origin;
import org.territorydelta.extract.Rows.ProposedEvent;

/** Tells which events a sentence reports. */
final class EventRules {
  private static final int FARTHEST_WORD = 90;

  private final Facts facts;
  private final Context context;
  private final String document;
  private final Language language;
  private final List<ProposedEvent> events = new ArrayList<>();
  private final Set<Span> used = new HashSet<>();

  EventRules(Facts facts, Context context, String document) {
    this.facts = facts;
    this.context = context;
    this.document = document;
    this.language = facts.language();
  }

  /**
   * @param claimed figures that are claims already
   */
  List<ProposedEvent> events(List<Span> claimed) {
    used.addAll(claimed);
    people();
    for (Language.EventForm form : language.events()) {
      switch (form.needs()) {
        case "nothing" -> plain(form);
        case "soldiers" -> soldiers(form);
        case "aircraft" -> aircraft(form);
        default -> {
          // People are read together, since the nearest word decides.
        }
      }
    }
    settlements();
    return events;
  }

  private void people() {
    for (Figure figure : facts.figures()) {
      boolean persons =
          figure.unit().equals("people")
              || figure.unit().equals("households")
              || figure.unit().equals("children");
      boolean bare =
          figure.unit().isEmpty()
              && figure.low().doubleValue() >= 100
              && facts.times().stream().noneMatch(t -> t.span().overlaps(figure.number()));
      if (!persons && !bare || used.contains(figure.span()) || isCasualty(figure)) {
        continue;
      }
      String kind = "";
      Span word = figure.span();
      int least = FARTHEST_WORD;
      for (Language.EventForm form : language.events()) {
        if (!form.needs().equals("people")) {
          continue;
        }
        Matcher matcher = form.pattern().matcher(facts.text());
        while (matcher.find()) {
          Span at = new Span(matcher.start(), matcher.end());
          int cost = facts.distance(at, figure.span());
          boolean strong = language.word("strong-" + form.kind()).matcher(matcher.group()).find();
          cost += strong ? 0 : 15;
          if (at.end() <= figure.span().start()) {
            String between = facts.text().substring(at.end(), figure.span().start());
            cost +=
                language.made("(?<![\\p{L}])(?:<range-and>)(?![\\p{L}])|,").matcher(between).find()
                    ? 25
                    : 5;
          }
          if (cost < least) {
            least = cost;
            kind = form.kind();
            word = at;
          }
        }
      }
      boolean direct =
          bare
              && language
                  .made("^ (?:<bare-people>)(?![\\p{L}])")
                  .matcher(facts.after(figure.span().end()))
                  .find();
      if (!kind.isEmpty() && (persons || direct) && !isUnreal(figure.span(), word)) {
        add(kind, Optional.of(figure), bare ? "people" : figure.unit(), word, figure.span());
      }
    }
  }

  private boolean isCasualty(Figure figure) {
    Matcher matcher = language.word("nothing.casualty").matcher(facts.text());
    while (matcher.find()) {
      if (facts.distance(new Span(matcher.start(), matcher.end()), figure.span()) < 25) {
        return true;
      }
    }
    return false;
  }

  private void plain(Language.EventForm form) {
    Matcher matcher = form.pattern().matcher(facts.text());
    if (!matcher.find()
        || isUnreal(
            new Span(matcher.start(), matcher.end()), new Span(matcher.start(), matcher.end()))) {
      return;
    }
    Span word = new Span(matcher.start(), matcher.end());
    if (language
        .made("(?<![\\p{L}])(?:<since-word>)(?: [\\p{L}'’-]+){0,4} ?$")
        .matcher(facts.before(word.start()))
        .find()) {
      return;
    }
    Optional<Figure> figure =
        form.kind().equals("prisoner-exchange") ? exchangedPersons() : Optional.empty();
    add(form.kind(), figure, "people", word, word);
  }

  private Optional<Figure> exchangedPersons() {
    List<Figure> free = facts.figures().stream().filter(f -> !used.contains(f.span())).toList();
    return free.stream()
        .filter(f -> f.unit().equals("soldiers") || f.unit().equals("people"))
        .findFirst()
        .or(
            () ->
                free.stream()
                    .filter(f -> f.unit().isEmpty() && f.low().intValue() > 2)
                    .filter(
                        f -> facts.times().stream().noneMatch(t -> t.span().overlaps(f.number())))
                    .findFirst());
  }

  private void soldiers(Language.EventForm form) {
    boolean exchanged = events.stream().anyMatch(e -> e.kind().equals("prisoner-exchange"));
    for (Figure figure : facts.figures()) {
      boolean prisoners = form.kind().equals("prisoners");
      boolean fits =
          figure.unit().equals("soldiers") || prisoners && figure.unit().equals("people");
      if (!fits || prisoners && exchanged || used.contains(figure.span()) || isCasualty(figure)) {
        continue;
      }
      boolean named =
          prisoners
              && language
                  .word("prisoner-noun")
                  .matcher(facts.text().substring(figure.span().start(), figure.span().end()))
                  .find();
      Matcher matcher = form.pattern().matcher(facts.text());
      Span nearest = null;
      while (matcher.find()) {
        Span at = new Span(matcher.start(), matcher.end());
        if (nearest == null
            || facts.distance(at, figure.span()) < facts.distance(nearest, figure.span())) {
          nearest = at;
        }
      }
      if ((nearest != null
                  && (nearest.overlaps(figure.span())
                      || facts.distance(nearest, figure.span()) < FARTHEST_WORD)
              || named)
          && !isUnreal(figure.span(), nearest == null ? figure.span() : nearest)) {
        add(form.kind(), Optional.of(figure), "people", figure.span(), figure.span());
      }
    }
  }

  private void aircraft(Language.EventForm form) {
    Matcher craft =
        language.made("(?<![\\p{L}])(?:<aircraft-noun>)(?![\\p{L}])").matcher(facts.text());
    while (craft.find()) {
      Span noun = new Span(craft.start(), craft.end());
      if (language.made("(?<![\\p{L}])(?:<drone-word>)(?![\\p{L}])").matcher(facts.text()).find()
          && !language.made("(?<![\\p{L}])(?:<manned-word>)").matcher(facts.text()).find()) {
        return;
      }
      Matcher matcher = form.pattern().matcher(facts.text());
      while (matcher.find()) {
        Span word = new Span(matcher.start(), matcher.end());
        int gap = facts.distance(word, noun);
        if (gap < FARTHEST_WORD / 2
            && !isUnreal(word, noun)
            && !language.made("^ (?:<aircraft-subject>)").matcher(facts.after(noun.end())).find()) {
          Optional<Figure> figure =
              facts.figures().stream()
                  .filter(
                      f ->
                          f.span().overlaps(noun)
                              || f.number().end() <= noun.start()
                                  && noun.start() - f.number().end() < 30)
                  .filter(f -> !used.contains(f.span()))
                  .reduce((a, b) -> b);
          add(form.kind(), figure, "aircraft", word, noun);
          return;
        }
      }
    }
  }

  private void settlements() {
    Set<String> names = new HashSet<>();
    String name =
        "(\\p{Lu}[\\p{L}\\p{M}'’]+(?:-[\\p{L}]+)*(?: \\p{Lu}[\\p{L}'’]+)?|(?:al|el)-\\p{Lu}[\\p{L}]+)";
    String tail =
        "(?:,? and (?:the (?:<settlements.noun> of )?)?" + name.replaceFirst("\\(", "(") + ")?";
    String form =
        "(?i:(?<![\\p{L}])(?:<settlements.taken>) (?:<settlements.skip>)?)(?i:((?:<settlements.noun>)(?: of(?: the)?)? )?)(?-i:"
            + name
            + ")(?i:( <settlements.noun-after>(?![\\p{L}]))?)(?-i:"
            + tail
            + ")";
    Matcher matcher = language.made(form).matcher(facts.text());
    while (matcher.find()) {
      take(
          matcher.group(2),
          matcher.start(2),
          new Span(matcher.start(), matcher.end()),
          matcher.group(1) != null || matcher.group(3) != null,
          names);
      if (matcher.group(4) != null) {
        take(
            matcher.group(4),
            matcher.start(4),
            new Span(matcher.start(), matcher.end()),
            matcher.group(1) != null,
            names);
      }
    }
    String after =
        "(?-i:"
            + name
            + ")(?i:( <settlements.noun-after>)?(?:,[^,;]{2,60},)? (?:<settlements.taken-after>)(?![\\p{L}]))";
    matcher = language.made(after).matcher(facts.text());
    while (matcher.find()) {
      boolean noun =
          matcher.group(2) != null
              || language
                  .made("(?:<settlements.noun>)(?: of)? ?$")
                  .matcher(facts.before(matcher.start()))
                  .find();
      if (!language
          .made("(?<![\\p{L}])(?:<settlements.part>)(?: the)? ?$")
          .matcher(facts.before(matcher.start(1)))
          .find()) {
        take(
            matcher.group(1),
            matcher.start(1),
            new Span(matcher.start(1), matcher.end()),
            noun,
            names);
      }
    }
  }

  private void take(String name, int at, Span span, boolean noun, Set<String> names) {
    Span where = new Span(at, at + name.length());
    boolean side =
        facts.mentions().stream()
            .anyMatch(
                m ->
                    m.kind() == Mention.Kind.SIDE
                        && m.span().overlaps(where)
                        && !m.id().equals("SY-GOV"));
    boolean country =
        facts.mentions().stream()
            .anyMatch(
                m ->
                    m.kind() == Mention.Kind.PLACE
                        && m.span().overlaps(where)
                        && Places.isCountry(m));
    boolean known =
        facts.mentions().stream()
            .anyMatch(m -> m.kind() == Mention.Kind.PLACE && m.span().overlaps(where));
    boolean time =
        facts.times().stream().anyMatch(t -> t.span().overlaps(where))
            || language.made("^(?:<time.month>|<time.weekday>)$").matcher(name).find();
    String between = facts.text().substring(span.start(), at);
    String following = facts.after(where.end());
    boolean region =
        span.start() < at
            && language.made("^ (?:<not-a-settlement>)(?![\\p{L}])").matcher(following).find()
            && !noun;
    boolean part =
        language.made("(?<![\\p{L}])(?:<settlements.part>)(?![\\p{L}])").matcher(between).find();
    boolean counted =
        facts.figures().stream()
            .anyMatch(f -> f.number().start() >= span.start() && f.number().end() <= at);
    boolean before =
        language
            .made("(?<![\\p{L}])(?:<not-taken-before>) ?$")
            .matcher(facts.before(span.start()))
            .find();
    if (side && !noun
        || country
        || time
        || region
        || part
        || counted
        || before
        || !known
            && !noun
            && !language.made("(?<![\\p{L}])(?:<surely-taken>)").matcher(between).find()
        || isUnreal(span, span)
        || !names.add(name)) {
      return;
    }
    Span word = span;
    add("settlement-taken", Optional.empty(), "", word, where);
  }

  private boolean isUnreal(Span one, Span other) {
    return ClaimRules.isUnreal(
        facts, new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end())));
  }

  private void add(String kind, Optional<Figure> figure, String unit, Span word, Span where) {
    LocalDate stated = facts.statementDay(context.day());
    Optional<TimeAt> time = facts.timeOf(where);
    LocalDate date =
        time.filter(t -> t.kind() != TimeAt.Kind.UNDATED)
            .map(TimeAt::last)
            .filter(d -> !d.isAfter(context.day()))
            .orElse(stated);
    Places.Place place = Places.of(facts, where, "", false, context);
    figure.ifPresent(f -> used.add(f.span()));
    String text = facts.text();
    int start = facts.sentence().span().start();
    String value = figure.map(Figure::value).orElse(kind.equals("aircraft-destroyed") ? "1" : "");
    String id =
        document
            + "-"
            + facts.sentence().number()
            + "-"
            + kind
            + (events.isEmpty() ? "" : "-" + (events.size() + 1));
    double confidence =
        0.6 + (time.isPresent() ? 0.15 : 0) + (place.from().equals("sentence") ? 0.2 : 0);
    events.add(
        new ProposedEvent(
            id,
            date,
            place.id(),
            kind,
            value,
            value.isEmpty() ? "" : unit,
            figure.map(f -> f.qualifier().word()).orElse(""),
            facts.voice().name(),
            ClaimRules.verified(facts),
            text.substring(word.start(), word.end()),
            new Origin(
                document,
                start + where.start(),
                start + where.end(),
                start,
                facts.sentence().number(),
                text,
                "event: " + text.substring(word.start(), word.end()),
                Math.min(0.95, confidence))));
  }
}
