package org.territorydelta.model.map;

import java.util.ArrayList;
import java.util.List;

/** A file and what it was to a run. */
public record InputFile(MapFile file, FileRole role) {
  /**
   * Every file with its own counts: of a map of several, the first has the role, others are layers.
   */
  public List<InputFile> files() {
    List<InputFile> files = new ArrayList<>();
    for (MapFile one : file.files()) {
      files.add(new InputFile(one, files.isEmpty() ? role : FileRole.LAYER));
    }
    return files;
  }
}
