package org.territorydelta.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as comma-separated values (RFC 4180) that a spreadsheet opens as it is meant: UTF-8 with
 * a mark that says so, CRLF between rows, cells quoted where they have to be.
 *
 * <p>Text that a spreadsheet would take for a formula, because it begins with {@code = + - @}, a
 * tab or a carriage return, has an apostrophe before it, unless it is a number. Numbers are written
 * in full, without an exponent, and read back as the same number; an absent value is an empty cell.
 * A list of texts is one cell, with semicolons; a list of anything else is JSON.
 */
public final class SpreadsheetCsv implements AutoCloseable {
  /** Rows that spreadsheets take, the heading among them: 2^20. */
  public static final long MOST_ROWS = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final CsvWriter csv;

  /**
   * Begins a table with its heading.
   *
   * @param out is closed with this
   */
  public SpreadsheetCsv(Writer out, List<String> columns) {
    var settings = new CsvWriterSettings();
    settings.getFormat().setLineSeparator("\r\n");
    settings.getFormat().setComment('\0');
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setSkipEmptyLines(false);
    settings.setMaxCharsPerColumn(-1);
    // RFC 4180 knows no other reason to quote but these; a lone CR is one of them.
    settings.setQuotationTriggers('"', ',', '\r', '\n');
    this.csv = new CsvWriter(out, settings);
    csv.writeHeaders(columns);
  }

  /**
   * A row.
   *
   * @param values in the columns' order: texts, numbers, dates, booleans, lists of them, lists of
   *     maps from a name to a value, or null
   */
  public void row(List<?> values) {
    csv.writeRow(values.stream().map(SpreadsheetCsv::cell).toArray());
  }

  /** The start of the file, before any table. */
  public static String mark() {
    return String.valueOf(BYTE_ORDER_MARK);
  }

  private static String cell(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Double number) {
      String plain = new BigDecimal(number.toString()).toPlainString();
      return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return safe(value instanceof List<?> list ? joined(list) : value.toString());
  }

  private static String joined(List<?> list) {
    if (list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).collect(Collectors.joining("; "));
    }
    try {
      return JSON.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot write a cell: " + list, e);
    }
  }

  private static String safe(String text) {
    boolean looksLikeFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return looksLikeFormula && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  @Override
  public void close() {
    csv.close();
  }
}
