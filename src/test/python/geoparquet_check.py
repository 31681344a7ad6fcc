"""Opens a GeoParquet file as its readers do, and holds its metadata against GeoParquet 1.1.0.

Prints what it saw as JSON. The schema here is written from the specification's tables
(https://geoparquet.org/releases/v1.1.0/): required members, allowed values, covering paths.
"""
import json
import sys

import geopandas
import jsonschema
import pyarrow.parquet
import pyproj

PATH = {
    side: {
        "type": "array",
        "prefixItems": [{"type": "string"}, {"const": side}],
        "minItems": 2,
        "maxItems": 2,
    }
    for side in ("xmin", "ymin", "xmax", "ymax")
}
SCHEMA = {
    "type": "object",
    "required": ["version", "primary_column", "columns"],
    "properties": {
        "version": {"const": "1.1.0"},
        "primary_column": {"type": "string", "minLength": 1},
        "columns": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {
                "type": "object",
                "required": ["encoding", "geometry_types"],
                "properties": {
                    "encoding": {"const": "WKB"},
                    "geometry_types": {
                        "type": "array",
                        "uniqueItems": True,
                        "items": {"enum": ["Polygon", "MultiPolygon"]},
                    },
                    "crs": {"type": "object"},
                    "edges": {"enum": ["planar", "spherical"]},
                    "bbox": {
                        "type": "array",
                        "items": {"type": "number"},
                        "minItems": 4,
                        "maxItems": 4,
                    },
                    "covering": {
                        "type": "object",
                        "required": ["bbox"],
                        "properties": {
                            "bbox": {
                                "type": "object",
                                "required": list(PATH),
                                "properties": PATH,
                            }
                        },
                    },
                },
            },
        },
    },
}

path, west, south, east, north = sys.argv[1], *map(float, sys.argv[2:6])
geo = json.loads(pyarrow.parquet.read_schema(path).metadata[b"geo"])
jsonschema.validate(geo, SCHEMA)
column = geo["columns"][geo["primary_column"]]
assert pyproj.CRS.from_json_dict(column["crs"]) == pyproj.CRS("OGC:CRS84")

rows = geopandas.read_parquet(path)
shown = rows[rows.geometry.notna()]
geod = pyproj.Geod(ellps="WGS84")
areas = shown.geometry.map(lambda g: abs(geod.geometry_area_perimeter(g)[0]) / 1e6)
json.dump(
    {
        "rows": len(rows),
        "rows_with_shape": len(shown),
        "crs": rows.crs.to_string(),
        "valid": bool(shown.geometry.is_valid.all()),
        "bounds": column["bbox"],
        "largest_area_error_share": float((areas / shown.area_km2 - 1).abs().max()),
        "rows_in_box": len(geopandas.read_parquet(path, bbox=(west, south, east, north))),
    },
    sys.stdout,
)
