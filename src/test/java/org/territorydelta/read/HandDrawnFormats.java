package org.territorydelta.read;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Formats that publishers use and GDAL does not write, drawn by hand to their shape. */
final class HandDrawnFormats {
  /** Web Mercator metres: a box with a hole that comes first, an island in it, a box beside. */
  static final String ESRI =
      """
      {"objectIdFieldName": "OBJECTID", "geometryType": "esriGeometryPolygon",
       "spatialReference": {"wkid": 102100, "latestWkid": 3857},
       "fields": [{"name": "OBJECTID", "type": "esriFieldTypeOID"}],
       "features": [{"attributes": {"OBJECTID": 1, "EditDate": 1723420800000, "Name": null},
        "geometry": {"rings": [
         [[200, 200], [800, 200], [800, 800], [200, 800], [200, 200]],
         [[400, 400], [400, 600], [600, 600], [600, 400], [400, 400]],
         [[0, 0], [0, 1000], [1000, 1000], [1000, 0], [0, 0]],
         [[2000, 0], [2000, 100], [2100, 100], [2100, 0], [2000, 0]]]}}]}
      """;

  static final String LIVEUAMAP =
      """
      {"amount": 2, "fields": {
        "12345": {"name": "Red held", "description": "d",
          "points": [[47.1, 37.5, 47.2, 37.6, 47.15, 37.7], [48.0, 37.0, 48.5, 37.0, 48.0, 38.0]]},
        "12346": {"name": "Taken back", "points": [
          {"lat": 49.1, "lng": 36.5}, {"lat": "49.2", "lng": "36.6"}, {"lat": 49.1, "lng": 36.7}]}}}
      """;

  /** Two squares that share an arc, quantised to tenths of a degree. */
  static final String TOPOJSON =
      """
      {"type": "Topology", "transform": {"scale": [0.1, 0.1], "translate": [30, 46]},
       "objects": {"control": {"type": "GeometryCollection", "geometries": [
         {"type": "Polygon", "arcs": [[0, 1]], "id": 7, "properties": {"side": "RED"}},
         {"type": "MultiPolygon", "arcs": [[[-1, 2]]], "properties": {"side": "BLUE"}},
         {"type": null, "properties": {"side": "NONE"}}]}},
       "arcs": [[[10, 0], [0, 10]], [[10, 10], [-10, 0], [0, -10], [10, 0]],
                [[10, 0], [10, 0], [0, 10], [-10, 0]]]}
      """;

  static final String KML_WITHOUT_NAMESPACE =
      """
      <?xml version='1.0' encoding='UTF-8' ?>
      <kml><Document><name>1</name><Style id="ru"><PolyStyle/></Style>
       <Folder><name>Zones</name><Folder><name>East</name>
        <Placemark><name>A</name><styleUrl>#ru</styleUrl>
         <ExtendedData><Data name="since"><displayName>x</displayName><value>2024-08-12</value></Data></ExtendedData>
         <MultiGeometry><Point><coordinates>1,2</coordinates></Point>
          <Polygon><extrude>1</extrude>
           <outerBoundaryIs><LinearRing><coordinates>30,46,0 34,46,0
             34,50 , 0 30,50,0 30,46,0</coordinates></LinearRing></outerBoundaryIs>
           <innerBoundaryIs><LinearRing><coordinates>31,47 33,47 33,49 31,47</coordinates></LinearRing></innerBoundaryIs>
          </Polygon></MultiGeometry></Placemark></Folder>
        <Placemark><name>B</name></Placemark></Folder></Document></kml>
      """;

  static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "esri.json", ESRI,
              "liveuamap.json", LIVEUAMAP,
              "topo.json", TOPOJSON,
              "plain.kml", KML_WITHOUT_NAMESPACE));

  private HandDrawnFormats() {}

  static byte[] bytes(String file) {
    return FILES.get(file).getBytes(StandardCharsets.UTF_8);
  }
}
