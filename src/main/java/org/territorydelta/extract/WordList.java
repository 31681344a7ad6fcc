package org.territorydelta.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of words beside these classes: tab-separated, a line an entry, # for a comment. */
final class WordList {
  private WordList() {}

  static List<String[]> read(String name) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream stream = WordList.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "Cannot read word list: name=" + name + ", expected a resource");
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read word list: name=" + name, e);
    }
    return rows;
  }
}
