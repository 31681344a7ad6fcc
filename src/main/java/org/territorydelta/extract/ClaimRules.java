package org.territorydelta.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.territorydelta.extract.Rows.Origin;
import org.territorydelta.extract.Rows.ProposedClaim;

/** Tells which figures of a sentence are claims, and of what kind. */
final class ClaimRules {
  private static final int AFTER_WEIGHT = 25;
  private static final int FARTHEST_CUE = 150;
  private static final int FARTHEST_ADVANCE = 60;
  private static final int UNIT_NEIGHBOURHOOD = 6;

  private final Facts facts;
  private final Context context;
  private final String document;
  private final Language language;

  ClaimRules(Facts facts, Context context, String document) {
    this.facts = facts;
    this.context = context;
    this.document = document;
    this.language = facts.language();
  }

  /** A claim and the figure it was made of. */
  record Made(ProposedClaim claim, Figure figure, String side, Places.Place place) {}

  List<Made> claims(List<Made> earlier) {
    List<Made> made = new ArrayList<>();
    Made before = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
    for (Figure figure : facts.figures()) {
      Made last = made.isEmpty() ? before : made.get(made.size() - 1);
      Figure read = figure;
      if (figure.unit().isEmpty() || figure.unit().equals("percent")) {
        Optional<Figure> inherited = inherited(figure, last, made.isEmpty());
        if (inherited.isEmpty() && figure.unit().isEmpty()) {
          continue;
        }
        read = inherited.orElse(figure);
      }
      if (!made.isEmpty() && isSameInOtherUnit(made.get(made.size() - 1), read)) {
        made.add(again(made.get(made.size() - 1), read, made.size()));
        continue;
      }
      claim(read, read != figure || figure.unit().isEmpty(), made.size()).ifPresent(made::add);
    }
    return made;
  }

  /** "down from 476": a bare number beside a claim has the claim's unit. */
  private Optional<Figure> inherited(Figure figure, Made last, boolean first) {
    if (last == null || figure.unit().equals("percent") != last.figure.unit().equals("percent")) {
      return Optional.empty();
    }
    String before = facts.before(figure.span().start());
    String after = facts.after(figure.span().end());
    boolean linked =
        first
            ? language
                .made("(?<![\\p{L}])(?:<inherits-first>)(?: (?:<qualifier-word>))? ?$")
                .matcher(before)
                .find()
            : language
                .made("(?<![\\p{L}])(?:<inherits-unit>)(?: (?:<qualifier-word>))? ?$")
                .matcher(before)
                .find();
    boolean year =
        figure.low().scale() <= 0
            && figure.low().intValue() >= 1900
            && figure.low().intValue() <= 2099
            && facts.times().stream().anyMatch(t -> t.span().overlaps(figure.number()));
    boolean dated = facts.times().stream().anyMatch(t -> t.span().overlaps(figure.number()));
    boolean bare =
        language
            .made(
                "^ ?(?:[,.;)]|$|in |for |between |during |a year|last |the |at |by |only|and |this |that |of all|over )")
            .matcher(after)
            .find();
    String unit = last.figure.unit();
    return linked && !year && !dated && bare ? Optional.of(figure.in(unit)) : Optional.empty();
  }

  private boolean isSameInOtherUnit(Made last, Figure figure) {
    if (last.figure.unit().equals(figure.unit())
        || !(last.figure.isArea() && figure.isArea()
            || last.figure.isLength() && figure.isLength())) {
      return false;
    }
    if (figure.span().start() < last.figure.span().end()) {
      return false;
    }
    String between = facts.text().substring(last.figure.span().end(), figure.span().start());
    return language
        .made("^ ?(?:\\(|/|, or |or |, |— |– )(?:<qualifier-word>)? ?$")
        .matcher(between)
        .find();
  }

  private Made again(Made last, Figure figure, int index) {
    ProposedClaim c = last.claim;
    String id = id(index);
    var claim =
        new ProposedClaim(
            id,
            c.groupId(),
            c.claimant(),
            c.side(),
            c.statementDate(),
            c.quantityType(),
            figure.value(),
            figure.unit(),
            figure.qualifier().word(),
            c.regionId(),
            c.regionFrom(),
            c.firstDay(),
            c.lastDay(),
            c.asOf(),
            c.verified(),
            origin(
                figure, c.origin().rule() + " again in " + figure.unit(), c.origin().confidence()));
    return new Made(claim, figure, last.side, last.place);
  }

  private String id(int index) {
    return document
        + "-"
        + facts.sentence().number()
        + (index == 0 ? "" : Character.toString('a' + Math.min(index, 25)));
  }

  private Origin origin(Figure figure, String rule, double confidence) {
    int start = facts.sentence().span().start();
    return new Origin(
        document,
        start + figure.span().start(),
        start + figure.span().end(),
        start,
        facts.sentence().number(),
        facts.text(),
        rule,
        confidence);
  }

  private Optional<Made> claim(Figure figure, boolean inherited, int index) {
    boolean measured =
        figure.isArea()
            || figure.isLength()
            || figure.unit().equals("percent")
            || figure.unit().equals("count");
    if (!measured || isNothing(figure, inherited)) {
      return Optional.empty();
    }
    Optional<Facts.CueAt> cue = cue(figure);
    if (cue.isEmpty() || isUnreal(figure, cue.get())) {
      return Optional.empty();
    }
    String type = type(figure, cue.get());
    if (type.isEmpty()) {
      return Optional.empty();
    }
    String side = Sides.of(facts, cue.get(), figure, context);
    boolean share = figure.unit().equals("percent");
    Places.Place place = Places.of(facts, figure.span(), side, share, context);
    if (side.isEmpty() && context.country().equals("UA") && !place.id().isEmpty()) {
      // Of two sides, the one that is not at home.
      boolean inRussia = place.id().startsWith("RU");
      side = inRussia == type.equals("gross_loss") ? "RU" : "UA";
    }
    return Optional.of(made(figure, cue.get(), type, side, place, index));
  }

  private Made made(
      Figure figure, Facts.CueAt cue, String type, String side, Places.Place place, int index) {
    LocalDate stated = facts.statementDay(context.day());
    Optional<TimeAt> time = facts.timeOf(figure.span());
    Optional<LocalDate> first = Optional.empty();
    Optional<LocalDate> last = Optional.empty();
    Optional<LocalDate> asOf = Optional.empty();
    boolean undated = time.isPresent() && time.get().kind() == TimeAt.Kind.UNDATED;
    boolean ofDay =
        type.equals("control_stock")
            || type.equals("settlement_count") && cue.kind().equals("stock");
    if (ofDay) {
      boolean now =
          time.isPresent()
              && time.get().span().end() <= cue.span().start()
              && language
                  .word("now-word")
                  .matcher(facts.text().substring(time.get().span().end(), figure.span().start()))
                  .find();
      boolean running =
          now
              || time.isPresent()
                  && (time.get().kind() == TimeAt.Kind.SINCE
                      || time.get().kind() == TimeAt.Kind.COUNTED);
      asOf =
          undated
              ? Optional.empty()
              : time.isPresent() && !running ? Optional.of(time.get().last()) : Optional.of(stated);
    } else if (!undated) {
      first = time.flatMap(TimeAt::first);
      last = Optional.of(time.map(TimeAt::last).orElse(stated));
    }
    double confidence =
        0.5
            + (time.isPresent() ? 0.15 : 0)
            + (place.from().equals("sentence") ? 0.15 : 0)
            + (side.isEmpty() ? 0 : 0.15);
    String id = id(index);
    var claim =
        new ProposedClaim(
            id,
            id,
            facts.voiceOf(figure.span()),
            side,
            stated,
            type,
            figure.value(),
            figure.unit(),
            figure.qualifier().word(),
            place.id(),
            place.from(),
            first,
            last,
            asOf,
            verified(facts),
            origin(
                figure,
                cue.kind() + ": " + facts.text().substring(cue.span().start(), cue.span().end()),
                Math.min(0.95, confidence)));
    return new Made(claim, figure, side, place);
  }

  static String verified(Facts facts) {
    if (facts.language().word("unverified").matcher(facts.text()).find()) {
      return "no";
    }
    return facts.language().word("verified").matcher(facts.text()).find() ? "yes" : "";
  }

  /** What stands around a number and makes it another kind of figure. */
  private boolean isNothing(Figure figure, boolean inherited) {
    String before = facts.before(figure.number().start());
    String after = facts.after(figure.span().end());
    String afterNumber = facts.after(figure.number().end());
    if (language
            .made("(?<![\\p{L}])(?:<nothing.before>)(?: (?:<qualifier-word>))? ?$")
            .matcher(before)
            .find()
        || language.made("^ ?(?:<nothing.after>)").matcher(afterNumber).find()) {
      return !figure.isArea() && !figure.unit().equals("percent") && !figure.unit().equals("count")
          || !language
              .made("(?:just|only|point|sector|height|hill|line) ?$")
              .matcher(before)
              .find();
    }
    Span clause = facts.clause(figure.span());
    String head = facts.text().substring(clause.start(), figure.number().start());
    if (figure.unit().equals("percent") && !inherited && !isShareOfGround(figure, after)) {
      return true;
    }
    if (language.made("^[ ,-]*(?:<more-than-unit>)").matcher(after).find()) {
      return true;
    }
    Matcher governs = language.word("nothing.governs").matcher(head);
    int end = -1;
    while (governs.find()) {
      end = governs.end();
    }
    if (end >= 0) {
      int from = clause.start() + end;
      boolean cueBetween =
          facts.cues().stream()
              .anyMatch(
                  c ->
                      c.span().start() >= from
                          && c.span().end() <= figure.span().start()
                          && (!c.kind().equals("advance") || figure.isLength()));
      return !cueBetween;
    }
    return false;
  }

  private boolean isShareOfGround(Figure figure, String after) {
    if (language.made("^ (?:<nothing.percent-after>)(?![\\p{L}])").matcher(after).find()) {
      return false;
    }
    if (language
        .made(
            "^ (?:of )?(?:the |its |his |their |this |that |all |all of |what |Russia's |Ukraine's |[\\p{L}]+'s )?(?:[\\p{L}'’-]+ ){0,3}?(?:<region-noun>)(?![\\p{L}])")
        .matcher(after)
        .find()) {
      return true;
    }
    if (!figure.fraction() && language.made("^ of it(?![\\p{L}])").matcher(after).find()) {
      return true;
    }
    for (Mention mention : facts.mentions()) {
      if (mention.kind() == Mention.Kind.PLACE && mention.span().start() >= figure.span().end()) {
        String between = facts.text().substring(figure.span().end(), mention.span().start());
        return language
            .made("^ (?:of|in) (?:<region-lead> )*(?:the )?(?:<region-lead> )*$")
            .matcher(between)
            .find();
      }
    }
    return false;
  }

  /** The nearest relation word that may govern a figure. */
  private Optional<Facts.CueAt> cue(Figure figure) {
    Optional<Facts.CueAt> best = Optional.empty();
    int least = FARTHEST_CUE;
    for (Facts.CueAt cue : facts.cues()) {
      boolean advance = cue.kind().equals("advance");
      if (figure.isLength() != advance && !(advance && figure.isArea())) {
        continue;
      }
      if (figure.isLength() && !isAdvance(figure, cue)) {
        continue;
      }
      if (isOtherSense(cue)) {
        continue;
      }
      boolean before = cue.span().end() <= figure.span().start() + 1;
      int cost = facts.distance(cue.span(), figure.span()) + (before ? 0 : AFTER_WEIGHT);
      if (!before && cue.span().start() > figure.span().end()) {
        String between = facts.text().substring(figure.span().end(), cue.span().start());
        cost =
            language
                    .made(
                        "^(?: of (?:the )?(?:territory|land|ground|terrain|[\\p{L}]+))? (?:<relative-start>)$")
                    .matcher(between)
                    .find()
                ? 0
                : cost;
      }
      cost += advance && figure.isArea() ? 10 : 0;
      cost -=
          cue.kind().equals("net") && facts.distance(cue.span(), figure.span()) < FARTHEST_CUE / 3
              ? 60
              : 0;
      if (cost < least) {
        least = cost;
        best = Optional.of(cue);
      }
    }
    return best;
  }

  private boolean isOtherSense(Facts.CueAt cue) {
    return language.made("^ (?:<not-ground-after>)").matcher(facts.after(cue.span().end())).find()
        || language
            .made("(?<![\\p{L}])(?:<not-ground-before>) ?$")
            .matcher(facts.before(cue.span().start()))
            .find();
  }

  private boolean isAdvance(Figure figure, Facts.CueAt cue) {
    String after = facts.after(figure.span().end());
    if (cue.span().end() <= figure.span().start()) {
      String between = facts.text().substring(cue.span().end(), figure.span().start());
      if (between.length() > FARTHEST_ADVANCE
              && facts.distance(cue.span(), figure.span()) > FARTHEST_ADVANCE
          || language
              .made("(?<![\\p{L}])(?:<not-an-advance>)(?![\\p{L}])")
              .matcher(between)
              .find()) {
        return false;
      }
      boolean direct = between.length() < FARTHEST_ADVANCE / 2;
      return direct || !language.made("^ ?(?:<nothing.unit-after>)").matcher(after).find();
    }
    String between =
        facts
            .text()
            .substring(Math.min(figure.span().end(), cue.span().start()), cue.span().start());
    return language.made("^ ?(?:[\\p{L}-]+ ){0,2}$").matcher(between).find()
        && between.length() <= UNIT_NEIGHBOURHOOD * UNIT_NEIGHBOURHOOD
        && language.made("^(?:<advance-noun>)").matcher(facts.after(cue.span().start())).find();
  }

  /** Hopes, plans, forecasts and denials. */
  private boolean isUnreal(Figure figure, Facts.CueAt cue) {
    return isUnreal(
        facts,
        new Span(
            Math.min(figure.span().start(), cue.span().start()),
            Math.max(figure.span().end(), cue.span().end())));
  }

  static boolean isUnreal(Facts facts, Span thought) {
    Language language = facts.language();
    Span clause = facts.clause(thought);
    String text = masked(facts);
    String head = text.substring(clause.start(), thought.end());
    Pattern unreal = language.made("(?<![\\p{L}])(?:<hypothetical>|<denial>)(?![\\p{L}])");
    Matcher matcher = unreal.matcher(head);
    while (matcher.find()) {
      if (!matcher.group().equals("May") && !matcher.group().equals("not only")) {
        return true;
      }
    }
    String whole = text.substring(0, thought.start());
    Matcher general =
        language
            .made("^(?:[\\p{L} ,]{0,40}(?<![\\p{L}]))?(?:<general-unreal>)(?![\\p{L}])")
            .matcher(whole);
    return general.find();
  }

  /** The text without its words on whether it can be verified. */
  private static String masked(Facts facts) {
    Matcher matcher = facts.language().word("unverified").matcher(facts.text());
    StringBuilder masked = new StringBuilder(facts.text());
    while (matcher.find()) {
      for (int i = matcher.start(); i < matcher.end(); i++) {
        masked.setCharAt(i, '_');
      }
    }
    return masked.toString();
  }

  private String type(Figure figure, Facts.CueAt cue) {
    if (figure.isLength()) {
      return "advance_distance";
    }
    if (figure.unit().equals("count")) {
      return cue.kind().equals("net") || cue.kind().equals("advance") ? "" : "settlement_count";
    }
    String after = facts.after(figure.span().end());
    String before = facts.before(figure.span().start());
    if (!figure.unit().equals("percent")
        && (language.made("^,? ?(?:<day-rate-words>)(?![\\p{L}])").matcher(after).find()
            || language.made("(?:<daily-words>)[\\p{L} ,]{0,30}$").matcher(before).find())) {
      return "rate_per_day";
    }
    return switch (cue.kind()) {
      case "gain" -> "gross_gain";
      case "loss" -> "gross_loss";
      case "net" ->
          language
                  .made("(?<![\\p{L}])(?:<range-to>)(?: (?:<qualifier-word>))? ?$")
                  .matcher(before)
                  .find()
              ? "control_stock"
              : "net_change";
      case "stock" -> "control_stock";
      case "advance" -> "gross_gain";
      default -> "";
    };
  }
}
