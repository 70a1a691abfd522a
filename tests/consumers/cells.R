# Reads tables by an expression and writes their cells, column by column with the name first, each ended by a zero byte.
# usage: Rscript cells.R EXPRESSION OUT TABLE...
# EXPRESSION is a file; where it says "quotes.csv", each TABLE is read in turn. OUT has one file for each, named 1, 2, ...

args <- commandArgs(trailingOnly = TRUE)
expression <- paste(readLines(args[1], encoding = "UTF-8", warn = FALSE), collapse = "\n")
suppressPackageStartupMessages(library(data.table))
for (n in seq_along(args[-(1:2)])) {
  read <- parse(text = sub("quotes.csv", args[n + 2], expression, fixed = TRUE))
  table <- as.data.frame(suppressWarnings(suppressMessages(eval(read))))
  out <- file(file.path(args[2], n), "wb")
  for (name in names(table)) {
    cells <- as.character(table[[name]])
    cells[is.na(cells)] <- ""
    writeBin(enc2utf8(c(name, cells)), out, useBytes = TRUE)
  }
  close(out)
}
