package org.territorydelta.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a JSON text is told in words that do not speak of the parser. */
class JsonProblemTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\": [1, | the text ends too early, inside a value that is not closed, line 1 column 10",
        "{\"a\": \"b | the text ends too early, inside a value that is not closed, line 1 column 9",
        "{\"a\": tru} | 'tru' is no value, line 1 column 7",
        "not json | 'not' is no value, line 1 column 1",
        "<html> | found '<', expected a value, line 1 column 1",
        "{a: 1} | found 'a', expected double-quote to start field name, line 1 column 2",
        "[1}] | Unexpected close marker '}': expected ']', line 1 column 3",
        "[01] | Invalid numeric value: Leading zeroes not allowed, line 1 column 3"
      })
  void itSaysWhatIsWrongAndWhere(String text, String told) {
    assertThat(JsonProblem.text(problem(text))).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"9", "10", "0"})
  void aControlCharacterIsCalledOne(int code) {
    String text = "[\"a" + (char) code + "\"]";

    assertThat(JsonProblem.text(problem(text))).startsWith("a control character where none may be");
  }

  private static JsonProcessingException problem(String text) {
    return catchThrowableOfType(JsonProcessingException.class, () -> readAll(text));
  }

  private static void readAll(String text) throws java.io.IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = new JsonFactory().createParser(new ByteArrayInputStream(bytes))) {
      while (parser.nextToken() != null) {
        // Only what goes wrong is of interest.
      }
    }
  }
}
