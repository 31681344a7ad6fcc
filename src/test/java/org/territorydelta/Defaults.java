package org.territorydelta;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * The machine's own habits, which no figure may depend on: locales with another dotless i, another
 * decimal sign and other digits, and the zone that is 14 hours ahead of UTC.
 */
public final class Defaults {
  private static final List<String> LOCALES = List.of("tr-TR", "it-IT", "ar-EG");
  private static final TimeZone FIRST_TO_SEE_THE_DAY = TimeZone.getTimeZone("Pacific/Kiritimati");

  /** Something to try. */
  public interface Trial {
    void run(String locale) throws Exception;
  }

  private Defaults() {}

  /** Runs a trial once under each locale, at UTC+14, and puts the defaults back. */
  public static void vary(Trial trial) throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(FIRST_TO_SEE_THE_DAY);
      for (String tag : LOCALES) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        trial.run(tag);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
