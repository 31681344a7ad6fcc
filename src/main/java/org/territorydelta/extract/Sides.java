package org.territorydelta.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Whose ground, advance or loss it is. */
final class Sides {
  private Sides() {}

  private record Actor(String side, Span span) {}

  /** The side of a relation, empty when nothing tells. */
  static String of(Facts facts, Facts.CueAt cue, Figure figure, Context context) {
    return of(facts, cue.span(), cue.kind(), figure.span(), context);
  }

  static String of(Facts facts, Span cue, String kind, Span figure, Context context) {
    Language language = facts.language();
    String text = facts.text();
    for (Actor actor : actors(facts, context)) {
      if (kind.equals("stock") && cue.holds(actor.span)) {
        return actor.side;
      }
      String between =
          actor.span.start() >= cue.end() ? text.substring(cue.end(), actor.span.start()) : "-";
      int end = Math.max(cue.end(), figure.end());
      String beyond = actor.span.start() >= end ? text.substring(end, actor.span.start()) : "-";
      boolean taker =
          kind.equals("gain") && language.made("^ ?(?:to|into) (?:the )?$").matcher(between).find();
      if (taker
          || language.made("^(?: [\\p{L}-]+)? ?(?:<agent-by>)$").matcher(between).find()
          || language.made("(?:^| )(?:<agent-by>)(?:[\\p{L}-]+ )?$").matcher(beyond).find()
              && beyond.length() < 70
              && !language.made("(?:<report-verb>|<according-to>)").matcher(beyond).find()) {
        return actor.side;
      }
    }
    boolean passive = language.made("(?:<passive>)").matcher(facts.before(cue.start())).find();
    Optional<Actor> subject = Optional.empty();
    for (Actor actor : actors(facts, context)) {
      if (actor.span.end() <= cue.start() && !(passive && actor.span.start() >= figure.end())) {
        subject = Optional.of(actor);
      }
    }
    if (subject.isPresent() && !subject.get().side.isEmpty()) {
      return subject.get().side;
    }
    String speaker = speakerSide(facts, context);
    if (!speaker.isEmpty()) {
      return speaker;
    }
    if (!context.actor().isEmpty()) {
      return context.actor();
    }
    List<Actor> all = actors(facts, context);
    Optional<Actor> any = all.stream().filter(a -> !a.side.isEmpty()).findFirst();
    return any.map(Actor::side).orElse("");
  }

  /** The side of who speaks. */
  static String speakerSide(Facts facts, Context context) {
    Span span = facts.voice().span();
    for (Mention mention : facts.mentions()) {
      if (mention.kind() == Mention.Kind.SIDE && span.holds(mention.span())) {
        return mention.id();
      }
    }
    String name = facts.voice().name();
    if (!name.isEmpty() && name.equals(context.claimant())) {
      return context.claimantSide();
    }
    for (Mention mention : Names.all().in(name, context.country())) {
      if (mention.kind() == Mention.Kind.SIDE) {
        return mention.id();
      }
    }
    return "";
  }

  /** Sides and words for them in the order of the text, those that only tell a place left out. */
  private static List<Actor> actors(Facts facts, Context context) {
    Language language = facts.language();
    List<Actor> actors = new java.util.ArrayList<>();
    for (Mention mention : facts.mentions()) {
      if (mention.kind() == Mention.Kind.SIDE
          && !isPlace(facts, mention)
          && !language
              .made("^(?:'s|’s)? (?:[\\p{L}-]+ )?(?:<object-noun>)(?![\\p{L}])")
              .matcher(facts.after(mention.span().end()))
              .find()) {
        actors.add(new Actor(mention.id(), mention.span()));
      }
    }
    add(actors, facts, language.word("enemy"), enemyOf(ownSide(facts, context), context));
    add(actors, facts, language.word("ours"), ownSide(facts, context));
    actors.sort(java.util.Comparator.comparingInt(a -> a.span.start()));
    Matcher pronoun =
        language.made("(?<![\\p{L}])(?:<pronoun>|<group-noun>)(?![\\p{L}])").matcher(facts.text());
    while (pronoun.find()) {
      Span span = new Span(pronoun.start(), pronoun.end());
      if (actors.stream().anyMatch(a -> a.span.overlaps(span)) || followedByLand(facts, span)) {
        continue;
      }
      String side = "";
      for (Actor actor : actors) {
        if (actor.span.end() <= span.start()) {
          side = actor.side;
        }
      }
      if (side.isEmpty()) {
        side = speakerSide(facts, context);
      }
      actors.add(new Actor(side.isEmpty() ? context.actor() : side, span));
      actors.sort(java.util.Comparator.comparingInt(a -> a.span.start()));
    }
    return actors;
  }

  private static void add(
      List<Actor> actors, Facts facts, java.util.regex.Pattern word, String side) {
    Matcher matcher = word.matcher(facts.text());
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      if (!side.isEmpty()) {
        actors.removeIf(a -> a.span.overlaps(span));
        actors.add(new Actor(side, span));
      }
    }
  }

  private static boolean followedByLand(Facts facts, Span span) {
    return facts
        .language()
        .made("^(?:'s|’s)? ?-?(?:(?:<land-adjective>) )*(?:<land-noun>)(?![\\p{L}])")
        .matcher(facts.after(span.end()))
        .find();
  }

  /** Whether a side's word tells where, not who: "of Ukrainian land", "Russia's Kursk region". */
  static boolean isPlace(Facts facts, Mention mention) {
    Language language = facts.language();
    String after = facts.after(mention.span().end());
    if (followedByLand(facts, mention.span())
        && !language
            .made("^(?:'s|’s)? (?:area of control|positions?|control)")
            .matcher(after)
            .find()) {
      return true;
    }
    boolean countryName =
        facts.mentions().stream()
            .anyMatch(m -> m.kind() == Mention.Kind.PLACE && m.span().equals(mention.span()));
    if (!countryName) {
      return false;
    }
    Optional<Mention> next =
        facts.mentions().stream()
            .filter(m -> m.kind() == Mention.Kind.PLACE && m.span().start() > mention.span().end())
            .findFirst();
    if (next.isPresent()) {
      String between = facts.text().substring(mention.span().end(), next.get().span().start());
      if (between.matches("['’]s (?:[\\p{L}-]+ ){0,2}| ?\\(?")) {
        return true;
      }
    }
    String before = facts.before(mention.span().start());
    boolean adjective = language.made("^ (?:<force-noun>)").matcher(after).find();
    boolean possessive = after.startsWith("'s") || after.startsWith("’s");
    return !adjective
        && !possessive
        && language
            .made(
                "(?<![\\p{L}])(?:<place-preposition>)(?: (?:the|all of|eastern|western|northern|southern|south-?east(?:ern)?|north-?east(?:ern)?))* ?$")
            .matcher(before)
            .find();
  }

  private static String ownSide(Facts facts, Context context) {
    String speaker = speakerSide(facts, context);
    if (!speaker.isEmpty()) {
      return speaker;
    }
    if (!context.speaker().isEmpty()) {
      return context.speaker();
    }
    if (!context.claimantSide().isEmpty()) {
      return context.claimantSide();
    }
    return context.country().equals("UA") ? "UA" : "";
  }

  private static String enemyOf(String side, Context context) {
    return switch (side) {
      case "UA" -> "RU";
      case "RU" -> context.country().equals("Finland") ? "FI" : "UA";
      case "SD-SAF" -> "SD-RSF";
      case "SD-RSF" -> "SD-SAF";
      case "AZ" -> "AM";
      case "AM" -> "AZ";
      case "FI" -> "RU";
      case "IR" -> "IQ";
      case "IQ" -> context.country().equals("Iran") ? "IR" : "IS";
      case "SY-GOV" -> "SY-HTS";
      case "SY-HTS" -> "SY-GOV";
      case "HR" -> "RS-K";
      case "GB", "FR", "US" -> "DE";
      case "DE" -> "FR";
      case "UN", "KR" -> "KP";
      default -> side.startsWith("MM-") && !side.equals("MM-JUNTA") ? "MM-JUNTA" : "";
    };
  }
}
