#!/usr/bin/env python3
"""Checks the job's area figures against a second, independent way to get them.

For periods of an output, the maps that its area_delta rows name are read
again from the publisher's GeoJSON files, overlaid whole with GEOS (Shapely) in
longitude and latitude, clipped to the regions and measured by the area formula
below. Nothing of the job's own code takes part. The output must come from a
run with border-band-km 0, unless the source has no scope: here every region is
its own border and nothing else.

Two archives are understood: `deepstate`, one layer of Russian-held ground, its
map date two days before the date in the file's name; and `nzz`, where
`nochange` and `gains` outside Russia are Russian-held, `losses` inside Russia
are Ukrainian-held (and win where they overlap), and the map date is a
property. Here a polygon is in Russia if most of its area is in the Russian
regions; the job asks where one interior point of it is, so the two may place a
small polygon that lies across the border differently.

    python overlay_oracle.py --maps 'maps/*.geojson' --regions admin1.geojson \
        --out out --source deepstate --periods 2024-08 2025-01 2025-06

Exit codes: 0 all figures agree; 1 one does not, or a region has ground and no
row; 2 something needed is missing. Needs shapely >= 2, numpy and pyarrow.
"""

import argparse
import datetime
import glob
import json
import math
import os
import re
import sys
from collections import defaultdict

import numpy as np
import pyarrow.dataset
import shapely
from shapely.geometry import shape

# WGS84.
SEMI_MAJOR_AXIS_M = 6378137.0
FLATTENING = 1 / 298.257223563
ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING)
ECCENTRICITY = math.sqrt(ECCENTRICITY_SQUARED)

NODES, WEIGHTS = np.polynomial.legendre.leggauss(10)

COLUMNS = ("opening_km2", "closing_km2", "gained_km2", "lost_km2")

# Less than a square metre is an artefact of rounding, not ground.
NO_GROUND_KM2 = 1e-6


class MissingInput(Exception):
    """Something the check needs is not there."""


# --- area -------------------------------------------------------------------


def authalic_q(latitude):
    """The q of Snyder (1987), equation 3-12, for a latitude in radians."""
    sine = np.sin(latitude)
    e_sine = ECCENTRICITY * sine
    return (1 - ECCENTRICITY_SQUARED) * (
        sine / (1 - e_sine * e_sine)
        + np.arctanh(e_sine) / ECCENTRICITY
    )


def ring_area_m2(ring):
    """Area inside a ring whose edges are straight in longitude/latitude."""
    lon, lat = np.radians(shapely.get_coordinates(ring)).T
    half_rise = (lat[1:] - lat[:-1]) / 2
    middle = (lat[1:] + lat[:-1]) / 2
    along = middle[:, None] + half_rise[:, None] * NODES[None, :]
    # A constant adds nothing to a closed integral; a near one keeps digits.
    mean_q = (authalic_q(along) - authalic_q(lat[0])) @ WEIGHTS / 2
    integral = math.fsum(mean_q * (lon[1:] - lon[:-1]))
    return abs(integral) * SEMI_MAJOR_AXIS_M**2 / 2


def polygons_of(geometry):
    """The polygons in a geometry of any type; lines and points are dropped."""
    kind = shapely.get_type_id(geometry)
    if kind == shapely.GeometryType.POLYGON:
        return [] if geometry.is_empty else [geometry]
    if kind in (
        shapely.GeometryType.MULTIPOLYGON,
        shapely.GeometryType.GEOMETRYCOLLECTION,
    ):
        parts = shapely.get_parts(geometry)
        return [polygon for part in parts for polygon in polygons_of(part)]
    return []


def area_km2(geometry):
    """Shells less holes, on the ellipsoid."""
    total = []
    for polygon in polygons_of(geometry):
        total.append(ring_area_m2(polygon.exterior))
        total.extend(-ring_area_m2(hole) for hole in polygon.interiors)
    return math.fsum(total) / 1e6


# --- regions ----------------------------------------------------------------


class Regions:
    """Regions of all levels, countries (level 0) united from level 1."""

    def __init__(self, path):
        self.shapes = {}
        countries = defaultdict(list)
        with open(path, encoding="utf-8") as file:
            features = json.load(file)["features"]
        for feature in features:
            properties = feature["properties"]
            level = int(properties.get("level", 1))
            region = shape(feature["geometry"])
            self.shapes[level, properties["region_id"]] = region
            if level == 1:
                countries[properties["country"]].append(region)
        for country, parts in countries.items():
            self.shapes[0, country] = shapely.union_all(parts)
        self.anywhere = {}
        for level in {level for level, _ in self.shapes}:
            self.anywhere[level] = shapely.union_all(
                [area for key, area in self.shapes.items() if key[0] == level]
            )
        for area in (*self.shapes.values(), *self.anywhere.values()):
            shapely.prepare(area)

    def country_area(self, country):
        """The ground of a country, as far as the regions go."""
        if (0, country) not in self.shapes:
            raise MissingInput(f"Cannot find a region of country={country!r}")
        return self.shapes[0, country]

    def areas_km2(self, ground):
        """Ground by (level, region): ALL, each region it meets, the rest."""
        areas = {(-1, "ALL"): area_km2(ground)}
        for key, region in self.shapes.items():
            if region.intersects(ground):
                areas[key] = area_km2(shapely.intersection(ground, region))
        for level, region in self.anywhere.items():
            outside = shapely.difference(ground, region)
            areas[level, "UNASSIGNED"] = area_km2(outside)
        return areas


# --- maps -------------------------------------------------------------------


def valid(geometry):
    """The geometry, repaired if it must be."""
    return geometry if geometry.is_valid else shapely.make_valid(geometry)


def united(polygons):
    """One geometry of polygons that may touch or overlap."""
    return shapely.union_all([valid(polygon) for polygon in polygons])


def read_features(path, unwrap=None):
    """(properties, polygon) for every polygon of a GeoJSON file."""
    with open(path, encoding="utf-8") as file:
        content = json.load(file)
    if unwrap:
        content = content[unwrap]
    for feature in content["features"]:
        if feature["geometry"]:
            for polygon in shapely.get_parts(shape(feature["geometry"])):
                yield feature["properties"], polygon


def date_in_name(path, pattern):
    """The date in a file's name, or nothing."""
    match = re.search(pattern, os.path.basename(path))
    return match and datetime.date(*(int(group) for group in match.groups()))


class DeepStateArchive:
    """One layer a file; the name's date is two days after the map's."""

    sides = ("RU",)

    def __init__(self, paths, _regions):
        self.files = {}
        for path in paths:
            file_date = date_in_name(path, r"(\d{4})(\d\d)(\d\d)\.geojson$")
            if file_date:
                map_date = file_date - datetime.timedelta(days=2)
                self.files[map_date] = path

    def ground(self, map_date, _side):
        """What the map of that day shows as held."""
        features = read_features(self.files[map_date])
        return united(polygon for _, polygon in features)


class NzzArchive:
    """Three layers a file; the latest file speaks for a map date."""

    sides = ("RU", "UA")

    def __init__(self, paths, regions):
        self.russia = regions.country_area("RU")
        self.files = {}
        for path in sorted(paths, key=os.path.basename):
            for properties, _ in read_features(path, "value"):
                map_date = datetime.date.fromisoformat(properties["date"])
                self.files[map_date] = path
                break

    def ground(self, map_date, side):
        """What the map of that day shows as held by the side."""
        russian, ukrainian = [], []
        for properties, drawn in read_features(self.files[map_date], "value"):
            polygon = valid(drawn)
            inside = area_km2(shapely.intersection(polygon, self.russia))
            in_russia = inside > area_km2(polygon) / 2
            if properties["type"] == "losses":
                if in_russia:
                    ukrainian.append(polygon)
            elif not in_russia:
                russian.append(polygon)
        if side == "UA":
            return united(ukrainian)
        return shapely.difference(united(russian), united(ukrainian))


ARCHIVES = {"deepstate": DeepStateArchive, "nzz": NzzArchive}


# --- comparison -------------------------------------------------------------


class Oracle:
    """The figures between two maps, by whole overlays."""

    def __init__(self, archive, regions, side):
        self.archive = archive
        self.regions = regions
        self.side = side
        self.grounds = {}
        self.stocks = {}

    def ground(self, map_date):
        """The side's ground on a map, kept for the next use."""
        if map_date not in self.archive.files:
            raise MissingInput(f"Cannot find a file: map_date={map_date}")
        if map_date not in self.grounds:
            ground = self.archive.ground(map_date, self.side)
            self.grounds[map_date] = ground
        return self.grounds[map_date]

    def stock(self, map_date):
        """km² by (level, region) on a map."""
        if map_date not in self.stocks:
            areas = self.regions.areas_km2(self.ground(map_date))
            self.stocks[map_date] = areas
        return self.stocks[map_date]

    def figures(self, opening_map_date, closing_map_date):
        """km² by column and (level, region)."""
        opening = self.ground(opening_map_date)
        closing = self.ground(closing_map_date)
        gained = shapely.difference(closing, opening)
        lost = shapely.difference(opening, closing)
        return {
            "opening_km2": self.stock(opening_map_date),
            "closing_km2": self.stock(closing_map_date),
            "gained_km2": self.regions.areas_km2(gained),
            "lost_km2": self.regions.areas_km2(lost),
        }


def read_rows(options):
    """The output's area_delta rows to check, by period."""
    folder = os.path.join(options.out, "area_delta")
    if not os.path.isdir(folder):
        raise MissingInput(f"Cannot find the table: folder={folder!r}")
    table = pyarrow.dataset.dataset(folder, partitioning="hive")
    field = pyarrow.dataset.field
    rows = table.to_table(
        filter=(field("source_id") == options.source)
        & (field("side") == options.side)
        & (field("layer_set") == options.layer_set)
        & (field("period_kind") == options.period_kind)
    ).to_pylist()
    periods = defaultdict(list)
    for row in rows:
        if not options.periods or row["period_id"] in options.periods:
            periods[row["period_id"]].append(row)
    lacking = sorted(set(options.periods) - set(periods))
    if lacking or not periods:
        raise MissingInput(
            f"Cannot find rows: source={options.source!r}"
            f" side={options.side!r} layer_set={options.layer_set!r}"
            f" period_kind={options.period_kind!r} periods={lacking}"
        )
    return periods


def size(difference):
    """Without sign; what is not a number is larger than any."""
    return math.inf if math.isnan(difference) else abs(difference)


def label(key):
    """Level and region as text."""
    return f"{key[1]} (level {key[0]})"


def compare(rows, figures, tolerance_km2):
    """Lines to print for a period, whether it agrees, and every figure."""
    ours = {(row["level"], row["region_id"]): row for row in rows}
    lines, every, agrees = [], [], True
    for column in COLUMNS:
        differences = {}
        for key, row in ours.items():
            expected = figures[column].get(key, 0.0)
            differences[key] = row[column] - expected
            every.append((key, column, row[column], expected))
        worst = max(differences, key=lambda key: size(differences[key]))
        within = size(differences[worst]) <= tolerance_km2
        agrees &= within
        lines.append(
            f"{column:<12} {len(differences):>5}"
            f" {figures[column].get((-1, 'ALL'), 0.0):>17.7f}"
            f" {size(differences[worst]):>14.9f}  {label(worst):<24}"
            f" {'ok' if within else 'DIFFERS'}"
        )
        for key, area in figures[column].items():
            if key not in ours and area > NO_GROUND_KM2:
                agrees = False
                lines.append(
                    f"{column:<12} NO ROW for {label(key)},"
                    f" which has {area:.7f} km²"
                )
    return lines, agrees, every


def warn_of_border_band(options, archive):
    """Says so if the output's regions are not the plain ones."""
    path = os.path.join(options.out, "_run.json")
    if not os.path.exists(path) or isinstance(archive, NzzArchive):
        return
    with open(path, encoding="utf-8") as file:
        band = json.load(file).get("config", {}).get("border-band-km", 0)
    if band:
        print(
            f"Warning: the output was made with border-band-km {band};"
            " regions can agree only with 0.",
            file=sys.stderr,
        )


def check(options):
    """Compares all periods; whether every figure agrees."""
    paths = sorted(glob.glob(options.maps))
    if not paths:
        raise MissingInput(f"Cannot find maps: glob={options.maps!r}")
    if not os.path.exists(options.regions):
        raise MissingInput(f"Cannot find regions: file={options.regions!r}")
    regions = Regions(options.regions)
    archive = ARCHIVES[options.source](paths, regions)
    if options.side not in archive.sides:
        raise MissingInput(
            f"Cannot check: source={options.source!r} side={options.side!r}"
        )
    warn_of_border_band(options, archive)
    oracle = Oracle(archive, regions, options.side)
    periods = read_rows(options)
    print(
        f"{options.source}, side {options.side}, layer set"
        f" {options.layer_set}; GEOS {shapely.geos_version_string}\n"
        f"{'period':<10} {'maps':<24} {'column':<12} {'rows':>5}"
        f" {'ALL, oracle km²':>17} {'largest diff.':>14}  where"
    )
    failed, skipped = [], []
    for period, rows in sorted(periods.items()):
        opening = rows[0]["opening_map_date"]
        closing = rows[0]["closing_map_date"]
        if rows[0]["coverage"] == "none":
            skipped.append(period)
            continue
        figures = oracle.figures(opening, closing)
        lines, agrees, every = compare(rows, figures, options.tolerance_km2)
        for index, line in enumerate(lines):
            maps = f"{opening}..{closing}" if index == 0 else ""
            name = period if index == 0 else ""
            print(f"{name:<10} {maps:<24} {line}")
        if options.list:
            for key, column, ours, expected in every:
                print(
                    f"    {label(key):<24} {column:<12} {ours:>17.8f}"
                    f" {expected:>17.8f} {ours - expected:>+14.9f}"
                )
        if not agrees:
            failed.append(period)
    if skipped:
        print(f"No figures to check (coverage none): {' '.join(skipped)}")
    if failed:
        print(f"FAILED, tolerance {options.tolerance_km2} km²:", *failed)
    else:
        print(f"All figures agree within {options.tolerance_km2} km².")
    return not failed


def parse(arguments):
    """The command line."""
    parser = argparse.ArgumentParser(
        description="Checks area_delta against whole overlays by GEOS."
    )
    parser.add_argument("--maps", required=True, help="glob of map files")
    parser.add_argument("--regions", required=True, help="GeoJSON file")
    parser.add_argument("--out", required=True, help="an output of the job")
    parser.add_argument(
        "--source",
        choices=sorted(ARCHIVES),
        default="deepstate",
        help="source_id in the output and layout of the maps",
    )
    parser.add_argument("--side", default="RU")
    parser.add_argument("--layer-set", default="controlled")
    parser.add_argument("--period-kind", default="month")
    parser.add_argument(
        "--periods", nargs="*", default=[], help="period_id; all by default"
    )
    parser.add_argument("--tolerance-km2", type=float, default=0.01)
    parser.add_argument(
        "--list", action="store_true", help="print every figure compared"
    )
    return parser.parse_args(arguments)


def main(arguments=None):
    """Exit code of the check."""
    try:
        return 0 if check(parse(arguments)) else 1
    except MissingInput as problem:
        print(problem, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
