package org.territorydelta.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256, which every Java has; hashes are written in lower-case hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  /** A digest that has seen nothing yet. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
    }
  }

  /** The hash of what the digest has seen; it begins anew after that. */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A hash as text. */
  public static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  /** The hash of several hashes in their order. */
  public static String of(List<String> hashes) {
    MessageDigest digest = digest();
    hashes.forEach(hash -> digest.update(hash.getBytes(StandardCharsets.US_ASCII)));
    return hex(digest);
  }

  /** The hash of all that is left of a stream, which is not closed. */
  public static String of(InputStream in) throws IOException {
    var digested = new DigestInputStream(in, digest());
    digested.transferTo(OutputStream.nullOutputStream());
    return hex(digested.getMessageDigest());
  }
}
