package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file known by its bytes is what reading it again would have given. */
class ReprintTest {
  private static final String NAMED =
      MapText.PROFILE.replace("extent:", "map-date: {property: day}\n" + "extent:");

  private static final String TEXT =
      MapText.collection(
          MapText.featureWith(
              "\"type\": \"red\", \"day\": \"2024-08-09\"", MapText.box(36, 48, 37, 49)),
          MapText.featureWith(
              "\"type\": \"blue\", \"day\": \"2024-08-09\"", MapText.box(36.5, 48, 38, 49)),
          MapText.featureWith(
              "\"type\": \"green\", \"day\": \"2024-08-10\"", MapText.box(39, 48, 40, 49)),
          MapText.featureWith("\"type\": \"red\"", MapText.box(40, 48, 41, 49)));

  @Test
  void aReprintIsWhatReadingTheFileWouldGive() throws IOException {
    SnapshotNormaliser normaliser = MapText.normaliser(NAMED);
    NormalisedFile first = MapText.normalise(normaliser, "maps/map_20240810.geojson", TEXT);

    Optional<NormalisedFile> reprint = normaliser.reprint(first, MapText.PATH);

    NormalisedFile read = MapText.normalise(normaliser, MapText.PATH, TEXT);
    assertThat(first.rejections()).hasSize(2);
    assertThat(first.maps()).hasSize(2);
    assertThat(reprint).contains(read);
    assertThat(reprint.get().file()).isNotEqualTo(first.file());
  }

  @Test
  void aFileWhoseNameTellsTheMapDateIsReadAgain() throws IOException {
    SnapshotNormaliser normaliser = MapText.normaliser(MapText.PROFILE);
    NormalisedFile first = MapText.normalise(normaliser, "maps/map_20240810.geojson", TEXT);

    assertThat(normaliser.reprint(first, MapText.PATH)).isEmpty();
  }

  @Test
  void aFileWithoutADateInItsNameIsReadAgain() throws IOException {
    SnapshotNormaliser normaliser = MapText.normaliser(NAMED);
    NormalisedFile first = MapText.normalise(normaliser, MapText.PATH, TEXT);

    assertThat(normaliser.reprint(first, "maps/copy.geojson")).isEmpty();
  }
}
