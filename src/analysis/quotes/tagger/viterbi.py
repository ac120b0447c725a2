"""Which labels do the words of each paragraph carry, taken together?

The best path through the label scores and the learned steps between labels.
Steps that cannot be are closed, so that no span lacks its beginning. All
paragraphs advance together, the longest first, to keep the loop short and the
memory linear in the text.
"""

from __future__ import annotations

import numpy as np

from analysis.quotes.tagger.labels import Floats, Integers, Weights


def best_labels(scores: Floats, paragraphs: Integers, weights: Weights) -> Integers:
    """One label a word.

    Args:
        scores: One row a word, one column a label.
        paragraphs: Each word's paragraph; words of a paragraph are neighbors.
        weights: The steps between labels.
    """
    labels = np.zeros(len(scores), dtype=np.int64)
    if not len(scores):
        return labels
    firsts = np.flatnonzero(np.diff(paragraphs, prepend=paragraphs[0] - 1))
    lengths = np.diff(firsts, append=len(scores))
    order = np.argsort(-lengths, kind="stable")
    firsts, lengths = firsts[order], lengths[order]
    active = [int(np.searchsorted(-lengths, -step, side="left")) for step in range(int(lengths[0]))]
    best = scores[firsts] + weights.starts
    ends, steps = np.empty(len(firsts), dtype=np.int64), []
    for step, count in enumerate(active[1:], 1):
        ends[count : len(best)] = best[count:].argmax(1)
        paths = best[:count, :, None] + weights.transitions
        steps.append(paths.argmax(1))
        best = paths.max(1) + scores[firsts[:count] + step]
    ends[: len(best)] = best.argmax(1)
    for step in range(int(lengths[0]) - 1, -1, -1):
        count = active[step]
        labels[firsts[:count] + step] = ends[:count]
        if step:
            ends[:count] = np.take_along_axis(steps[step - 1], ends[:count, None], 1)[:, 0]
    return labels
