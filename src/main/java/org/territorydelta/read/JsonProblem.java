package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a JSON text, and where, without the parser's own words for itself. */
public final class JsonProblem {
  private static final String TOO_EARLY =
      "the text ends too early, inside a value that is not closed";

  private static final Pattern WORD = Pattern.compile("Unrecognized token '([^']*)'.*");

  private static final Pattern CHARACTER =
      Pattern.compile(
          "Unexpected character \\(('.').*?\\)\\)(?:: (?:was expecting|expected) (.*))?");

  private static final Pattern CONTROL = Pattern.compile(".*\\(\\(?CTRL-CHAR.*");

  /** What the parser adds in brackets: places that only it knows, codes, its own settings. */
  private static final Pattern ASIDE =
      Pattern.compile("\\s*\\([^()]*(?:\\[[^\\]]*\\]|code)[^()]*\\)");

  private static final Pattern SOURCE = Pattern.compile("\\s*(?:at )?\\[Source: [^\\]]*\\]");

  private JsonProblem() {}

  /** One line. Lines and columns count from 1. */
  public static String text(JsonProcessingException problem) {
    String message = problem.getOriginalMessage().lines().findFirst().orElse("");
    boolean cut =
        problem instanceof JsonEOFException || message.startsWith("Unexpected end-of-input");
    String what = cut ? TOO_EARLY : plain(message);
    JsonLocation at = problem.getLocation();
    return at == null || at.getLineNr() < 1
        ? what
        : what + ", line " + at.getLineNr() + " column " + at.getColumnNr();
  }

  /** What a value is, for "expected ..., found ...". */
  static String kind(Optional<JsonToken> token) {
    return token.map(JsonProblem::kind).orElse("nothing");
  }

  static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      case FIELD_NAME -> "a name";
      case END_OBJECT, END_ARRAY -> "an end";
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "something else";
    };
  }

  private static String plain(String message) {
    Matcher word = WORD.matcher(message);
    if (word.matches()) {
      return "'" + word.group(1) + "' is no value";
    }
    if (CONTROL.matcher(message).matches()) {
      return "a control character where none may be";
    }
    Matcher character = CHARACTER.matcher(message);
    if (character.matches()) {
      String expected = Objects.requireNonNullElse(character.group(2), "");
      String plainly = expected.contains("(") || expected.isEmpty() ? "a value" : expected;
      return "found " + character.group(1) + ", expected " + plainly;
    }
    return SOURCE.matcher(ASIDE.matcher(message).replaceAll("")).replaceAll("").strip();
  }
}
