"""Fine-tunes the network on annotated texts.  train.py LESSONS OUT --pretrained DIR [--leave-out FOLD] [--epochs N]

LESSONS is what `pnpm train:neural` writes. The same lessons, requirements and number of threads give the same weights.
"""

from __future__ import annotations

import argparse
import random
import time

import numpy
import torch
from lessons import Chunk, Document, cut, pad, read_documents
from model import FARTHEST, ROLES, Network, load_pretrained
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch.nn import functional

parser = argparse.ArgumentParser()
parser.add_argument("lessons")
parser.add_argument("out")
parser.add_argument("--pretrained", required=True)
parser.add_argument("--leave-out", type=int)
parser.add_argument("--epochs", type=int, default=4)
parser.add_argument("--batch", type=int, default=4)
parser.add_argument("--rate", type=float, default=1.5e-4)
parser.add_argument("--head-rate", type=float, default=6e-4)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--limit", type=int, help="stop after so many steps")
args = parser.parse_args()

torch.manual_seed(args.seed)
torch.set_num_threads(args.threads)
torch.use_deterministic_algorithms(True)
torch.utils.deterministic.fill_uninitialized_memory = False
chance = random.Random(args.seed)

tokenizer = Tokenizer.from_file(f"{args.pretrained}/tokenizer.json")
tokenizer.no_padding()
tokenizer.no_truncation()
documents = read_documents(args.lessons, tokenizer)


def is_taught(document: Document) -> bool:
    return args.leave_out is None or document.fold != args.leave_out


taught = [document for document in documents if is_taught(document)]
watched = [d for d in documents if not is_taught(d)][::6]

network = Network()
load_pretrained(network.encoder, load_file(f"{args.pretrained}/model.safetensors"))


def to_batch(chunks: list[Chunk]) -> dict[str, torch.Tensor]:
    batch = {
        "pieces": pad([c.pieces for c in chunks], 0, numpy.int64),
        "marks": pad([c.marks for c in chunks], 0, numpy.int64),
        "is_there": pad([[1] * len(c.pieces) for c in chunks], 0, numpy.int64),
        "at": pad([c.at for c in chunks], 0, numpy.int64),
        "is_head": pad([c.is_head for c in chunks], 0, numpy.float32),
        "known": pad([[k * c.weight for k in c.is_known] for c in chunks], 0, numpy.float32),
    }
    windows = [(i, w) for i, c in enumerate(chunks) for w in c.windows]
    if windows:
        rows = [w["from"] for _, w in windows]
        batch |= {
            "chunk": numpy.array([i for i, _ in windows]),
            "window_weight": numpy.array([chunks[i].weight for i, _ in windows], numpy.float32),
            "cue": numpy.array([w["cue"] for _, w in windows]),
            "cue_unit": numpy.array([w["cue_unit"] for _, w in windows]),
            "from": pad(rows, 0, numpy.int64),
            "to": pad([w["to"] for _, w in windows], 1, numpy.int64),
            "place": pad([w["place"] for _, w in windows], 0, numpy.int64),
            "labels": pad([w["labels"] for _, w in windows], 0, numpy.int64),
            "unit_there": pad([[1] * len(row) for row in rows], 0, numpy.int64),
            "distance": pad(
                [
                    [min(2 * FARTHEST, max(0, u - w["cue_unit"] + FARTHEST)) for u in range(len(w["from"]))]
                    for _, w in windows
                ],
                0,
                numpy.int64,
            ),
        }
    return {key: torch.from_numpy(value) for key, value in batch.items()}


def negative_log_likelihood(scores: torch.Tensor, batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """Of the labels, by the forward algorithm. The cue's own unit has no role, and before the first unit stands none."""
    labels, there = batch["labels"], batch["unit_there"].to(torch.float32)
    count, length = labels.shape
    unit = scores[..., :ROLES]
    step = scores[..., ROLES:].view(count, length, ROLES, ROLES)
    forbidden = torch.zeros(count, length, ROLES)
    rows = torch.arange(count)
    forbidden[rows, batch["cue_unit"], 1:] = -1e4
    unit = unit + forbidden
    before = functional.pad(labels[:, :-1], (1, 0))
    gold_unit = unit.gather(2, labels[..., None]).squeeze(-1)
    gold_step = step.flatten(2).gather(2, (before * ROLES + labels)[..., None]).squeeze(-1)
    gold = ((gold_unit + gold_step) * there).sum(1)
    total = unit[:, 0] + step[:, 0, 0]
    for at in range(1, length):
        after = torch.logsumexp(total[:, :, None] + step[:, at], 1) + unit[:, at]
        total = torch.where(there[:, at, None] > 0, after, total)
    return torch.logsumexp(total, 1) - gold


def run(batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """Loss of the cues, summed over tokens, and of the roles, over windows."""
    with torch.autocast("cpu", torch.bfloat16):
        hidden, cue_score = network.encoder(batch["pieces"], batch["marks"], batch["is_there"])
    hidden, cue_score = hidden.float(), cue_score.float()
    cue_loss = functional.binary_cross_entropy_with_logits(
        cue_score.gather(1, batch["at"]), batch["is_head"], weight=batch["known"], reduction="sum"
    )
    if "chunk" not in batch:
        return cue_loss, torch.zeros(())
    tokens = hidden.gather(1, batch["at"][..., None].expand(-1, -1, hidden.shape[-1]))
    # A unit's vector is the mean of its tokens', by sums up to each.
    sums = functional.pad(tokens.cumsum(1), (0, 0, 1, 0))[batch["chunk"]]

    def sum_up_to(end: torch.Tensor) -> torch.Tensor:
        return sums.gather(1, end[..., None].expand(-1, -1, sums.shape[-1]))

    units = (sum_up_to(batch["to"]) - sum_up_to(batch["from"])) / (batch["to"] - batch["from"])[..., None]
    cue = tokens[batch["chunk"], batch["cue"]]
    with torch.autocast("cpu", torch.bfloat16):
        scores = network.roles(units, cue, batch["distance"], batch["place"], batch["unit_there"])
    return cue_loss, (negative_log_likelihood(scores.float(), batch) * batch["window_weight"]).sum()


def make_batches() -> list[list[Chunk]]:
    chunks = [chunk for document in taught for chunk in cut(document, chance)]
    chance.shuffle(chunks)
    # Those of like length stand together, within pools large enough to leave the order to chance.
    pool = args.batch * 16
    batches = []
    for start in range(0, len(chunks), pool):
        near = sorted(chunks[start : start + pool], key=lambda c: len(c.pieces))
        batches += [near[i : i + args.batch] for i in range(0, len(near), args.batch)]
    chance.shuffle(batches)
    return batches


def watch() -> str:
    network.eval()
    cue_sum = role_sum = heads = windows = 0.0
    with torch.no_grad():
        chunks = [chunk for document in watched for chunk in cut(document, None)]
        for start in range(0, len(chunks), 8):
            near = chunks[start : start + 8]
            cue_loss, role_loss = run(to_batch(near))
            cue_sum += cue_loss.item()
            role_sum += role_loss.item()
            heads += sum(sum(c.is_head) * c.weight for c in near)
            windows += sum(len(c.windows) * c.weight for c in near)
    network.train()
    return f"left out: {cue_sum / max(1, heads):.3f} a cue, {role_sum / max(1, windows):.3f} a window"


# So few texts cannot teach thirty thousand words anew.
network.encoder.words.weight.requires_grad_(False)
network.encoder.positions.weight.requires_grad_(False)
heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.") or "cue" in name]
own = {id(p) for p in heads}
body = [p for p in network.parameters() if id(p) not in own and p.requires_grad]
optimizer = torch.optim.AdamW(
    [{"params": body, "lr": args.rate}, {"params": heads, "lr": args.head_rate}], weight_decay=0.01, betas=(0.9, 0.98), fused=True
)
began = time.time()
steps = args.epochs * len(make_batches())
warm = max(1, steps // 16)
schedule = torch.optim.lr_scheduler.LambdaLR(
    optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
)
print(f"{len(taught)} documents, {steps} steps", flush=True)
network.train()
step = 0
seen_cue = seen_role = 0.0
for epoch in range(args.epochs):
    for near in make_batches():
        if step >= steps or (args.limit and step >= args.limit):
            break
        batch = to_batch(near)
        cue_loss, role_loss = run(batch)
        # The mean of a batch of ten windows a chunk.
        loss = (cue_loss + role_loss) / (10 * args.batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        seen_cue += cue_loss.item()
        seen_role += role_loss.item()
        step += 1
        if step % 50 == 0:
            print(
                f"{time.time() - began:6.0f} s  step {step}/{steps}  {seen_cue / 500 / args.batch:.3f} {seen_role / 500 / args.batch:.3f}",
                flush=True,
            )
            seen_cue = seen_role = 0.0
    if watched:
        print(f"{time.time() - began:6.0f} s  epoch {epoch + 1}: {watch()}", flush=True)
save_file(network.state_dict(), args.out)
