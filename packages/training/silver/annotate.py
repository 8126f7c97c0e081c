"""Annotates tokenised documents with tags and dependencies: the silver data that Saywho's tagger and parser learn from.

    python annotate.py MODEL TOKENS.ndjson SILVER.ndjson

MODEL is a folder with spaCy's English model (en_core_web_md 3.8.0, MIT). TOKENS holds {"id", "forms", "spaced",
"sentences"} a line: forms of the tokens, whether a space follows each, first token of each sentence. SILVER gets
{"id", "tags", "heads", "relations"}: Penn tags, indices of heads (its own at a root) and ClearNLP relations.
"""
import json
import sys

import spacy
from spacy.tokens import Doc

QUOTES = {"''": '"', "“": '"', "”": '"', "``": '"', "‘": "'"}


def main(model: str, source: str, target: str) -> None:
    nlp = spacy.load(model, exclude=["lemmatizer", "senter", "ner"])
    with open(source, encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]

    def read():
        for document in documents:
            first = set(document["sentences"])
            words = [QUOTES.get(form, form.replace("’", "'")) for form in document["forms"]]
            starts = [token in first for token in range(len(words))]
            yield Doc(nlp.vocab, words=words, spaces=document["spaced"], sent_starts=starts)

    with open(target, "w", encoding="utf-8") as out:
        for document, doc in zip(documents, nlp.pipe(read(), batch_size=16)):
            annotated = {
                "id": document["id"],
                "tags": [token.tag_ for token in doc],
                "heads": [token.head.i for token in doc],
                "relations": [token.dep_ for token in doc],
            }
            out.write(json.dumps(annotated, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
