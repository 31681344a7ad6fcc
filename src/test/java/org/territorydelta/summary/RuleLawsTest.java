package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.RuleMatch.Decision;
import org.territorydelta.model.map.RuleMatch.Outcome;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.model.map.Tally;
import org.territorydelta.timeline.SourceTimeline;

/** One file of ten polygons: six held, three ignored, one rejected; then one thing wrong. */
class RuleLawsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final SnapshotId MAP = new SnapshotId("alpha", DAY, DAY, "hash");
  private static final Decision HELD = new Decision("held", Outcome.HELD, "RED held", false);
  private static final Decision FREED = new Decision("freed", Outcome.IGNORED, "free", false);
  private static final Decision NO_RULE = Decision.rejected(RejectionReason.NO_RULE);

  private static RuleMatch match(SnapshotId map, Decision decision, long polygons) {
    return new RuleMatch(map, "a.json", decision, polygons, 0, new TreeSet<>());
  }

  private static List<String> broken(RuleMatch... matches) {
    var tally = new Tally(10, 6, 3, 1);
    var file =
        new MapFile(
            "alpha",
            "a.json",
            new MapFile.Content("sha", 1),
            List.of(DAY),
            List.of(DAY),
            tally,
            tally,
            new TreeMap<>());
    var facts =
        new SnapshotFacts(
            MAP,
            "a.json",
            new SnapshotFacts.Size(6, 24),
            new SnapshotFacts.Mended(0, 0, 0),
            new TreeMap<>());
    return RuleLaws.check(
            List.of(matches),
            List.of(new InputFile(file, FileRole.USED)),
            List.of(new SourceTimeline.Recorded(facts, true)))
        .stream()
        .map(violation -> violation.law())
        .toList();
  }

  @Test
  void countsThatAddUpBreakNoLaw() {
    assertThat(broken(match(MAP, HELD, 6), match(MAP, FREED, 3), match(MAP, NO_RULE, 1))).isEmpty();
  }

  @Test
  void featuresWithoutADateAreInNoMap() {
    assertThat(broken(match(MAP, HELD, 6), match(MAP, FREED, 2))).isEmpty();
  }

  @Test
  void aPolygonThatIsHeldTwiceIsFound() {
    assertThat(broken(match(MAP, HELD, 7), match(MAP, FREED, 3))).hasSize(1);
  }

  @Test
  void morePolygonsThanWereIgnoredOrRejectedAreFound() {
    assertThat(broken(match(MAP, HELD, 6), match(MAP, FREED, 4))).hasSize(1);
    assertThat(broken(match(MAP, HELD, 6), match(MAP, NO_RULE, 2))).hasSize(1);
  }

  @Test
  void aRuleThatIsToldTwiceIsFound() {
    assertThat(broken(match(MAP, HELD, 3), match(MAP, HELD, 3))).hasSize(1);
  }

  @Test
  void aMapOnRecordWithoutItsRulesIsFound() {
    var other = new SnapshotId("alpha", DAY, DAY, "other");

    assertThat(broken(match(other, HELD, 6))).hasSize(1);
  }

  @Test
  void aFileThatNobodyReadIsFound() {
    var elsewhere = new RuleMatch(MAP, "b.json", HELD, 1, 0, new TreeSet<>());

    assertThat(broken(match(MAP, HELD, 6), elsewhere)).hasSize(1);
  }
}
