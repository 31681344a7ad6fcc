package org.territorydelta.spark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.territorydelta.model.Sha256;

/**
 * One object in a file, with the hash of its bytes before them, so that damage is known before
 * anything is made of it. Only this program's own records, rows, and the collections, numbers and
 * dates in them, are let in.
 */
final class StateFile {
  private static final ObjectInputFilter OWN =
      ObjectInputFilter.Config.createFilter(
          "org.territorydelta.**;java.util.*;java.time.*;java.lang.*;"
              + "org.apache.spark.sql.catalyst.expressions.GenericRow;!*");

  private static final int HASH_BYTES = 32;

  private StateFile() {}

  static void write(Serializable state, Path file, Configuration hadoop) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var objects = new ObjectOutputStream(bytes)) {
      objects.writeObject(state);
    }
    MessageDigest digest = Sha256.digest();
    byte[] payload = bytes.toByteArray();
    FileSystem files = file.getFileSystem(hadoop);
    try (OutputStream out = new BufferedOutputStream(files.create(file, true))) {
      out.write(digest.digest(payload));
      out.write(payload);
    }
  }

  /**
   * @throws IOException when the file is missing, damaged, or holds something else
   */
  static <T> T read(Class<T> type, Path file, Configuration hadoop) throws IOException {
    byte[] payload = payload(file, hadoop);
    try (var objects = new ObjectInputStream(new ByteArrayInputStream(payload))) {
      objects.setObjectInputFilter(OWN);
      return type.cast(objects.readObject());
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new IOException(file + " holds something else", e);
    }
  }

  /**
   * @throws IOException when the file is missing or damaged
   */
  static void refuseDamaged(Path file, Configuration hadoop) throws IOException {
    payload(file, hadoop);
  }

  private static byte[] payload(Path file, Configuration hadoop) throws IOException {
    try (InputStream in = new BufferedInputStream(file.getFileSystem(hadoop).open(file))) {
      byte[] hash = in.readNBytes(HASH_BYTES);
      byte[] payload = in.readAllBytes();
      if (!Arrays.equals(hash, Sha256.digest().digest(payload))) {
        throw new IOException(file + " is damaged");
      }
      return payload;
    }
  }
}
