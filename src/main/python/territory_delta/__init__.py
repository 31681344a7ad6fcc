"""Territory Delta: how much ground changed hands, where, when, according to whom.

>>> import territory_delta as td
>>> out = td.read("out/mine")
>>> out.area_delta            # a pandas DataFrame; days are datetime64
>>> out.change_polygon        # a GeoDataFrame, where geopandas is installed
>>> out.run["run-id"]
"""

from .output import Output, read

__all__ = ["Output", "read"]
