package org.territorydelta.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Text of unknown origin, made harmless for the place in a page where it is to stand. */
final class SafeText {
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private static final JsonMapper JSON =
      new JsonMapper(new JsonFactoryBuilder().characterEscapes(new InScript()).build());

  private SafeText() {}

  /**
   * JSON that may stand inside a {@code script} element: it holds no {@code <}, {@code >} or {@code
   * &}, so that nothing in it can end the element, and none of the two line ends that JavaScript
   * knows and JSON does not.
   */
  static String json(JsonNode data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the page's data", e);
    }
  }

  /** Text for an element's content or a quoted attribute. */
  static String html(String text) {
    var safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case LINE_SEPARATOR -> safe.append("&#8232;");
        case PARAGRAPH_SEPARATOR -> safe.append("&#8233;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  private static final class InScript extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      for (char c : new char[] {'<', '>', '&'}) {
        codes[c] = ESCAPE_STANDARD;
      }
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return switch (c) {
        case LINE_SEPARATOR -> new SerializedString("\\u2028");
        case PARAGRAPH_SEPARATOR -> new SerializedString("\\u2029");
        default -> null;
      };
    }
  }
}
