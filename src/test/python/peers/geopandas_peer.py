#!/usr/bin/env python3
"""The benchmark's work with GeoPandas, as an analyst who knows it well would do it.

Every step is one vectorised call over all maps, by spatial index. Overlays are
in longitude and latitude, of single polygons; areas are those of an equal-area
projection, of edges cut short enough to stay straight on it.
"""

import re

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely
import work


def polygons(frame):
    """Every polygon of a frame in a row of its own, lines and points left out."""
    parts = frame.explode(ignore_index=True)
    return parts[parts.geom_type == "Polygon"].reset_index(drop=True)


def deepstate_map(path, content, _regions):
    """(map date, polygons by side) of a file of DeepState's archive."""
    file_date = re.search(r"(\d{8})\.geojson", path).group(1)
    ground = gpd.GeoSeries(shapely.get_parts(shapely.from_geojson(content)))
    return work.day(file_date) - pd.Timedelta(days=2), {"RU": ground}


def nzz_map(_path, content, regions):
    """(map date, polygons by side) of a file of NZZ's archive."""
    collection = content[content.index(b"{", 1) : content.rindex(b"}")]
    frame = pyogrio.read_dataframe(collection)
    parts = frame[["type", "geometry"]].explode(ignore_index=True)
    points = gpd.GeoDataFrame(
        geometry=parts.representative_point(), crs=regions.crs
    )
    russia = regions[regions["country"] == "RU"]
    inside = gpd.sjoin(points, russia, predicate="within").index.unique()
    at_home = parts.index.isin(inside)
    lost = parts["type"] == "losses"
    return work.day(frame["date"].iloc[0]), {
        "RU": parts.geometry[~lost & ~at_home],
        "UA": parts.geometry[lost & at_home],
    }


READERS = {"deepstate": deepstate_map, "nzz": nzz_map}


def united(parts):
    """All of a map's polygons as one valid geometry."""
    if not parts.is_valid.all():
        parts = parts.make_valid()
    return parts.union_all()


def read_maps(shape, folder, regions):
    """One row a map and side; of two files for one day the later one."""
    maps = {}
    for path, content in work.distinct_files(folder):
        map_date, ground = READERS[shape](path, content, regions)
        maps[map_date] = {s: united(g) for s, g in ground.items() if len(g)}
        if "UA" in maps[map_date]:
            sides = maps[map_date]
            sides["RU"] = sides["RU"].difference(sides["UA"])
    return gpd.GeoDataFrame(
        [
            {"side": side, "map_date": map_date, "geometry": ground}
            for map_date, sides in maps.items()
            for side, ground in sides.items()
        ],
        crs=regions.crs,
    )


def km2(frame):
    """Areas of a frame's polygons."""
    return frame.segmentize(work.LONGEST_EDGE).to_crs(work.EQUAL_AREA).area / 1e6


def by_region(frame, regions, keys):
    """km² of a frame's ground: ALL, by country and by region."""
    parts = polygons(frame)
    clipped = gpd.overlay(parts, regions, how="intersection", keep_geom_type=True)
    clipped["km2"] = km2(clipped)
    parts["km2"] = km2(parts)
    whole = parts.groupby(keys, as_index=False)["km2"].sum()
    return pd.concat(
        [whole.assign(region_id="ALL"), work.totals(clipped, keys)],
        ignore_index=True,
    )


def changes(maps, pairs):
    """Ground gained and lost by a side between each pair of its maps."""
    opening = maps.reindex(pairs["opening_map_date"]).reset_index(drop=True)
    closing = maps.reindex(pairs["closing_map_date"]).reset_index(drop=True)
    gained = closing.difference(opening, align=False)
    lost = opening.difference(closing, align=False)
    return pd.concat(
        [
            gpd.GeoDataFrame(pairs.assign(figure=figure), geometry=ground)
            for figure, ground in zip(work.FLOWS, (gained, lost))
        ],
        ignore_index=True,
    )


def measure(options, steps):
    """Reads and measures all sources."""
    regions = gpd.read_file(options.regions)[["region_id", "country", "geometry"]]
    tables = []
    for source_id, shape, folder in options.source:
        maps = read_maps(shape, folder, regions)
        steps.ended("read")
        for side, held in maps.groupby("side"):
            held = held[["map_date", "geometry"]].sort_values("map_date")
            stocks = by_region(held, regions, ["map_date"])
            steps.ended("stocks")
            periods = work.periods_of(held["map_date"])
            grounds = held.set_index("map_date").geometry
            changed = changes(grounds, work.pairs_of(periods))
            flows = by_region(changed, regions, [*work.PAIR, "figure"])
            steps.ended("flows")
            rows = work.deltas(periods, stocks, flows)
            tables.append(rows.assign(source_id=source_id, side=side))
    return pd.concat(tables, ignore_index=True)


if __name__ == "__main__":
    work.main("GeoPandas", measure)
