package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.Defaults;
import org.territorydelta.config.ConfigException;

/** Which features a rule is for, by what they say of themselves. */
class RuleMatchTest {
  private static final String BOX = MapText.box(36, 48, 37, 49);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: 3           | \"code\": 3",
        "code: 3           | \"code\": 3.0",
        "code: 3           | \"code\": \"3\"",
        "code: 3.0         | \"code\": 3",
        "code: 300         | \"code\": 3e2",
        "code: [1, 3]      | \"code\": 3.00",
        "code: '03'        | \"code\": \"03\"",
        "on: true          | \"on\": true",
        "on: true          | \"on\": \"true\"",
        "on: [false]       | \"on\": false",
        "control.actor: red | \"control\": {\"list\": [{\"actor\": \"x\"}], \"actor\": \"red\"}",
        "a.b.c: 1          | \"a\": {\"b\": {\"c\": 1}}",
        "a.b: right        | \"a\": {\"b\": \"wrong\"}, \"a.b\": \"right\"",
        "a.b: right        | \"a.b\": \"right\", \"a\": {\"b\": \"wrong\"}",
        "actor: {absent: true} | \"code\": 3",
        "control.actor: {absent: true} | \"control\": {\"status\": \"held\"}",
        "actor: {absent: false} | \"actor\": null",
        "actor: {absent: false} | \"actor\": [1]",
        "actor: {absent: false} | \"actor\": {\"name\": \"red\"}",
        "actor: null       | \"actor\": null",
        "actor: [red, null] | \"actor\": null",
        "actor: [red, null] | \"actor\": \"red\"",
        "actor: 'null'     | \"actor\": \"null\"",
        "actor: ''         | \"actor\": \" \"",
        "$id: f7           | \"id\": \"other\"",
        "id: other         | \"id\": \"other\"",
        "id: f7            | \"code\": 3"
      })
  void aRuleMatches(String when, String properties) throws IOException {
    assertThat(isHeld(when, "", properties)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: 3           | \"code\": 31",
        "code: 3           | \"code\": \"03\"",
        "code: 3           | \"code\": 3.1",
        "code: '03'        | \"code\": 3",
        "code: 3           | \"code\": [3]",
        "on: true          | \"on\": false",
        "on: true          | \"on\": 1",
        "control.actor: red | \"control\": \"red\"",
        "a.b: wrong        | \"a\": {\"b\": \"wrong\"}, \"a.b\": \"right\"",
        "a.b: wrong        | \"a.b\": null, \"a\": {\"b\": \"wrong\"}",
        "control: red      | \"control\": {\"actor\": \"red\"}",
        "actor: {absent: true} | \"actor\": null",
        "actor: {absent: true} | \"actor\": \"\"",
        "actor: {absent: true} | \"actor\": {}",
        "actor: {absent: false} | \"code\": 3",
        "actor: null       | \"code\": 3",
        "actor: null       | \"actor\": \"null\"",
        "actor: 'null'     | \"actor\": null",
        "actor: ''         | \"actor\": null",
        "actor: {pattern: .*} | \"actor\": null",
        "status: held      | \"status\": \"Held\"",
        "id: f7            | \"id\": \"other\"",
        "id: f7            | \"id\": null"
      })
  void aRuleDoesNotMatch(String when, String properties) throws IOException {
    assertThat(isHeld(when, "", properties)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status: held      | \"status\": \" Held\"",
        "status: HELD, occupied: x | \"STATUS\": \"held\", \"Occupied\": \"X\"",
        "status: 'Утримується' | \"status\": \"утримується\"",
        "status: invaded   | \"status\": \"INVADED\"",
        "status: {pattern: '^окуп'} | \"status\": \"ОКУПОВАНО. 01.04\"",
        "status: {absent: true} | \"state\": \"held\""
      })
  void lettersAreAlikeWhereTheRuleSaysSo(String when, String properties) throws Exception {
    Defaults.vary(
        locale -> assertThat(isHeld(when, "ignore-case: true, ", properties)).as(locale).isTrue());
  }

  @Test
  void aPropertySpelledAsTheRuleHasItComesFirst() throws IOException {
    String two = "\"STATUS\": \"held\", \"status\": \"lost\"";
    assertThat(isHeld("status: held", "ignore-case: true, ", two)).isFalse();
    assertThat(isHeld("status: lost", "ignore-case: true, ", two)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "actor: {absent: yes} | Cannot read absent: value='yes', expected true or false",
        "actor: {pattern: a, absent: true} | property 'actor', expected pattern or absent",
        "actor: {} | property 'actor', expected pattern or absent",
        "actor: [[a]] | Cannot read actor: expected a list of words, found a list"
      })
  void whatCannotBeAskedIsToldWithItsLine(String when, String message) {
    assertThatThrownBy(() -> isHeld(when, "", "\"code\": 3"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("own.yaml:4: ")
        .hasMessageContaining(message);
  }

  /** Whether a feature with the id f7 is held by the one rule that there is. */
  private static boolean isHeld(String when, String more, String properties) throws IOException {
    String profile =
        """
        map-date: {file-name: '(\\d{4}-\\d{2}-\\d{2})'}
        rules:
          - {name: others, first-map-date: 2030-01-01, ignore: not yet}
          - {name: held, %swhen: {%s}, holding: RED held}
        """
            .formatted(more, when);
    String feature = MapText.featureWith(properties, BOX).replaceFirst("\\{", "{\"id\": \"f7\", ");
    NormalisedFile file =
        MapText.normalise(profile, "2024-08-12.json", MapText.collection(feature));
    return file.file().parts().used() == 1;
  }
}
