package org.territorydelta.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken files of every format: each is read, or refused as unreadable, within its time and a heap
 * of ordinary size. 200 of each; {@code -Dmutations=2000} tries more.
 */
class MutatedFilesTest {
  private static final int MUTATIONS = Integer.getInteger("mutations", 200);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  static Stream<String> files() {
    return Stream.concat(FormatCorpus.FILES.stream(), HandDrawnFormats.FILES.keySet().stream());
  }

  @ParameterizedTest
  @MethodSource("files")
  void aBrokenFileIsReadOrRefused(String file) throws IOException {
    byte[] whole =
        HandDrawnFormats.FILES.containsKey(file)
            ? HandDrawnFormats.bytes(file)
            : FormatCorpus.bytes(file);
    int refused = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      byte[] broken = mutated(whole, new Random(seed));
      refused += isRefused(broken, file + ", seed " + seed) ? 1 : 0;
    }
    assertThat(refused).as(file + ": some break, some do not").isPositive();
  }

  private static boolean isRefused(byte[] bytes, String name) {
    try {
      RawFile read = assertTimeoutPreemptively(LONGEST, () -> FormatCorpus.read(bytes), () -> name);
      for (int i = 0; i < read.features().size(); i++) {
        assertThat(read.features().get(i).index()).as(name).isEqualTo(i);
        assertThat(read.features().get(i).shapes()).as(name).isNotEmpty();
      }
      return false;
    } catch (Throwable e) {
      assertThat(e).as(name).isInstanceOf(UnreadableFileException.class);
      assertThat(e.getMessage()).as(name).isNotBlank();
      return true;
    }
  }

  /** A few bytes changed, a piece lost, doubled or overwritten, or the end cut off. */
  private static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int from = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - from, 1 + random.nextInt(64));
    switch (random.nextInt(5)) {
      case 0 -> {
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      case 1 -> bytes = joined(Arrays.copyOf(bytes, from), from + length, whole);
      case 2 -> bytes = joined(Arrays.copyOf(bytes, from + length), from, whole);
      case 3 -> {
        byte filling = random.nextBoolean() ? (byte) 0xff : (byte) 0x7f;
        Arrays.fill(bytes, from, from + length, filling);
      }
      default -> bytes = Arrays.copyOf(bytes, from);
    }
    return bytes;
  }

  private static byte[] joined(byte[] start, int from, byte[] whole) {
    byte[] joined = Arrays.copyOf(start, start.length + whole.length - from);
    System.arraycopy(whole, from, joined, start.length, whole.length - from);
    return joined;
  }
}
