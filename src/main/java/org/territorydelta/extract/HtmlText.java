package org.territorydelta.extract;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a page, in one pass whatever is nested in what: tags are never matched with each
 * other but for what is skipped whole (scripts, styles, menus). A block is a line.
 */
final class HtmlText {
  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "nav",
          "footer",
          "aside",
          "form",
          "iframe",
          "button",
          "select",
          "textarea",
          "head");
  private static final Set<String> INLINE =
      Set.of(
          "a", "b", "i", "em", "strong", "span", "u", "small", "sup", "sub", "abbr", "mark", "font",
          "cite", "q", "code", "time", "wbr", "bdi", "bdo", "s", "ins", "del");
  private static final Pattern META =
      Pattern.compile("<(meta|link|time)\\b([^<>]{1,2000})>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z:_-]{2,30})\\s*=\\s*(?:\"([^\"<>]{0,1000})\"|'([^'<>]{0,1000})')");
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]{0,200}>([^<]{1,500})<", Pattern.CASE_INSENSITIVE);
  private static final Pattern JSON_LD =
      Pattern.compile(
          "\"(datePublished|dateCreated|headline|url|mainEntityOfPage)\"\\s*:\\s*\"([^\"]{1,500})\"");
  private static final Pattern JSON_PUBLISHER =
      Pattern.compile("\"publisher\"\\s*:\\s*\\{[^{}]{0,400}?\"name\"\\s*:\\s*\"([^\"]{1,200})\"");
  private static final int HEAD = 200_000;
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("mdash", "—"),
          Map.entry("ndash", "–"),
          Map.entry("rsquo", "’"),
          Map.entry("lsquo", "‘"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("hellip", "…"),
          Map.entry("sup2", "²"),
          Map.entry("frac12", "½"),
          Map.entry("frac14", "¼"),
          Map.entry("frac34", "¾"),
          Map.entry("thinsp", " "),
          Map.entry("eacute", "é"));

  private final String html;

  HtmlText(String html) {
    this.html = html;
  }

  static boolean looksLike(String text) {
    String head =
        text.substring(0, Math.min(text.length(), 1000)).stripLeading().toLowerCase(Locale.ROOT);
    return head.startsWith("<!doctype html")
        || head.startsWith("<html")
        || head.contains("<body")
        || head.contains("<meta ")
        || head.startsWith("<p>")
        || head.startsWith("<article");
  }

  /** Date, publisher, address and title, from the firmest place that has them. */
  Map<String, String> about() {
    Map<String, String> about = new LinkedHashMap<>();
    String head = html.substring(0, Math.min(html.length(), HEAD));
    Matcher json = JSON_LD.matcher(head);
    Map<String, String> linked = new LinkedHashMap<>();
    while (json.find()) {
      String field =
          ArticleReader.field(json.group(1).equals("dateCreated") ? "created" : json.group(1));
      linked.putIfAbsent(field.isEmpty() ? "url" : field, decode(json.group(2)));
    }
    Matcher publisher = JSON_PUBLISHER.matcher(head);
    if (publisher.find()) {
      linked.put("publisher", publisher.group(1));
    }
    Matcher meta = META.matcher(head);
    Map<String, String> timed = new LinkedHashMap<>();
    while (meta.find()) {
      Map<String, String> attributes = attributes(meta.group(2));
      String key =
          attributes.getOrDefault(
              "property",
              attributes.getOrDefault(
                  "name", attributes.getOrDefault("itemprop", attributes.getOrDefault("rel", ""))));
      String value = attributes.getOrDefault("content", attributes.getOrDefault("href", ""));
      if (meta.group(1).equalsIgnoreCase("time")) {
        timed.putIfAbsent("date", attributes.getOrDefault("datetime", ""));
      } else if (!ArticleReader.field(key).isEmpty() && !value.isBlank()) {
        about.putIfAbsent(ArticleReader.field(key), decode(value));
      }
    }
    linked.forEach(about::putIfAbsent);
    timed.forEach(
        (key, value) -> {
          if (!value.isBlank()) {
            about.putIfAbsent(key, value);
          }
        });
    Matcher title = TITLE.matcher(head);
    if (title.find()) {
      about.putIfAbsent("title", decode(title.group(1)).strip());
    }
    return about;
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      attributes.putIfAbsent(
          matcher.group(1).toLowerCase(Locale.ROOT),
          matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
    }
    return attributes;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    String lower = html.toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      if (tag < 0) {
        append(text, html.substring(at));
        break;
      }
      append(text, html.substring(at, tag));
      if (html.startsWith("<!--", tag)) {
        int end = html.indexOf("-->", tag + 4);
        at = end < 0 ? html.length() : end + 3;
        continue;
      }
      int end = html.indexOf('>', tag);
      if (end < 0) {
        break;
      }
      String name = name(html, tag);
      boolean closing = html.startsWith("</", tag);
      at = end + 1;
      if (!closing && SKIPPED.contains(name)) {
        int close = lower.indexOf("</" + name, at);
        int after = close < 0 ? -1 : html.indexOf('>', close);
        at = after < 0 ? html.length() : after + 1;
      }
      if (!name.isEmpty() && !INLINE.contains(name)) {
        text.append('\n');
      }
    }
    return text.toString().replaceAll("[ \\t]+", " ").replaceAll(" ?\\n[ \\n]*", "\n").strip();
  }

  private static String name(String html, int tag) {
    int from = html.startsWith("</", tag) ? tag + 2 : tag + 1;
    int to = from;
    while (to < html.length() && to - from < 20 && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static void append(StringBuilder text, String part) {
    text.append(decode(part.replace('\n', ' ').replace('\r', ' ')));
  }

  private static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '&' ? text.indexOf(';', at) : -1;
      String value = end > at && end - at < 12 ? entity(text.substring(at + 1, end)) : "";
      if (value.isEmpty()) {
        decoded.append(c);
        at++;
      } else {
        decoded.append(value);
        at = end + 1;
      }
    }
    return decoded.toString();
  }

  private static String entity(String name) {
    try {
      if (name.startsWith("#x") || name.startsWith("#X")) {
        return Character.toString(Integer.parseInt(name.substring(2), 16));
      }
      if (name.startsWith("#")) {
        return Character.toString(Integer.parseInt(name.substring(1)));
      }
    } catch (IllegalArgumentException e) {
      // No number, or no character of that number: it stays as it is written.
      return "";
    }
    return ENTITIES.getOrDefault(name, "");
  }
}
