package org.territorydelta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.geo.ChangedEdges;
import org.territorydelta.geo.PartitionEdges;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.normalise.NormalisedFile;
import org.territorydelta.normalise.SnapshotNormaliser;

/** Whether synthetic maps are what {@link SyntheticArchive} says of them. */
class SyntheticArchiveTest {
  private static final int DAYS = 600;
  private static final int VERTICES = 1000;
  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

  private static SortedMap<MapShape, List<NormalisedFile>> normalised = new TreeMap<>();
  private static SortedMap<MapShape, List<String>> texts = new TreeMap<>();

  @BeforeAll
  static void readOnce() throws IOException {
    for (MapShape shape : MapShape.values()) {
      var config =
          ConfigReader.read(
              "run.yaml",
              "sources: [{id: maps, profile: %s, path: maps}]\nregions: {path: regions.geojson}"
                  .formatted(shape.profile()),
              name -> "");
      var normaliser = new SnapshotNormaliser(config.sources().get(0));
      List<NormalisedFile> files = new ArrayList<>();
      List<String> contents = new ArrayList<>();
      source(shape, 7)
          .each(
              (name, content) -> {
                files.add(normaliser.normalise(name, new ByteArrayInputStream(content)));
                contents.add(new String(content, StandardCharsets.US_ASCII));
              });
      normalised.put(shape, files);
      texts.put(shape, contents);
    }
  }

  private static SyntheticSource source(MapShape shape, long seed) {
    return new SyntheticSource("maps", shape, FIRST, DAYS, VERTICES, seed);
  }

  @ParameterizedTest
  @EnumSource
  void oneSeedGivesTheSameBytesAndAnotherGivesOthers(MapShape shape) throws IOException {
    assertThat(firstDays(shape, 3)).isEqualTo(firstDays(shape, 3));
    assertThat(firstDays(shape, 3)).isNotEqualTo(firstDays(shape, 4));
  }

  private static Map<String, String> firstDays(MapShape shape, long seed) throws IOException {
    Map<String, String> files = new TreeMap<>();
    new SyntheticSource("maps", shape, FIRST, 20, VERTICES, seed)
        .each((name, content) -> files.put(name, new String(content, StandardCharsets.US_ASCII)));
    assertThat(files).hasSize(20);
    return files;
  }

  /** Every polygon is used as it is drawn: none is repaired, overlaps another or is unreadable. */
  @ParameterizedTest
  @EnumSource
  void everyMapIsAValidPartition(MapShape shape) {
    for (NormalisedFile file : normalised.get(shape)) {
      assertThat(file.rejections()).as(file.file().path()).isEmpty();
      assertThat(file.maps()).hasSize(1);
      SnapshotFacts.Mended mended = file.maps().get(0).facts().mended();
      assertThat(mended).as(file.file().path()).isEqualTo(new SnapshotFacts.Mended(0, 0, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void mapsHaveAsManyVerticesAsWereAskedFor(MapShape shape) {
    assertThat(
            normalised.get(shape).stream()
                .mapToLong(file -> file.maps().get(0).facts().size().vertices())
                .average()
                .orElseThrow())
        .isCloseTo(VERTICES, within(0.05 * VERTICES));
  }

  @Test
  void thirtySevenPercentOfNzzsFilesRepeatTheOneBefore() {
    assertThat(repeated(texts.get(MapShape.NZZ))).isCloseTo(0.37, within(0.05));
    assertThat(repeated(texts.get(MapShape.DEEPSTATE))).isZero();
  }

  private static double repeated(List<String> contents) {
    int repeated = 0;
    for (int i = 1; i < contents.size(); i++) {
      repeated += contents.get(i).equals(contents.get(i - 1)) ? 1 : 0;
    }
    return repeated / (double) contents.size();
  }

  @ParameterizedTest
  @EnumSource
  void aFewEdgesChangeOnMostDaysManyOnSomeAndAllOnVeryFew(MapShape shape) {
    double[] shares = changedShares(normalised.get(shape));
    double[] moved = Arrays.stream(shares).filter(share -> share > 0).sorted().toArray();

    assertThat(shares.length - moved.length)
        .isCloseTo((int) (shape.sameShare() * DAYS), within(DAYS / 20));
    assertThat(moved[moved.length / 2]).isBetween(0.007, 0.0115);
    assertThat(moved[moved.length * 3 / 4]).isBetween(0.012, 0.024);
    assertThat(Arrays.stream(moved).filter(share -> share > 0.09).count()).isBetween(3L, 20L);
    assertThat(moved[moved.length - 1]).isGreaterThan(0.95);
  }

  private static double[] changedShares(List<NormalisedFile> files) {
    double[] shares = new double[files.size() - 1];
    PartitionEdges opening = edges(files.get(0));
    for (int i = 1; i < files.size(); i++) {
      PartitionEdges closing = edges(files.get(i));
      shares[i - 1] = ChangedEdges.between(opening, closing).share();
      opening = closing;
    }
    return shares;
  }

  private static PartitionEdges edges(NormalisedFile file) {
    return PartitionEdges.of(file.maps().get(0).snapshot().ground());
  }

  /** So that regions, the country rule and the rule for ground held beyond the border have work. */
  @Test
  void nzzsMapsShowGroundOfBothSides() {
    List<NormalisedFile> files = normalised.get(MapShape.NZZ);

    assertThat(files.get(DAYS - 1).maps().get(0).snapshot().ground().keySet())
        .containsExactly(new Holding("RU", "held"), new Holding("UA", "held"));
    assertThat(files.stream().filter(file -> !file.file().ignoredByRule().isEmpty()).count())
        .isGreaterThan(DAYS / 2);
  }

  @Test
  void sourcesAfterTheFirstAreATenthAsLongAndEndOnTheSameDay() {
    List<SyntheticSource> drawn = new SyntheticArchive(200, 7300, 3, 1).drawn();

    assertThat(drawn).extracting(SyntheticSource::id).containsExactly("nzz", "deepstate", "nzz-3");
    assertThat(drawn).extracting(SyntheticSource::days).containsExactly(200, 20, 20);
    assertThat(drawn)
        .extracting(source -> source.firstFileDate().plusDays(source.days()))
        .containsOnly(LocalDate.parse("2026-09-01"));
  }
}
