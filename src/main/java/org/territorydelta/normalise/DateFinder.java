package org.territorydelta.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.territorydelta.config.DateRule;
import org.territorydelta.config.DateRule.Origin;
import org.territorydelta.config.SourceProfile;

/** Finds the two dates of a feature's map by the profile's rules. Zone and locale play no part. */
final class DateFinder {
  private static final int ISO_DATE_LENGTH = 10;

  /** When a map could be known, and the day whose end it shows. */
  record MapDates(LocalDate fileDate, LocalDate mapDate) {}

  private final SourceProfile.Dates rules;

  DateFinder(SourceProfile.Dates rules) {
    this.rules = rules;
  }

  /** The dates of a feature, or nothing when one cannot be told. */
  Optional<MapDates> find(String path, Map<String, String> properties) {
    Optional<LocalDate> fileDate = own(rules.fileDate(), path, properties);
    Optional<LocalDate> mapDate = own(rules.mapDate(), path, properties);
    if (rules.fileDate().origin() == Origin.OTHER_DATE) {
      fileDate = mapDate.map(date -> date.plusDays(rules.fileDate().plusDays()));
    } else if (rules.mapDate().origin() == Origin.OTHER_DATE) {
      mapDate = fileDate.map(date -> date.plusDays(rules.mapDate().plusDays()));
    }
    if (fileDate.isEmpty() || mapDate.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new MapDates(fileDate.get(), mapDate.get()));
  }

  /** Whether the day a map shows follows from its file's name. */
  boolean nameTellsMapDate() {
    return rules.mapDate().origin() == Origin.FILE_NAME
        || rules.mapDate().origin() == Origin.OTHER_DATE
            && rules.fileDate().origin() == Origin.FILE_NAME;
  }

  /** Whether a file's name tells its file date, whatever is in it. */
  boolean nameTellsFileDate() {
    return rules.fileDate().origin() == Origin.FILE_NAME;
  }

  /** The file date in a file's name. */
  Optional<LocalDate> fileDateInName(String path) {
    return own(rules.fileDate(), path, Map.of());
  }

  /** What a reader needs to know when no date was found. */
  String explanation() {
    return "file-date " + words(rules.fileDate()) + ", map-date " + words(rules.mapDate());
  }

  private static String words(DateRule rule) {
    return switch (rule.origin()) {
      case FILE_NAME -> "from the path by '" + rule.key() + "' as " + rule.format();
      case PROPERTY -> "from property '" + rule.key() + "' as " + rule.format();
      case OTHER_DATE -> "from the other date";
    };
  }

  private static Optional<LocalDate> own(
      DateRule rule, String path, Map<String, String> properties) {
    Optional<String> text =
        switch (rule.origin()) {
          case FILE_NAME -> inPath(rule.key(), path);
          case PROPERTY -> Optional.ofNullable(properties.get(rule.key()));
          case OTHER_DATE -> Optional.empty();
        };
    return text.flatMap(found -> parse(found.strip(), rule.format()))
        .map(date -> date.plusDays(rule.plusDays()));
  }

  private static Optional<String> inPath(String pattern, String path) {
    Matcher matcher = Pattern.compile(pattern).matcher(path);
    return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
  }

  private static Optional<LocalDate> parse(String text, String format) {
    try {
      return Optional.of(
          switch (format) {
            case DateRule.ISO ->
                LocalDate.parse(text.substring(0, Math.min(ISO_DATE_LENGTH, text.length())));
            case DateRule.EPOCH_SECONDS -> utcDay(Instant.ofEpochSecond(Long.parseLong(text)));
            case DateRule.EPOCH_MILLISECONDS -> utcDay(Instant.ofEpochMilli(Long.parseLong(text)));
            default -> LocalDate.parse(text, DateTimeFormatter.ofPattern(format, Locale.ROOT));
          });
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static LocalDate utcDay(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
