package org.territorydelta.normalise;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.territorydelta.config.DateOverride;
import org.territorydelta.config.DateRule;
import org.territorydelta.config.DateRule.Origin;
import org.territorydelta.config.SourceProfile;
import org.territorydelta.model.map.FeatureProperties;

/** Finds the two dates of a feature's map by the profile's rules. Zone and locale play no part. */
final class DateFinder {
  private static final String NO_PART = "";

  /** What the profile says in place of a path; no path is written so. */
  private static final String STATED = "\0";

  /** When a map could be known, and the day whose end it shows. */
  record MapDates(FileDate fileDate, LocalDate mapDate) {}

  /** One of the two rules, made ready. */
  private static final class Finder {
    private final DateRule rule;
    private final List<DateOverride> overrides;
    private final DateText text;
    private final Pattern pattern;
    private final Set<String> parts;

    /** What was found last: a file's features have one path, and mostly one date. */
    private Optional<String> path = Optional.empty();

    private Optional<String> textInPath = Optional.empty();
    private Optional<String> read = Optional.empty();
    private Optional<FileDate> date = Optional.empty();

    Finder(DateRule rule, List<DateOverride> overrides) {
      this.rule = rule;
      this.overrides = overrides;
      this.text = new DateText(rule.spelling());
      this.pattern = Pattern.compile(rule.origin() == Origin.FILE_NAME ? rule.key() : NO_PART);
      this.parts = DateRule.namedGroups(pattern.pattern());
    }

    Optional<FileDate> find(
        String filePath, FeatureProperties properties, Map<String, String> members) {
      Optional<String> found =
          switch (rule.origin()) {
            case FILE_NAME -> inPath(filePath);
            case PROPERTY -> properties.text(rule.key());
            case MEMBER -> Optional.ofNullable(members.get(rule.key()));
            case OTHER_DATE -> Optional.empty();
          };
      if (!found.equals(read)) {
        date = found.flatMap(this::date).map(d -> d.plusDays(rule.plusDays()));
        read = found;
      }
      return date;
    }

    private Optional<FileDate> date(String found) {
      return found.startsWith(STATED)
          ? Optional.of(FileDate.of(LocalDate.parse(found.substring(STATED.length()))))
          : text.read(found.strip());
    }

    private Optional<String> inPath(String filePath) {
      if (!path.equals(Optional.of(filePath))) {
        textInPath = textIn(filePath);
        path = Optional.of(filePath);
      }
      return textInPath;
    }

    private Optional<String> textIn(String filePath) {
      for (DateOverride override : overrides) {
        if (Pattern.compile(override.fileName()).matcher(filePath).find()) {
          return Optional.of(STATED + override.day());
        }
      }
      Matcher matcher = pattern.matcher(filePath);
      if (!matcher.find()) {
        return Optional.empty();
      }
      if (!parts.isEmpty()) {
        return fromParts(matcher);
      }
      var joined = new StringBuilder();
      for (int group = 1; group <= matcher.groupCount(); group++) {
        joined.append(Optional.ofNullable(matcher.group(group)).orElse(NO_PART));
      }
      return joined.isEmpty() ? Optional.empty() : Optional.of(joined.toString());
    }

    /** What named groups matched, as ISO 8601 writes it. */
    private Optional<String> fromParts(Matcher matcher) {
      String year = part(matcher, "year");
      var iso = new StringBuilder(year.length() == 2 ? "20" + year : year);
      for (String part : new String[] {"month", "day", "hour", "minute", "second"}) {
        String found = part.equals("month") ? month(part(matcher, part)) : part(matcher, part);
        if (!found.isEmpty()) {
          String before = part.equals("hour") ? "T" : iso.indexOf("T") < 0 ? "-" : ":";
          iso.append(before).append(found.length() == 1 ? "0" + found : found);
        }
      }
      return Optional.of(hasHourOnly(matcher) ? iso + ":00" : iso.toString());
    }

    /** A month's number, where its English name or the first three letters of that stand for it. */
    private static String month(String found) {
      for (Month month : Month.values()) {
        boolean named = month.name().equalsIgnoreCase(found);
        if (named || found.length() == 3 && month.name().regionMatches(true, 0, found, 0, 3)) {
          return String.valueOf(month.getValue());
        }
      }
      return found;
    }

    private boolean hasHourOnly(Matcher matcher) {
      return !part(matcher, "hour").isEmpty() && part(matcher, "minute").isEmpty();
    }

    private String part(Matcher matcher, String name) {
      return parts.contains(name)
          ? Optional.ofNullable(matcher.group(name)).orElse(NO_PART)
          : NO_PART;
    }

    String words() {
      String found =
          switch (rule.origin()) {
            case FILE_NAME -> "from the path by '" + rule.key() + "'";
            case PROPERTY -> "from property '" + rule.key() + "'";
            case MEMBER -> "from the document's member '" + rule.key() + "'";
            case OTHER_DATE -> "from the other date";
          };
      return rule.origin() == Origin.OTHER_DATE ? found : found + spelling();
    }

    private String spelling() {
      DateRule.Spelling spelling = rule.spelling();
      String as = parts.isEmpty() ? " as " + String.join(" or ", spelling.formats()) : "";
      String in = spelling.zone().isEmpty() ? "" : ", days of " + spelling.zone();
      return as
          + in
          + switch (spelling.openDay()) {
            case REFUSED -> "";
            case FIRST -> ", its first day";
            case LAST -> ", its last day";
          };
    }
  }

  private final SourceProfile.Dates rules;
  private final Finder fileDate;
  private final Finder mapDate;

  DateFinder(SourceProfile.Dates rules) {
    this.rules = rules;
    this.fileDate = new Finder(rules.fileDate(), rules.overrides());
    this.mapDate = new Finder(rules.mapDate(), rules.overrides());
  }

  /**
   * The dates of a feature, or nothing when one cannot be told.
   *
   * @param members what the document says beside its features, by path
   */
  Optional<MapDates> find(String path, FeatureProperties properties, Map<String, String> members) {
    Optional<FileDate> known = fileDate.find(path, properties, members);
    Optional<FileDate> shown = mapDate.find(path, properties, members);
    if (rules.fileDate().origin() == Origin.OTHER_DATE) {
      known = shown.map(date -> date.plusDays(rules.fileDate().plusDays()));
    } else if (rules.mapDate().origin() == Origin.OTHER_DATE) {
      shown = known.map(date -> date.plusDays(rules.mapDate().plusDays()));
    }
    if (known.isEmpty() || shown.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new MapDates(known.get(), shown.get().day()));
  }

  /** What a reader needs to know when no date was found. */
  String explanation() {
    return "file-date " + fileDate.words() + ", map-date " + mapDate.words();
  }
}
