package org.territorydelta.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.territorydelta.config.DateFormat.Precision;
import org.territorydelta.config.DateRule.OpenDay;
import org.territorydelta.config.DateRule.Origin;

/** Reads the two date rules of a profile, noting every problem and what does not go together. */
final class DateRuleReader {
  private static final DateRule FROM_THE_OTHER =
      new DateRule(Origin.OTHER_DATE, "", DateRule.Spelling.ISO, 0);

  /** Named groups, each with the one that has to be there, too. */
  private static final Map<String, String> NEEDED_PARTS =
      Map.of("month", "year", "day", "month", "hour", "day", "minute", "hour", "second", "minute");

  private final YamlMap yaml;
  private final String key;

  private DateRuleReader(YamlMap yaml, String key) {
    this.yaml = yaml;
    this.key = key;
  }

  static SourceProfile.Dates read(YamlMap profile) {
    DateRule fileDate = rule(profile, "file-date", "map-date");
    DateRule mapDate = rule(profile, "map-date", "file-date");
    if (fileDate.origin() == Origin.OTHER_DATE && mapDate.origin() == Origin.OTHER_DATE) {
      profile.problem("map-date", "Cannot find dates: file-date and map-date only name each other");
    }
    DayRange plausible =
        profile.optionalMap("plausible-days").map(DateRuleReader::plausible).orElse(DayRange.USUAL);
    return new SourceProfile.Dates(
        fileDate, mapDate, plausible, FileRuleReader.overrides(profile, "dates"));
  }

  private static DayRange plausible(YamlMap yaml) {
    LocalDate first = yaml.parsed("first", LocalDate.MIN, LocalDate::parse);
    LocalDate last = yaml.parsed("last", LocalDate.MAX, LocalDate::parse);
    yaml.finish();
    if (last.isBefore(first)) {
      yaml.problem("last", "Cannot read plausible-days: last is before first");
    }
    return new DayRange(first, last);
  }

  private static DateRule rule(YamlMap profile, String key, String other) {
    return profile
        .optionalMap(key)
        .map(yaml -> new DateRuleReader(yaml, key).rule(other))
        .orElse(FROM_THE_OTHER);
  }

  private DateRule rule(String other) {
    Optional<String> fileName = yaml.optionalText("file-name");
    Optional<String> property = yaml.optionalText("property");
    Optional<String> member = yaml.optionalText("member");
    Optional<String> from = yaml.optionalText("from");
    List<DateFormat> formats = new ArrayList<>();
    List<String> words = yaml.texts("format");
    words.forEach(word -> format(word).ifPresent(formats::add));
    String zone = yaml.parsed("zone", "", DateRuleReader::zone);
    OpenDay openDay = yaml.parsed("day", OpenDay.REFUSED, DateRuleReader::openDay);
    int plusDays = yaml.integer("plus-days", 0, -366, 366);
    yaml.finish();
    long origins = Stream.of(fileName, property, member, from).filter(Optional::isPresent).count();
    if (origins != 1) {
      yaml.problem(
          key, "Cannot read " + key + ": expected one of file-name, property, member, from");
      return FROM_THE_OTHER;
    }
    if (from.isPresent()) {
      checkFrom(from.get(), other);
      return new DateRule(Origin.OTHER_DATE, "", DateRule.Spelling.ISO, plusDays);
    }
    Set<String> parts = fileName.map(this::parts).orElse(Set.of());
    if (parts.isEmpty()) {
      checkFormats(formats.isEmpty() ? List.of(DateFormat.of(DateFormat.ISO)) : formats, openDay);
    } else {
      checkParts(parts, openDay);
    }
    var spelling =
        new DateRule.Spelling(words.isEmpty() ? List.of(DateFormat.ISO) : words, zone, openDay);
    return fileName
        .map(pattern -> new DateRule(Origin.FILE_NAME, pattern, spelling, plusDays))
        .or(() -> property.map(name -> new DateRule(Origin.PROPERTY, name, spelling, plusDays)))
        .orElseGet(() -> new DateRule(Origin.MEMBER, member.orElseThrow(), spelling, plusDays));
  }

  private Optional<DateFormat> format(String word) {
    try {
      return Optional.of(DateFormat.of(word));
    } catch (IllegalArgumentException e) {
      yaml.problem("format", "Cannot read format: value='" + word + "', " + e.getMessage());
      return Optional.empty();
    }
  }

  private static String zone(String text) {
    try {
      return ZoneId.of(text).getId();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected a zone's IANA id, as in Europe/Kyiv or UTC", e);
    }
  }

  private static OpenDay openDay(String word) {
    return switch (word) {
      case "first" -> OpenDay.FIRST;
      case "last" -> OpenDay.LAST;
      default -> throw new IllegalArgumentException("expected first or last");
    };
  }

  private void checkFrom(String from, String other) {
    if (!from.equals(other)) {
      yaml.problem("from", "Cannot read from: expected " + other);
    }
    for (String spelling : List.of("format", "zone", "day")) {
      if (yaml.has(spelling)) {
        yaml.problem(
            spelling,
            "Cannot use " + spelling + ": " + key + " is taken from " + other + " as read");
      }
    }
  }

  /** The pattern's named groups; none where it has other groups. */
  private Set<String> parts(String pattern) {
    int groups;
    try {
      groups = Pattern.compile(pattern).matcher("").groupCount();
    } catch (PatternSyntaxException e) {
      yaml.problem("file-name", "Cannot read file-name: " + e.getDescription());
      return Set.of();
    }
    Set<String> named = DateRule.namedGroups(pattern);
    if (groups == 0) {
      yaml.problem("file-name", "Cannot read file-name: expected a group around the date");
    } else if (!named.isEmpty() && named.size() != groups) {
      yaml.problem(
          "file-name",
          "Cannot read file-name: expected all of its " + groups + " groups named, or none");
    }
    return named;
  }

  private void checkParts(Set<String> parts, OpenDay openDay) {
    for (String part : parts) {
      if (!part.equals("year") && !NEEDED_PARTS.containsKey(part)) {
        yaml.problem(
            "file-name",
            "Cannot read file-name: group '"
                + part
                + "', expected year, month, day, hour, minute, second");
      } else if (!part.equals("year") && !parts.contains(NEEDED_PARTS.get(part))) {
        yaml.problem(
            "file-name",
            "Cannot read file-name: group '"
                + part
                + "' is no date without group '"
                + NEEDED_PARTS.get(part)
                + "'");
      }
    }
    if (yaml.has("format")) {
      yaml.problem("format", "Cannot use format: the groups of file-name have names of parts");
    }
    checkOpenDay(!parts.contains("day"), parts.contains("day"), openDay);
    checkZone(parts.contains("hour"));
  }

  private void checkFormats(List<DateFormat> formats, OpenDay openDay) {
    boolean open =
        formats.stream()
            .anyMatch(f -> f.precision() == Precision.MONTH || f.precision() == Precision.YEAR);
    checkOpenDay(open, formats.stream().allMatch(f -> f.precision() == Precision.DAY), openDay);
    checkZone(formats.stream().anyMatch(DateFormat::hasTime));
  }

  private void checkOpenDay(boolean dayIsOpen, boolean dayIsGiven, OpenDay openDay) {
    if (dayIsOpen && openDay == OpenDay.REFUSED) {
      yaml.problem(
          key,
          "Cannot find a day in "
              + key
              + ": a month or a year stands for one, expected day: first or day: last");
    }
    if (dayIsGiven && openDay != OpenDay.REFUSED) {
      yaml.problem("day", "Cannot use day: " + key + " has its day already");
    }
  }

  private void checkZone(boolean timed) {
    if (yaml.has("zone") && !timed) {
      yaml.problem("zone", "Cannot use zone: " + key + " has no time of day");
    }
  }
}
