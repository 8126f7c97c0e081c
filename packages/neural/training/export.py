"""Writes trained weights as ONNX, in floating point and in eight bits.  export.py WEIGHTS OUT_FOLDER"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from model import FARTHEST, HEADS, ROLE_HEADS, ROLE_WIDTH, WIDTH, Network
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from safetensors.torch import load_file

parser = argparse.ArgumentParser()
parser.add_argument("weights")
parser.add_argument("out")
args = parser.parse_args()
out = Path(args.out)
out.mkdir(parents=True, exist_ok=True)

network = Network()
network.load_state_dict(load_file(args.weights))
network.eval()

chunk = torch.ones(2, 16, dtype=torch.int32)
window = torch.ones(2, 9, dtype=torch.int32)


def export(
    part: torch.nn.Module,
    name: str,
    width: int,
    heads: int,
    inputs: tuple,
    input_names: list[str],
    output_names: list[str],
    axes: dict,
):
    float_file = out / f"{name}.float.onnx"
    torch.onnx.export(
        part,
        inputs,
        float_file,
        input_names=input_names,
        output_names=output_names,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        # Attention, sums with norms and activations become one operation each.
        fused = optimize_model(
            str(float_file), model_type="bert", num_heads=heads, hidden_size=width, opt_level=0
        )
        fused.save_model_to_file(str(ready))
        # Seven bits of a weight's eight, so that processors without VNNI do not run over.
        quantize_dynamic(
            ready,
            out / f"{name}.onnx",
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    for file in (float_file, out / f"{name}.onnx"):
        print(f"{file}: {file.stat().st_size:,} bytes")


with torch.no_grad():
    batch_length = {0: "batch", 1: "length"}
    export(
        network.encoder,
        "encoder",
        WIDTH,
        HEADS,
        (chunk, chunk, chunk),
        ["pieces", "marks", "there"],
        ["hidden", "score"],
        {name: batch_length for name in ("pieces", "marks", "there", "hidden", "score")},
    )
    export(
        network.roles,
        "roles",
        ROLE_WIDTH,
        ROLE_HEADS,
        (torch.zeros(2, 9, WIDTH), torch.zeros(2, WIDTH), window * FARTHEST, window, window),
        ["units", "cue", "distance", "place", "there"],
        ["scores"],
        {"cue": {0: "batch"}, **{name: batch_length for name in ("units", "distance", "place", "there", "scores")}},
    )
