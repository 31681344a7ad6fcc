"""The tables of an output."""

import json
from pathlib import Path


class Output:
    """A folder that ``run`` wrote. Each table is an attribute, read when it is first asked for."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        manifest = self.folder / "_run.json"
        if not manifest.exists():
            raise FileNotFoundError(
                f"Cannot read an output: folder='{self.folder}', expected one with _run.json, "
                "which 'territory-delta run' writes"
            )
        self.run = json.loads(manifest.read_text(encoding="utf-8"))
        self.tables = sorted({file["table"] for file in self.run["tables"]})

    def __getattr__(self, name):
        if name.startswith("_") or name == "tables" or name not in self.tables:
            raise AttributeError(
                f"Cannot find a table: name='{name}', expected one of {', '.join(self.__dict__.get('tables', []))}"
            )
        frame = self.table(name)
        setattr(self, name, frame)
        return frame

    def __dir__(self):
        return [*super().__dir__(), *self.tables]

    def __repr__(self):
        return f"Output of run {self.run['run-id'][:12]} in {self.folder}: {', '.join(self.tables)}"

    def table(self, name, columns=None):
        """A table, or some of its columns, as a DataFrame; with shapes, as a GeoDataFrame."""
        import pyarrow as pa
        import pyarrow.dataset as ds

        files = [str(self.folder / file["path"]) for file in self.run["tables"] if file["table"] == name]
        # Partition columns are in the paths; they are text, as in the data dictionary.
        partitions = sorted(
            {
                part.split("=")[0]
                for file in self.run["tables"]
                if file["table"] == name
                for part in file["path"].split("/")
                if "=" in part
            }
        )
        partitioning = ds.partitioning(
            pa.schema([(column, pa.string()) for column in partitions]), flavor="hive"
        )
        data = ds.dataset(
            files,
            format="parquet",
            partitioning=partitioning if partitions else None,
            partition_base_dir=str(self.folder / name),
        ).to_table(columns=columns)
        frame = data.to_pandas(date_as_object=False)
        if "geometry" not in frame:
            return frame
        try:
            import geopandas
            import shapely
        except ImportError:
            return frame
        shapes = shapely.from_wkb(frame["geometry"].to_numpy())
        return geopandas.GeoDataFrame(frame.assign(geometry=shapes), geometry="geometry", crs="OGC:CRS84")


def read(folder):
    """The tables of an output folder."""
    return Output(folder)
