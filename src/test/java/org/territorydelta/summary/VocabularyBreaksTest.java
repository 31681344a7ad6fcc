package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.RuleMatch.Decision;
import org.territorydelta.model.map.RuleMatch.Outcome;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.summary.VocabularyBreaks.RuledMap;

/** Series of a map a day; a rule is settled after three. */
class VocabularyBreaksTest {
  private static final int MAPS = 3;
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
  private static final long KM2 = 1_000_000;

  private static final Decision HELD = new Decision("held", Outcome.HELD, "RED held", false);
  private static final Decision GREY = new Decision("grey", Outcome.HELD, "GREY unknown", false);
  private static final Decision FREED = new Decision("freed", Outcome.IGNORED, "it is free", false);
  private static final Decision REST = new Decision("rest", Outcome.IGNORED, "the rest", true);
  private static final Decision NO_RULE = Decision.rejected(RejectionReason.NO_RULE);

  private final List<RuledMap> maps = new ArrayList<>();

  private record Taken(Decision decision, long polygons, Set<String> values) {}

  private static Taken takes(Decision decision, long polygons, String... values) {
    return new Taken(decision, polygons, Set.of(values));
  }

  /** The next day's map; a polygon has one km². */
  private VocabularyBreaksTest map(Taken... taken) {
    LocalDate day = FIRST.plusDays(maps.size());
    var id = new SnapshotId("alpha", day, day, "hash");
    String path = day + ".json";
    List<RuleMatch> matches = new ArrayList<>();
    for (Taken some : taken) {
      long areaM2 = some.decision.outcome() == Outcome.HELD ? some.polygons * KM2 : 0;
      matches.add(
          new RuleMatch(
              id, path, some.decision, some.polygons, areaM2, new TreeSet<>(some.values)));
    }
    var facts =
        new SnapshotFacts(
            id,
            path,
            new SnapshotFacts.Size(0, 0),
            new SnapshotFacts.Mended(0, 0, 0),
            new TreeMap<>());
    maps.add(new RuledMap(facts, matches));
    return this;
  }

  private VocabularyBreaksTest maps(int count, Taken... taken) {
    for (int i = 0; i < count; i++) {
      map(taken);
    }
    return this;
  }

  private List<SeriesBreak> breaks() {
    return VocabularyBreaks.find(maps, MAPS);
  }

  @Test
  void aRuleThatKnowsTheOldWordsStopsWhereTheyAreReplaced() {
    maps(3, takes(HELD, 5, "name 'old'")).map(takes(NO_RULE, 5, "name 'new'"));

    List<SeriesBreak> breaks = breaks();
    assertThat(breaks).extracting(b -> b.key().side()).containsExactly("RED", "none");
    SeriesBreak stopped = breaks.get(0);
    assertThat(stopped.key().kind()).isEqualTo(BreakKind.VOCABULARY);
    assertThat(stopped.key().mapDate()).isEqualTo("2024-03-04");
    assertThat(stopped.maps().opening().file()).isEqualTo("2024-03-03.json");
    assertThat(stopped.areaM2()).isEqualTo(5 * KM2);
    assertThat(stopped.detail())
        .isEqualTo("rule held stopped: 5 polygons of 5.0 km² on the map before, name 'old'");
    assertThat(breaks.get(1).detail())
        .isEqualTo("no rule is for 5 polygons, never seen before: name 'new'");
  }

  @Test
  void aRuleThatKnowsTheNewWordsStartsWhereTheyCome() {
    maps(3, takes(REST, 5, "name 'old'", "name 'other'"))
        .map(takes(HELD, 4, "name 'new'"), takes(REST, 1, "name 'other'"));

    assertThat(breaks())
        .extracting(SeriesBreak::detail)
        .containsExactly("rule held started: 4 polygons of 4.0 km² on this map, name 'new'");
  }

  @Test
  void wordsUnderARuleThatTakesAnythingAreToldWhenTheyAreNew() {
    maps(1, takes(REST, 5, "name 'old'"))
        .map(takes(REST, 5, "name 'new'", "name 'old'"))
        .map(takes(REST, 5, "name 'new'", "name 'old'"));

    assertThat(breaks())
        .extracting(SeriesBreak::detail)
        .containsExactly("rule rest takes anything: 5 polygons, never seen before: name 'new'");
  }

  @Test
  void groundThatChangesHandsUnderKnownWordsIsNoBreak() {
    maps(3, takes(HELD, 5, "name 'red'"), takes(GREY, 1, "name 'grey'"))
        .maps(4, takes(HELD, 6, "name 'red'"))
        .map(takes(HELD, 5, "name 'red'"), takes(GREY, 1, "name 'grey'"));

    assertThat(breaks()).isEmpty();
  }

  @Test
  void aRuleThatStartsUnderAKnownWordIsNoBreak() {
    maps(3, takes(HELD, 5, "type 'gains'"), takes(FREED, 2, "type 'losses'"))
        .map(
            takes(HELD, 5, "type 'gains'", "type 'more'"),
            takes(FREED, 2, "type 'losses'"),
            takes(GREY, 1, "type 'losses'"));

    assertThat(breaks()).isEmpty();
  }

  @Test
  void aSideThatEntersUnderAWordOfItsOwnIsNoBreak() {
    maps(3, takes(HELD, 5, "side 'RED'"))
        .map(takes(HELD, 5, "side 'RED'"), takes(GREY, 1, "side 'GREY'"));

    assertThat(breaks()).isEmpty();
  }

  @Test
  void newWordsThatARuleForeseesAreNoBreak() {
    maps(3, takes(HELD, 5, "name 'Occupied'")).map(takes(HELD, 5, "name 'Occupied 04.09'"));

    assertThat(breaks()).isEmpty();
  }

  @Test
  void whatCameAndWentOnFewerMapsIsNotTold() {
    maps(2, takes(HELD, 5, "name 'red'"), takes(GREY, 1, "name 'grey'"))
        .map(takes(HELD, 5, "name 'red'", "name 'crimson'"));

    assertThat(breaks()).isEmpty();
    maps.remove(2);
    map(takes(HELD, 5, "name 'red'"), takes(GREY, 1, "name 'grey'"))
        .map(takes(HELD, 5, "name 'red'", "name 'crimson'"));
    assertThat(breaks()).hasSize(1);
  }

  @Test
  void aSourceWhoseRulesAskNothingHasNoVocabulary() {
    var all = new Decision("all", Outcome.HELD, "RED held", true);
    maps(3, takes(all, 5)).map(takes(all, 1));

    assertThat(breaks()).isEmpty();
  }

  @Test
  void severalRulesOfASideAreOneBreak() {
    var more = new Decision("more", Outcome.HELD, "RED claimed", false);
    maps(3, takes(HELD, 5, "name 'old'"), takes(more, 2, "name 'other'"))
        .map(takes(NO_RULE, 7, "name 'new'"));

    assertThat(breaks()).hasSize(2);
    assertThat(breaks().get(0).areaM2()).isEqualTo(7 * KM2);
    assertThat(breaks().get(0).detail())
        .contains("rule held stopped")
        .contains("rule more stopped");
  }
}
