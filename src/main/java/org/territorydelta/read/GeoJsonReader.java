package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.territorydelta.model.Sha256;

/**
 * Reads a GeoJSON FeatureCollection (RFC 7946, and its 2008 ancestor's {@code crs} member), plain
 * or wrapped in other JSON, plain or gzip. Heights are dropped. {@code NaN} is let through as a
 * number that is none, so that one bad polygon is rejected and not its file.
 *
 * <p>A file of usual size is held in memory and read by {@link GeoJsonText}, as far as it is not
 * known from the file before; larger ones, and those that are unusual in any way, are read as a
 * stream of tokens.
 */
final class GeoJsonReader implements FeatureReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  /** What a file may have, packed and unpacked, to be held in memory: a hundred times most maps. */
  private static final int MOST_BYTES = 1 << 26;

  private final List<String> unwrap;
  private final Set<String> members;
  private final GeoJsonText texts;
  private byte[] lastBytes = {};
  private Optional<RawFile> last = Optional.empty();
  private byte[] unpacked = new byte[1 << 20];

  GeoJsonReader(List<String> unwrap, Set<String> members) {
    this.unwrap = List.copyOf(unwrap);
    this.members = Set.copyOf(members);
    this.texts = new GeoJsonText(this.unwrap, this.members, JSON);
  }

  @Override
  public RawFile read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES);
    if (bytes.length == MOST_BYTES) {
      return streamed(new SequenceInputStream(new ByteArrayInputStream(bytes), in));
    }
    if (last.isEmpty() || !Arrays.equals(bytes, lastBytes)) {
      last = inMemory(bytes);
      lastBytes = bytes;
    }
    return last.isPresent() ? last.get() : streamed(new ByteArrayInputStream(bytes));
  }

  /** Nothing where the file is unusual, or cannot be read. */
  private Optional<RawFile> inMemory(byte[] bytes) {
    try {
      int length = unpack(unpacked(new ByteArrayInputStream(bytes)));
      if (length == MOST_BYTES) {
        return Optional.empty();
      }
      MessageDigest digest = Sha256.digest();
      digest.update(bytes);
      return texts
          .read(unpacked, length)
          .map(
              file ->
                  new RawFile(
                      file.crs(),
                      file.members(),
                      file.features(),
                      Sha256.hex(digest),
                      bytes.length));
    } catch (IOException e) {
      // Read once more, as a stream, it comes to where the fault is.
      return Optional.empty();
    }
  }

  /** How many bytes there are, up to {@link #MOST_BYTES}; a zero comes after them. */
  private int unpack(InputStream in) throws IOException {
    int length = 0;
    while (length < MOST_BYTES) {
      if (length == unpacked.length - 1) {
        unpacked = Arrays.copyOf(unpacked, Math.min(2 * unpacked.length, MOST_BYTES + 1));
      }
      int count = in.read(unpacked, length, unpacked.length - 1 - length);
      if (count < 0) {
        break;
      }
      length += count;
    }
    unpacked[length] = 0;
    return length;
  }

  /** Reads a file token by token, whatever is known from the one before. */
  RawFile streamed(InputStream in) throws IOException {
    var counted = new CountedStream(in);
    var digested = new DigestInputStream(counted, Sha256.digest());
    try {
      var window = new RawWindow(unpacked(digested));
      RawFile content;
      try (JsonParser parser = JSON.createParser(window)) {
        parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        content = new GeoJsonCollection(unwrap, members, parser, window).file();
      }
      // The hash is of the whole file, whatever follows the collection.
      digested.transferTo(OutputStream.nullOutputStream());
      String sha256 = Sha256.hex(digested.getMessageDigest());
      return new RawFile(
          content.crs(), content.members(), content.features(), sha256, counted.bytes());
    } catch (JsonProcessingException e) {
      throw new UnreadableFileException("not readable as JSON: " + JsonProblem.text(e), e);
    } catch (EOFException e) {
      throw new UnreadableFileException("not readable as gzip: the file ends too early", e);
    } catch (ZipException e) {
      throw new UnreadableFileException("not readable as gzip: " + e.getMessage(), e);
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    boolean gzip = first == 0x1f && second == 0x8b;
    return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
  }
}
