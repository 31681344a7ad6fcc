"""Runs notebooks from top to bottom, and fails on an error or on a figure in which nothing is drawn.

usage: run_notebooks.py --output DIR --made DIR [--at-once N] NOTEBOOK...

The output that they read is handed over as TERRITORY_DELTA_OUTPUT. Executed notebooks and every
figure as PNG are left in --made.
"""
import argparse
import base64
import os
import re
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

SECONDS_A_CELL = 60

# Runs in the notebook's own kernel before its first cell, and after its last.
WATCH = """
import sys
sys.path.insert(0, {here!r})
import figure_watch
figure_watch.begin()
"""
TELL = """
print(len(figure_watch.empty_axes), [(i, e) for i, e in enumerate(figure_watch.empty_axes, 1) if e])
"""


def run(path, arguments):
    """None when all is well; otherwise what is wrong."""
    notebook = nbformat.read(path, as_version=4)
    here = str(Path(__file__).resolve().parent)
    watch = nbformat.v4.new_code_cell(WATCH.format(here=here))
    tell = nbformat.v4.new_code_cell(TELL)
    notebook.cells = [watch] + notebook.cells + [tell]
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute()
    except CellExecutionError as e:
        return re.sub(r"\x1b\[[0-9;]*m", "", str(e))
    counted = notebook.cells.pop().outputs[0]["text"].strip()
    notebook.cells.pop(0)
    nbformat.write(notebook, arguments.made / path.name)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    pngs = [output["data"]["image/png"] for output in outputs if "image/png" in output.get("data", {})]
    for i, png in enumerate(pngs, 1):
        (arguments.made / f"{path.stem}-{i:02}.png").write_bytes(base64.b64decode(png))
    print(f"{path.name}: {counted}")
    figures, empty = counted.split(" ", 1)
    if empty != "[]":
        return f"nothing is drawn in (figure, its axes) {empty}"
    if "plt." in "".join(c.source for c in notebook.cells) and figures == "0":
        return "it makes figures, and none was shown"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--made", type=Path, required=True)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("notebooks", type=Path, nargs="+")
    arguments = parser.parse_args()
    arguments.made = arguments.made.resolve()
    arguments.made.mkdir(parents=True, exist_ok=True)
    os.environ["TERRITORY_DELTA_OUTPUT"] = str(arguments.output.resolve())
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    with ThreadPoolExecutor(arguments.at_once) as pool:
        wrong = list(pool.map(lambda path: run(path.resolve(), arguments), arguments.notebooks))
    for path, what in zip(arguments.notebooks, wrong):
        if what:
            print(f"{path.name} failed:\n{textwrap.indent(what, '  ')}", file=sys.stderr)
    sys.exit(1 if any(wrong) else 0)


if __name__ == "__main__":
    main()
