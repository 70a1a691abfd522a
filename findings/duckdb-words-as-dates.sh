#!/usr/bin/env bash
# DuckDB 2.0.1 reads a CSV column of words as dates where every word is inf, infinity or epoch, and as booleans where it is no or t.
#
# Any column is meant, such as the ids inf, the language tag no (Norwegian) or initials. `FROM 'words.csv'` gives no warning.
# Seen: inf and infinity -> DATE 9999-12-31 in Python, epoch -> DATE 1970-01-01, no -> BOOLEAN False, t -> BOOLEAN True.
# all_varchar = true keeps the words. Exits with 0 while this is so.
set -euo pipefail

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
python3 -m venv "$out/venv"
"$out/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
cd "$out"

"$out/venv/bin/python" - <<'PYTHON'
import duckdb

print("DuckDB", duckdb.__version__)
seen = {}
for word in ["inf", "infinity", "epoch", "no", "t"]:
    with open("words.csv", "w") as file:
        file.write(f"id,word\n1,{word}\n2,{word}\n")
    guessed = duckdb.sql("FROM 'words.csv'")
    kept = duckdb.sql("FROM read_csv('words.csv', all_varchar = true)").fetchall()
    seen[word] = f"{guessed.types[1]} {guessed.fetchall()[0][1]}"
    print(f"{word}: {seen[word]}; with all_varchar: {kept[0][1]}")
    assert kept == [("1", word), ("2", word)], kept
assert seen == {
    "inf": "DATE 9999-12-31",
    "infinity": "DATE 9999-12-31",
    "epoch": "DATE 1970-01-01",
    "no": "BOOLEAN False",
    "t": "BOOLEAN True",
}, seen
PYTHON
