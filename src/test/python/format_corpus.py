"""Writes one drawn scene into every format that GDAL and GeoPandas write, into the folder named.

Three sides over Ukraine's latitudes: a broad square with a hole and, in the hole, an island with a
hole of its own; another side's ground in that; a third side's of two parts. Every position has a
height. The positions are chosen so that every format can keep them: whole thousandths of a degree.
"""

import pathlib
import sys
import warnings

import geopandas
import pyogrio
from shapely.geometry import MultiPolygon, Polygon

warnings.filterwarnings("ignore")


def ring(west, south, east, north):
    corners = [(west, south), (west, north), (east, north), (east, south), (west, south)]
    return [(x, y, 5.5) for x, y in corners]


def scene():
    red = MultiPolygon(
        [
            Polygon(ring(30, 46, 34, 50), [ring(31, 47, 33, 49)]),
            Polygon(ring(31.5, 47.5, 32.5, 48.5), [ring(31.75, 47.75, 32.25, 48.25)]),
        ]
    )
    blue = MultiPolygon([Polygon(ring(31.875, 47.875, 32.125, 48.125))])
    green = MultiPolygon(
        [Polygon(ring(35.125, 46.25, 36.75, 47.875)), Polygon(ring(36.875, 48.125, 38.123, 49.125))]
    )
    return geopandas.GeoDataFrame(
        {
            "side": ["RED", "BLUE", "GREEN"],
            "place": ["Півострів", "Żółw", "Straße"],
            "number": [1, 2, 3],
        },
        geometry=[red, blue, green],
        crs="EPSG:4326",
    )


def write(folder):
    drawn = scene()

    def gdal(name, driver, frame=drawn, **options):
        pyogrio.write_dataframe(frame, folder / name, driver=driver, layer="scene", **options)

    gdal("scene.geojson", "GeoJSON")
    gdal("lines.geojsonl", "GeoJSONSeq")
    gdal("separated.geojsons", "GeoJSONSeq", RS="YES")
    gdal("scene.gpkg", "GPKG")
    gdal("utm.gpkg", "GPKG", drawn.to_crs(32636))
    gdal("scene.fgb", "FlatGeobuf")
    gdal("unindexed.fgb", "FlatGeobuf", SPATIAL_INDEX="NO")
    gdal("scene.kml", "KML")
    gdal("libkml.kml", "LIBKML")
    gdal("scene.kmz", "LIBKML")
    gdal("comma.csv", "CSV", GEOMETRY="AS_WKT")
    gdal("semicolon.csv", "CSV", GEOMETRY="AS_WKT", SEPARATOR="SEMICOLON")
    gdal("tab.csv", "CSV", GEOMETRY="AS_WKT", SEPARATOR="TAB")
    drawn.to_parquet(folder / "scene.parquet")
    for name, frame, encoding in [
        ("scene.shp.zip", drawn, "UTF-8"),
        ("mercator.shp.zip", drawn.to_crs(3857), "UTF-8"),
        ("cyrillic.shp.zip", drawn[drawn["number"] == 1], "CP1251"),
    ]:
        gdal(name, "ESRI Shapefile", frame, ENCODING=encoding)


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    write(target)
