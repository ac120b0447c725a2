"""The trained network as an ONNX graph of few, fused steps.

Matrix products are of 8-bit numbers: of the inputs, quantized window by
window, and of weights that use 7 of their bits, so that pairs of products
add up without overflow on every processor. A few input channels are far
larger than the others; they are made smaller beforehand and their weights
larger (Xiao et al. 2023, SmoothQuant, with equal parts).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

Array = npt.NDArray[np.float32]
LARGEST = 63
"""Of a quantized weight: 7 bits."""
MICROSOFT = "com.microsoft"


class Graph:
    """Collects the steps and the numbers of a graph.

    ``largest`` holds the largest input of each channel of each product;
    without it nothing is quantized.
    """

    def __init__(self, weights: Mapping[str, Array], largest: Mapping[str, Array] | None) -> None:
        self._weights = weights
        self._largest = largest
        self._nodes: list[onnx.NodeProto] = []
        self._numbers: list[onnx.TensorProto] = []
        self._count = 0

    def step(
        self,
        operator: str,
        inputs: Sequence[str],
        *,
        domain: str = "",
        outputs: int = 1,
        **attributes: Any,
    ) -> str:
        """Add a step; returns the name of its first output."""
        self._count += 1
        names = [f"{operator}_{self._count}_{number}" for number in range(outputs)]
        self._nodes.append(helper.make_node(operator, list(inputs), names, domain=domain, **attributes))
        return names[0]

    def rename(self, name: str, public: str) -> None:
        """Make a value an output of the graph under a public name."""
        self._nodes.append(helper.make_node("Identity", [name], [public]))

    def number(self, name: str, values: npt.NDArray[np.generic]) -> str:
        """Store numbers under a name."""
        self._numbers.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def weight(self, name: str) -> str:
        """Store a weight as it is."""
        return self.number(name, self._weights[name].astype(np.float32))

    def embedding(self, name: str, index: str) -> str:
        """Look rows up; big tables are stored as 8-bit numbers with a scale for each row."""
        table = self._weights[name]
        if self._largest is None or len(table) < 1000:
            return self.step("Gather", [self.number(name, table), index])
        scales = np.abs(table).max(1, keepdims=True) / 127 + 1e-12
        small = np.round(table / scales).astype(np.int8)
        rows = self.step(
            "Cast", [self.step("Gather", [self.number(name, small), index])], to=TensorProto.FLOAT
        )
        return self.step(
            "Mul",
            [rows, self.step("Gather", [self.number(f"{name}.scales", scales.astype(np.float32)), index])],
        )

    def product(self, name: str, value: str, matrix: Array, bias: Array | None = None) -> str:
        """``value @ matrix.T + bias``; ``name`` is that of the linear layer, ``matrix`` [outputs, inputs]."""
        added = [] if bias is None else [self.number(f"{name}.bias", bias.astype(np.float32))]
        if self._largest is None:
            whole = self.step("MatMul", [value, self.number(f"{name}.whole", matrix.T.astype(np.float32))])
            return self.step("Add", [whole, *added]) if added else whole
        inputs, weights = np.maximum(self._largest[name], 1e-3), np.maximum(np.abs(matrix).max(0), 1e-4)
        smooth = np.sqrt(inputs / weights).astype(np.float32)
        value = self.step("Mul", [value, self.number(f"{name}.smooth", 1 / smooth)])
        scaled = matrix * smooth
        scales = (np.abs(scaled).max(1) / LARGEST + 1e-12).astype(np.float32)
        small = np.round(scaled / scales[:, None]).astype(np.int8).T
        return self.step(
            "DynamicQuantizeMatMul",
            [value, self.number(f"{name}.small", small), self.number(f"{name}.scales", scales), "", *added],
            domain=MICROSOFT,
        )

    def model(self, inputs: Sequence[str], outputs: Mapping[str, int]) -> onnx.ModelProto:
        """The whole model; of the outputs the size of their last axis is given."""

        def value(name: str, kind: int, *last: int) -> onnx.ValueInfoProto:
            return helper.make_tensor_value_info(name, kind, ["window", "piece", *last])

        graph = helper.make_graph(
            self._nodes,
            "tagger",
            [value(name, TensorProto.INT32) for name in inputs],
            [value(name, TensorProto.FLOAT, last) for name, last in outputs.items()],
            self._numbers,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, producer_name="newsvoices")
        model.ir_version = 8
        return model


def build(
    weights: Mapping[str, Array], largest: Mapping[str, Array] | None, *, heads: int
) -> onnx.ModelProto:
    """The network's graph: pieces, positions, cases and marks → tag and act scores, link vectors."""
    graph = Graph(weights, largest)
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    states = graph.embedding("words.weight", "pieces")
    for name in ("positions", "cases", "marks"):
        states = graph.step("Add", [states, graph.embedding(f"{name}.weight", name)])
    states = _normed(graph, "norm", states)
    for number in range(layers):
        states = _layer(graph, weights, f"layers.{number}.", states, heads)
    matrix = np.concatenate([weights["tags.weight"], weights["acts.weight"]])
    bias = np.concatenate([weights["tags.bias"], weights["acts.bias"]])
    graph.rename(graph.product("tags", states, matrix, bias), "scores")
    graph.rename(graph.product("links", states, weights["links.weight"], weights["links.bias"]), "links")
    return graph.model(
        ["pieces", "positions", "cases", "marks"],
        {"scores": len(bias), "links": len(weights["links.bias"])},
    )


def _layer(graph: Graph, weights: Mapping[str, Array], prefix: str, states: str, heads: int) -> str:
    def joined(part: str) -> Array:
        return np.concatenate(
            [weights[f"{prefix}{name}.{part}"] for name in ("query", "key", "value")]
        ).astype(np.float32)

    width = weights[f"{prefix}query.bias"].shape[0]
    mixed = graph.product(f"{prefix}query", states, joined("weight"))
    bias = joined("bias")
    sizes = graph.number(f"{prefix}sizes", np.array([width] * 3))
    parts = graph.step("Split", [mixed, sizes], outputs=3, axis=2)
    query, key, value = (f"{parts[:-1]}{number}" for number in range(3))
    attended = graph.step(
        "MultiHeadAttention",
        [query, key, value, graph.number(f"{prefix}all.bias", bias)],
        domain=MICROSOFT,
        num_heads=heads,
    )
    states = _joined(graph, weights, f"{prefix}output", attended, states, f"{prefix}norm")
    inner = graph.product(f"{prefix}inner", states, weights[f"{prefix}inner.weight"])
    inner = graph.step("BiasGelu", [inner, graph.weight(f"{prefix}inner.bias")], domain=MICROSOFT)
    return _joined(graph, weights, f"{prefix}outer", inner, states, f"{prefix}last_norm")


def _joined(
    graph: Graph, weights: Mapping[str, Array], layer: str, value: str, states: str, norm: str
) -> str:
    """Add what a linear layer makes of ``value`` to the states, and normalize.

    In steps of their own: onnxruntime's fused one takes seven times as long.
    """
    changed = graph.product(layer, value, weights[f"{layer}.weight"], weights[f"{layer}.bias"])
    return _normed(graph, norm, graph.step("Add", [changed, states]))


def _normed(graph: Graph, norm: str, states: str) -> str:
    scale, shift = graph.weight(f"{norm}.weight"), graph.weight(f"{norm}.bias")
    return graph.step("LayerNormalization", [states, scale, shift], axis=-1, epsilon=1e-12)
