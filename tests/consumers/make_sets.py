"""Makes annotation sets whose tables are hard to read.

usage: make_sets.py CODEBOOK FOLDER

`many` has cells that readers take for missing, cut off or misread, and columns whose first rows mislead about the rest.
`alike` is small, so that all cells of a column look like a number, a date or a boolean.
"""

import hashlib
import sys
from pathlib import Path

# What stands in cells. Each is marked once as a quote, once as a claim and once as a mention.
WORDS = [
    "NA", "null", "true", "None", "nan", "inf", "N/A", "1e5", "007", "1,5", "30%", "12,75", "2025-07", "Monday", "TRUE", "no",
    "=SUM(A1)", "+7 calls", "-5 %", "@ann", "'quoted'", "''", "\u200b=1+1", "\u202e=1+1", "\x1b=1+1", "＝1", " =1+1",
    "\u00a0no-break\u00a0", "thin\u202fspace", "one\u2028two", "next\u0085line", "vertical\x0btab", "form\x0cfeed",
    " blank before", "blank behind ", "tab\tinside", "\ttab before", "two\nlines", "two\n\nparagraphs",
    'say "yes"', '"Yes," said Ann, "or never."', '"', '""', 'ends with "', 'a "" b', "a;b,c|d", "# no comment", "back\\slash",
    "e\u0301 and é", "🙂", "Ægir", "<b>&amp;</b>",
]
ACTOR_NAMES = ["NA", "null", "true", "None", "nan", "inf", "=HYPERLINK(1)", " Ann ", 'the "Boss"', "Ann; Lee, Jr.", "Bo\u00a0", "0"]
ACTOR_IDS = ["na", "null", "true", "none", "nan", "inf", "t", "no", "oct-7", "may-2025", "e5", "epoch"]
ARTICLE_IDS = ACTOR_IDS + ["Oct-7", "NA", "relation", "Relation", "relation-2", "n_sources", "cluster_id"]
QUANTITIES = ["1,5", "2,3", "3,1"]
# The first 1,000 rows of a column are what readr looks at, unless it is told otherwise.
RARE_FROM = 1_306


def ron(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def fields(**values):
    return "".join(f"{name}: {value}, " for name, value in values.items() if value)


class Article:
    """A text that grows by the words that are marked in it."""

    def __init__(self, id):
        self.id, self.text, self.records = id, f"Text of {id}.\n", []

    def mark(self, label, id, words, **more):
        start = len(self.text) + 2
        self.text += f"- {words} -\n"
        span = f"(span: {start}..{start + len(words)}, text: {ron(words)})"
        when = '"2026-02-12T10:00:00Z"'
        self.records.append(f"{label}(id: {ron(id)}, fragments: [{span}], {fields(**more)}created: {when}, modified: {when})")

    def save(self, root, annotators, **metadata):
        digest = hashlib.sha256(self.text.encode("utf-8")).hexdigest()
        write(root / "articles" / f"{self.id}.txt", self.text)
        record = fields(article=ron(self.id), **{name: ron(value) for name, value in metadata.items()})
        record += f'source_file: {ron(self.id + ".txt")}, imported: "2026-02-12T08:00:00Z", digest: "{digest}", '
        write(root / "articles" / f"{self.id}.ron", f"(format: (1, 0), {record})\n")
        for n, annotator in enumerate(annotators):
            mine = self.records[n :: len(annotators)]
            head = f"format: (1, 0), article: {ron(self.id)}, annotator: {ron(annotator)}, "
            body = ",\n".join(mine)
            write(root / "annotations" / annotator / f"{self.id}.ron", f"({head}annotations: [\n{body}\n])\n")


def begin(root, codebook, actors):
    write(root / "set.ron", '(format: (1, 0), title: "Hard to read")\n')
    write(root / "codebook.ron", codebook)
    records = ",\n".join(f"(id: {ron(id)}, name: {ron(name)}, role: {ron(id)}, country: \"NA\")" for id, name in sorted(actors))
    write(root / "actors.ron", f"(format: (1, 0), actors: [\n{records}\n])\n")


def actor(n):
    return ACTOR_IDS[n % len(ACTOR_IDS)]


def many(root, codebook):
    begin(root, codebook, zip(ACTOR_IDS, ACTOR_NAMES))
    articles = [Article(id) for id in sorted(ARTICLE_IDS + [f"port-{n:03}" for n in range(130)])]
    row = 0
    for a, article in enumerate(articles):
        for n in range(12):
            words = WORDS[row // 3 % len(WORDS)]
            note = "the one note" if row == RARE_FROM else ""
            more = {"note": ron(note) if note else "", "origin": ron("hand" if row else "NA")}
            if row % 3 == 0:
                speakers = f'(who: Actor({ron(actor(row))})), (who: Unnamed({ron(words)})), (who: Unknown)'
                article.mark("Quote", f"q{row:09}", words, speakers=f"[{speakers}]", **more)
            elif row % 3 == 1:
                quantity = QUANTITIES[row % len(QUANTITIES)] if a < 100 else WORDS[row // 3 % len(WORDS)]
                attributes = f'{{"quantity": {ron(quantity)}, "normalized": {ron(words)}}}'
                links = ""
                if n == 1 and a + 1 < len(articles):
                    other = f"c{row + 12:09}"
                    links = f'[(id: "l{row:09}", kind: Corroborates, article: {ron(articles[a + 1].id)}, to: "{other}")]'
                sources = f"[(who: Unnamed({ron(words)})), (who: Actor({ron(actor(row))}))]"
                article.mark("Claim", f"c{row:09}", words, sources=sources, attributes=attributes, links=links, **more)
            else:
                article.mark("Actor", f"a{row:09}", words, actor=f"{ron(actor(row))}", **more)
            row += 1
    for a, article in enumerate(articles):
        published = "2025" if a < 120 else f"2025-07-{a - 119:02}" if a < 140 else "2025-07"
        outlet = WORDS[a % len(WORDS)]
        article.save(root, ["alice", "Alice"], title=outlet, outlet=outlet, published=published, language="no")


def alike(root, codebook):
    begin(root, codebook, [("na", "inf")])
    article = Article("inf")
    for n, quantity in enumerate(["1,5", "1.50"]):
        attributes = f'{{"quantity": {ron(quantity)}, "normalized": "007", "time_ref": "2025-01-02"}}'
        article.mark("Quote", f"q{n}", "true", speakers='[(who: Actor("na"))]', note='"1e5"')
        article.mark("Claim", f"c{n}", "1e5", sources='[(who: Actor("na"))]', attributes=attributes, note='"1e5"')
        article.mark("Actor", f"a{n}", "inf", actor='"na"', note='"1e5"')
    article.save(root, ["t"], title="nan", outlet="NA", published="2025", language="no", byline="x" * 40_000)


if __name__ == "__main__":
    book, folder = Path(sys.argv[1]).read_text(encoding="utf-8"), Path(sys.argv[2])
    many(folder / "many", book)
    alike(folder / "alike", book)
