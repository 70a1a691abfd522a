#!/usr/bin/env bash
# read_csv of readr 2.1.4 (vroom 1.6.1) reads a column of text as logical when its only cells stand between the rows that it looks
# at, and gives NA for them; and it reads the decimal comma of "1,5" as a thousands separator: 15, without any warning.
#
# Seen, for 1,950 rows with one note in row 1,307: class logical, 0 notes, the amounts 15 23 31; the note is one line of problems().
# guess_max = Inf keeps the note, col_types = cols(.default = "c") keeps both. Exits with 0 while this is so.
# Takes readr from Debian 12: there is no place but the system for its packages.
set -euo pipefail

dpkg -s r-cran-readr >/dev/null 2>&1 ||
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends r-base-core r-cran-readr >/dev/null; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

Rscript - "$out/in.csv" <<'R' | tee "$out/seen"
path <- commandArgs(trailingOnly = TRUE)[1]
rows <- sprintf('%d,,"%s"', 1:1950, rep(c("1,5", "2,3", "3,1"), 650))
rows[1307] <- '1307,see the second edition,"3,1"'
writeLines(c("id,note,amount", rows), path)
options(readr.show_col_types = FALSE)
read <- function(...) suppressWarnings(readr::read_csv(path, ...))
show <- function(name, d) cat(paste0(name, ": ", class(d$note), ", notes: ", sum(!is.na(d$note)), ", amounts: ", paste(unique(d$amount), collapse = " "), "\n"))
cat(paste0("readr ", packageVersion("readr"), ", vroom ", packageVersion("vroom"), "\n"))
show("plain", read())
show("guess_max = Inf", read(guess_max = Inf))
show("as text", read(col_types = readr::cols(.default = "c")))
R
diff "$out/seen" - <<'SEEN'
readr 2.1.4, vroom 1.6.1
plain: logical, notes: 0, amounts: 15 23 31
guess_max = Inf: character, notes: 1, amounts: 15 23 31
as text: character, notes: 1, amounts: 1,5 2,3 3,1
SEEN
