#!/usr/bin/env python3
"""Does the job's work with GeoPandas, as an analyst who knows it well would.

Every daily file is read, its polygons are united to the ground each side
holds, that ground is measured by region, and for every day, ISO week and month
what was gained and lost is overlaid and measured by region. Overlays are in
longitude and latitude; areas are those of the equal-area projection EPSG:6933.
No file is read twice when its bytes are the same, no two maps are compared
twice, and every step is one vectorised call over all maps, by spatial index;
with --one-by-one it is a call for each map and pair, as in most scripts, which
needs the memory of two maps only.

It does less than the job: no border band, no revisions, no transitions between
holdings, no gross flows, no quarantine, and no proof that the figures add up.

    python geopandas_peer.py --source deepstate deepstate maps/deepstate \
        --regions admin1.geojson --out deltas.parquet

With --check DIR nothing is computed: the figures in --out are held against the
`area_delta` of the job's output in DIR, everything unclipped.
"""

import argparse
import glob
import hashlib
import json
import os
import re
import time

import geopandas as gpd
import pandas as pd
import pyarrow.dataset

EQUAL_AREA = "EPSG:6933"
LON_LAT = "EPSG:4326"
FIGURES = ["opening_km2", "closing_km2", "gained_km2", "lost_km2"]
PERIODS = {"day": "D", "week": "W-SUN", "month": "M"}


class Steps:
    """Seconds of each step."""

    def __init__(self):
        self.started = time.perf_counter()

    def ended(self, name):
        now = time.perf_counter()
        print(f"{name:<8} {now - self.started:8.2f} s", flush=True)
        self.started = now


# --- reading ----------------------------------------------------------------


def united(frame):
    """All polygons of a frame as one valid geometry."""
    if not frame.geometry.is_valid.all():
        frame = frame.set_geometry(frame.geometry.make_valid())
    return frame.geometry.union_all()


def deepstate_map(path, content, _regions):
    """(map date, ground by side) of a file of DeepState's archive."""
    file_date = re.search(r"(\d{8})\.geojson", path).group(1)
    features = json.loads(content)["features"]
    frame = gpd.GeoDataFrame.from_features(features, crs=LON_LAT)
    map_date = pd.Timestamp(file_date) - pd.Timedelta(days=2)
    return map_date, {"RU": united(frame)}


def nzz_map(_path, content, regions):
    """(map date, ground by side) of a file of NZZ's archive."""
    features = json.loads(content)["value"]["features"]
    frame = gpd.GeoDataFrame.from_features(features, crs=LON_LAT)
    map_date = pd.Timestamp(frame["date"].iloc[0])
    parts = frame[["type", "geometry"]].explode(ignore_index=True)
    points = gpd.GeoDataFrame(
        geometry=parts.geometry.representative_point(), crs=LON_LAT
    )
    russia = regions[regions["country"] == "RU"]
    inside = gpd.sjoin(points, russia, predicate="within").index.unique()
    at_home = parts.index.isin(inside)
    lost = parts["type"] == "losses"
    ground = {"RU": united(parts[~lost & ~at_home])}
    if (lost & at_home).any():
        ground["UA"] = united(parts[lost & at_home])
        ground["RU"] = ground["RU"].difference(ground["UA"])
    return map_date, ground


READERS = {"deepstate": deepstate_map, "nzz": nzz_map}


def read_maps(source_id, shape, folder, regions):
    """One row a map and side; of two files for one day the later one."""
    rows, seen = {}, set()
    for path in sorted(glob.glob(os.path.join(folder, "*json"))):
        with open(path, "rb") as file:
            content = file.read()
        digest = hashlib.sha256(content).digest()
        if digest not in seen:
            seen.add(digest)
            map_date, ground = READERS[shape](path, content, regions)
            rows[map_date] = ground
    return gpd.GeoDataFrame(
        [
            {"source_id": source_id, "side": s, "map_date": d, "geometry": g}
            for d, ground in rows.items()
            for s, g in ground.items()
        ],
        crs=LON_LAT,
    )


# --- measuring --------------------------------------------------------------


def by_region(frame, regions, keys):
    """km² of a frame's ground: ALL, by country and by region."""
    frame = frame[~frame.geometry.is_empty]
    clipped = gpd.overlay(frame, regions, how="intersection", keep_geom_type=True)
    clipped["km2"] = clipped.geometry.to_crs(EQUAL_AREA).area / 1e6
    whole = frame[keys].copy()
    whole["km2"] = frame.geometry.to_crs(EQUAL_AREA).area / 1e6
    return pd.concat(
        [
            whole.assign(region_id="ALL"),
            clipped.groupby([*keys, "country"], as_index=False)["km2"]
            .sum()
            .rename(columns={"country": "region_id"}),
            clipped.groupby([*keys, "region_id"], as_index=False)["km2"].sum(),
        ],
        ignore_index=True,
    )


def periods_of(dates):
    """Every period with the maps that open and close it."""
    dates = pd.DatetimeIndex(sorted(dates))
    days = pd.date_range(dates[0] + pd.Timedelta(days=1), dates[-1])
    frames = []
    for kind, frequency in PERIODS.items():
        periods = pd.PeriodIndex(days, freq=frequency).unique()
        first = periods.start_time.normalize()
        opening = dates.searchsorted(first - pd.Timedelta(days=1), "right") - 1
        closing = dates.searchsorted(periods.end_time, "right") - 1
        frame = pd.DataFrame(
            {
                "period_kind": kind,
                "period_id": first.strftime(
                    {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m"}[kind]
                ),
                "opening_map_date": dates[opening],
                "closing_map_date": dates[closing],
            }
        )
        frames.append(frame[opening >= 0])
    return pd.concat(frames, ignore_index=True)


def changes(maps, pairs):
    """Ground gained and lost by a side between each pair of its maps."""
    opening = maps.reindex(pairs["opening_map_date"]).reset_index(drop=True)
    closing = maps.reindex(pairs["closing_map_date"]).reset_index(drop=True)
    gained = closing.difference(opening, align=False)
    lost = opening.difference(closing, align=False)
    return pd.concat(
        [
            gpd.GeoDataFrame(pairs.assign(figure=figure), geometry=ground)
            for figure, ground in (("gained_km2", gained), ("lost_km2", lost))
        ],
        ignore_index=True,
    )


def batches(frame, size):
    """A frame in parts of so many rows."""
    for start in range(0, len(frame), size):
        yield frame.iloc[start : start + size].reset_index(drop=True)


def deltas(maps, regions, size, steps):
    """area_delta of one source and side: a row a period and region."""
    pair = ["opening_map_date", "closing_map_date"]
    maps = maps[["map_date", "geometry"]].sort_values("map_date")
    stocks = pd.concat(
        by_region(some, regions, ["map_date"]) for some in batches(maps, size)
    )
    steps.ended("stocks")
    periods = periods_of(maps["map_date"])
    pairs = periods[pair].drop_duplicates()
    pairs = pairs[pairs[pair[0]] != pairs[pair[1]]]
    grounds = maps.set_index("map_date").geometry
    flows = (
        pd.concat(
            by_region(changes(grounds, some), regions, [*pair, "figure"])
            for some in batches(pairs, size)
        )
        .pivot_table(index=[*pair, "region_id"], columns="figure", values="km2")
        .reset_index()
    )
    steps.ended("flows")
    rows = periods.merge(
        pd.DataFrame({"region_id": stocks["region_id"].unique()}), how="cross"
    )
    for figure, date in zip(FIGURES[:2], pair):
        named = stocks.rename(columns={"map_date": date, "km2": figure})
        rows = rows.merge(named, on=[date, "region_id"], how="left")
    rows = rows.merge(flows, on=[*pair, "region_id"], how="left")
    rows[FIGURES] = rows.reindex(columns=FIGURES).fillna(0.0)
    steps.ended("rows")
    return rows


def run(options):
    """Reads, measures, writes."""
    steps = Steps()
    regions = gpd.read_file(options.regions)[["region_id", "country", "geometry"]]
    tables = []
    for source_id, shape, folder in options.source:
        maps = read_maps(source_id, shape, folder, regions)
        steps.ended("read")
        for side, ground in maps.groupby("side"):
            size = 1 if options.one_by_one else len(ground) ** 2
            rows = deltas(ground, regions, size, steps)
            tables.append(rows.assign(source_id=source_id, side=side))
    pd.concat(tables, ignore_index=True).to_parquet(options.out)
    steps.ended("write")


# --- checking ---------------------------------------------------------------


def check(options):
    """Prints how far the figures for everything are from the job's."""
    keys = ["source_id", "side", "period_kind", "period_id"]
    dates = ["opening_map_date", "closing_map_date"]
    field = pyarrow.dataset.field
    folder = os.path.join(options.check, "area_delta")
    ours = (
        pyarrow.dataset.dataset(folder, partitioning="hive")
        .to_table(
            columns=[*keys, *dates, *FIGURES],
            filter=(field("region_id") == "ALL")
            & (field("layer_set") == "controlled")
            & (field("coverage") != "none"),
        )
        .to_pandas()
    )
    for date in dates:
        ours[date] = pd.to_datetime(ours[date])
    theirs = pd.read_parquet(options.out)
    theirs = theirs[theirs["region_id"] == "ALL"]
    both = ours.merge(theirs, on=[*keys, *dates], suffixes=("", "_peer"))
    apart = {
        kind: max(
            (both[figure] - both[f"{figure}_peer"]).abs().max()
            for figure in figures
        )
        for kind, figures in (("stock", FIGURES[:2]), ("flow", FIGURES[2:]))
    }
    print(json.dumps({"rows": len(both), **apart}))


def main():
    """The command line."""
    parser = argparse.ArgumentParser(
        description="Daily, weekly and monthly deltas by region, by GeoPandas."
    )
    parser.add_argument(
        "--source",
        nargs=3,
        action="append",
        default=[],
        metavar=("ID", "SHAPE", "FOLDER"),
        help=f"maps of one source; SHAPE is one of {', '.join(READERS)}",
    )
    parser.add_argument("--regions", help="GeoJSON with region_id and country")
    parser.add_argument("--out", required=True, help="Parquet file")
    parser.add_argument(
        "--one-by-one", action="store_true", help="no more than a pair at once"
    )
    parser.add_argument("--check", metavar="DIR", help="an output of the job")
    options = parser.parse_args()
    if options.check:
        check(options)
    else:
        run(options)


if __name__ == "__main__":
    main()
