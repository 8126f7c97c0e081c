"""Lines of JSON to Parquet and back: `convert.py IN OUT`; which way, the names tell."""

import json
import sys

import pyarrow as pa
import pyarrow.parquet as pq

ARTICLE = pa.schema([("id", pa.string()), ("text", pa.string())])


def main(source, target):
    if target.endswith(".parquet"):
        with open(source, encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        articles = [{"id": row.get("id"), "text": row.get("text")} for row in rows]
        pq.write_table(pa.Table.from_pylist(articles, schema=ARTICLE), target)
    else:
        with open(target, "w", encoding="utf-8") as lines:
            for row in pq.read_table(source).to_pylist():
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
