package org.territorydelta.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.ContentHash;
import org.territorydelta.model.FileText;
import org.territorydelta.model.Sha256;
import org.territorydelta.model.Violation;

/**
 * {@code _run.json}: what a run was made of and what it made, so that a figure can be traced and
 * made again.
 *
 * @param runId hash of the code version, the config's meaning and the input; the same wherever and
 *     whenever it runs
 * @param config resolved, defaults filled in
 * @param sources attribution, terms and notice of each
 * @param laws whether they hold; an output on which one breaks is kept, but never published
 */
public record RunManifest(
    int schemaVersion,
    String runId,
    Code code,
    Times times,
    JsonNode config,
    List<SourceTerms> sources,
    List<TableFile> tables,
    Map<String, Object> counters,
    Map<String, String> libraries,
    Laws laws) {

  public static final String FILE_NAME = "_run.json";

  public RunManifest {
    // Those that earlier versions wrote were published, so all laws held.
    laws = laws == null ? Laws.of(List.of()) : laws;
    for (Object part :
        Arrays.asList(runId, code, times, config, sources, tables, counters, libraries)) {
      if (part == null) {
        throw new IllegalArgumentException("Cannot build manifest: a part of it is missing");
      }
    }
  }

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(
              new JavaTimeModule()
                  .addSerializer(new OpenEndedDate())
                  .addSerializer(new HashOfText()))
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // What a later version says besides is not needed to read what this one knows.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .build();

  /** A rule without a first or last day has none in the manifest, either. */
  private static final class OpenEndedDate extends StdSerializer<LocalDate> {
    private static final long serialVersionUID = 1;

    OpenEndedDate() {
      super(LocalDate.class);
    }

    @Override
    public void serialize(LocalDate date, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (date.equals(LocalDate.MIN) || date.equals(LocalDate.MAX)) {
        json.writeNull();
      } else {
        json.writeString(date.toString());
      }
    }
  }

  /** A file that the config names is what it holds, wherever it lies. */
  private static final class HashOfText extends StdSerializer<FileText> {
    private static final long serialVersionUID = 1;

    HashOfText() {
      super(FileText.class);
    }

    @Override
    public void serialize(FileText file, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(file.sha256());
    }
  }

  /**
   * How many breaks of a law the run found.
   *
   * @param first of them, {@value #MOST} at most; the table {@code violation} has all
   */
  public record Laws(long breaks, List<Violation> first) {
    private static final int MOST = 20;

    public static Laws of(List<Violation> violations) {
      return new Laws(violations.size(), violations.stream().limit(MOST).toList());
    }

    public boolean hold() {
      return breaks == 0;
    }
  }

  /** The program: its version, its commit, and whether files differed from that commit. */
  public record Code(String version, String commit, boolean modified) {}

  /** When it ran, and seconds of each stage. */
  public record Times(Instant started, Instant finished, Map<String, Double> stageSeconds) {}

  /** A source's terms, as they have to go with its figures. */
  public record SourceTerms(
      String sourceId,
      String attribution,
      String licence,
      boolean geometryMayBeShown,
      String notice) {}

  /**
   * One file of a table.
   *
   * @param path below the output folder
   * @param sha256 of its bytes
   * @param contentHash of its rows, whatever their order and however they are written; hashes of
   *     files add up to the table's. Empty in outputs of earlier versions
   */
  public record TableFile(String table, String path, long rows, String sha256, String contentHash) {
    public TableFile {
      contentHash = contentHash == null ? "" : contentHash;
    }
  }

  /** A config, or any record, as a tree with kebab-case keys. */
  public static ObjectNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  /**
   * The run's id.
   *
   * @param meaning the config without paths and places
   * @param inputs one line for each input: source, dates, hash
   */
  public static String runId(Code code, JsonNode meaning, List<String> inputs) {
    List<String> parts = new ArrayList<>();
    parts.add(code.version() + " " + code.commit() + " " + code.modified());
    parts.add(meaning.toString());
    inputs.stream().sorted().forEach(parts::add);
    MessageDigest digest = Sha256.digest();
    digest.update(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    return Sha256.hex(digest);
  }

  /** Of each table, the hash of its rows; equal where two runs give the same figures. */
  @JsonProperty("content-hashes")
  public SortedMap<String, String> contentHashes() {
    SortedMap<String, List<String>> parts = new TreeMap<>();
    for (TableFile file : tables) {
      if (!file.contentHash.isEmpty()) {
        parts.computeIfAbsent(file.table, table -> new ArrayList<>()).add(file.contentHash);
      }
    }
    SortedMap<String, String> hashes = new TreeMap<>();
    parts.forEach((table, hash) -> hashes.put(table, ContentHash.sum(hash)));
    return hashes;
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the manifest", e);
    }
  }

  /**
   * @throws IOException when the text is no manifest
   */
  public static RunManifest fromJson(String text) throws IOException {
    return JSON.readValue(text, RunManifest.class);
  }
}
