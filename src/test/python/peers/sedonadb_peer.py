#!/usr/bin/env python3
"""The benchmark's work with Apache SedonaDB, in SQL on all its threads.

SedonaDB reads no GeoJSON of its own; files are parsed as the GeoPandas peer does
and handed over through Arrow. Overlays are in longitude and latitude; areas are
those of an equal-area projection, of edges cut short enough to stay straight.
"""

import geopandas as gpd
import pandas as pd
import sedonadb
import work
from geopandas_peer import READERS

# A table goes through the engine in batches, one a thread at a time; its own
# size, 8,192 rows, would leave all of an archive to one thread.
BATCH_ROWS = 8

UNITED = """
SELECT side, map_date, ST_Union_Agg(geometry) AS geometry FROM parts GROUP BY side, map_date
"""

# What is Ukraine's in Russia is not Russia's.
GROUND = """
SELECT r.side, r.map_date, ST_Difference(r.geometry, u.geometry) AS geometry
FROM united r JOIN united u ON r.map_date = u.map_date AND r.side = 'RU' AND u.side = 'UA'
UNION ALL
SELECT r.side, r.map_date, r.geometry
FROM united r LEFT ANTI JOIN united u ON r.map_date = u.map_date AND r.side = 'RU' AND u.side = 'UA'
"""

CHANGED = """
SELECT p.*, 'gained_km2' AS figure, ST_Difference(c.geometry, o.geometry) AS geometry
FROM pairs p
JOIN ground o ON o.side = p.side AND o.map_date = p.opening_map_date
JOIN ground c ON c.side = p.side AND c.map_date = p.closing_map_date
UNION ALL
SELECT p.*, 'lost_km2' AS figure, ST_Difference(o.geometry, c.geometry) AS geometry
FROM pairs p
JOIN ground o ON o.side = p.side AND o.map_date = p.opening_map_date
JOIN ground c ON c.side = p.side AND c.map_date = p.closing_map_date
"""

KM2 = "ST_Area(ST_Transform(ST_Segmentize({geometry}, {edge}), '{crs}')) / 1e6"


def km2(geometry):
    """The area of a geometry, in SQL."""
    return KM2.format(
        geometry=geometry, edge=work.LONGEST_EDGE, crs=work.EQUAL_AREA
    )


def read_parts(shape, folder, regions):
    """One row a polygon; of two files for one day the later one."""
    maps = {}
    for path, content in work.distinct_files(folder):
        map_date, ground = READERS[shape](path, content, regions)
        maps[map_date] = ground
    frames = [
        gpd.GeoDataFrame({"geometry": g.to_numpy()}, geometry="geometry").assign(
            side=side, map_date=map_date
        )
        for map_date, ground in maps.items()
        for side, g in ground.items()
        if len(g)
    ]
    parts = pd.concat(frames, ignore_index=True).set_crs(regions.crs)
    return parts.set_geometry(parts.make_valid())


def by_region(sd, table, keys):
    """km² of a table's ground: ALL, by country and by region."""
    names = ", ".join(keys)
    whole = sd.sql(
        f"SELECT {names}, {km2('geometry')} AS km2 FROM {table}"
    ).to_pandas()
    clipped = sd.sql(
        f"SELECT {names}, r.region_id, r.country, {km2('ST_Intersection(t.geometry, r.geometry)')} AS km2"
        f" FROM {table} t JOIN regions r ON ST_Intersects(t.geometry, r.geometry)"
    ).to_pandas()
    return pd.concat(
        [whole.assign(region_id="ALL"), work.totals(clipped, keys)],
        ignore_index=True,
    )


def measure(options, steps):
    """Reads and measures all sources."""
    sd = sedonadb.connect()
    sd.sql(f"SET datafusion.execution.batch_size = {BATCH_ROWS}").execute()
    regions = gpd.read_file(options.regions)[["region_id", "country", "geometry"]]
    sd.create_data_frame(regions).to_view("regions", overwrite=True)
    tables = []
    for source_id, shape, folder in options.source:
        parts = read_parts(shape, folder, regions)
        sd.create_data_frame(parts).to_view("parts", overwrite=True)
        sd.sql(UNITED).to_memtable().to_view("united", overwrite=True)
        sd.sql(GROUND).to_memtable().to_view("ground", overwrite=True)
        steps.ended("read")
        stocks = by_region(sd, "ground", ["side", "map_date"])
        steps.ended("stocks")
        periods = {
            side: work.periods_of(held["map_date"].unique())
            for side, held in stocks.groupby("side")
        }
        pairs = pd.concat(
            work.pairs_of(of).assign(side=side) for side, of in periods.items()
        )
        sd.create_data_frame(pairs).to_view("pairs", overwrite=True)
        sd.sql(CHANGED).to_memtable().to_view("changed", overwrite=True)
        flows = by_region(sd, "changed", ["side", *work.PAIR, "figure"])
        steps.ended("flows")
        for side, of in periods.items():
            rows = work.deltas(
                of, stocks[stocks["side"] == side], flows[flows["side"] == side]
            )
            tables.append(rows.assign(source_id=source_id, side=side))
    return pd.concat(tables, ignore_index=True)


if __name__ == "__main__":
    work.main("SedonaDB", measure)
