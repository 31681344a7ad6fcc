package org.territorydelta.spark.laws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The laws and the views they read, from the resources of the program. */
public final class Laws {
  private static final String FOLDER = "/org/territorydelta/laws/";
  private static final String ENDING = ".sql";
  private static final String VIEWS = "views";
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** SQL as an engine speaks it where that differs. */
  public enum Dialect {
    SPARK,
    DUCKDB;

    private String script() {
      return switch (this) {
        case SPARK -> VIEWS + ".spark" + ENDING;
        case DUCKDB -> VIEWS + ".duckdb" + ENDING;
      };
    }
  }

  private Laws() {}

  /** Every law, by name. */
  public static List<Law> all() {
    List<Law> laws = new ArrayList<>();
    for (String file : files()) {
      String name = file.substring(0, file.length() - ENDING.length());
      if (!name.equals(VIEWS) && !name.startsWith(VIEWS + ".")) {
        laws.add(Law.parse(name, text(file)));
      }
    }
    return laws;
  }

  public static Optional<Law> named(String name) {
    return all().stream().filter(law -> law.name().equals(name)).findFirst();
  }

  /** The views, in an order in which they can be made. */
  public static List<LawView> views(Dialect dialect) {
    List<LawView> views = new ArrayList<>(LawView.parse(text(dialect.script())));
    views.addAll(LawView.parse(text(VIEWS + ENDING)));
    return views;
  }

  /**
   * The tables that a law reads, by itself or by views.
   *
   * @param all names of all tables
   */
  public static Set<String> tables(Law law, Collection<String> all) {
    Map<String, Set<String>> read = new TreeMap<>();
    all.forEach(table -> read.put(table, Set.of(table)));
    for (LawView view : views(Dialect.SPARK)) {
      read.put(view.name(), named(view.sql(), read));
    }
    return named(law.sql(), read);
  }

  private static Set<String> named(String sql, Map<String, Set<String>> read) {
    Set<String> tables = new TreeSet<>();
    Matcher words = WORD.matcher(sql);
    while (words.find()) {
      tables.addAll(read.getOrDefault(words.group(), Set.of()));
    }
    return tables;
  }

  /** The folder is listed where it is, so that a law is one file and no entry in a list. */
  private static List<String> files() {
    URL views = Laws.class.getResource(FOLDER + VIEWS + ENDING);
    try {
      if (views.openConnection() instanceof JarURLConnection packed) {
        packed.setUseCaches(false);
        try (JarFile jar = packed.getJarFile()) {
          return sorted(jar.stream().map(entry -> "/" + entry.getName()));
        }
      }
      try (Stream<Path> found = Files.list(Path.of(new URI(views.toString())).getParent())) {
        return sorted(found.map(path -> FOLDER + path.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the laws: folder=" + FOLDER, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot list the laws: folder=" + FOLDER, e);
    }
  }

  private static List<String> sorted(Stream<String> paths) {
    return paths
        .filter(path -> path.startsWith(FOLDER) && path.endsWith(ENDING))
        .map(path -> path.substring(FOLDER.length()))
        .sorted()
        .toList();
  }

  private static String text(String file) {
    try (InputStream in = Laws.class.getResourceAsStream(FOLDER + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the laws: file=" + file, e);
    }
  }
}
