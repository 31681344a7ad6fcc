package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageDataTest {
  @Test
  void aLineOfFiguresStandsBesideItsPeriods() {
    JsonNode page =
        data(
            ToldTable.output(
                "area_delta",
                ToldTable.named("area_delta")
                    .month("atlas", "RED", "2024-06", 5.00004, 2)
                    .emptyMonth("atlas", "RED", "2024-05")
                    .month("atlas", "RED", "2024-07", 0, 0)));

    JsonNode periods = page.path("periods").path("atlas|month");
    assertThat(periods.findValuesAsText("id")).containsExactly("2024-05", "2024-06", "2024-07");
    assertThat(periods.findValuesAsText("coverage")).containsExactly("none", "full", "full");
    JsonNode line = page.path("series").get(0);
    assertThat(line.path("net").toString()).isEqualTo("[null,3,0]");
    assertThat(line.path("gained").toString()).isEqualTo("[null,5,0]");
    assertThat(line.path("stock").toString()).isEqualTo("[null,1000,1000]");
  }

  @Test
  void aBreakStandsBesideTheFigureItLiesIn() {
    JsonNode line =
        data(ToldTable.output(
                "area_delta",
                ToldTable.named("area_delta")
                    .month("atlas", "RED", "2024-02", 5, 2)
                    .brokenMonth("atlas", "RED", "2024-03", 1, 90, 4),
                "series_break",
                ToldTable.redefined("atlas", "BLUE", "2024-03-02", 7)
                    .row(
                        "source_id", "atlas",
                        "map_date", LocalDate.parse("2024-03-13"),
                        "kind", "base-redefined",
                        "side", "RED",
                        "area_km2", 93.0)))
            .path("series")
            .get(0);

    // Of the second period, the second row of the table: the first is another side's.
    assertThat(line.path("broken").toString())
        .isEqualTo("{\"1\":{\"without\":4,\"parted\":true,\"breaks\":[1]}}");
  }

  @Test
  void whatIsZeroAllAlongIsLeftOut() {
    JsonNode line =
        data(ToldTable.output(
                "area_delta", ToldTable.named("area_delta").month("a", "R", "2024-06", 3, 0)))
            .path("series")
            .get(0);

    assertThat(line.has("lost")).isFalse();
    assertThat(line.has("gained")).isTrue();
  }

  @Test
  void daysBecomeRunsAndTheOldestMapIsLookedForUpToTheLastOne() {
    ToldTable days = ToldTable.named("map_day");
    String[] states = {"mapped", "carried", "carried", "mapped", "missing"};
    int[] staleness = {0, 1, 2, 0, 9};
    for (int i = 0; i < states.length; i++) {
      days.row(
          "source_id",
          "atlas",
          "day",
          LocalDate.parse("2024-06-01").plusDays(i),
          "staleness_days",
          staleness[i],
          "state",
          states[i]);
    }

    JsonNode told = data(ToldTable.output("map_day", days)).path("days").path("atlas");

    assertThat(told.path("first").asText()).isEqualTo("2024-06-01");
    assertThat(told.path("runs").toString())
        .isEqualTo("[[\"mapped\",1],[\"carried\",2],[\"mapped\",1],[\"missing\",1]]");
    assertThat(told.path("oldest").asInt()).isEqualTo(2);
  }

  @Test
  void sourcesAgreeByTheLastDayOfEachMonth() {
    ToldTable agreement = ToldTable.named("source_agreement");
    for (String day : List.of("2024-06-28", "2024-06-30", "2024-07-02")) {
      agreement.row(
          "source_a", "a",
          "source_b", "b",
          "side", "RED",
          "layer_set", "controlled",
          "region_id", "ALL",
          "level", -1,
          "day", LocalDate.parse(day),
          "jaccard", 0.5);
    }

    JsonNode rows = data(ToldTable.output("source_agreement", agreement)).path("agreement");

    int day = PageInput.WANTED.get("source_agreement").indexOf("day");
    assertThat(rows.path("rows")).hasSize(2);
    assertThat(rows.path("rows").get(0).get(day).asText()).isEqualTo("2024-06-30");
    assertThat(rows.path("rows").get(1).get(day).asText()).isEqualTo("2024-07-02");
  }

  @Test
  void aTableThatIsNotThereIsToldFromAnEmptyOne() {
    assertThat(data(ToldTable.output()).path("claims").path("written").asBoolean()).isFalse();
    assertThat(
            data(ToldTable.output("claim_assessment", ToldTable.named("claim_assessment")))
                .path("claims")
                .path("written")
                .asBoolean())
        .isTrue();
  }

  @Test
  void onlyPiecesThatMayBeShownAreThere() {
    ToldTable pieces =
        ToldTable.named("change_polygon").row(piece("shown", "gained")).row(piece("kept", "lost"));
    PageInput output = ToldTable.output("change_polygon", pieces);
    var ring = new Outline.Ring(0, List.of(300000, 490000, 100, 0, 0, 100));
    var input =
        new PageInput(
            output.run(), output.tables(), Map.of(), Map.of("shown", new Outline(List.of(ring))));

    JsonNode page = data(input);

    assertThat(page.path("shapes").toString()).isEqualTo("[[[0,300000,490000,100,0,0,100]]]");
    assertThat(page.path("pieces").path("a|RED|controlled|month|2024-06").toString())
        .isEqualTo("[[0,1,2.5,0]]");
  }

  private static Object[] piece(String id, String change) {
    return new Object[] {
      "source_id", "a",
      "side", "RED",
      "layer_set", "controlled",
      "period_kind", "month",
      "period_id", "2024-06",
      "piece_id", id,
      "change", change,
      "area_km2", 2.5,
      "noisy", false
    };
  }

  private static JsonNode data(PageInput input) {
    return PageData.of(input, Headline.of(input));
  }
}
