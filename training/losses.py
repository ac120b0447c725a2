"""How wrong are the network's answers to a batch?"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from analysis.quotes.tagger.decoding import distance_buckets
from batches import Batch
from network import LINK_WIDTH, Network, field_loss

LINKS, ACTS = 0.5, 0.2


def loss_of(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Tags per word, plus links and acts."""
    with torch.autocast("cpu", torch.bfloat16):
        answers = network(batch.shown.pieces, batch.shown.cases, batch.shown.marks, batch.shown.mask)
    emissions = answers.emissions.float().flatten(0, 1)[batch.words]
    count = batch.lengths.sum()
    tags = field_loss(emissions, batch.tags, batch.lengths, network.fixed_transitions()) / count
    first, last, cue_key, cue_first, source_key = (
        values.float().flatten(0, 1)
        for values in (
            answers.content_first,
            answers.content_last,
            answers.cue_key,
            answers.cue_first,
            answers.source_key,
        )
    )
    contents = link_loss(batch, batch.content_links, first, last, cue_key, network.distances[0])
    cues = link_loss(batch, batch.cue_links, cue_first, None, source_key, network.distances[1])
    said = answers.acts.float().flatten()[batch.acts]
    acts = (
        functional.binary_cross_entropy_with_logits(said, batch.act_targets)
        if len(said)
        else tags.new_zeros(())
    )
    parts = {"tags": tags.item(), "contents": contents.item(), "cues": cues.item(), "acts": acts.item()}
    return tags + LINKS * (contents + cues) + ACTS * acts, parts


def link_loss(
    batch: Batch, links: Tensor, first: Tensor, last: Tensor | None, keys: Tensor, distances: Tensor
) -> Tensor:
    """Cross-entropy of the right target among all words of the stretch and nothing."""
    if not len(links):
        return distances.new_zeros(())
    rows = links[:, 2]
    asked = first[batch.words[rows, links[:, 0]]]
    if last is not None:
        asked = asked + last[batch.words[rows, links[:, 1]]]
    scale = LINK_WIDTH**-0.5
    candidates = keys[batch.words]
    products = torch.einsum("nk,nwk->nw", asked, candidates[rows]) * scale
    at = torch.arange(batch.words.shape[1])
    away = at[None, :] - links[:, :1]
    products = products + distances[torch.from_numpy(distance_buckets(away.numpy()))]
    products = products.masked_fill(at[None, :] >= batch.lengths[rows, None], -1e4)
    none = (asked * keys[batch.nothing[rows]]).sum(1, keepdim=True) * scale
    return functional.cross_entropy(torch.cat([none, products], 1), links[:, 3])
