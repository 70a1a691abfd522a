"""What the exporter is measured against: a plain script that turns one JSON object a line into CSV tables."""

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
         "note", "unsure", "origin", "created", "modified", "attributes"],
    )
    shared = ["id", "article_id", "title", "language", "annotator", "text"]
    quotes = table("quotes.csv", [*shared, "speaker_id", "speaker_name", "speaker_kind", "cue", "type", "before", "after"])
    claims = table("claims.csv", [*shared, "source_id", "source_name", "source_kind", "type", "before", "after"])
    mentions = table("mentions.csv", [*shared, "actor_id", "start", "end"])
    links = table("links.csv", ["id", "kind", "from", "to"])
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
                words = " […] ".join(part["words"] for part in parts)
                before, after = text[max(0, start - CONTEXT):start], text[end:end + CONTEXT]
                said = made["attributes"]
                annotations.writerow([
                    made["id"], article["id"], article["annotator"], made["label"], start, end, len(parts), words, before,
                    after, made["note"], made["unsure"], made["origin"], moment(made["created"]), moment(made["modified"]),
                    json.dumps(said),
                ])
                row = [made["id"], article["id"], article["title"], article["language"], article["annotator"], words]
                who = [" | ".join(one[at] for one in made["who"]) for at in range(3)]
                if made["label"] == "quote":
                    quotes.writerow([*row, *who, made["cue"], said.get("quote_type"), before, after])
                elif made["label"] == "claim":
                    claims.writerow([*row, *who, said.get("claim_type"), before, after])
                else:
                    mentions.writerow([*row, made["actor"], start, end])
                for link, kind, to in made["links"]:
                    links.writerow([link, kind, made["id"], to])
            articles.writerow([article["id"], article["title"], article["language"], article["digest"], len(text),
                               len(article["annotations"])])


main(*sys.argv[1:])
