"""What every notebook here needs: the output's tables, its terms, and one look for all figures."""

import json
import os
import textwrap
from pathlib import Path

import duckdb
import matplotlib.pyplot as plt

def _output():
    """The folder of an output; a relative one counts from here or from any folder above, where it is first."""
    named = Path(os.environ.get("TERRITORY_DELTA_OUTPUT", Path("out") / "sample"))
    for base in (Path.cwd(), *Path.cwd().parents):
        if (base / named / "_run.json").exists():
            return (base / named).resolve()
    return named.resolve()


#: The folder that ``run`` wrote. Name another by the environment variable.
OUTPUT = _output()

#: Colours that the colour-blind can tell apart (Okabe and Ito 2008).
BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY = (
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")  # fmt: skip
GREY = "#767676"
#: Behind what has no figure.
PALE = "#e6e6e6"

FIGURE_INCHES = 9.0


def connect():
    """A DuckDB connection that has each table as a view of its name, and ``_run.json`` as ``run``."""
    if not (OUTPUT / "_run.json").exists():
        raise FileNotFoundError(
            f"No output in {OUTPUT}: run the job first (territory-delta run --config ...), "
            "or let TERRITORY_DELTA_OUTPUT name the folder of another output."
        )
    connection = duckdb.connect()
    for folder in sorted(OUTPUT.iterdir()):
        if any(folder.rglob("*.parquet")) and not folder.name.startswith("_"):
            connection.execute(
                f"CREATE VIEW {folder.name} AS SELECT * FROM read_parquet("
                f"'{folder}/**/*.parquet', hive_partitioning = true)"
            )
    connection.execute(f"CREATE VIEW run AS SELECT * FROM read_json('{OUTPUT / '_run.json'}')")
    return connection


def has_table(connection, name):
    """Whether the output has rows of a table: without claims in the config there are none of claims."""
    if name not in set(connection.sql("SELECT view_name FROM duckdb_views()").df().view_name):
        return False
    return connection.sql(f"SELECT count(*) AS rows FROM {name}").df().loc[0, "rows"] > 0


def manifest():
    """What the run says of itself: code, config, sources and their terms, hashes."""
    return json.loads((OUTPUT / "_run.json").read_text())


def source_colours():
    """A colour for each source, the same in every notebook."""
    names = sorted(source["source-id"] for source in manifest()["sources"])
    colours = [BLUE, ORANGE, GREEN, PURPLE, SKY, VERMILLION]
    return {name: colours[i % len(colours)] for i, name in enumerate(names)}


def span(row):
    """The days that the figures of a row of ``area_delta`` really are of, by its two maps."""
    opening, closing = row.opening_map_date, row.closing_map_date
    days = f"({row.observed_days:.0f} days)"
    if row.opening_staleness_days > 0 and row.coverage == "partial":
        return f"since {opening:%-d %b %Y} {days}"
    return f"{opening:%-d %b} to {closing:%-d %b %Y} {days}"


def parted(connection, kind, side, layer_set):
    """Periods of a kind across a break of a series, for all ground: the break, and the net without it.

    ``told`` has it in a sentence.
    """
    rows = connection.execute(
        """
        SELECT d.source_id, d.period_id, b.map_date, b.kind, b.area_km2, d.net_without_breaks_km2
        FROM area_delta d
        JOIN series_break b
          ON b.source_id = d.source_id AND b.side IN (d.side, 'ALL') AND NOT b.excluded AND list_contains(d.break_kinds, b.kind)
         AND (b.map_date > d.opening_map_date AND b.map_date <= d.closing_map_date
              OR b.last_map_date >= d.opening_map_date AND b.last_map_date < d.closing_map_date
                 AND b.kind IN ('dropout', 'spike', 'implausible-area'))
        WHERE d.parted_by_break AND d.region_id = 'ALL' AND d.period_kind = ? AND d.side = ? AND d.layer_set = ?
        ORDER BY d.source_id, b.map_date, d.first_day
        """,
        [kind, side, layer_set],
    ).df()
    rows["told"] = [
        f"{row.source_id}, {row.period_id}: series {row.kind.replace('-', ' ')} {row.map_date:%Y-%m-%d}, "
        f"{row.area_km2:,.0f} km²; without it: {row.net_without_breaks_km2:+,.1f} km² net"
        for row in rows.itertuples()
    ]
    return rows


def style():
    """Sets how all figures look."""
    plt.rcParams.update(
        {
            "figure.dpi": 110,
            "figure.constrained_layout.use": True,
            "font.size": 9,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "axes.grid.axis": "y",
            "axes.axisbelow": True,
            "axes.titlelocation": "left",
            "axes.titlesize": 10,
            "grid.color": "#e4e4e4",
            "legend.frameon": False,
        }
    )


def wrapped(text, letters):
    """A text on lines of at most so many letters."""
    return "\n".join(textwrap.wrap(text, letters))


def describe(figure, headline, definition):
    """Heads a figure with what it shows and how it is defined, and signs it with its sources."""
    width, height = figure.get_size_inches()
    definition = textwrap.wrap(definition, int(width * 14))
    # An empty title keeps the room; the two texts in it differ in weight.
    figure.suptitle("\n" * (len(definition) + 1), fontsize=9.5, linespacing=1.3)
    figure.text(0.01, 1 - 0.08 / height, headline, va="top", fontsize=11, fontweight="bold")
    figure.text(
        0.01, 1 - 0.30 / height, "\n".join(definition), va="top", fontsize=9, linespacing=1.3
    )
    run = manifest()
    terms = "; ".join(f"{s['source-id']}: {s['attribution']}" for s in run["sources"])
    notices = " ".join(sorted({s["notice"] for s in run["sources"] if s["notice"]}))
    computed = f"Computed by Territory Delta, run {run['run-id'][:12]}."
    signed = " ".join(part for part in (f"{terms}.", notices, computed) if part)
    signed = wrapped(signed, int(width * 17.5))
    figure.supxlabel(signed, x=0.01, ha="left", fontsize=7, color=GREY)
