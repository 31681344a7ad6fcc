"""The work that every peer of the benchmark does, but for the geometry.

Maps of DeepState's and NZZ's archives are read; the ground that a side holds is
measured by region; for every day, ISO week and month, what it gained and lost is
overlaid and measured by region. No file is read twice when its bytes are the
same, and no two maps are compared twice. That is less than the job does: no
border band, no revisions, no transitions between holdings, no gross flows, no
quarantine, and no proof that the figures add up.

    python PEER.py --source deepstate deepstate maps/deepstate \
        --regions admin1.geojson --out deltas.parquet

With --check DIR nothing is computed: the figures in --out are held against the
`area_delta` of the job's output in DIR, by region, except where the job gave a
region ground beyond its border (`border_mismatch_km2`).
"""

import argparse
import glob
import hashlib
import json
import os
import time

import pandas as pd
import pyarrow.dataset

EQUAL_AREA = "EPSG:6933"
LON_LAT = "OGC:CRS84"

# An edge is straight in longitude and latitude, and not on the projection's
# plane; one that is at most so many degrees long is near enough.
LONGEST_EDGE = 0.05

PAIR = ["opening_map_date", "closing_map_date"]
STOCKS = ["opening_km2", "closing_km2"]
FLOWS = ["gained_km2", "lost_km2"]
PERIODS = {"day": "D", "week": "W-SUN", "month": "M"}


class Steps:
    """Seconds of each step."""

    def __init__(self):
        self.started = time.perf_counter()

    def ended(self, name):
        now = time.perf_counter()
        print(f"{name:<8} {now - self.started:8.2f} s", flush=True)
        self.started = now


def distinct_files(folder):
    """(path, content) of the maps in a folder, each content once."""
    seen = set()
    for path in sorted(glob.glob(os.path.join(folder, "*json"))):
        with open(path, "rb") as file:
            content = file.read()
        digest = hashlib.sha256(content).digest()
        if digest not in seen:
            seen.add(digest)
            yield path, content


def day(value):
    """A day, in the unit that all days here have."""
    return pd.Timestamp(value).as_unit("us")


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


def pairs_of(periods):
    """The pairs of different maps that periods need, each once."""
    pairs = periods[PAIR].drop_duplicates(ignore_index=True)
    return pairs[pairs[PAIR[0]] != pairs[PAIR[1]]].reset_index(drop=True)


def totals(measured, keys):
    """km² by region, and their sums by country, of rows with both."""
    by_country = measured.groupby([*keys, "country"], as_index=False)["km2"].sum()
    by_region = measured.groupby([*keys, "region_id"], as_index=False)["km2"].sum()
    return pd.concat(
        [by_region, by_country.rename(columns={"country": "region_id"})],
        ignore_index=True,
    )


def deltas(periods, stocks, flows):
    """area_delta of one source and side: a row a period and region.

    Stocks have map_date, region_id and km2; flows the dates of a pair, region_id,
    figure and km2.
    """
    rows = periods.merge(
        pd.DataFrame({"region_id": stocks["region_id"].unique()}), how="cross"
    )
    for figure, date in zip(STOCKS, PAIR):
        named = stocks.rename(columns={"map_date": date, "km2": figure})
        rows = rows.merge(named, on=[date, "region_id"], how="left")
    wide = flows.pivot_table(
        index=[*PAIR, "region_id"], columns="figure", values="km2"
    ).reset_index()
    rows = rows.merge(wide, on=[*PAIR, "region_id"], how="left")
    figures = [*STOCKS, *FLOWS]
    rows[figures] = rows.reindex(columns=figures).fillna(0.0)
    return rows


def check(options):
    """Prints how far the figures are from the job's."""
    keys = ["source_id", "side", "period_kind", "period_id", "region_id"]
    field = pyarrow.dataset.field
    folder = os.path.join(options.check, "area_delta")
    ours = (
        pyarrow.dataset.dataset(folder, partitioning="hive")
        .to_table(
            columns=[*keys, *PAIR, *STOCKS, *FLOWS],
            filter=(field("layer_set") == "controlled")
            & (field("coverage") != "none")
            & ((field("border_mismatch_km2") == 0) | (field("region_id") == "ALL")),
        )
        .to_pandas()
    )
    for date in PAIR:
        ours[date] = pd.to_datetime(ours[date]).astype("datetime64[us]")
    theirs = pd.read_parquet(options.out)
    for date in PAIR:
        theirs[date] = theirs[date].astype("datetime64[us]")
    both = ours.merge(theirs, on=[*keys, *PAIR], suffixes=("", "_peer"))
    apart = {
        kind: max(
            float((both[figure] - both[f"{figure}_peer"]).abs().max())
            for figure in figures
        )
        for kind, figures in (("stock", STOCKS), ("flow", FLOWS))
    }
    print(json.dumps({"rows": len(both), **apart}))


def main(peer, measure):
    """The command line of a peer: measure(options, steps) gives the table."""
    parser = argparse.ArgumentParser(
        description=f"Daily, weekly and monthly deltas by region, by {peer}."
    )
    parser.add_argument(
        "--source",
        nargs=3,
        action="append",
        default=[],
        metavar=("ID", "SHAPE", "FOLDER"),
        help="maps of one source; SHAPE is deepstate or nzz",
    )
    parser.add_argument("--regions", help="GeoJSON with region_id and country")
    parser.add_argument("--out", required=True, help="Parquet file")
    parser.add_argument("--check", metavar="DIR", help="an output of the job")
    options = parser.parse_args()
    if options.check:
        check(options)
    else:
        steps = Steps()
        measure(options, steps).to_parquet(options.out)
        steps.ended("write")
