#!/usr/bin/env bash
# pandas 3.1.1 with engine="pyarrow" (pyarrow 26.0.1) reads a CSV file whose quoted cells hold line ends while it is small, and fails
# on the same rows in a file of some megabytes. The default engine reads both.
#
# Seen, with pandas.errors.ParserError: CSV parse error: Expected 2 columns, got 1: ... Exits with 0 while this is so.
set -euo pipefail

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
python3 -m venv "$out/venv"
"$out/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1
cd "$out"

"$out/venv/bin/python" - <<'PYTHON'
import csv
import pandas as pd
import pyarrow

print("pandas", pd.__version__, "pyarrow", pyarrow.__version__)


def read(rows, **engine):
    with open("in.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text"])
        writer.writerows((n, "first line\nsecond line\nthird line") for n in range(rows))
    try:
        return f"{len(pd.read_csv('in.csv', **engine))} rows"
    except Exception as error:
        return f"{type(error).__name__}: {str(error).split(':')[0]}"


seen = [read(1_000, engine="pyarrow"), read(100_000, engine="pyarrow"), read(100_000)]
for line in seen:
    print(line)
assert seen == ["1000 rows", "ParserError: CSV parse error", "100000 rows"], seen
PYTHON
