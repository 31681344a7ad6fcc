package org.territorydelta.config;

import java.io.Serializable;

/**
 * How a date is found.
 *
 * @param origin where it stands
 * @param key the pattern over the file's path whose first group is the date, or the property's name
 * @param format a {@link java.time.format.DateTimeFormatter} pattern, {@link #ISO}, {@link
 *     #EPOCH_SECONDS} or {@link #EPOCH_MILLISECONDS}; instants are taken in UTC
 * @param plusDays added to what was found
 */
public record DateRule(Origin origin, String key, String format, int plusDays)
    implements Serializable {
  /** A date, or a date and time of which the date counts, as ISO 8601 writes them. */
  public static final String ISO = "iso";

  public static final String EPOCH_SECONDS = "epoch-seconds";
  public static final String EPOCH_MILLISECONDS = "epoch-milliseconds";

  /** Where a date stands. */
  public enum Origin {
    FILE_NAME,
    PROPERTY,
    /** The other of the two dates. */
    OTHER_DATE
  }
}
