#!/usr/bin/env bash
# csvsort of csvkit 2.2.0 (agate 1.14.2) writes other cells than it read: counts 0 and 1 become False and True, the amount 12,75
# becomes 1275, 30% becomes 30, and weekdays become dates of the year 1.
#
# Sorting by another column is enough; there is no warning. --no-inference keeps the cells. Exits with 0 while this is so.
set -euo pipefail

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
python3 -m venv "$out/venv"
"$out/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
cd "$out"

cat >in.csv <<'CSV'
id,count,amount,share,day
b,1,"12,75",30%,Monday
a,0,"3,10",5%,Tuesday
CSV
"$out/venv/bin/csvsort" --version
"$out/venv/bin/csvsort" -c id in.csv | tee seen.csv
diff seen.csv - <<'CSV'
id,count,amount,share,day
a,False,310,5,0001-01-02
b,True,1275,30,0001-01-08
CSV
"$out/venv/bin/csvsort" --no-inference -c id in.csv | diff - <(printf '%s\n' 'id,count,amount,share,day' 'a,0,"3,10",5%,Tuesday' 'b,1,"12,75",30%,Monday')
