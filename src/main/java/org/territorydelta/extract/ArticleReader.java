package org.territorydelta.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of text, Markdown or HTML. Date, publisher, address and title come from front matter
 * or a head of {@code key: value} lines, from meta tags and JSON-LD, else the date from a line of
 * its own at the top, or from the file's name. A plain text keeps its length, so that a span is one
 * of the file's; that of HTML and Markdown is one of the text in it.
 */
public final class ArticleReader {
  /** What is read of a file; an article of 10,000 words has 60 kB. */
  public static final int MOST_BYTES = 4 << 20;

  private static final int HEAD_LINES = 12;
  private static final Pattern KEY =
      Pattern.compile("^\\s{0,3}\"?([A-Za-z][A-Za-z _:-]{1,30}?)\"?\\s*[:=]\\s*(\\S.{0,400})$");
  private static final Pattern MARKS =
      Pattern.compile(
          "[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\u00ad\\p{Cc}&&[^\\n\\r\\t]]");
  private static final Pattern NAME_DATE =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)[-_./]?(0[1-9]|1[0-2])[-_./]?(0[1-9]|[12]\\d|3[01])(?!\\d)");
  private static final Pattern NAME_DATE_BACKWARDS =
      Pattern.compile(
          "(?<!\\d)(0?[1-9]|[12]\\d|3[01])[-_.](0?[1-9]|1[0-2])[-_.]((?:19|20)\\d\\d)(?!\\d)");

  private ArticleReader() {}

  /**
   * @param name the file's, for its date and as the document's
   */
  public static Article read(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES);
    return read(name, decoded(bytes));
  }

  static Article read(String name, String raw) {
    String text = raw.startsWith("\ufeff") ? raw.substring(1) : raw;
    Map<String, String> about = new LinkedHashMap<>();
    String lower = name.toLowerCase(Locale.ROOT);
    String body;
    if (lower.endsWith(".html") || lower.endsWith(".htm") || HtmlText.looksLike(text)) {
      var html = new HtmlText(text);
      about.putAll(html.about());
      body = clean(html.text());
    } else {
      body = clean(withoutHead(text, about));
      body = lower.endsWith(".md") || lower.endsWith(".markdown") ? plain(body) : body;
    }
    String finalBody = body;
    Optional<LocalDate> date =
        about.containsKey("date") ? date(about.get("date")) : Optional.empty();
    date = date.or(() -> topDate(finalBody)).or(() -> nameDate(name));
    return new Article(
        name,
        date,
        about.getOrDefault("publisher", ""),
        about.getOrDefault("url", ""),
        about.getOrDefault("title", ""),
        body);
  }

  private static String decoded(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long wrong = text.chars().limit(20_000).filter(c -> c == '\ufffd').count();
    if (wrong > 3) {
      String head = new String(bytes, 0, Math.min(bytes.length, 2000), StandardCharsets.ISO_8859_1);
      Matcher named =
          Pattern.compile("charset=[\"']?([A-Za-z0-9_-]{3,20})", Pattern.CASE_INSENSITIVE)
              .matcher(head);
      String charset = named.find() ? named.group(1) : "windows-1252";
      return new String(
          bytes,
          Charset.isSupported(charset) ? Charset.forName(charset) : StandardCharsets.ISO_8859_1);
    }
    return text;
  }

  /** Marks that only turn or hide text are spaces, so that nothing moves. */
  private static String clean(String text) {
    return MARKS.matcher(text).replaceAll(" ");
  }

  /** Takes the lines of a head out, leaving blanks. */
  private static String withoutHead(String text, Map<String, String> about) {
    boolean fenced = text.startsWith("---") || text.startsWith("+++");
    StringBuilder body = new StringBuilder(text);
    int at = 0;
    int lines = 0;
    boolean inHead = true;
    while (inHead && at < text.length() && lines < (fenced ? 60 : HEAD_LINES)) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      String line = text.substring(at, Math.min(end, at + 500)).strip();
      Matcher key = KEY.matcher(line);
      boolean fence = fenced && (line.equals("---") || line.equals("+++"));
      boolean taken = fence;
      if (!fence && key.matches()) {
        String field = field(key.group(1));
        if (!field.isEmpty()) {
          about.putIfAbsent(field, unquoted(key.group(2)));
          taken = true;
        }
        taken |= fenced;
      }
      if (taken || fenced && lines > 0) {
        for (int i = at; i < end; i++) {
          body.setCharAt(i, ' ');
        }
      }
      inHead = fenced ? !(fence && lines > 0) : taken || line.isEmpty() || lines == 0;
      at = end + 1;
      lines++;
    }
    return body.toString();
  }

  /** Which of ours a key is, empty for none. */
  static String field(String key) {
    return switch (key.toLowerCase(Locale.ROOT).strip().replace('_', '-').replace(' ', '-')) {
      case "date",
          "published",
          "datepublished",
          "date-published",
          "publish-date",
          "pubdate",
          "publication-date",
          "published-at",
          "created",
          "article:published-time",
          "published-time",
          "og:published-time",
          "dc.date",
          "dc.date.issued",
          "dcterms.date",
          "parsely-pub-date",
          "sailthru.date",
          "day",
          "дата",
          "timestamp" ->
          "date";
      case "publisher",
          "source",
          "outlet",
          "site",
          "agency",
          "og:site-name",
          "dc.publisher",
          "application-name",
          "organisation",
          "organization",
          "channel",
          "account",
          "speaker",
          "джерело",
          "видання" ->
          "publisher";
      case "url", "link", "canonical", "og:url", "source-url", "permalink", "посилання" -> "url";
      case "title", "headline", "og:title", "dc.title", "twitter:title", "subject", "заголовок" ->
          "title";
      case "author", "byline", "by" -> "author";
      case "lang",
          "language",
          "id",
          "tags",
          "category",
          "categories",
          "description",
          "keywords",
          "section",
          "place",
          "type" ->
          "other";
      default -> "";
    };
  }

  private static String unquoted(String value) {
    return value.strip().replaceAll("^[\"']|[\"'],?$", "").strip();
  }

  private static String plain(String markdown) {
    return markdown
        .replaceAll("!?\\[([^\\]\\n]{0,300})\\]\\([^)\\n]{0,500}\\)", "$1")
        .replaceAll("(?m)^\\s{0,3}(?:#{1,6}|>|[-*+])\\s+", "")
        .replaceAll("\\*\\*|__|(?<![\\p{L}\\d])[*_]|[*_](?![\\p{L}\\d])|`", "");
  }

  /** A date in any of the forms that heads have. */
  static Optional<LocalDate> date(String text) {
    Optional<LocalDate> numbers = nameDate(text);
    if (numbers.isPresent()) {
      return numbers;
    }
    if (text.strip().matches("\\d{10}|\\d{13}")) {
      long seconds = Long.parseLong(text.strip().substring(0, 10));
      return Optional.of(LocalDate.ofEpochDay(seconds / 86_400));
    }
    for (String code : Language.CODES) {
      Optional<LocalDate> found =
          new TimeReader(Language.of(code))
              .times(text, LocalDate.of(2100, 1, 1)).stream()
                  .filter(TimeAt::isDay)
                  .filter(
                      t ->
                          text.substring(t.span().start(), t.span().end())
                              .matches("(?s).*\\d{4}.*"))
                  .map(TimeAt::last)
                  .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A line of its own near the top with a whole date in it. */
  private static Optional<LocalDate> topDate(String text) {
    return text.substring(0, Math.min(text.length(), 4000))
        .lines()
        .limit(HEAD_LINES)
        .map(String::strip)
        .filter(line -> !line.isEmpty() && line.length() < 70)
        .map(ArticleReader::date)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<LocalDate> nameDate(String name) {
    try {
      Matcher forward = NAME_DATE.matcher(name);
      if (forward.find()) {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(forward.group(1)),
                Integer.parseInt(forward.group(2)),
                Integer.parseInt(forward.group(3))));
      }
      Matcher backward = NAME_DATE_BACKWARDS.matcher(name);
      if (backward.find()) {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(backward.group(3)),
                Integer.parseInt(backward.group(2)),
                Integer.parseInt(backward.group(1))));
      }
    } catch (DateTimeException e) {
      // 31 June: no date.
      return Optional.empty();
    }
    return Optional.empty();
  }
}
