package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class PackedPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void runsOfZerosAndOfNothingAreCounted() throws Exception {
    ArrayNode figures = (ArrayNode) JSON.readTree("[1.5, 0, 0, null, -2, 0]");

    assertThat(PackedPage.figures(figures)).isEqualTo("1.5 z2 n1 -2 z1");
  }

  @Test
  void aPeriodIsToldByDaysFromTheOneBefore() throws Exception {
    // 2024-01-01 is 19,723 days after 1970-01-01: 54 years of 365 days and 13 leap days.
    ObjectNode page =
        (ObjectNode)
            JSON.readTree(
                """
                {"periods": {"a|day": [
                  {"id": "2024-01-01", "first": "2024-01-01", "last": "2024-01-01",
                   "open": "2023-12-31", "close": "2024-01-01", "days": 1, "coverage": "full"},
                  {"id": "other", "first": "2024-01-03", "last": "2024-01-09", "coverage": "none"}]},
                 "series": [], "transitions": {}}
                """);

    assertThat(PackedPage.of(page).path("periods").path("a|day").toString())
        .isEqualTo("[[0,19723,0,-1,0,1,null,null,0],[\"other\",2,6,null,null,null,null,null,2]]");
  }

  @Test
  void transitionsNameRegionsAndHoldersOnce() throws Exception {
    ObjectNode page =
        (ObjectNode)
            JSON.readTree(
                """
                {"periods": {}, "series": [], "transitions": {"a|1|2": [
                  ["1 X", "none", "none", "R", "held", 2.5], ["1 X", "R", "held", "none", "none", 1]]}}
                """);

    assertThat(PackedPage.of(page).path("transitions").toString())
        .isEqualTo(
            "{\"regions\":[\"1 X\"],\"holders\":[\"none|none\",\"R|held\"],"
                + "\"pairs\":{\"a|1|2\":[0,0,1,2.5,0,1,0,1]}}");
  }
}
