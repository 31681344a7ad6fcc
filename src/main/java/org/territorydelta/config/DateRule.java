package org.territorydelta.config;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a date is found.
 *
 * @param origin where it stands
 * @param key the pattern over the file's path, the property's name, or the path of member names
 *     with dots between them
 * @param spelling how it is written there
 * @param plusDays added to what was found, to a time of day as well
 */
public record DateRule(Origin origin, String key, Spelling spelling, int plusDays)
    implements Serializable {
  private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  /** Where a date stands. */
  public enum Origin {
    /**
     * In the file's path: what the pattern's groups match, one after the other, or, by groups named
     * {@code year}, {@code month}, {@code day}, {@code hour}, {@code minute} and {@code second},
     * its parts.
     */
    FILE_NAME,
    /** In a feature's property. */
    PROPERTY,
    /** In a member of the document that is no part of a feature. */
    MEMBER,
    /** The other of the two dates. */
    OTHER_DATE
  }

  /** Which day a date stands for that is a year or a month only. */
  public enum OpenDay {
    /** None: a date must have its day. */
    REFUSED,
    FIRST,
    LAST
  }

  /**
   * How a date is written.
   *
   * @param formats tried in this order; see {@link DateFormat}
   * @param zone IANA id of the zone whose days instants are told in, and that times of day without
   *     an offset are of; empty where the profile names none: UTC then, but the day as written
   *     where a time has an offset
   */
  public record Spelling(List<String> formats, String zone, OpenDay openDay)
      implements Serializable {
    public static final Spelling ISO = new Spelling(List.of(DateFormat.ISO), "", OpenDay.REFUSED);

    public Spelling {
      formats = List.copyOf(formats);
    }
  }

  /** The names of a pattern's named groups. */
  public static Set<String> namedGroups(String pattern) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAMED_GROUP.matcher(pattern);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
