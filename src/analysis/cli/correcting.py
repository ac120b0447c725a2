"""The commands that correct what the engine got wrong.

Every command makes one correction, stores it, and says what it changes.
Corrections are listed, undone and carried elsewhere by `analysis.cli.corrections`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from analysis.cli.messages import Failure, note
from analysis.cli.options import corpus_option, writable_corpus
from analysis.curation.correcting import (
    missed_quotation,
    no_quotation,
    places_of,
    speaker_of_quotation,
    tone_of_sentence,
    user_name,
)
from analysis.curation.effects import effects
from analysis.model import ACTS, KINDS, Act, Kind, Span
from analysis.store import open_corpus
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

Command = TypeVar("Command", bound=Callable[..., Any])
_MOST_SHOWN = 5

_kind_option = click.option("--kind", type=click.Choice(KINDS), help="What the speaker is.")
_role_option = click.option("--role", help="What the speaker is called besides, such as “mayor”.")


def signed_options(command: Command) -> Command:
    """Who corrects, why, and in which corpus."""
    command = click.option("--why", default="", help="The reason, for whoever reads the list later.")(command)
    command = click.option("--by", metavar="NAME", help="Who corrects; else the name of the user.")(command)
    return corpus_option(command)


def signer(by: str | None) -> str:
    """Who corrects: the name given, or that of the user of this machine."""
    return by or user_name()


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
    quotation_id: str,
    speaker: str | None,
    kind: str | None,
    role: str | None,
    corpus: str | None,
    by: str | None,
    why: str,
) -> None:
    """A quotation is said by somebody else."""
    folder = writable_corpus(corpus)
    chosen = cast("Kind | None", kind)
    made = speaker_of_quotation(
        open_corpus(folder), quotation_id, speaker, chosen, role, by=signer(by), why=why
    )
    store(folder, made)


@correct.command("no-quotation")
@click.argument("quotation_id", metavar="QUOTATION")
@signed_options
def not_quoted(quotation_id: str, corpus: str | None, by: str | None, why: str) -> None:
    """What was taken for a quotation is none."""
    folder = writable_corpus(corpus)
    store(folder, no_quotation(open_corpus(folder), quotation_id, by=signer(by), why=why))


@correct.command()
@click.argument("article_id", metavar="ARTICLE")
@click.argument("text")
@click.option("--speaker", metavar="NAME", help="Who says it; leave out for nobody that could be named.")
@_kind_option
@_role_option
@click.option("--act", type=click.Choice(ACTS), default=ACTS[0], show_default=True)
@signed_options
def quotation(
    article_id: str,
    text: str,
    speaker: str | None,
    kind: str | None,
    role: str | None,
    act: str,
    corpus: str | None,
    by: str | None,
    why: str,
) -> None:
    """A quotation was missed: TEXT, as it stands in the article."""
    folder = writable_corpus(corpus)
    read = open_corpus(folder)
    span = _place(folder, read.analysis(article_id).article.text, article_id, text)
    chosen = cast("Kind | None", kind)
    made = missed_quotation(
        read, article_id, [span], speaker, chosen, role, act=cast(Act, act), by=signer(by), why=why
    )
    store(folder, made)


@correct.command()
@click.argument("article_id", metavar="ARTICLE")
@click.argument("text")
@click.argument("value", type=click.FloatRange(-1, 1), metavar="TONE")
@signed_options
def tone(article_id: str, text: str, value: float, corpus: str | None, by: str | None, why: str) -> None:
    """The sentence in which TEXT stands has another sentiment (tone), −1 to 1.

    A negative number is written after “--”: correct tone ARTICLE TEXT -- -0.5
    """
    folder = writable_corpus(corpus)
    read = open_corpus(folder)
    span = _place(folder, read.analysis(article_id).article.text, article_id, text)
    store(folder, tone_of_sentence(read, article_id, span.start, value, by=signer(by), why=why))


@correct.command()
@click.argument("name")
@click.argument("into", metavar="INTO")
@signed_options
def name(name: str, into: str, corpus: str | None, by: str | None, why: str) -> None:
    """All that NAME says is said by INTO: two speakers are one, or one has another name."""
    folder = writable_corpus(corpus)
    known = _known_speaker(folder, name)
    store(folder, SameSpeaker(by=signer(by), why=why, name=known, speaker=into))


@correct.command()
@click.argument("name")
@click.argument("other", metavar="OTHER")
@signed_options
def apart(name: str, other: str, corpus: str | None, by: str | None, why: str) -> None:
    """NAME and OTHER are two, however alike: `review --names` offers them no more."""
    folder = writable_corpus(corpus)
    one, two = (_known_speaker(folder, called) for called in (name, other))
    store(folder, TwoSpeakers(by=signer(by), why=why, name=one, speaker=two))


@correct.command()
@click.argument("name")
@click.argument("article_id", metavar="ARTICLE")
@click.option("--to", "speaker", required=True, metavar="NAME", help="Who it is there.")
@_kind_option
@_role_option
@signed_options
def split(
    name: str,
    article_id: str,
    speaker: str,
    kind: str | None,
    role: str | None,
    corpus: str | None,
    by: str | None,
    why: str,
) -> None:
    """In one article NAME (as the article has it) is somebody else."""
    folder = writable_corpus(corpus)
    there = {one.speaker for one in open_corpus(folder).analysis(article_id).quotations}
    if name not in there:
        raise Failure(f"{folder}: nobody is called “{name}” in article {article_id}")
    made = SplitSpeaker(
        by=signer(by),
        why=why,
        article_id=article_id,
        name=name,
        speaker=speaker,
        kind=cast("Kind | None", kind),
        role=role,
    )
    store(folder, made)


@correct.command()
@click.argument("name")
@_kind_option
@_role_option
@signed_options
def about(
    name: str, kind: str | None, role: str | None, corpus: str | None, by: str | None, why: str
) -> None:
    """What NAME is: kind, role or both."""
    if kind is None and role is None:
        raise click.UsageError("nothing to correct; give --kind or --role")
    folder = writable_corpus(corpus)
    known = _known_speaker(folder, name)
    if role is not None:
        store(folder, OtherRole(by=signer(by), why=why, name=known, role=role))
    if kind is not None:
        store(folder, OtherKind(by=signer(by), why=why, name=known, kind=cast(Kind, kind)))


@correct.command()
@click.argument("article_id", metavar="ARTICLE")
@click.option("--with", "other_id", metavar="ARTICLE", help="An article of the story that it belongs to.")
@click.option("--alone", is_flag=True, help="It belongs to no story with others.")
@signed_options
def story(
    article_id: str, other_id: str | None, alone: bool, corpus: str | None, by: str | None, why: str
) -> None:
    """An article is a copy of another one, or of none."""
    if alone == (other_id is not None):
        raise click.UsageError("give either --with ARTICLE or --alone")
    folder = writable_corpus(corpus)
    read = open_corpus(folder)
    for one in (article_id, other_id):
        if one is not None:
            read.analysis(one)
    if other_id is None:
        store(folder, LeaveStory(by=signer(by), why=why, article_id=article_id))
    else:
        store(folder, JoinStory(by=signer(by), why=why, article_id=article_id, other_id=other_id))


def store(folder: Path, correction: Correction) -> None:
    """Keep a correction, and say what it changes."""
    add_corrections(folder, [correction])
    note(
        f"{folder}: correction {correction.correction_id} stored; `newsvoices corrections undo` takes it back"
    )
    changed = effects(folder, without=[correction.correction_id])
    for row in changed.head(_MOST_SHOWN).to_dict("records"):
        who = plain_value(row["speaker"]) or UNATTRIBUTED
        before, after, difference = numbers.shares_and_points(row["share_before"], row["share_after"])
        note(f"{who}: {before} → {after} of quoted words ({difference} points)")
    if changed.empty:
        note("no share of voice changes")


def _known_speaker(folder: Path, name: str) -> str:
    if name not in set(open_corpus(folder).speakers()["speaker"]):
        raise Failure(f"{folder}: no speaker “{name}”; `newsvoices show share-of-voice --limit 0` lists them")
    return name


def _place(folder: Path, text: str, article_id: str, wanted: str) -> Span:
    found = places_of(text, wanted)
    if not found:
        raise Failure(f"{folder}: “{wanted}” does not stand in article {article_id}; copy it as it is there")
    return found[0]
