"""Runs the README's lines for reading tables and compares every cell with what Python's csv module reads.

usage: readers.py README FOLDER...

A FOLDER has the tables of a set, by profile: FOLDER/machine and FOLDER/spreadsheet. A cell that is missing is an empty one.
"""

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl

HERE = Path(__file__).parent
# Without the arguments of the README's lines each reader gets some cells wrong; otherwise the sets are too easy to prove anything.
TOO_SHORT = {
    "readr": 'readr::read_csv("quotes.csv")',
    "data.table": 'data.table::fread("quotes.csv")',
    "pandas": 'pd.read_csv("quotes.csv", encoding="utf-8-sig")',
    "Polars": 'pl.read_csv("quotes.csv")',
    "DuckDB": "FROM 'quotes.csv'",
}


def readme_lines(readme):
    """The lines of the README, by reader."""
    section = readme.split("<!-- readers -->")[1].split("<!-- /readers -->")[0].split("```")[1]
    lines = [line.split(None, 1) for line in section.splitlines()[1:] if line.strip()]
    return {name: code.strip() for name, code in lines}


def truth(path):
    """Header and columns of a table."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    return header, [[row[at] for row in rows] for at in range(len(header))]


def frame_cells(columns):
    return [["" if cell is None or cell != cell else str(cell) for cell in column] for column in columns]


def read_pandas(code, path):
    frame = eval(code.replace("quotes.csv", path), {"pd": pd})
    return list(frame.columns), frame_cells(frame[name].tolist() for name in frame.columns)


def read_polars(code, path):
    frame = eval(code.replace("quotes.csv", path), {"pl": pl})
    return frame.columns, frame_cells(column.to_list() for column in frame.get_columns())


def read_duckdb(code, path):
    found = duckdb.sql(code.replace("quotes.csv", path))
    rows = found.fetchall()
    return found.columns, frame_cells([row[at] for row in rows] for at in range(len(found.columns)))


def read_r(code, paths):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "code.R").write_text(code, encoding="utf-8")
        env = {**os.environ, "LC_ALL": "C.UTF-8"}
        subprocess.run(["Rscript", HERE / "cells.R", Path(folder, "code.R"), folder, *paths], check=True, env=env)
        for n, path in enumerate(paths, 1):
            cells = Path(folder, str(n)).read_bytes().decode("utf-8").split("\0")[:-1]
            height = len(truth(path)[1][0]) + 1
            columns = [cells[at : at + height] for at in range(0, len(cells), height)]
            yield [column[0] for column in columns], [column[1:] for column in columns]


def read_all(name, code, paths):
    """What a reader makes of each table; an exception where it gives up."""
    if name in ("readr", "data.table"):
        return list(read_r(code, paths))
    read = {"pandas": read_pandas, "Polars": read_polars, "DuckDB": read_duckdb}[name]
    found = []
    for path in paths:
        try:
            found.append(read(code, path))
        except Exception as error:  # A reader that gives up has read nothing.
            found.append(error)
    return found


def differences(path, found):
    if isinstance(found, Exception):
        return [f"{path}: {found}"]
    (header, columns), (names, cells) = truth(path), found
    if list(names) != header:
        return [f"{path}: header {names}, not {header}"]
    return [
        f"{path}: {name}, row {row}: {got!r}, not {held!r}"
        for name, column, read in zip(header, columns, cells, strict=True)
        for row, (held, got) in enumerate(zip(column, read, strict=True), 2)
        if held != got
    ]


def check_tables(folder):
    """What is wrong with the tables themselves: names that are alike, cells that differ between the profiles."""
    for machine in sorted(Path(folder, "machine").glob("*.csv")):
        header, columns = truth(machine)
        if len({name.lower() for name in header}) != len(header):
            yield f"{machine}: two columns of one name in {header}"
        for name, held, guarded in zip(header, columns, truth(Path(folder, "spreadsheet", machine.name))[1], strict=True):
            bare = [cell.removeprefix("'") for cell in guarded]
            if bare != held:
                yield f"{machine}: {name} is another in the spreadsheet profile"


def main():
    readme, folders = Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2:]
    paths = [str(path) for folder in folders for path in sorted(Path(folder).glob("*/*.csv"))]
    cells = sum(len(columns) * len(columns[0]) for _, columns in map(truth, paths))
    print(f"{len(paths)} tables, {cells} cells")
    wrong = [line for folder in folders for line in check_tables(folder)]
    lines = readme_lines(readme)
    if lines.keys() != TOO_SHORT.keys():
        wrong.append(f"the README has lines for {', '.join(lines)}")
    for name, code in lines.items():
        found = [line for path, got in zip(paths, read_all(name, code, paths), strict=True) for line in differences(path, got)]
        print(f"{name}: {len(found)} cells differ: {code}")
        wrong += found
        short = zip(paths, read_all(name, TOO_SHORT[name], paths), strict=True)
        missed = sum(len(differences(path, got)) for path, got in short)
        print(f"  {missed} with {TOO_SHORT[name]}")
        if not missed:
            wrong.append(f"{name} reads everything right without arguments: the sets are too easy")
    for line in wrong[:20]:
        print(line[:400])
    print(f"{len(wrong)} faults" if wrong else "every cell is as it was written")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
