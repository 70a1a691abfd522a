"""What the exporter is measured against: a plain script that turns one JSON object a line into three CSV tables."""

import csv
import json
import os
import sys
from datetime import datetime, timezone

CONTEXT = 40


def moment(millis):
    return datetime.fromtimestamp(millis / 1000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def main(source, folder):
    os.makedirs(folder, exist_ok=True)

    def table(name, head):
        writer = csv.writer(open(os.path.join(folder, name), "w", encoding="utf-8", newline=""))
        writer.writerow(head)
        return writer

    articles = table("articles.csv", ["article_id", "title", "language", "digest", "characters", "annotations"])
    annotations = table(
        "annotations.csv",
        ["annotation_id", "article_id", "annotator", "label", "start", "end", "fragments", "words", "before", "after",
         "note", "unsure", "origin", "created", "modified"],
    )
    fragments = table("fragments.csv", ["annotation_id", "fragment", "start", "end", "words"])
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text = article["text"]
            for made in article["annotations"]:
                parts = made["fragments"]
                for number, part in enumerate(parts, 1):
                    if text[part["start"]:part["end"]] != part["words"]:
                        sys.exit("the words are not there")
                    fragments.writerow([made["id"], number, part["start"], part["end"], part["words"]])
                start, end = parts[0]["start"], parts[-1]["end"]
                annotations.writerow([
                    made["id"], article["id"], article["annotator"], made["label"], start, end, len(parts),
                    " […] ".join(part["words"] for part in parts), text[max(0, start - CONTEXT):start],
                    text[end:end + CONTEXT], made["note"], made["unsure"], made["origin"], moment(made["created"]),
                    moment(made["modified"]),
                ])
            articles.writerow([article["id"], article["title"], article["language"], article["digest"], len(text),
                               len(article["annotations"])])


main(*sys.argv[1:])
