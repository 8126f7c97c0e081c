"""Who said what in a table of articles: articles in Parquet to attributions in Parquet, on Spark.

    spark-submit --py-files reader.py extract.py ARTICLES ATTRIBUTIONS [--command "saywho extract --format ndjson"]

ARTICLES has the columns id and text. ATTRIBUTIONS gets a row an article: id, error (why it could not be read, or null), attributions and
sources, typed as the contract has them.
"""

import argparse
import shlex

import pyarrow as pa
from pyspark.sql import SparkSession

COMMAND = "saywho extract --format ndjson"
SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
ATTRIBUTION = pa.struct(
    [
        ("id", pa.string()),
        ("type", pa.string()),
        ("verbatim", pa.bool_()),
        ("act", pa.string()),
        ("negative", pa.bool_()),
        ("content", pa.list_(SPAN)),
        ("cue", pa.list_(SPAN)),
        ("source", pa.list_(SPAN)),
        ("sourceIds", pa.list_(pa.string())),
        ("stated", pa.bool_()),
        ("parentId", pa.string()),
        ("rule", pa.string()),
        ("confidence", pa.float64()),
    ]
)
SOURCE = pa.struct(
    [
        ("id", pa.string()),
        ("name", pa.string()),
        ("type", pa.string()),
        ("role", pa.string()),
        ("anonymous", pa.bool_()),
        ("reason", SPAN),
        ("mentions", pa.list_(SPAN)),
        ("sameAs", pa.list_(pa.string())),
    ]
)
FOUND = pa.schema(
    [
        ("id", pa.string()),
        ("error", pa.string()),
        ("attributions", pa.list_(ATTRIBUTION)),
        ("sources", pa.list_(SOURCE)),
    ]
)


def read_batches(command):
    """What runs in the executors: batches of articles in, batches of what was found out."""

    def read(batches):
        from reader import keep_reader

        reader = keep_reader(command)
        for batch in batches:
            answers = reader.read(batch.to_pylist())
            yield pa.RecordBatch.from_pylist(answers, schema=FOUND)

    return read


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles")
    parser.add_argument("attributions")
    parser.add_argument("--command", default=COMMAND, help=f"what reads lines, the same on every machine; {COMMAND}")
    parser.add_argument("--partitions", type=int, help="split the articles anew into so many parts")
    options = parser.parse_args()

    spark = (
        SparkSession.builder.appName("saywho")
        # Articles that a worker holds at a time, and that are read again where it is lost.
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
        .getOrCreate()
    )
    articles = spark.read.parquet(options.articles).selectExpr("string(id)", "text")
    if options.partitions is not None:
        articles = articles.repartition(options.partitions)
    schema = spark.createDataFrame(FOUND.empty_table()).schema
    found = articles.mapInArrow(read_batches(shlex.split(options.command)), schema)
    found.write.mode("overwrite").parquet(options.attributions)
    spark.stop()


if __name__ == "__main__":
    main()
