package org.territorydelta.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.RawShape.Kind;

/**
 * GeoParquet 1.x with WKB, and Parquet with a column of WKB of a usual name. Read by Parquet's own
 * library, row group by row group, out of memory.
 */
final class ParquetBody implements FormatBody {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> USUAL =
      List.of("geometry", "geom", "wkb", "wkb_geometry", "the_geom", "shape");

  /**
   * What the file's metadata says of its geometry.
   *
   * @param crs none where the file says nothing: longitude and latitude then
   */
  private record GeometryColumn(String name, Optional<String> crs) {}

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (var reader = ParquetFileReader.open(new ParquetBytes(ByteSource.all(in)), options)) {
      Map<String, String> metadata = reader.getFileMetaData().getKeyValueMetaData();
      MessageType schema = reader.getFileMetaData().getSchema();
      GeometryColumn geometry = geometry(Optional.ofNullable(metadata.get("geo")), schema);
      List<RawFeature> features = new ArrayList<>();
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        RecordReader<Group> rows =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long row = 0; row < pages.getRowCount(); row++) {
          features.add(feature(features.size(), rows.read(), schema, geometry.name));
        }
      }
      return RawFile.of(geometry.crs, Map.of(), features);
    } catch (IOException e) {
      throw e instanceof UnreadableFileException ? e : broken(e);
    } catch (RuntimeException e) {
      // Parquet's library says by all kinds of these that a file is broken.
      throw broken(e);
    }
  }

  private static UnreadableFileException broken(Exception e) {
    return new UnreadableFileException("not readable as Parquet: " + e.getMessage(), e);
  }

  private static GeometryColumn geometry(Optional<String> geo, MessageType schema)
      throws IOException {
    if (geo.isPresent()) {
      return stated(MAPPER.readTree(geo.get()));
    }
    for (String usual : USUAL) {
      for (Type field : schema.getFields()) {
        if (field.getName().toLowerCase(Locale.ROOT).equals(usual) && isBinary(field)) {
          return new GeometryColumn(field.getName(), Optional.empty());
        }
      }
    }
    throw new UnreadableFileException(
        "it is no GeoParquet, and no column of bytes is called one of " + String.join(", ", USUAL));
  }

  private static boolean isBinary(Type field) {
    return field.isPrimitive()
        && field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
  }

  private static GeometryColumn stated(JsonNode geo) throws UnreadableFileException {
    String name = geo.path("primary_column").asText("geometry");
    JsonNode column = geo.path("columns").path(name);
    String encoding = column.path("encoding").asText("none");
    if (!encoding.equals("WKB")) {
      throw new UnreadableFileException(
          "its geometry is encoded as " + encoding + ", expected WKB; write it as GeoParquet 1.0");
    }
    if (column.path("edges").asText("planar").equals("spherical")) {
      throw new UnreadableFileException("its edges are spherical, expected planar");
    }
    JsonNode crs = column.path("crs");
    if (crs.isMissingNode()) {
      return new GeometryColumn(name, Optional.empty());
    }
    JsonNode id = crs.path("id");
    if (id.isMissingNode()) {
      throw new UnreadableFileException("its reference system has no id, or is null");
    }
    return new GeometryColumn(
        name, Optional.of(id.path("authority").asText() + ":" + id.path("code").asText()));
  }

  private static RawFeature feature(int index, Group row, MessageType schema, String geometry) {
    Map<String, String> texts = new LinkedHashMap<>();
    Set<String> nulls = new HashSet<>();
    Set<String> compounds = new HashSet<>();
    List<RawShape> shapes = List.of(RawShape.without(Kind.NULL, "no geometry"));
    for (int i = 0; i < schema.getFieldCount(); i++) {
      Type field = schema.getType(i);
      if (row.getFieldRepetitionCount(i) == 0) {
        nulls.add(field.getName());
      } else if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
        compounds.add(field.getName());
      } else if (field.getName().equals(geometry)) {
        shapes = WkbShapes.of(row.getBinary(i, 0).getBytes());
      } else {
        texts.put(field.getName(), text(row, i, field));
      }
    }
    nulls.remove(geometry);
    var properties = new FeatureProperties(texts, nulls, compounds);
    return new RawFeature(index, properties, shapes, "row " + index + " " + properties);
  }

  private static String text(Group row, int field, Type type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32, INT64 -> {
        long number =
            type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32
                ? row.getInteger(field, 0)
                : row.getLong(field, 0);
        yield ParquetTime.text(number, logical);
      }
      case BOOLEAN -> String.valueOf(row.getBoolean(field, 0));
      case DOUBLE -> NumberText.of(row.getDouble(field, 0));
      case FLOAT -> NumberText.of(row.getFloat(field, 0));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> row.getBinary(field, 0).toStringUsingUTF8();
      case INT96 -> ParquetTime.int96(row.getInt96(field, 0).getBytes());
    };
  }
}
