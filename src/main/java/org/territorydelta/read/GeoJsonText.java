package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.read.KnownTexts.Known;

/**
 * Documents in memory, one after the other, cut into features: those that the one before had are
 * taken over as they were read then. What is unusual or wrong with a document is left to {@link
 * GeoJsonCollection}, which reads the same from any document that is read here.
 */
final class GeoJsonText {
  /** Less than what the parser allows a document, as a feature stands in the midst of one. */
  private static final int DEEPEST_FEATURE = 500;

  /**
   * A feature as read.
   *
   * @param polygons those of its shapes that may be met again
   */
  private record Feature(RawFeature raw, List<Known<RawShape>> polygons) {
    Feature at(int index) {
      return index == raw.index()
          ? this
          : new Feature(new RawFeature(index, raw.properties(), raw.shapes(), raw.raw()), polygons);
    }
  }

  private final List<String> unwrap;
  private final Set<String> members;
  private final JsonFactory document;
  private final JsonFactory part;
  private final FeatureScanner scanner;
  private final KnownTexts<RawShape> polygons = new KnownTexts<>();
  private final KnownTexts<Feature> features = new KnownTexts<>();
  private List<Known<Feature>> before = List.of();
  private List<Known<Feature>> now = new ArrayList<>();

  /** Which feature of the document before is likely the next. */
  private int next;

  GeoJsonText(List<String> unwrap, Set<String> members, JsonFactory json) {
    this.unwrap = unwrap;
    this.members = members;
    this.document = json;
    this.part =
        json.rebuild()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST_FEATURE).build())
            .build();
    this.scanner = new FeatureScanner(part, polygons);
  }

  /**
   * Reads a document, if it is in UTF-8 and all is as usual with it.
   *
   * @param text with a zero after its last byte
   * @param length without the zero
   * @throws IOException when the document is no JSON
   */
  Optional<RawFile> read(byte[] text, int length) throws IOException {
    before = now;
    now = new ArrayList<>();
    next = 0;
    features.nextFile();
    polygons.nextFile();
    scanner.nextDocument(text, length);
    int begin = featuresStart(text, length);
    int end = begin < 0 ? begin : features(text, begin, length);
    if (end < 0) {
      return Optional.empty();
    }
    var around =
        new RawWindow(
            new SequenceInputStream(
                new ByteArrayInputStream(text, 0, begin),
                new ByteArrayInputStream(text, end, length - end)));
    RawFile rest;
    try (JsonParser parser = document.createParser(around)) {
      rest = new GeoJsonCollection(unwrap, members, parser, around).file();
    }
    // A document may have features twice.
    return rest.features().isEmpty()
        ? Optional.of(
            new RawFile(
                rest.crs(),
                rest.members(),
                now.stream().map(feature -> feature.content().raw()).toList(),
                rest.sha256(),
                rest.bytes()))
        : Optional.empty();
  }

  /** The place after the bracket that opens the features; negative where it is not found. */
  private int featuresStart(byte[] text, int length) throws IOException {
    if (length == 0 || text[0] != '{' || text[1] == 0) {
      return -1;
    }
    try (JsonParser parser = document.createParser(text, 0, length)) {
      parser.nextToken();
      for (int depth = 0; depth <= unwrap.size(); depth++) {
        String wanted = depth < unwrap.size() ? unwrap.get(depth) : "features";
        if (parser.currentToken() != JsonToken.START_OBJECT || !findMember(parser, wanted)) {
          return -1;
        }
      }
      return parser.currentToken() == JsonToken.START_ARRAY
          ? (int) parser.currentLocation().getByteOffset()
          : -1;
    }
  }

  /** Goes to the value of the first member of a name; false where there is none. */
  private static boolean findMember(JsonParser parser, String wanted) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(wanted)) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  /** The place of the bracket that closes the features; negative where one of them is no object. */
  private int features(byte[] text, int begin, int length) throws IOException {
    int at = blanks(text, begin);
    if (text[at] == ']') {
      return at;
    }
    while (text[at] == '{' && text[at + 1] != 0) {
      at = blanks(text, feature(text, at, length));
      if (text[at] == ']') {
        return at;
      }
      if (text[at] != ',') {
        return -1;
      }
      at = blanks(text, at + 1);
    }
    return -1;
  }

  /** The end of the feature that begins there, which is taken up. */
  private int feature(byte[] text, int from, int length) throws IOException {
    if (next < before.size() && before.get(next).continues(text, from, length)) {
      Known<Feature> same = before.get(next);
      take(same);
      return from + same.bytes().length;
    }
    int scanned = scanner.scan(from);
    int to = scanned;
    Optional<GeoJsonFeature> read = Optional.empty();
    if (scanned < 0) {
      try (JsonParser parser = part.createParser(text, from, length - from)) {
        parser.nextToken();
        read = Optional.of(GeoJsonFeature.read(parser));
        to = from + (int) parser.currentLocation().getByteOffset();
      }
    }
    Optional<Known<Feature>> same = features.find(text, from, to);
    if (same.isPresent()) {
      next = same.get().content().raw().index();
      take(same.get());
      return to;
    }
    GeoJsonFeature content = read.orElseGet(scanner::feature);
    int shown = Math.min(to - from, RawWindow.SHOWN_BYTES);
    var raw =
        new RawFeature(
            now.size(),
            content.properties(),
            content.shapes(),
            new String(text, from, shown, StandardCharsets.UTF_8));
    byte[] bytes = Arrays.copyOfRange(text, from, to);
    take(Known.of(bytes, new Feature(raw, scanned < 0 ? List.of() : scanner.polygons())));
    return to;
  }

  private void take(Known<Feature> feature) {
    Known<Feature> placed = feature.with(feature.content().at(now.size()));
    now.add(placed);
    features.keep(placed);
    placed.content().polygons().forEach(polygons::keep);
    next++;
  }

  private static int blanks(byte[] text, int from) {
    int at = from;
    while (CoordinateScanner.isBlank(text[at])) {
      at++;
    }
    return at;
  }
}
