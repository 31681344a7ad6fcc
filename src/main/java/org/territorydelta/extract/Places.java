package org.territorydelta.extract;

import java.util.Optional;

/** Where it is: the nearest place that fits, else the article's, else the side's own country. */
final class Places {
  private static final int COUNTRY_WEIGHT = 45;
  private static final int REGION_WEIGHT = 15;
  private static final int CLAIMANT_WEIGHT = 60;

  private Places() {}

  /**
   * @param from {@code sentence}, {@code article} or {@code side}; empty with no id
   */
  record Place(String id, String from) {}

  static Place of(Facts facts, Span figure, String side, boolean share, Context context) {
    Language language = facts.language();
    String after = facts.after(figure.end());
    if (share
        && language
            .made("^ (?:of|in) (?:the |its |this )?(?:whole |entire )?<country-noun>(?![\\p{L}])")
            .matcher(after)
            .find()) {
      Place country = country(facts, context);
      if (!country.id.isEmpty()) {
        return country;
      }
    }
    Optional<Mention> best = Optional.empty();
    int least = Integer.MAX_VALUE;
    for (Mention mention : facts.mentions()) {
      if (mention.kind() != Mention.Kind.PLACE || isActor(facts, mention)) {
        continue;
      }
      int cost = facts.distance(figure, mention.span());
      cost += mention.span().start() < figure.start() ? (share ? 30 : 10) : 0;
      cost += isCountry(mention) && !share ? COUNTRY_WEIGHT : 0;
      cost += facts.voice().span().holds(mention.span()) ? CLAIMANT_WEIGHT : 0;
      boolean named =
          language
              .made("^ (?:<region-word>)(?![\\p{L}])")
              .matcher(facts.after(mention.span().end()))
              .find();
      cost -= named ? REGION_WEIGHT : 0;
      if (cost < least) {
        least = cost;
        best = Optional.of(mention);
      }
    }
    if (best.isPresent()) {
      return new Place(best.get().id(), "sentence");
    }
    return fallback(facts, side, context);
  }

  private static Place fallback(Facts facts, String side, Context context) {
    if (facts.language().word("own-land").matcher(facts.text()).find()
        && (side.equals("RU") || side.equals("UA"))) {
      return new Place(side, "side");
    }
    if (!context.region().isEmpty()) {
      return new Place(context.region(), "article");
    }
    if (side.equals("RU") && (context.country().equals("UA") || context.country().isEmpty())
        || side.equals("UA")) {
      return new Place("UA", "side");
    }
    boolean abroad = side.length() == 2;
    return abroad ? new Place("", "") : country(facts, context);
  }

  /** The conflict's country, where the sentence itself names it. */
  private static Place country(Facts facts, Context context) {
    if (context.country().equals("UA")) {
      return new Place("UA", "side");
    }
    for (Mention mention : facts.mentions()) {
      if (mention.kind() == Mention.Kind.PLACE
          && isCountry(mention)
          && mention.country().equals(context.country())) {
        return new Place(mention.id(), "sentence");
      }
    }
    return context.country().isEmpty() ? new Place("", "") : new Place(context.country(), "side");
  }

  static boolean isCountry(Mention place) {
    return place.id().equals(place.country()) || place.id().equals("RU");
  }

  /** Whether a country's name stands for its forces. */
  static boolean isActor(Facts facts, Mention place) {
    for (Mention side : facts.mentions()) {
      if (side.kind() == Mention.Kind.SIDE
          && side.span().start() <= place.span().start()
          && place.span().end() <= side.span().end()) {
        return !side.span().equals(place.span()) || !Sides.isPlace(facts, side);
      }
    }
    return false;
  }
}
