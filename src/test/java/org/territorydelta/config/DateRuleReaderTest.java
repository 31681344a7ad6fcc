package org.territorydelta.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.config.DateRule.OpenDay;
import org.territorydelta.config.DateRule.Origin;

/** What a date rule may ask for, and which of it does not go together. */
class DateRuleReaderTest {
  private static final String RULES = "rules:\n  - {name: all, holding: RED held}\n";

  @Test
  void aRuleSaysWhereAndHowADateIsWritten() {
    DateRule rule =
        fileDate(
            "{file-name: '(\\d{10})', format: [epoch-seconds, yyyyMMddHH], zone: Europe/Kyiv, plus-days: -1}");

    assertThat(rule.origin()).isEqualTo(Origin.FILE_NAME);
    assertThat(rule.spelling())
        .isEqualTo(
            new DateRule.Spelling(
                List.of("epoch-seconds", "yyyyMMddHH"), "Europe/Kyiv", OpenDay.REFUSED));
    assertThat(rule.plusDays()).isEqualTo(-1);
  }

  @Test
  void aMemberIsNamedByItsPath() {
    DateRule rule = fileDate("{member: meta.generated}");

    assertThat(rule)
        .isEqualTo(new DateRule(Origin.MEMBER, "meta.generated", DateRule.Spelling.ISO, 0));
    assertThat(new SourceProfile.Dates(rule, rule).members()).containsExactly("meta.generated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iso",
        "epoch-seconds",
        "epoch-milliseconds",
        "yyyyMMdd",
        "uuuuMMdd",
        "dd.MM.yy",
        "yyMMdd_HHmm",
        "yyyy-DDD",
        "d MMMM yyyy",
        "uuuu-MM-dd'T'HH:mm:ssX"
      })
  void aFormatThatGivesADayIsTaken(String format) {
    String quoted = format.replace("'", "''");
    assertThat(fileDate("{property: day, format: '" + quoted + "'}").spelling().formats())
        .containsExactly(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yyyymmdd", "YYYYMMDD", "bogus", "HH:mm", "epoch", "MM-dd", "yyyy HH"})
  void aFormatThatGivesNoDateIsRefused(String format) {
    assertOneProblem(
        "{property: day, format: '" + format + "'}",
        "Cannot read format: value='" + format + "', expected iso, epoch-seconds");
  }

  @ParameterizedTest
  @CsvSource({"yyyy, first", "yyyy-MM, last", "MMM yy, last", "iso, first"})
  void aYearOrAMonthStandsForTheDayThatTheRuleSays(String format, String day) {
    DateRule rule = fileDate("{property: day, format: " + format + ", day: " + day + "}");
    assertThat(rule.spelling().openDay())
        .isEqualTo(day.equals("first") ? OpenDay.FIRST : OpenDay.LAST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{property: year, format: yyyy}",
        "{property: month, format: [yyyyMMdd, yyyyMM]}",
        "{file-name: '(?<year>\\d{4})'}",
        "{file-name: '(?<year>\\d{4})/(?<month>\\d\\d)'}"
      })
  void aYearOrAMonthIsNoDayByItself(String rule) {
    assertOneProblem(rule, "Cannot find a day in file-date: a month or a year stands for one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{property: day, format: yyyyMMdd, day: first}",
        "{property: day, format: epoch-seconds, day: last}",
        "{file-name: '(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)', day: first}"
      })
  void aDateWithADayNeedsNoOther(String rule) {
    assertOneProblem(rule, "Cannot use day: file-date has its day already");
  }

  @Test
  void aZoneIsForTimesOfDay() {
    assertOneProblem(
        "{property: day, format: yyyyMMdd, zone: Europe/Kyiv}",
        "Cannot use zone: file-date has no time of day");
    assertOneProblem(
        "{property: day, zone: Kiew}",
        "Cannot read zone: value='Kiew', expected a zone's IANA id, as in Europe/Kyiv or UTC");
    assertThat(fileDate("{property: day, zone: Asia/Tokyo}").spelling().zone())
        .isEqualTo("Asia/Tokyo");
  }

  @ParameterizedTest
  @CsvSource({
    "'(\\d{8}', Unclosed group",
    "'\\d{8}', expected a group around the date",
    "'(?<year>\\d{4})(\\d{4})', 'expected all of its 2 groups named, or none'",
    "'(?<day>\\d\\d)(?<year>\\d{4})', group 'day' is no date without group 'month'",
    "'(?<year>\\d{4})(?<week>\\d\\d)', 'group ''week'', expected year, month, day, hour'"
  })
  void aFileNamePatternMustGiveADate(String pattern, String message) {
    String rule = "{file-name: '" + pattern.replace("'", "''") + "'}";
    assertThat(problems("file-date: " + rule + "\n" + RULES))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("own.yaml:1: Cannot read file-name: ")
                    .contains(message));
  }

  @Test
  void groupsWithNamesOfPartsNeedNoFormat() {
    String parts = "(?<year>\\d{4})/(?<month>\\d\\d)(?<day>\\d\\d)";
    assertThat(fileDate("{file-name: '" + parts + "'}").key()).isEqualTo(parts);
    assertOneProblem(
        "{file-name: '" + parts + "', format: yyyyMMdd}",
        "Cannot use format: the groups of file-name have names of parts");
  }

  @Test
  void datesMustComeFromSomewhere() {
    assertThat(problems(RULES)).singleElement().asString().contains("Cannot find dates");
    assertThat(problems("map-date: {format: iso}\n" + RULES))
        .anyMatch(problem -> problem.startsWith("own.yaml:1: Cannot read map-date"));
    assertThat(problems("map-date: {property: day}\nfile-date: {property: a, member: b}\n" + RULES))
        .containsExactly(
            "own.yaml:2: Cannot read file-date: expected one of file-name, property, member, from");
    assertThat(problems("map-date: {property: day}\nfile-date: {from: somewhere}\n" + RULES))
        .containsExactly("own.yaml:2: Cannot read from: expected map-date");
  }

  @Test
  void theOtherDateIsTakenAsItWasRead() {
    assertThat(
            problems(
                "map-date: {property: day}\nfile-date: {from: map-date, format: iso, zone: UTC}\n"
                    + RULES))
        .containsExactly(
            "own.yaml:2: Cannot use format: file-date is taken from map-date as read",
            "own.yaml:2: Cannot use zone: file-date is taken from map-date as read");
  }

  @Test
  void daysToAddAreWhole() {
    assertOneProblem("{property: day, plus-days: x}", "Cannot read plus-days");
  }

  private static void assertOneProblem(String fileDate, String start) {
    assertThat(problems("file-date: " + fileDate + "\n" + RULES))
        .singleElement()
        .asString()
        .startsWith("own.yaml:1: " + start);
  }

  private static List<String> problems(String text) {
    return ConfigReaderTest.problems(SOURCES, Map.of("own.yaml", text));
  }

  private static final String SOURCES = "sources:\n  - {id: a, path: b, profile: own.yaml}\n";

  private static DateRule fileDate(String rule) {
    var texts = ConfigReaderTest.texts(Map.of("own.yaml", "file-date: " + rule + "\n" + RULES));
    return ConfigReader.read("run.yaml", SOURCES, texts)
        .sources()
        .get(0)
        .profile()
        .dates()
        .fileDate();
  }
}
