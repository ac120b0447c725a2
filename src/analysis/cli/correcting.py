"""The commands that correct what the engine got wrong.

Every command makes one correction, stores it, and says what it changes.
Corrections are listed, undone and carried elsewhere by `analysis.cli.corrections`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

import click

from analysis.catalog.view import View
from analysis.cli.messages import Failure, note
from analysis.cli.options import by_option, corpus_option, writable_corpus
from analysis.curation.correcting import (
    missed_quotation,
    no_quotation,
    places_of,
    speaker_of_quotation,
    tone_of_sentence,
)
from analysis.curation.effects import effects
from analysis.model import ACTS, KINDS, Act, Kind, Selection, Span
from analysis.store import Corpus, open_corpus
from analysis.store.corrections import (
    Correction,
    JoinStory,
    LeaveStory,
    OtherKind,
    OtherRole,
    SameSpeaker,
    SplitSpeaker,
    TwoSpeakers,
    add_corrections,
)
from analysis.wording import numbers
from analysis.wording.cells import UNATTRIBUTED, plain_value

_MOST_SHOWN = 5

_kind_option = click.option("--kind", type=click.Choice(KINDS), help="What the speaker is.")
_role_option = click.option("--role", help="What the speaker is called besides, such as “mayor”.")


class Signed:
    """Who corrects which corpus, and why."""

    def __init__(self, corpus: str | None, by: str, why: str) -> None:
        self._given = corpus
        self.by = by
        self.why = why

    @cached_property
    def folder(self) -> Path:
        """The folder of the corpus."""
        return writable_corpus(self._given)

    @cached_property
    def corpus(self) -> Corpus:
        """The corpus as it is before the correction."""
        return open_corpus(self.folder)

    @property
    def facts(self) -> dict[str, Any]:
        """What every correction says of itself."""
        return {"by": self.by, "why": self.why}

    def store(self, correction: Correction) -> None:
        """Keep a correction, and say what it changes."""
        known = View(open_corpus(self.folder), Selection())
        add_corrections(self.folder, [correction])
        made = f"correction {correction.correction_id} stored"
        note(f"{self.folder}: {made}; `newsvoices corrections undo` takes it back")
        changed = effects(known, [correction])
        for row in changed.head(_MOST_SHOWN).to_dict("records"):
            who = plain_value(row["speaker"]) or UNATTRIBUTED
            before, after, difference = numbers.shares_and_points(row["share_before"], row["share_after"])
            note(f"{who}: {before} → {after} of quoted words ({difference} points)")
        if changed.empty:
            note("no share of voice changes")


def signed_options(command: Callable[..., None]) -> Callable[..., None]:
    """Who corrects, why, and in which corpus: given to the command as one `Signed`."""

    @wraps(command)
    def run(corpus: str | None, by: str, why: str, **given: Any) -> None:
        command(Signed(corpus, by, why), **given)

    run = click.option("--why", default="", help="The reason, for whoever reads the list later.")(run)
    return corpus_option(by_option("corrects")(run))


@click.group()
def correct() -> None:
    """Correct a speaker, a quotation, a story or a tone.

    A correction stays when the article is analyzed or added again; `corrections
    undo` takes it back. Ids of quotations and articles stand in `export quotations`.
    """


@correct.command()
@click.argument("quotation_id", metavar="QUOTATION")
@click.option(
    "--to", "speaker", metavar="NAME", help="Who says it; leave out for nobody that could be named."
)
@_kind_option
@_role_option
@signed_options
def speaker(
    signed: Signed, quotation_id: str, speaker: str | None, kind: Kind | None, role: str | None
) -> None:
    """A quotation is said by somebody else."""
    signed.store(speaker_of_quotation(signed.corpus, quotation_id, speaker, kind, role, **signed.facts))


@correct.command("no-quotation")
@click.argument("quotation_id", metavar="QUOTATION")
@signed_options
def not_quoted(signed: Signed, quotation_id: str) -> None:
    """What was taken for a quotation is none."""
    signed.store(no_quotation(signed.corpus, quotation_id, **signed.facts))


@correct.command()
@click.argument("article_id", metavar="ARTICLE")
@click.argument("text")
@click.option("--speaker", metavar="NAME", help="Who says it; leave out for nobody that could be named.")
@_kind_option
@_role_option
@click.option("--act", type=click.Choice(ACTS), default=ACTS[0], show_default=True)
@signed_options
def quotation(
    signed: Signed,
    article_id: str,
    text: str,
    speaker: str | None,
    kind: Kind | None,
    role: str | None,
    act: Act,
) -> None:
    """A quotation was missed: TEXT, as it stands in the article."""
    span = _place(signed, article_id, text)
    made = missed_quotation(signed.corpus, article_id, [span], speaker, kind, role, act=act, **signed.facts)
    signed.store(made)


@correct.command()
@click.argument("article_id", metavar="ARTICLE")
@click.argument("text")
@click.argument("value", type=click.FloatRange(-1, 1), metavar="TONE")
@signed_options
def tone(signed: Signed, article_id: str, text: str, value: float) -> None:
    """The sentence in which TEXT stands has another sentiment (tone), −1 to 1.

    A negative number is written after “--”: correct tone ARTICLE TEXT -- -0.5
    """
    span = _place(signed, article_id, text)
    signed.store(tone_of_sentence(signed.corpus, article_id, span.start, value, **signed.facts))


@correct.command()
@click.argument("name")
@click.argument("into", metavar="INTO")
@signed_options
def name(signed: Signed, name: str, into: str) -> None:
    """All that NAME says is said by INTO: two speakers are one, or one has another name."""
    signed.store(SameSpeaker(name=_known_speaker(signed, name), speaker=into, **signed.facts))


@correct.command()
@click.argument("name")
@click.argument("other", metavar="OTHER")
@signed_options
def apart(signed: Signed, name: str, other: str) -> None:
    """NAME and OTHER are two, however alike: `review --names` offers them no more."""
    one, two = (_known_speaker(signed, called) for called in (name, other))
    signed.store(TwoSpeakers(name=one, speaker=two, **signed.facts))


@correct.command()
@click.argument("name")
@click.argument("article_id", metavar="ARTICLE")
@click.option("--to", "speaker", required=True, metavar="NAME", help="Who it is there.")
@_kind_option
@_role_option
@signed_options
def split(
    signed: Signed, name: str, article_id: str, speaker: str, kind: Kind | None, role: str | None
) -> None:
    """In one article NAME (as the article has it) is somebody else."""
    if name not in {one.speaker for one in signed.corpus.analysis(article_id).quotations}:
        raise Failure(f"{signed.folder}: nobody is called “{name}” in article {article_id}")
    signed.store(
        SplitSpeaker(article_id=article_id, name=name, speaker=speaker, kind=kind, role=role, **signed.facts)
    )


@correct.command()
@click.argument("name")
@_kind_option
@_role_option
@signed_options
def about(signed: Signed, name: str, kind: Kind | None, role: str | None) -> None:
    """What NAME is: kind, role or both."""
    if kind is None and role is None:
        raise click.UsageError("nothing to correct; give --kind or --role")
    known = _known_speaker(signed, name)
    if role is not None:
        signed.store(OtherRole(name=known, role=role, **signed.facts))
    if kind is not None:
        signed.store(OtherKind(name=known, kind=kind, **signed.facts))


@correct.command()
@click.argument("article_id", metavar="ARTICLE")
@click.option("--with", "other_id", metavar="ARTICLE", help="An article of the story that it belongs to.")
@click.option("--alone", is_flag=True, help="It belongs to no story with others.")
@signed_options
def story(signed: Signed, article_id: str, other_id: str | None, alone: bool) -> None:
    """An article is a copy of another one, or of none."""
    if alone == (other_id is not None):
        raise click.UsageError("give either --with ARTICLE or --alone")
    signed.corpus.analysis(article_id)
    if other_id is None:
        signed.store(LeaveStory(article_id=article_id, **signed.facts))
    else:
        signed.corpus.analysis(other_id)
        signed.store(JoinStory(article_id=article_id, other_id=other_id, **signed.facts))


def _known_speaker(signed: Signed, name: str) -> str:
    if name not in set(signed.corpus.speakers()["speaker"]):
        remedy = "`newsvoices show share-of-voice --limit 0` lists them"
        raise Failure(f"{signed.folder}: no speaker “{name}”; {remedy}")
    return name


def _place(signed: Signed, article_id: str, wanted: str) -> Span:
    found = places_of(signed.corpus.analysis(article_id).article.text, wanted)
    if not found:
        problem = f"“{wanted}” does not stand in article {article_id}; copy it as it is there"
        raise Failure(f"{signed.folder}: {problem}")
    return found[0]
