package org.territorydelta.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What is in a zip file, and in zip files in it, by name. Bounded: a file that unpacks to more than
 * memory should hold, or nests deeper than people pack, is refused. Names are for telling files
 * apart only, nothing is ever written to a disk.
 */
final class ZipContents {
  private static final int MOST_ENTRIES = 10_000;
  private static final int DEEPEST = 3;

  /** One byte a character, so that any name can be read; only its end has a meaning. */
  private static final Charset NAMES = StandardCharsets.ISO_8859_1;

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private long bytes;
  private int entries;

  private ZipContents() {}

  /** Without folders, hidden files, and what macOS puts beside each file. */
  static SortedMap<String, byte[]> of(InputStream in) throws IOException {
    var contents = new ZipContents();
    contents.add("", in, 1);
    if (contents.entries == 0) {
      throw new UnreadableFileException("not readable as zip: nothing is in it, or it is cut off");
    }
    return contents.files;
  }

  private void add(String prefix, InputStream in, int depth) throws IOException {
    var zip = new ZipInputStream(in, NAMES);
    try {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new UnreadableFileException("it packs more than " + MOST_ENTRIES + " files");
        }
        if (entry.isDirectory()) {
          continue;
        }
        byte[] content = bounded(zip);
        String name = prefix + entry.getName();
        if (isZip(content) && name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
          if (depth == DEEPEST) {
            throw new UnreadableFileException("zip files lie in each other too deep: " + name);
          }
          add(name + "/", new ByteArrayInputStream(content), depth + 1);
        } else if (!isHidden(name) && files.put(name, content) != null) {
          throw new UnreadableFileException("it packs two files of the name " + name);
        }
      }
    } catch (IllegalArgumentException e) {
      // The JDK's word for a name that is not in its encoding.
      throw new ZipException("a name in it cannot be read");
    }
  }

  private byte[] bounded(InputStream in) throws IOException {
    int most = (int) (ByteSource.MOST_BYTES - bytes);
    byte[] content = in.readNBytes(most);
    if (content.length == most && in.read() >= 0) {
      throw new UnreadableFileException(
          "it unpacks to more than " + (ByteSource.MOST_BYTES >> 20) + " MiB");
    }
    bytes += content.length;
    return content;
  }

  static boolean isZip(byte[] start) {
    return start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
  }

  private static boolean isHidden(String name) {
    for (String part : name.split("/")) {
      if (part.startsWith(".") || part.equals("__MACOSX")) {
        return true;
      }
    }
    return false;
  }
}
