package org.territorydelta.extract;

import java.time.LocalDate;
import java.util.List;

/** The readers of one language. */
final class Reader {
  private final Language language;
  private final FigureReader figures;
  private final TimeReader times;

  Reader(Language language) {
    this.language = language;
    this.figures = new FigureReader(language);
    this.times = new TimeReader(language);
  }

  Language language() {
    return language;
  }

  List<Figure> figures(String text) {
    return figures.figures(text);
  }

  List<TimeAt> times(String text, LocalDate day) {
    return times.times(text, day);
  }
}
