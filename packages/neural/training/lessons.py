"""Annotated texts as windows of pieces, with what each cue's units are."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass

import numpy
from tokenizers import Tokenizer

# Pieces that the encoder reads at once, with the two that open and close them. As in the package's `encode-text.ts`.
WINDOW = 384
OPEN, CLOSE, MASK, UNKNOWN = 101, 102, 103, 100
LONGEST_WORD = 16

# A name's pieces are hidden with this chance, so that who is named teaches nothing.
HIDDEN_NAMES = 0.1


def mark_of(form: str, depth: int) -> int:
    """How a word is written and how deep it stands in quotation marks, as one number."""
    if form == form.lower():
        written = 0
    elif form == form.upper():
        written = 2 if len(form) > 1 else 1
    elif form[0] != form[0].lower() and form[1:] == form[1:].lower():
        written = 1
    else:
        written = 3
    if form[0].isdigit():
        written = 4
    return written * 3 + depth


@dataclass
class Document:
    id: str
    fold: int
    weight: float
    pieces: list[list[int]]
    marks: list[int]
    sentence_start: list[int]
    paragraph: list[int]
    is_name: list[int]
    unknown: set[int]
    windows: list[dict]


def read_documents(file: str, tokenizer: Tokenizer) -> list[Document]:
    known: dict[str, list[int]] = {}

    def pieces_of(form: str) -> list[int]:
        if form not in known:
            known[form] = tokenizer.encode(form, add_special_tokens=False).ids[:LONGEST_WORD] or [UNKNOWN]
        return known[form]

    documents = []
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            its = json.loads(line)
            documents.append(
                Document(
                    its["id"],
                    its["fold"],
                    its["weight"],
                    [pieces_of(form) for form in its["form"]],
                    [mark_of(form, depth) for form, depth in zip(its["form"], its["depth"])],
                    its["sentenceStart"],
                    its["paragraph"],
                    its["name"],
                    set(its["unknown"]),
                    its["windows"],
                )
            )
    return documents


@dataclass
class Chunk:
    """What the encoder reads at once. Tokens from `first` on; `at` tells where each one's first piece stands."""

    weight: float
    first: int
    pieces: list[int]
    marks: list[int]
    at: list[int]
    is_head: list[float]
    is_known: list[float]
    windows: list[dict]


def cut(document: Document, random_source: random.Random | None) -> list[Chunk]:
    """Cuts a document into chunks; with a source of chance where the first one ends is left to it, and names are hidden."""
    count = len(document.pieces)
    heads = {window["cue"] for window in document.windows}
    starts = set(document.sentence_start)
    chunks = []
    token = 0
    room = WINDOW - 2
    if random_source is not None and count > 200:
        room = random_source.randint(128, WINDOW - 2)
    while token < count:
        first = token
        pieces, marks, at = [OPEN], [0], []
        sentence = -1
        while token < count:
            is_paragraph = token > first and document.paragraph[token] != document.paragraph[token - 1]
            own = document.pieces[token]
            if len(pieces) + len(own) + is_paragraph > room + 1:
                break
            if token in starts:
                sentence = token
                before = (len(pieces), len(at))
            if is_paragraph:
                pieces.append(CLOSE)
                marks.append(0)
            at.append(len(pieces))
            if random_source is not None and document.is_name[token] and random_source.random() < HIDDEN_NAMES:
                own = [MASK] * len(own)
            pieces.extend(own)
            marks.extend([document.marks[token]] * len(own))
            token += 1
        # A sentence is not cut where it need not be.
        if token < count and sentence > first and token not in starts:
            token = sentence
            del pieces[before[0] :], marks[before[0] :], at[before[1] :]
        pieces.append(CLOSE)
        marks.append(0)
        room = WINDOW - 2
        windows = []
        for window in document.windows:
            if not first <= window["cue"] < token:
                continue
            inside = [
                unit
                for unit in range(len(window["from"]))
                if window["from"][unit] >= first and window["to"][unit] <= token
            ]
            lost = len(window["from"]) - len(inside)
            if lost and any(
                label for unit, label in enumerate(window["labels"]) if label and unit not in set(inside)
            ):
                continue
            windows.append(
                {
                    "cue": window["cue"] - first,
                    "cue_unit": window["first"] + window["cue"] - window["from"][window["first"]] - inside[0],
                    "from": [window["from"][unit] - first for unit in inside],
                    "to": [window["to"][unit] - first for unit in inside],
                    "place": [0 if window["first"] <= u < window["end"] else 1 if u < window["first"] else 2 for u in inside],
                    "labels": [window["labels"][unit] for unit in inside],
                }
            )
        chunks.append(
            Chunk(
                document.weight,
                first,
                pieces,
                marks,
                at,
                [1.0 if first + i in heads else 0.0 for i in range(len(at))],
                [0.0 if first + i in document.unknown else 1.0 for i in range(len(at))],
                windows,
            )
        )
    return chunks


def pad(rows: list[list], value, dtype) -> numpy.ndarray:
    width = max(len(row) for row in rows)
    out = numpy.full((len(rows), width), value, dtype)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out
