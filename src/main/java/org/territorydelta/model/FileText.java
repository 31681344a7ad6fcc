package org.territorydelta.model;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The text of a file that a config names; outputs know it by its hash, wherever it lies. */
public final class FileText implements Serializable {
  private static final long serialVersionUID = 1;

  private final String path;
  private final String text;

  /**
   * @param path as the config has it
   */
  public FileText(String path, String text) {
    this.path = path;
    this.text = text;
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  /** Of the text in UTF-8. */
  public String sha256() {
    MessageDigest digest = Sha256.digest();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return Sha256.hex(digest);
  }

  @Override
  public String toString() {
    return path + " " + sha256();
  }
}
