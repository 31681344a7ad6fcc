package org.territorydelta.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.territorydelta.extract.Rows.Origin;
import org.territorydelta.extract.Rows.ProposedClaim;
import org.territorydelta.extract.Rows.ProposedComparison;
import org.territorydelta.extract.Rows.ProposedEvent;
import org.territorydelta.extract.Rows.Reading;

/** Reads an article from its first sentence to its last. Not for several threads at once. */
public final class Extractor {
  private static final int HEAD_LENGTH = 20_000;

  private final Map<String, Reader> readers = new HashMap<>();
  private final SentenceSplitter splitter = new SentenceSplitter();

  public Extractor() {
    for (String code : Language.CODES) {
      readers.put(code, new Reader(Language.of(code)));
    }
  }

  /** All that is proposed. An article without a date gives nothing. */
  public Reading read(Article article) {
    List<ProposedClaim> claims = new ArrayList<>();
    List<ProposedEvent> events = new ArrayList<>();
    List<ProposedComparison> comparisons = new ArrayList<>();
    if (article.date().isEmpty() || article.text().isBlank()) {
      return new Reading(article, claims, events, comparisons);
    }
    String text = article.text();
    Reader reader = readers.get(languageOf(text));
    Context context = context(article, reader.language());
    List<ClaimRules.Made> made = new ArrayList<>();
    boolean unverified = false;
    for (Sentence sentence : splitter.sentences(text, reader.language().code())) {
      unverified |= reader.language().word("all-unverified").matcher(sentence.text()).find();
      if (!isWorthReading(sentence.text(), reader.language())) {
        rememberPlace(sentence.text(), context);
        continue;
      }
      Facts facts = new Facts(sentence, reader, context);
      List<ClaimRules.Made> here = new ClaimRules(facts, context, article.name()).claims(made);
      List<ProposedEvent> happened =
          new EventRules(facts, context, article.name())
              .events(here.stream().map(m -> m.figure().span()).toList());
      comparisons.addAll(new ComparisonRules(facts, article.name()).comparisons(here, made));
      remember(facts, here, happened, context);
      made.addAll(here);
      events.addAll(happened);
    }
    made.forEach(m -> claims.add(m.claim()));
    if (unverified) {
      claims.replaceAll(c -> c.verified().isEmpty() ? c.verified("no") : c);
      events.replaceAll(e -> e.verified().isEmpty() ? e.verified("no") : e);
    }
    return new Reading(article, claims, events, comparisons);
  }

  private static boolean isWorthReading(String sentence, Language language) {
    return sentence.length() < SentenceSplitter.LONGEST
        && (sentence.chars().anyMatch(Character::isDigit)
            || language.word("worth-reading").matcher(sentence).find());
  }

  private static void remember(
      Facts facts, List<ClaimRules.Made> claims, List<ProposedEvent> events, Context context) {
    if (!facts.voice().name().isEmpty()) {
      context.says(facts.voice().name(), Sides.speakerSide(facts, context));
    }
    Optional<Mention> actor =
        facts.mentions().stream()
            .filter(m -> m.kind() == Mention.Kind.SIDE && !Sides.isPlace(facts, m))
            .findFirst();
    if (!claims.isEmpty() && !claims.get(0).side().isEmpty()) {
      context.acts(claims.get(0).side());
    } else {
      actor.ifPresent(m -> context.acts(m.id()));
    }
    Optional<Mention> place =
        facts.mentions().stream()
            .filter(
                m ->
                    m.kind() == Mention.Kind.PLACE
                        && !Places.isActor(facts, m)
                        && !Places.isCountry(m))
            .reduce((a, b) -> b);
    if (!claims.isEmpty() && claims.get(0).place().from().equals("sentence")) {
      context.at(claims.get(0).place().id());
    } else {
      place.ifPresent(m -> context.at(m.id()));
    }
  }

  /** Of a sentence that says nothing of ours: where it is. */
  private static void rememberPlace(String text, Context context) {
    for (Mention mention : Names.all().in(text, context.country())) {
      boolean side = mention.kind() == Mention.Kind.SIDE;
      if (side) {
        context.acts(mention.id());
      } else if (!Places.isCountry(mention)) {
        context.at(mention.id());
      }
    }
  }

  private static Context context(Article article, Language language) {
    String text =
        article.title()
            + "\n"
            + article.text().substring(0, Math.min(HEAD_LENGTH, article.text().length()));
    Map<String, Integer> votes = new HashMap<>();
    for (Mention mention : Names.all().in(text, "")) {
      if (mention.kind() == Mention.Kind.PLACE) {
        votes.merge(mention.country(), 2, Integer::sum);
      } else {
        for (String country : Names.all().conflicts(mention.id())) {
          votes.merge(country, 1, Integer::sum);
        }
      }
    }
    String country =
        votes.entrySet().stream()
            .max(
                Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(language.code().equals("uk") ? "UA" : "");
    String speaker = "";
    for (Mention mention : Names.all().in(article.publisher(), country)) {
      if (mention.kind() == Mention.Kind.SIDE) {
        speaker = mention.id();
      }
    }
    Context context = new Context(article.date().orElseThrow(), country, speaker);
    Map<String, Integer> regions = new HashMap<>();
    for (Mention mention : Names.all().in(text, country)) {
      if (mention.kind() == Mention.Kind.PLACE && !Places.isCountry(mention)) {
        regions.merge(mention.id(), 1, Integer::sum);
      }
    }
    int mentioned = regions.values().stream().mapToInt(Integer::intValue).sum();
    regions.entrySet().stream()
        .filter(e -> e.getValue() > 1 && e.getValue() * 2 > mentioned)
        .max(
            Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                .thenComparing(Map.Entry::getKey))
        .ifPresent(e -> context.mainlyAt(e.getKey()));
    return context;
  }

  private static String languageOf(String text) {
    String head = text.substring(0, Math.min(HEAD_LENGTH / 10, text.length()));
    long cyrillic =
        head.chars()
            .filter(c -> Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC)
            .count();
    long letters = head.chars().filter(Character::isLetter).count();
    return cyrillic * 2 > letters ? "uk" : "en";
  }

  /** Finds the pairs that a sentence holds against each other. */
  private record ComparisonRules(Facts facts, String document) {
    List<ProposedComparison> comparisons(
        List<ClaimRules.Made> here, List<ClaimRules.Made> earlier) {
      List<ProposedComparison> pairs = new ArrayList<>();
      List<ClaimRules.Made> firsts =
          here.stream().filter(m -> m.claim().id().equals(m.claim().groupId())).toList();
      if (firsts.size() >= 2) {
        for (int i = 0; i + 1 < firsts.size(); i++) {
          ClaimRules.Made left = firsts.get(i);
          ClaimRules.Made right = firsts.get(i + 1);
          String between =
              facts
                  .text()
                  .substring(
                      left.figure().span().end(),
                      Math.max(left.figure().span().end(), right.figure().span().start()));
          if (sameMeasure(left, right)
              && facts.language().word("comparative").matcher(withoutHedge(between)).find()) {
            pairs.add(pair(left.claim(), right.claim(), pairs.size()));
            return pairs;
          }
        }
      }
      if (firsts.size() == 1
          && facts
              .language()
              .made("^(?:<comparing-start>)|(?<![\\p{L}])(?:<comparing-any>)(?![\\p{L}])")
              .matcher(facts.text())
              .find()) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
          if (sameMeasure(earlier.get(i), firsts.get(0))
              && earlier.get(i).claim().id().equals(earlier.get(i).claim().groupId())) {
            pairs.add(pair(earlier.get(i).claim(), firsts.get(0).claim(), 0));
            break;
          }
        }
      }
      return pairs;
    }

    /** What hedges the second figure compares nothing. */
    private String withoutHedge(String between) {
      return facts
          .language()
          .made("(?<![\\p{L}])(?:<plain-hedge>) ?$")
          .matcher(between)
          .replaceFirst("");
    }

    private static boolean sameMeasure(ClaimRules.Made one, ClaimRules.Made other) {
      return one.figure().isArea() && other.figure().isArea()
          || one.figure().isLength() && other.figure().isLength()
          || one.figure().unit().equals(other.figure().unit());
    }

    private ProposedComparison pair(ProposedClaim left, ProposedClaim right, int index) {
      Matcher word = facts.language().word("comparative").matcher(facts.text());
      String rule = word.find() ? "comparison: " + word.group() : "comparison";
      int start = facts.sentence().span().start();
      var origin =
          new Origin(
              document,
              start,
              facts.sentence().span().end(),
              start,
              facts.sentence().number(),
              facts.text(),
              rule,
              0.7);
      return new ProposedComparison(
          document + "-" + facts.sentence().number() + "-pair" + (index == 0 ? "" : index),
          left.id(),
          right.id(),
          origin);
    }
  }
}
