#!/usr/bin/env python3
"""The benchmark's work with DuckDB and its spatial extension, in SQL from the files on.

Overlays are in longitude and latitude; areas are those of an equal-area
projection. DuckDB has no function that cuts long edges short, so that figures
are off by what the projection makes of them.
"""

import glob
import os
import sys

import duckdb
import pandas as pd
import work

# Every distinct content once, under the first of its names.
FILES = """
SELECT min(filename) AS file, content FROM read_text('{folder}/*json') GROUP BY content
"""

DEEPSTATE = f"""
SELECT file, 'RU' AS side,
       (strptime(regexp_extract(file, '([0-9]{{{{8}}}})[.]geojson', 1), '%Y%m%d') - INTERVAL 2 DAY)::TIMESTAMP AS map_date,
       ST_GeomFromGeoJSON(feature -> '$.geometry') AS geometry
FROM (SELECT file, unnest(json_extract(content, '$.features[*]')) AS feature FROM ({FILES}))
"""

NZZ = f"""
WITH feature AS (
  SELECT file, unnest(json_extract(content, '$.value.features[*]')) AS feature FROM ({FILES})
), part AS (
  SELECT file, feature ->> '$.properties.type' AS type, (feature ->> '$.properties.date')::TIMESTAMP AS map_date,
         unnest(ST_Dump(ST_GeomFromGeoJSON(feature -> '$.geometry'))).geom AS geometry
  FROM feature
), numbered AS (
  SELECT *, row_number() OVER () AS number, ST_PointOnSurface(geometry) AS point FROM part
), at_home AS (
  SELECT DISTINCT number FROM numbered n JOIN regions r ON ST_Within(n.point, r.geometry) WHERE r.country = 'RU'
)
SELECT file, map_date, CASE WHEN type = 'losses' THEN 'UA' ELSE 'RU' END AS side, geometry
FROM numbered LEFT JOIN at_home USING (number)
WHERE (type = 'losses') = (at_home.number IS NOT NULL)
"""

READERS = {"deepstate": DEEPSTATE, "nzz": NZZ}

# Of two files for one day the later one; what is Ukraine's in Russia is not Russia's.
GROUND = """
CREATE OR REPLACE TABLE ground AS
WITH current AS (
  SELECT * FROM parts QUALIFY file = max(file) OVER (PARTITION BY map_date)
), united AS (
  SELECT side, map_date,
         ST_Union_Agg(CASE WHEN ST_IsValid(geometry) THEN geometry ELSE ST_MakeValid(geometry) END) AS geometry
  FROM current GROUP BY side, map_date
)
SELECT u.side, u.map_date,
       CASE WHEN l.geometry IS NULL THEN u.geometry ELSE ST_Difference(u.geometry, l.geometry) END AS geometry
FROM united u LEFT JOIN united l ON u.map_date = l.map_date AND u.side = 'RU' AND l.side = 'UA'
"""

CHANGED = """
CREATE OR REPLACE TABLE changed AS
SELECT p.*, f.figure, CASE f.figure WHEN 'gained_km2' THEN ST_Difference(c.geometry, o.geometry)
                                    ELSE ST_Difference(o.geometry, c.geometry) END AS geometry
FROM pairs p
JOIN ground o ON o.side = p.side AND o.map_date = p.opening_map_date
JOIN ground c ON c.side = p.side AND c.map_date = p.closing_map_date
CROSS JOIN (VALUES ('gained_km2'), ('lost_km2')) AS f(figure)
"""


def km2(geometry):
    """The area of a geometry, in SQL."""
    return f"ST_Area(ST_Transform({geometry}, 'EPSG:4326', '{work.EQUAL_AREA}', always_xy := true)) / 1e6"


def with_spatial():
    """A connection with the spatial extension, from PyPI or from DuckDB's own server."""
    connection = duckdb.connect()
    for folder in sys.path:
        pattern = f"duckdb_extension_spatial/extensions/v{duckdb.__version__}/*"
        for file in glob.glob(os.path.join(folder, pattern)):
            connection.load_extension(file)
            return connection
    try:
        connection.install_extension("spatial")
        connection.load_extension("spatial")
    except duckdb.Error as error:
        sys.exit(f"Cannot get DuckDB's spatial extension: {error}")
    return connection


def by_region(connection, table, keys):
    """km² of a table's ground: ALL, by country and by region."""
    names = ", ".join(keys)
    whole = connection.sql(
        f"SELECT {names}, {km2('geometry')} AS km2 FROM {table}"
    ).df()
    clipped = connection.sql(
        f"SELECT {names}, region_id, country, {km2('ST_Intersection(t.geometry, r.geometry)')} AS km2"
        f" FROM {table} t JOIN regions r ON ST_Intersects(t.geometry, r.geometry)"
    ).df()
    return pd.concat(
        [whole.assign(region_id="ALL"), work.totals(clipped, keys)],
        ignore_index=True,
    )


def measure(options, steps):
    """Reads and measures all sources."""
    connection = with_spatial()
    connection.sql(
        "CREATE TABLE regions AS SELECT region_id, country, geom AS geometry"
        f" FROM ST_Read('{options.regions}')"
    )
    tables = []
    for source_id, shape, folder in options.source:
        parts = READERS[shape].format(folder=folder)
        connection.sql(f"CREATE OR REPLACE TABLE parts AS {parts}")
        connection.sql(GROUND)
        steps.ended("read")
        stocks = by_region(connection, "ground", ["side", "map_date"])
        steps.ended("stocks")
        periods = {
            side: work.periods_of(held["map_date"].unique())
            for side, held in stocks.groupby("side")
        }
        pairs = pd.concat(
            work.pairs_of(of).assign(side=side) for side, of in periods.items()
        )
        connection.register("pairs", pairs)
        connection.sql(CHANGED)
        flows = by_region(connection, "changed", ["side", *work.PAIR, "figure"])
        steps.ended("flows")
        for side, of in periods.items():
            rows = work.deltas(
                of, stocks[stocks["side"] == side], flows[flows["side"] == side]
            )
            tables.append(rows.assign(source_id=source_id, side=side))
    return pd.concat(tables, ignore_index=True)


if __name__ == "__main__":
    work.main("DuckDB", measure)
