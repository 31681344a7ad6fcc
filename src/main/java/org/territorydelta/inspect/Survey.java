package org.territorydelta.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.territorydelta.normalise.MapInput;

/**
 * What some files are.
 *
 * @param files all of them
 * @param series those that can be read, as the series that they seem to be
 */
public record Survey(List<SurveyedFile> files, List<Series> series) {
  public static Survey of(List<MapInput> inputs) throws IOException {
    List<SurveyedFile> files = new ArrayList<>();
    for (MapInput input : inputs) {
      files.add(FileSurveyor.survey(input));
    }
    return new Survey(files, SeriesFinder.of(files));
  }
}
