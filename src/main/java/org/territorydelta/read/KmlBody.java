package org.territorydelta.read;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.RawShape.Kind;

/**
 * KML of any version, its elements by their names whatever namespace they have, if any. A placemark
 * is a feature; its properties are its single-valued elements ({@code name}, {@code styleUrl},
 * ...), the times in it ({@code when}, {@code begin}, {@code end}) and its extended data; the layer
 * is the path of folders around it. A document type is refused, so that no entity is ever fetched.
 */
final class KmlBody implements FormatBody {
  private static final String FOLDER_MARK = "/";
  private static final int FIRST_BYTES = 1024;
  private static final Pattern ENCODING =
      Pattern.compile("^[^<]{0,3}<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return new Parse(factory.createXMLStreamReader(text(in))).file();
    } catch (CharacterCodingException e) {
      throw new UnreadableFileException("its bytes are not in its encoding", e);
    } catch (XMLStreamException e) {
      throw new UnreadableFileException("not readable as XML: " + text(e), e);
    }
  }

  /**
   * The document's text, in the encoding that it names; the XML parser would print what it throws.
   */
  private static Reader text(InputStream in) throws IOException {
    byte[] start = in.readNBytes(FIRST_BYTES);
    boolean wide =
        start.length > 1 && (start[0] == (byte) 0xff || start[0] == (byte) 0xfe || start[1] == 0);
    Matcher named = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
    Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    try {
      charset = !wide && named.find() ? Charset.forName(named.group(1)) : charset;
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException("its encoding is unknown: " + named.group(1), e);
    }
    var whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
    var text =
        new BufferedReader(
            new InputStreamReader(
                whole, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  private static String text(XMLStreamException e) throws IOException {
    if (e.getNestedException() instanceof CharacterCodingException) {
      return "its bytes are not in its encoding";
    }
    if (e.getNestedException() instanceof IOException broken) {
      throw broken;
    }
    String message = e.getMessage().lines().reduce((first, last) -> last).orElse("");
    return message.replaceFirst("^Message: ", "")
        + ", line "
        + e.getLocation().getLineNumber()
        + " column "
        + e.getLocation().getColumnNumber();
  }

  /** One pass over one document. */
  private static final class Parse {
    private final XMLStreamReader xml;
    private final List<RawFeature> features = new ArrayList<>();
    private final Deque<String> folders = new ArrayDeque<>();
    private boolean links;

    Parse(XMLStreamReader xml) {
      this.xml = xml;
    }

    RawFile file() throws XMLStreamException, UnreadableFileException {
      boolean first = true;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw new UnreadableFileException("it has a document type, which is refused");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (first && !name().equals("kml")) {
            throw new UnreadableFileException("expected <kml>, found <" + name() + ">");
          }
          first = false;
          enter();
        } else if (event == XMLStreamConstants.END_ELEMENT && name().equals("Folder")) {
          folders.pollLast();
        }
      }
      if (features.isEmpty() && links) {
        throw new LinksOnlyException();
      }
      return RawFile.of(Optional.empty(), Map.of(), features);
    }

    private void enter() throws XMLStreamException {
      switch (name()) {
        case "Folder" -> folders.addLast("");
        case "name" -> {
          String text = text();
          if (!folders.isEmpty() && folders.peekLast().isEmpty()) {
            folders.removeLast();
            folders.addLast(text);
          }
        }
        case "NetworkLink" -> links = true;
        case "Placemark" -> placemark();
        case "Style", "StyleMap", "Schema", "GroundOverlay", "ScreenOverlay" -> skip();
        default -> {}
      }
    }

    private void placemark() throws XMLStreamException {
      int line = xml.getLocation().getLineNumber();
      Map<String, String> texts = new LinkedHashMap<>();
      String id = attribute("id");
      List<RawShape> shapes = new ArrayList<>();
      while (next()) {
        switch (name()) {
          case "ExtendedData", "SchemaData" -> extended(texts);
          case "TimeStamp", "TimeSpan" -> children(texts);
          case "Style", "StyleMap", "LookAt", "Camera", "Region" -> skip();
          case "MultiGeometry",
              "Polygon",
              "Point",
              "LineString",
              "LinearRing",
              "Model",
              "Track",
              "MultiTrack" ->
              geometry(shapes);
          default -> {
            String property = name();
            String text = text();
            if (!text.isEmpty()) {
              texts.putIfAbsent(property, text);
            }
          }
        }
      }
      String layer =
          folders.stream().filter(f -> !f.isEmpty()).collect(Collectors.joining(FOLDER_MARK));
      if (!layer.isEmpty()) {
        texts.put(FeatureProperties.LAYER, layer);
      }
      if (!id.isEmpty()) {
        texts.put(FeatureProperties.ID, id);
        texts.putIfAbsent("id", id);
      }
      if (shapes.isEmpty()) {
        shapes.add(RawShape.without(Kind.NULL, "no geometry"));
      }
      features.add(
          new RawFeature(
              features.size(),
              FeatureProperties.of(texts),
              shapes,
              "Placemark in line " + line + " " + new TreeMap<>(texts)));
    }

    private void extended(Map<String, String> texts) throws XMLStreamException {
      while (next()) {
        switch (name()) {
          case "SchemaData" -> extended(texts);
          case "Data" -> {
            String property = attribute("name");
            while (next()) {
              if (name().equals("value")) {
                texts.put(property, text());
              } else {
                skip();
              }
            }
          }
          case "SimpleData" -> {
            String property = attribute("name");
            texts.put(property, text());
          }
          default -> {
            String property = name();
            texts.putIfAbsent(property, text());
          }
        }
      }
    }

    private void children(Map<String, String> texts) throws XMLStreamException {
      while (next()) {
        String property = name();
        texts.putIfAbsent(property, text());
      }
    }

    private void geometry(List<RawShape> shapes) throws XMLStreamException {
      switch (name()) {
        case "MultiGeometry" -> {
          int before = shapes.size();
          while (next()) {
            geometry(shapes);
          }
          if (shapes.size() == before) {
            shapes.add(RawShape.without(Kind.EMPTY, "empty MultiGeometry"));
          }
        }
        case "Polygon" -> polygon(shapes);
        case "Point", "LineString", "LinearRing", "Model", "Track", "MultiTrack" -> {
          shapes.add(RawShape.without(Kind.POINT_OR_LINE, name()));
          skip();
        }
        default -> {
          shapes.add(RawShape.without(Kind.MALFORMED, "geometry type " + name()));
          skip();
        }
      }
    }

    private void polygon(List<RawShape> shapes) throws XMLStreamException {
      List<double[]> shells = new ArrayList<>();
      List<double[]> holes = new ArrayList<>();
      while (next()) {
        switch (name()) {
          case "outerBoundaryIs" -> rings(shells);
          case "innerBoundaryIs" -> rings(holes);
          default -> skip();
        }
      }
      if (shells.size() == 1) {
        shells.addAll(holes);
        shapes.add(RawShape.polygon(shells));
      } else if (shells.isEmpty() && holes.isEmpty()) {
        shapes.add(RawShape.without(Kind.EMPTY, "empty Polygon"));
      } else {
        shapes.add(
            RawShape.without(
                Kind.MALFORMED, "a Polygon with " + shells.size() + " outer boundaries"));
      }
    }

    private void rings(List<double[]> rings) throws XMLStreamException {
      while (next()) {
        if (!name().equals("LinearRing")) {
          skip();
          continue;
        }
        var ring = new double[0];
        while (next()) {
          if (name().equals("coordinates")) {
            ring = KmlCoordinates.ring(text());
          } else {
            skip();
          }
        }
        rings.add(ring);
      }
    }

    /** The next element inside the current one; false at its end. */
    private boolean next() throws XMLStreamException {
      while (true) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          return true;
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          return false;
        }
      }
    }

    /** All text in the element, that of elements in it too, without white space around it. */
    private String text() throws XMLStreamException {
      var text = new StringBuilder();
      for (int open = 1; open > 0; ) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> open++;
          case XMLStreamConstants.END_ELEMENT -> open--;
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              text.append(xml.getText());
          default -> {}
        }
      }
      return text.toString().strip();
    }

    private void skip() throws XMLStreamException {
      for (int open = 1; open > 0; ) {
        int event = xml.next();
        open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      }
    }

    private String attribute(String name) {
      return Optional.ofNullable(xml.getAttributeValue(null, name)).orElse("");
    }

    private String name() {
      String name = xml.getLocalName();
      return name.substring(name.indexOf(':') + 1);
    }
  }
}
