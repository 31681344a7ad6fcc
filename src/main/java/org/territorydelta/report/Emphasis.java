package org.territorydelta.report;

/**
 * How text for a person is set off: in colour where it goes to a terminal, not at all where it goes
 * to a file. It is applied to text of its final width, so that columns stay aligned, and to text
 * without control characters, so that nothing read from a file can steer the terminal.
 */
public interface Emphasis {
  /** Leaves text as it is. */
  Emphasis NONE =
      new Emphasis() {
        @Override
        public String heading(String text) {
          return text;
        }

        @Override
        public String good(String text) {
          return text;
        }

        @Override
        public String warning(String text) {
          return text;
        }
      };

  /** What a paragraph is about. */
  String heading(String text);

  /** That all is well. */
  String good(String text);

  /** What a person should look at. */
  String warning(String text);
}
