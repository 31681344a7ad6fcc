package org.territorydelta.benchmark;

/**
 * A point in whole millionths of a degree (0.1 m), so that what stays the same from one map to the
 * next is the same to the last digit in the files, too.
 */
record Position(int lonMicroDegrees, int latMicroDegrees) {
  private static final int MICRO = 1_000_000;

  static Position ofDegrees(double lon, double lat) {
    return new Position((int) Math.round(lon * MICRO), (int) Math.round(lat * MICRO));
  }

  double lon() {
    return lonMicroDegrees / (double) MICRO;
  }

  double lat() {
    return latMicroDegrees / (double) MICRO;
  }

  /** Longitude as JSON has it. */
  void appendLon(StringBuilder text) {
    append(text, lonMicroDegrees);
  }

  /** Latitude as JSON has it. */
  void appendLat(StringBuilder text) {
    append(text, latMicroDegrees);
  }

  /** Without trailing zeros, as the archives write them; much faster than formatting a double. */
  private static void append(StringBuilder text, int microDegrees) {
    text.append(microDegrees / MICRO).append('.');
    int rest = microDegrees % MICRO;
    int unit = MICRO / 10;
    do {
      text.append((char) ('0' + rest / unit));
      rest %= unit;
      unit /= 10;
    } while (rest > 0);
  }
}
