"""The network: an encoder that reads the text once, and a reader of roles that looks at each cue's window.

The encoder is MiniLM (Wang et al. 2020), six layers of 384, as `all-MiniLM-L6-v2` has it. It knows no capitals, so each piece carries
a mark besides: how its word is written and how deep it stands in quotation marks. The role reader gives the scores of a linear-chain
conditional random field (Lafferty et al. 2001) over the window's units, as `@saywho/core`'s own models do.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
LAYERS = 6
HEADS = 12
INNER = 1536
PIECES = 30522
POSITIONS = 512

# How a word is written (5) times how deep it stands in quotation marks (3).
MARKS = 15

ROLE_WIDTH = 256
ROLE_LAYERS = 2
ROLE_HEADS = 4
ROLE_INNER = 768
# A unit farther from the cue than this counts as this far.
FARTHEST = 48
ROLES = 3
STEPS = ROLES * ROLES


class Attention(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = hidden.shape

        def split(of: Tensor) -> Tensor:
            return of.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(
            split(self.query(hidden)),
            split(self.key(hidden)),
            split(self.value(hidden)),
            attn_mask=mask.to(hidden.dtype),
        )
        return self.out(mixed.transpose(1, 2).reshape(batch, length, width))


class Layer(nn.Module):
    """A layer of BERT, norms after the sums."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float):
        super().__init__()
        self.attention = Attention(width, heads)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        hidden = self.attention_norm(hidden + self.dropout(self.attention(hidden, mask)))
        return self.norm(hidden + self.dropout(self.outer(functional.gelu(self.inner(hidden)))))


def to_attention_mask(is_there: Tensor) -> Tensor:
    """From 1 where something stands and 0 where a row is filled up, to what is added to attention's scores."""
    return (1.0 - is_there[:, None, None, :].to(torch.float32)) * -1e4


class Encoder(nn.Module):
    """Pieces to vectors, and to the score that each is the head of a cue."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Parameter(torch.zeros(WIDTH))
        self.marks = nn.Embedding(MARKS, WIDTH)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, dropout) for _ in range(LAYERS))
        self.cue_inner = nn.Linear(WIDTH, WIDTH)
        self.cue = nn.Linear(WIDTH, 1)

    def forward(self, pieces: Tensor, marks: Tensor, is_there: Tensor) -> tuple[Tensor, Tensor]:
        positions = self.positions.weight[: pieces.shape[1]]
        hidden = self.words(pieces) + positions + self.kinds + self.marks(marks)
        hidden = self.dropout(self.norm(hidden))
        mask = to_attention_mask(is_there)
        for layer in self.layers:
            hidden = layer(hidden, mask)
        score = self.cue(self.dropout(functional.gelu(self.cue_inner(hidden)))).squeeze(-1)
        return hidden, score


class RoleReader(nn.Module):
    """A cue's window, a vector a unit, to the field's scores: `ROLES` a unit, then `STEPS` from the unit before to it."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.unit = nn.Linear(WIDTH, ROLE_WIDTH)
        self.cue = nn.Linear(WIDTH, ROLE_WIDTH)
        self.distance = nn.Embedding(2 * FARTHEST + 1, ROLE_WIDTH)
        # 0 for a word of the cue's sentence, 1 for a stretch before it, 2 for one after.
        self.place = nn.Embedding(3, ROLE_WIDTH)
        self.norm = nn.LayerNorm(ROLE_WIDTH)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(ROLE_WIDTH, ROLE_HEADS, ROLE_INNER, dropout) for _ in range(ROLE_LAYERS)
        )
        self.scores = nn.Linear(ROLE_WIDTH, ROLES + STEPS)

    def forward(self, units: Tensor, cue: Tensor, distance: Tensor, place: Tensor, is_there: Tensor) -> Tensor:
        hidden = self.unit(units) + self.cue(cue)[:, None, :] + self.distance(distance) + self.place(place)
        hidden = self.dropout(self.norm(hidden))
        mask = to_attention_mask(is_there)
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return self.scores(hidden)


class Network(nn.Module):
    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.encoder = Encoder(dropout)
        self.roles = RoleReader(dropout)


def load_pretrained(encoder: Encoder, tensors: dict[str, Tensor]) -> None:
    """Takes over a BertModel's weights."""
    prefix = "" if "embeddings.word_embeddings.weight" in tensors else "bert."
    state = {
        "words.weight": tensors[f"{prefix}embeddings.word_embeddings.weight"],
        "positions.weight": tensors[f"{prefix}embeddings.position_embeddings.weight"],
        "kinds": tensors[f"{prefix}embeddings.token_type_embeddings.weight"][0],
        "norm.weight": tensors[f"{prefix}embeddings.LayerNorm.weight"],
        "norm.bias": tensors[f"{prefix}embeddings.LayerNorm.bias"],
    }
    names = {
        "attention.self.query": "attention.query",
        "attention.self.key": "attention.key",
        "attention.self.value": "attention.value",
        "attention.output.dense": "attention.out",
        "attention.output.LayerNorm": "attention_norm",
        "intermediate.dense": "inner",
        "output.dense": "outer",
        "output.LayerNorm": "norm",
    }
    for layer in range(LAYERS):
        for theirs, ours in names.items():
            for part in ("weight", "bias"):
                state[f"layers.{layer}.{ours}.{part}"] = tensors[
                    f"{prefix}encoder.layer.{layer}.{theirs}.{part}"
                ]
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    own = {"marks.weight", "cue_inner.weight", "cue_inner.bias", "cue.weight", "cue.bias"}
    if unexpected or set(missing) != own:
        raise ValueError(f"weights that do not fit: {missing} missing, {unexpected} too many")
