"""Draw what one article sounds like from its first sentence to its last.

One column a sentence: width by length, height and color by tone; below, a thin
line in the color of who speaks there. In a very long text a column stands for
several sentences, since a column of less than a pixel shows nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import marks
from analysis.charts.label_rows import name_of
from analysis.charts.marks import NEVER_DIMMED
from analysis.charts.palette import TONE_LIMIT, Mode, palette, speaker_color, tone_color
from analysis.charts.template import figure
from analysis.wording import numbers
from analysis.wording.names import UNATTRIBUTED, in_hover

_HEIGHT, _MIDDLE, _REACH, _FLAT = 60, 25, 23, 4
_VOICE_TOP, _VOICE = 54, 4
_MOST_COLUMNS = 400


def tone_strip(sentences: pd.DataFrame, *, mode: Mode, colors: Mapping[str, int]) -> go.Figure:
    """Draw an article's sentences as a strip of columns, up positive, down negative.

    Args:
        sentences: As `analysis.measures.tones.sentence_tones` returns it.
        mode: ``light`` or ``dark``.
        colors: Speaker → place in the order of colors, from `palette.color_slots`.

    Returns:
        A figure 60 pixels high; ``customdata`` of a column is the number of
        its first sentence, from 0.
    """
    together = max(1, math.ceil(len(sentences) / _MOST_COLUMNS))
    note = f"A long text: each column is {together} sentences together." if together > 1 else None
    fig = figure(mode, height=_HEIGHT, alt=_alt(sentences), note=note)
    sentences = _joined(sentences, together)
    lengths = (sentences["end"] - sentences["start"]).tolist()
    starts = [sum(lengths[:place]) for place in range(len(lengths))]
    total = sum(lengths) or 1
    fig.add_trace(_columns(sentences, starts, lengths, mode))
    fig.add_trace(_voices(sentences, starts, lengths, mode, colors))
    fig.update_layout(
        barmode="overlay", shapes=[marks.hairline(_MIDDLE, palette(mode).axis) | {"layer": "below"}]
    )
    fig.update_xaxes(range=[0, total])
    return fig


def _columns(sentences: pd.DataFrame, starts: list[int], lengths: list[int], mode: Mode) -> go.Bar:
    tones = [float(tone) for tone in sentences["tone"]]
    parts = [max(-TONE_LIMIT, min(TONE_LIMIT, tone)) / TONE_LIMIT for tone in tones]
    # The y axis counts downward, so a positive tone has a negative height.
    heights = [
        -part * _REACH if abs(part * _REACH) >= _FLAT else _FLAT * (-1 if part > 0 else 1) for part in parts
    ]
    return go.Bar(
        x=[start + length / 2 for start, length in zip(starts, lengths, strict=True)],
        width=lengths,
        base=[_MIDDLE] * len(tones),
        y=heights,
        marker={
            "color": [tone_color(tone, mode) for tone in tones],
            "line": {"width": 1, "color": palette(mode).page},
        },
        customdata=[[int(place)] for place in sentences["place"]],
        hoverinfo="text",
        hovertext=_hovers(sentences, tones),
        **NEVER_DIMMED,
    )


def _voices(
    sentences: pd.DataFrame, starts: list[int], lengths: list[int], mode: Mode, colors: Mapping[str, int]
) -> go.Bar:
    spoken = [place for place, quoted in enumerate(sentences["quoted"]) if quoted]
    speakers = [name_of(name) for name in sentences["speaker"]]
    kinds = [name_of(kind) for kind in sentences["kind"]]
    fills = [speaker_color(speakers[place], colors, mode, kind=kinds[place]) for place in spoken]
    return go.Bar(
        x=[starts[place] + lengths[place] / 2 for place in spoken],
        width=[lengths[place] for place in spoken],
        base=[_VOICE_TOP] * len(spoken),
        y=[_VOICE] * len(spoken),
        marker={"color": fills, "line": {"width": 1, "color": palette(mode).page}},
        customdata=[[int(sentences["place"].iloc[place])] for place in spoken],
        hoverinfo="text",
        hovertext=[in_hover(speakers[place] or UNATTRIBUTED) for place in spoken],
        **NEVER_DIMMED,
    )


def _joined(sentences: pd.DataFrame, together: int) -> pd.DataFrame:
    """So many sentences together: their mean tone by length, and who says the longest of them."""
    place = pd.Series(range(len(sentences)), index=sentences.index, dtype="int64")
    if together == 1:
        return sentences.assign(place=place, last=place)
    length = (sentences["end"] - sentences["start"]).clip(lower=1)
    marked = sentences.assign(
        place=place, last=place, group=place // together, length=length, toned=sentences["tone"] * length
    )
    groups = marked.groupby("group")
    ends = {"start": "first", "end": "last", "place": "first", "last": "last", "quoted": "any"}
    joined = groups.agg({**ends, "length": "sum", "toned": "sum"})
    said = marked[marked["quoted"]].sort_values("length", ascending=False, kind="stable")
    voices = said.drop_duplicates("group").set_index("group")[["speaker", "kind"]]
    return joined.assign(tone=joined["toned"] / joined["length"]).join(voices)


def _hovers(sentences: pd.DataFrame, tones: list[float]) -> list[str]:
    found = []
    columns = (sentences[column] for column in ("place", "last", "speaker", "quoted"))
    for first, last, speaker, quoted, tone in zip(*columns, tones, strict=True):
        who = f", {in_hover(name_of(speaker) or UNATTRIBUTED)}" if quoted else ""
        which = f"Sentence {first + 1}" if first == last else f"Sentences {first + 1}–{last + 1}"
        found.append(f"{which}{who}: {numbers.tone(tone)}")
    return found


def _alt(sentences: pd.DataFrame) -> str:
    if sentences.empty:
        return "Sentiment (tone) along the text: no sentences."
    up, down = (sentences["tone"] > 0).sum(), (sentences["tone"] < 0).sum()
    total = numbers.counted(len(sentences), "sentence")
    return f"Sentiment (tone) along the text: of {total}, {down} negative and {up} positive."
