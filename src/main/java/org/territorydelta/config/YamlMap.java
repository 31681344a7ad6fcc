package org.territorydelta.config;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.territorydelta.model.NearestName;

/**
 * A YAML mapping that is read key by key. A problem is noted with its line and reading goes on, so
 * that all of them come out together; a key nobody asked for is a problem, too.
 */
final class YamlMap {
  /** No parser takes this for a value. */
  private static final String NOTHING_EXPECTED = "?";

  private final String file;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<String> problems;

  /** Where it is only taken down what is asked for; nothing is there then. */
  private final Optional<SchemaObject> schema;

  private YamlMap(SchemaObject schema) {
    this.file = "schema";
    this.line = 0;
    this.problems = new ArrayList<>();
    this.schema = Optional.of(schema);
  }

  private YamlMap(String file, Node node, List<String> problems) {
    this.schema = Optional.empty();
    this.file = file;
    this.line = line(node);
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problems.add(file + ":" + line + ": expected keys with values, found " + shown(node));
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (values.put(key, tuple.getValueNode()) != null) {
        problems.add(file + ":" + line(tuple.getKeyNode()) + ": the key '" + key + "' is twice");
      }
    }
  }

  /** Reads a document; what is wrong with it goes to {@code problems}. */
  static Optional<YamlMap> parse(String file, String text, List<String> problems) {
    try {
      var settings = LoadSettings.builder().setLabel(file).build();
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(file + ": the file is empty");
        return Optional.empty();
      }
      return Optional.of(new YamlMap(file, root.get(), problems));
    } catch (YamlEngineException e) {
      problems.add(file + unreadable(e));
      return Optional.empty();
    }
  }

  /** Where and why, without the parser's drawing of the place. */
  private static String unreadable(YamlEngineException e) {
    String why = ": not readable as YAML: ";
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      Mark at = marked.getProblemMark().get();
      String begun =
          marked.getContextMark().isPresent()
                  && marked.getContextMark().get().getLine() < at.getLine()
              ? " of what begins in line " + (marked.getContextMark().get().getLine() + 1)
              : "";
      return ":"
          + (at.getLine() + 1)
          + why
          + marked.getProblem().lines().findFirst().orElse("")
          + ", column "
          + (at.getColumn() + 1)
          + begun;
    }
    return why + e.getMessage().lines().findFirst().orElse("");
  }

  /** A mapping that takes down what is asked of it. */
  static YamlMap asking(SchemaObject schema) {
    return new YamlMap(schema);
  }

  void problem(String key, String message) {
    int at = values.containsKey(key) ? line(values.get(key)) : line;
    problems.add(file + ":" + at + ": " + message);
  }

  boolean has(String key) {
    schema.filter(s -> !s.knows(key)).ifPresent(s -> s.text(key));
    return values.containsKey(key);
  }

  Set<String> keys() {
    schema.ifPresent(SchemaObject::anyKey);
    asked.addAll(values.keySet());
    return values.keySet();
  }

  Optional<String> optionalText(String key) {
    schema.ifPresent(s -> s.text(key));
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue());
    }
    problem(key, "Cannot read " + key + ": expected one value, found " + shown(node));
    return Optional.empty();
  }

  /** A value that must be there; where it is not, that is noted and the text is empty. */
  String text(String key) {
    Optional<String> text = optionalText(key);
    schema.ifPresent(s -> s.need(key));
    if (text.isEmpty() && !values.containsKey(key)) {
      problem(key, "Cannot do without " + key + ": it is missing here");
    }
    return text.orElse("");
  }

  /** A value that {@code parser} understands, or the fallback; what it throws is the problem. */
  <T> T parsed(String key, T fallback, Function<String, T> parser) {
    if (schema.isPresent()) {
      schema.get().text(key);
      describe(key, parser);
      return fallback;
    }
    return optionalText(key).map(text -> tried(key, text, fallback, parser)).orElse(fallback);
  }

  /** What a parser expects it says when it is given something else. */
  private <T> void describe(String key, Function<String, T> parser) {
    try {
      parser.apply(NOTHING_EXPECTED);
    } catch (DateTimeException e) {
      schema.get().expected(key, "a date, as in 2024-08-12");
    } catch (IllegalArgumentException e) {
      schema.get().expected(key, String.valueOf(e.getMessage()));
    }
  }

  private <T> T tried(String key, String text, T fallback, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      problem(key, "Cannot read " + key + ": value='" + text + "', " + e.getMessage());
      return fallback;
    }
  }

  boolean flag(String key, boolean fallback) {
    if (schema.isPresent()) {
      schema.get().scalar(key, "boolean");
      return fallback;
    }
    return parsed(
        key,
        fallback,
        text -> {
          if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
          }
          throw new IllegalArgumentException("expected true or false");
        });
  }

  double number(String key, double fallback, double least, double most) {
    if (schema.isPresent()) {
      schema.get().number(key, "number", least, most);
      return fallback;
    }
    return parsed(
        key,
        fallback,
        text -> {
          double value = Double.parseDouble(text);
          if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("expected " + least + " to " + most);
          }
          return value;
        });
  }

  int integer(String key, int fallback, int least, int most) {
    if (schema.isPresent()) {
      schema.get().number(key, "integer", least, most);
      return fallback;
    }
    return parsed(
        key,
        fallback,
        text -> {
          int value = Integer.parseInt(text);
          if (value < least || value > most) {
            throw new IllegalArgumentException("expected " + least + " to " + most);
          }
          return value;
        });
  }

  /** One value or a list of them, each as text. */
  List<String> texts(String key) {
    schema.ifPresent(s -> s.words(key));
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    List<Node> nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    for (Node item : nodes) {
      if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(scalar.getValue());
      } else {
        problem(key, "Cannot read " + key + ": expected a list of words, found " + shown(item));
      }
    }
    return texts;
  }

  /** One value or a list of them, each as text, the empty text among them, but for null. */
  List<String> wordsButNull(String key) {
    List<String> words = new ArrayList<>();
    for (Node item : items(key)) {
      if (!(item instanceof ScalarNode scalar)) {
        problem(key, "Cannot read " + key + ": expected a list of words, found " + shown(item));
      } else if (!isNull(item)) {
        words.add(scalar.getValue());
      }
    }
    return words;
  }

  /** Whether null, written without quotes, is the value or one of the list. */
  boolean hasNull(String key) {
    return items(key).stream().anyMatch(YamlMap::isNull);
  }

  private List<Node> items(String key) {
    asked.add(key);
    Node node = values.get(key);
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  private static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  Optional<YamlMap> optionalMap(String key) {
    if (schema.isPresent()) {
      return Optional.of(new YamlMap(schema.get().object(key)));
    }
    asked.add(key);
    return Optional.ofNullable(values.get(key)).map(node -> new YamlMap(file, node, problems));
  }

  /** One mapping or a list of them. */
  List<YamlMap> maps(String key) {
    if (schema.isPresent()) {
      return List.of(new YamlMap(schema.get().objects(key)));
    }
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    List<Node> nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    return nodes.stream().map(item -> new YamlMap(file, item, problems)).toList();
  }

  boolean isMap(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /** Notes every key that was never asked for. Call it last. */
  void finish() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        problem(
            key,
            "unknown key '"
                + key
                + "', expected one of "
                + String.join(", ", asked)
                + NearestName.hint(key, asked));
      }
    }
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private static String shown(Node node) {
    return switch (node.getNodeType()) {
      case SCALAR -> "'" + ((ScalarNode) node).getValue() + "'";
      case SEQUENCE -> "a list";
      case MAPPING -> "keys with values";
      case ANCHOR -> "an anchor";
    };
  }
}
