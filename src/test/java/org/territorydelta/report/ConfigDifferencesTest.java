package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.report.ConfigDifferences.Difference;

class ConfigDifferencesTest {
  private static List<Difference> between(String before, String after)
      throws JsonProcessingException {
    var json = new ObjectMapper();
    return ConfigDifferences.between(json.readTree(before), json.readTree(after));
  }

  @Test
  void equalConfigsDifferInNothing() throws JsonProcessingException {
    String config = "{\"a\": 1, \"b\": [{\"id\": \"x\"}, {\"id\": \"y\"}], \"c\": null}";

    assertThat(between(config, config)).isEmpty();
  }

  @Test
  void aValueIsToldWithThePathOfItsKey() throws JsonProcessingException {
    assertThat(
            between(
                "{\"limits\": {\"max-staleness-days\": 3, \"on-bad-file\": \"STOP\"}}",
                "{\"limits\": {\"max-staleness-days\": 5, \"on-bad-file\": \"STOP\"}}"))
        .containsExactly(new Difference("limits.max-staleness-days", "3", "5"));
  }

  @Test
  void itemsAreMatchedByIdAndNotByPlace() throws JsonProcessingException {
    assertThat(
            between(
                "{\"sources\": [{\"id\": \"b\", \"path\": \"old\"}, {\"id\": \"c\"}]}",
                "{\"sources\": [{\"id\": \"a\"}, {\"id\": \"b\", \"path\": \"new\"}]}"))
        .containsExactly(
            new Difference("sources[a]", "", "{\"id\":\"a\"}"),
            new Difference("sources[b].path", "\"old\"", "\"new\""),
            new Difference("sources[c]", "{\"id\":\"c\"}", ""));
  }

  @Test
  void regionsAreMatchedByLevel() throws JsonProcessingException {
    assertThat(
            between(
                "{\"regions\": [{\"level\": 1, \"path\": \"a\"}, {\"level\": 2, \"path\": \"b\"}]}",
                "{\"regions\": [{\"level\": 1, \"path\": \"a\"}, {\"level\": 2, \"path\": \"c\"}]}"))
        .containsExactly(new Difference("regions[2].path", "\"b\"", "\"c\""));
  }

  @Test
  void anotherOrderOfTheSameRulesIsADifference() throws JsonProcessingException {
    assertThat(
            between(
                "{\"rules\": [{\"name\": \"x\"}, {\"name\": \"y\"}]}",
                "{\"rules\": [{\"name\": \"y\"}, {\"name\": \"x\"}]}"))
        .containsExactly(
            new Difference("rules in order", "[rules[x], rules[y]]", "[rules[y], rules[x]]"));
  }

  @Test
  void listsThatNothingTellsApartAreComparedWhole() throws JsonProcessingException {
    assertThat(between("{\"every\": [\"DAY\"]}", "{\"every\": [\"DAY\", \"WEEK\"]}"))
        .containsExactly(new Difference("every", "[\"DAY\"]", "[\"DAY\",\"WEEK\"]"));
    assertThat(
            between(
                "{\"named\": [{\"id\": \"x\"}, {\"id\": \"x\"}]}",
                "{\"named\": [{\"id\": \"x\"}]}"))
        .extracting(Difference::path)
        .containsExactly("named");
  }
}
