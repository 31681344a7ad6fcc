"""Puts the jar that the build made and the Python package beside this file into a wheel.

usage: python3 src/main/python/wheel.py [TARGET]

Needs nothing but Python; the same input gives the same bytes. TARGET is the build's folder, target.
"""

import base64
import hashlib
import re
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
#: The first day that a zip file can have.
DAY = (1980, 1, 1, 0, 0, 0)


def pom(name):
    text = (ROOT / "pom.xml").read_text(encoding="utf-8")
    return re.search(rf"<{name}>([^<]+)</{name}>", text).group(1)


def flags(target):
    """The JVM's flags, as the build's launcher has them."""
    return (target / "java.args").read_text(encoding="utf-8").split(" -cp ")[0].replace(" ", "\n") + "\n"


def main():
    target = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target")
    jar = target / "territory-delta.jar"
    if not jar.exists():
        sys.exit(f"Cannot make a wheel: file='{jar}' is missing, expected that of 'mvn -DskipTests package'")
    version = re.search(r"<version>([^<]+)</version>", (ROOT / "pom.xml").read_text(encoding="utf-8")).group(1)
    version = version.replace("-SNAPSHOT", ".dev0")
    information = f"territory_delta-{version}.dist-info"
    files = {f"territory_delta/{path.name}": path.read_bytes() for path in sorted((HERE / "territory_delta").glob("*.py"))}
    files["territory_delta/territory-delta.jar"] = jar.read_bytes()
    files["territory_delta/java.flags"] = flags(target).encode()
    files[f"{information}/licenses/LICENSE"] = (ROOT / "LICENSE").read_bytes()
    files[f"{information}/licenses/NOTICE"] = (ROOT / "NOTICE").read_bytes()
    files[f"{information}/METADATA"] = f"""Metadata-Version: 2.4
Name: territory-delta
Version: {version}
Summary: How much ground changed hands, where, when, according to whom
License-Expression: Apache-2.0
Requires-Python: >=3.11
Requires-Dist: pyspark=={pom("spark.version")}
Requires-Dist: pandas>=2.2
Requires-Dist: pyarrow>=17
Provides-Extra: notebooks
Requires-Dist: duckdb>=1.1; extra == "notebooks"
Requires-Dist: geopandas>=1.0; extra == "notebooks"
Requires-Dist: matplotlib>=3.9; extra == "notebooks"
Requires-Dist: jupyterlab>=4; extra == "notebooks"
""".encode()
    files[f"{information}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: territory-delta\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{information}/entry_points.txt"] = b"[console_scripts]\nterritory-delta = territory_delta.__main__:main\n"
    record = f"{information}/RECORD"
    rows = []
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        rows.append(f"{name},sha256={digest},{len(content)}")
    files[record] = ("\n".join([*rows, f"{record},,"]) + "\n").encode()
    wheel = target / f"territory_delta-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED)
    print(f"{wheel}, {wheel.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
