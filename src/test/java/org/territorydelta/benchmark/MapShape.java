package org.territorydelta.benchmark;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** The two archives that profiles are built in for: how their files are named and written. */
enum MapShape {
  /**
   * Every number on a line of its own (92 bytes a vertex, as measured); what came and what went
   * since the map before as features of their own. A file shows the day before its own; where the
   * map stays, the file of the day before is served again.
   */
  NZZ("nzz", "nzz", 0.37, "\\d{4}-\\d{2}-\\d{2}\\.json(\\.gz)?") {
    @Override
    String fileName(LocalDate fileDate) {
      return fileDate + ".json";
    }

    @Override
    String text(DrawnMap map, LocalDate fileDate) {
      var text = new StringBuilder("{\n  \"value\": {\n    \"type\": \"FeatureCollection\",\n");
      text.append("    \"features\": [");
      String comma = "";
      for (var feature :
          List.of(
              new Feature("nochange", map.firm()),
              new Feature("gains", map.gained()),
              new Feature("losses", map.lost()),
              new Feature("losses", map.raid()))) {
        if (!feature.outlines.isEmpty()) {
          text.append(comma);
          append(text, feature, fileDate.minusDays(1));
          comma = ",";
        }
      }
      return text.append("\n    ]\n  }\n}\n").toString();
    }

    private void append(StringBuilder text, Feature feature, LocalDate mapDate) {
      text.append("\n      {\n        \"type\": \"Feature\",\n        \"properties\": {\n");
      text.append("          \"type\": \"").append(feature.type).append("\",\n");
      text.append("          \"date\": \"").append(mapDate).append("\",\n");
      text.append("          \"_datefrom\": \"").append(mapDate.minusDays(1)).append("\",\n");
      text.append("          \"_dateto\": \"").append(mapDate).append("\",\n");
      text.append("          \"view\": \"daily\"\n        },\n        \"geometry\": {\n");
      text.append("          \"type\": \"MultiPolygon\",\n          \"coordinates\": ");
      SPREAD.appendMultiPolygon(text, feature.outlines);
      text.append("\n        }\n      }");
    }
  },

  /**
   * All on few lines (27 bytes a vertex), the ground as one MultiPolygon, the date in the name
   * alone; so no two files are the same, even where the ground is.
   */
  DEEPSTATE("deepstate", "deepstate-archive", 0.12, ".*\\d{8}\\.geojson(\\.gz)?") {
    @Override
    String fileName(LocalDate fileDate) {
      return name(fileDate) + ".geojson";
    }

    private String name(LocalDate fileDate) {
      return "deepstatemap_data_" + DateTimeFormatter.BASIC_ISO_DATE.format(fileDate);
    }

    @Override
    String text(DrawnMap map, LocalDate fileDate) {
      var text = new StringBuilder("{\n\"type\": \"FeatureCollection\",\n\"name\": \"");
      text.append(name(fileDate)).append("\",\n\"crs\": { \"type\": \"name\", \"properties\": ");
      text.append("{ \"name\": \"urn:ogc:def:crs:OGC:1.3:CRS84\" } },\n\"features\": [\n");
      text.append("{ \"type\": \"Feature\", \"properties\": { }, \"geometry\": ");
      text.append("{ \"type\": \"MultiPolygon\", \"coordinates\": ");
      CoordinateText.COMPACT.appendMultiPolygon(text, map.held());
      return text.append(" } }\n]\n}\n").toString();
    }
  };

  private record Feature(String type, List<Outline> outlines) {}

  private static final CoordinateText SPREAD = CoordinateText.onLinesOfTheirOwn(10);

  private final String id;
  private final String profile;
  private final double sameShare;
  private final Pattern fileNames;

  MapShape(String id, String profile, double sameShare, String fileNames) {
    this.id = id;
    this.profile = profile;
    this.sameShare = sameShare;
    this.fileNames = Pattern.compile(fileNames);
  }

  /** A source of this shape is called so, and its folder. */
  String id() {
    return id;
  }

  /** The built-in profile that reads it. */
  String profile() {
    return profile;
  }

  /** How many files show the ground of the one before, 0..1. */
  double sameShare() {
    return sameShare;
  }

  /** Whether a file is named as this archive names them. */
  boolean isNamedSo(String fileName) {
    return fileNames.matcher(fileName).matches();
  }

  abstract String fileName(LocalDate fileDate);

  /**
   * The file for a map.
   *
   * @param fileDate the day it is published, a day or two after the one it shows
   */
  abstract String text(DrawnMap map, LocalDate fileDate);
}
