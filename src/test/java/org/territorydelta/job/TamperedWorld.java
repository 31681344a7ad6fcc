package org.territorydelta.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small output in which most columns of the tables of maps have a value. */
public final class TamperedWorld {
  private TamperedWorld() {}

  /** Runs the job into a folder of this one. */
  public static Path in(Path folder) throws IOException {
    TinyWorld world = world(folder);
    TinyWorld.Ended ended = world.run();
    if (ended.code() != 0) {
      throw new IllegalStateException(ended.err());
    }
    return world.path("out");
  }

  private static TinyWorld world(Path folder) throws IOException {
    String bowTie =
        TinyWorld.feature(
            "BLUE",
            "held",
            "["
                + TinyWorld.positions(
                    new double[][] {
                      {31.6, 50.6}, {31.8, 50.8}, {31.8, 50.6}, {31.6, 50.8}, {31.6, 50.6}
                    })
                + "]");
    TinyWorld world =
        TinyWorld.in(folder)
            .withFourDays()
            .config("max-rejected-share: 0.5\n")
            .map(
                "2024-01-06",
                TinyWorld.box("RED", "held", 30.1, 49.1, 31.4, 49.9),
                TinyWorld.box("RED", "old", 30.1, 49.1, 31.4, 49.9),
                TinyWorld.geometry("RED", "held", "null"),
                bowTie);
    // Another source, which has lost most of red's ground on the third day.
    Path config = world.path("config.yaml");
    String sources = Files.readString(config);
    world.file(
        "config.yaml",
        sources.replace(
            "regions: {", "  - {id: thin, profile: profile.yaml, path: \"thin/*\"}\nregions: {"));
    Files.createDirectories(world.path("thin"));
    for (String day : List.of("01", "02", "03", "04")) {
      double east = day.equals("03") ? 30.2 : 30.8;
      world.file(
          "thin/map_202401" + day + ".geojson",
          TinyWorld.collection(TinyWorld.box("RED", "held", 30.1, 49.1, east, 49.9)));
    }
    return world;
  }
}
