"""The SQL that answers what is asked of a corpus.

It is made of fixed fragments and parameters: nothing that a user typed or that
stands in an article is ever part of the SQL itself.

The views that it reads are made in `analysis.store.views`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.model import UNNAMED_SOURCES, Selection

_FIRST = "published nulls last, article_id"

# The table `named` is empty or small: it holds only names that stand for another one.
_KIND = "coalesce(facts.kind, q.kind)"
_ROLE = "coalesce(facts.role, q.role)"
_SPEAKER = f"case when {_KIND} = 'unnamed' then $unnamed else coalesce(named.speaker, q.speaker) end"
_JOIN_NAMED = (
    "left join named on named.name = q.speaker "
    "and coalesce(published, date '0001-01-01') between named.first_day and named.last_day "
    "left join facts on facts.speaker = coalesce(named.speaker, q.speaker)"
)

_COLUMNS = {
    "article_id": "article_id",
    "story_id": "story_id",
    "outlet": "outlet",
    "published": "published::timestamp",
    "title": "title",
    "quotation_id": "p.quotation_id",
    "speaker": _SPEAKER,
    "speaker_in_article": "q.speaker",
    "kind": _KIND,
    "role": _ROLE,
    "form": "q.form",
    "act": "q.act",
    "words": "q.words::bigint",
    "tone": "q.tone",
    "confidence": "q.confidence",
    "text": "p.text",
    "start": "p.start::bigint",
    "end": 'p."end"::bigint',
}
_IN_PASSAGES = frozenset({"quotation_id", "text", "start", "end"})
_NAMED = frozenset({"speaker", "kind", "role"})

QUOTATION_COLUMNS = tuple(_COLUMNS)


@dataclass(frozen=True, slots=True)
class Query:
    """SQL with the parameters that it names."""

    sql: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """The articles and quotations that a query is about.

    ``has_copies`` tells whether any article of the corpus shares its story; ``article_ids``
    bounds the answer to these articles of the selection, None to all.
    """

    selection: Selection
    has_copies: bool = True
    article_ids: Sequence[str] | None = None

    def query(self, select: str) -> Query:
        """The whole query, with the articles found beforehand where that is work."""
        sql = f"{self._found()} {select}" if self._is_found_beforehand else select
        selection = self.selection
        values = {
            "unnamed": UNNAMED_SOURCES,
            "date_from": selection.date_from,
            "date_to": selection.date_to,
            "outlets": list(selection.outlets),
            "article_ids": list(self.article_ids or ()),
            "acts": list(selection.acts),
            "forms": list(selection.forms),
            "kinds": list(selection.kinds),
            "speakers": list(selection.speakers),
            **{f"word{number}": word for number, word in enumerate(selection.wanted_words)},
        }
        return Query(sql, {name: values[name] for name in re.findall(r"\$(\w+)", sql)})

    @property
    def articles(self) -> str:
        """`from articles where …`: the articles of the base."""
        if self._is_found_beforehand:
            return "from articles where article_id in (select article_id from chosen)"
        return f"from articles where {self._article_conditions}"

    @property
    def quotation_conditions(self) -> str:
        """What must hold for a quotation ``q``; `true` where every quotation counts."""
        return _all(
            (self.selection.acts, "q.act in (select unnest($acts))"),
            (self.selection.forms, "q.form in (select unnest($forms))"),
            (self.selection.kinds, f"{_KIND} in (select unnest($kinds))"),
            (self.selection.speakers, f"{_SPEAKER} in (select unnest($speakers))"),
        )

    @property
    def named(self) -> str:
        """What joins the names used across articles, where they are filtered by."""
        return _JOIN_NAMED if self.selection.names_speakers else ""

    @property
    def _is_found_beforehand(self) -> bool:
        return self._drops_copies or bool(self.selection.wanted_words)

    @property
    def _drops_copies(self) -> bool:
        return self.selection.distinct_stories and self.has_copies

    def _found(self) -> str:
        first_of_story = f"qualify row_number() over (partition by story_id order by {_FIRST}) = 1"
        return (
            "with chosen as materialized (select article_id from articles "
            f"where {self._article_conditions} {first_of_story if self._drops_copies else ''})"
        )

    @property
    def _article_conditions(self) -> str:
        words = range(len(self.selection.wanted_words))
        return _all(
            (self.selection.date_from, "published >= $date_from"),
            (self.selection.date_to, "published <= $date_to"),
            (self.selection.outlets, "outlet in (select unnest($outlets))"),
            (self.article_ids is not None, "article_id in (select unnest($article_ids))"),
            *((True, f"contains(lower(text), lower($word{number}))") for number in words),
        )


def _all(*conditions: tuple[object, str]) -> str:
    """The conditions of what is asked for, joined."""
    return " and ".join(["true", *(condition for is_asked, condition in conditions if is_asked)])


def quotations(asked: Asked, columns: Sequence[str]) -> Query:
    """One row per quotation with these columns, in the order of date, article and place."""
    unknown = set(columns) - set(_COLUMNS)
    if unknown:
        raise ValueError(f"no columns of quotations: {', '.join(sorted(unknown))}")
    passages = ", unnest(passages) as p" if _IN_PASSAGES.intersection(columns) else ""
    named = _JOIN_NAMED if _NAMED.intersection(columns) else asked.named
    wanted = ", ".join(f'{_COLUMNS[column]} as "{column}"' for column in columns)
    return asked.query(
        f"select {wanted} from (select article_id, story_id, outlet, published, title, "
        f"unnest(quotations) as q, unnest(range(len(quotations))) as place{passages} {asked.articles}) "
        f"{named} where {asked.quotation_conditions} order by {_FIRST}, place"
    )


def ids(asked: Asked) -> Query:
    """One row per article of the base with its id."""
    return asked.query(f"select article_id {asked.articles}")


def articles(asked: Asked) -> Query:
    """One row per article, newest first, with the number of its chosen quotations."""
    counted = (
        "(select article_id, count(*) as quotations from "
        f"(select article_id, published, unnest(quotations) as q {asked.articles}) "
        f"{asked.named} where {asked.quotation_conditions} group by article_id)"
    )
    join = "join" if asked.selection.names_speakers else "left join"
    return asked.query(
        "select a.article_id, a.story_id, a.outlet, a.published::timestamp as published, a.title, "
        "a.words::bigint as words, a.article_tone, a.speech_tone, "
        "coalesce(c.quotations, 0)::bigint as quotations "
        "from (select article_id, story_id, outlet, published, title, words, article_tone, speech_tone "
        f"{asked.articles}) as a {join} {counted} as c using (article_id) "
        "order by a.published desc nulls last, a.article_id"
    )


def sentence_counts(asked: Asked) -> Query:
    """One row per article with the number of its measured sentences."""
    return asked.query(
        "select article_id, coalesce(len(sentences), 0)::bigint as sentences from "
        f"(select article_id, published, sentences {asked.articles}) order by {_FIRST}"
    )


def keywords(asked: Asked) -> Query:
    """One row per article and term of its whole text, or of the chosen speakers' words only."""
    if asked.selection.names_speakers:
        return asked.query(
            "select article_id, story_id, outlet, published::timestamp as published, term, "
            "count(*)::bigint as count, false as is_name "
            f"from {_terms(asked)} group by all order by {_FIRST}, count desc, term"
        )
    return asked.query(
        "select article_id, story_id, outlet, published::timestamp as published, k.term as term, "
        "k.count::bigint as count, k.is_name as is_name from (select article_id, story_id, outlet, "
        f"published, unnest(keywords) as k, unnest(range(len(keywords))) as place {asked.articles}) "
        f"order by {_FIRST}, place"
    )


def quoted_terms(asked: Asked) -> Query:
    """One row per article, speaker and term of the speaker's words there."""
    return asked.query(
        "select article_id, story_id, speaker, term, count(*)::bigint as count "
        f"from {_terms(asked)} group by all order by article_id, speaker nulls last, count desc, term"
    )


def _terms(asked: Asked) -> str:
    """Each occurrence of a term in a chosen quotation with its speaker, as a table."""
    return (
        f"(select article_id, story_id, outlet, published, {_SPEAKER} as speaker, unnest(p.terms) as term "
        "from (select article_id, story_id, outlet, published, unnest(quotations) as q, "
        f"unnest(passages) as p {asked.articles}) {_JOIN_NAMED} where {asked.quotation_conditions})"
    )


QUOTATION = """
select * from articles where ($article_id is null or article_id = $article_id)
  and list_contains(list_transform(passages, lambda p: p.quotation_id), $id)
"""

STORY = f"""
select article_id, story_id, outlet, published::timestamp as published, title, words::bigint as words
from articles where story_id = (select story_id from articles where article_id = $id) order by {_FIRST}
"""

ALL_TERMS = f"""
select article_id, {_SPEAKER} as speaker, {_KIND} as kind, q.form as form, q.act as act, p.terms as terms
from (select article_id, published, unnest(quotations) as q, unnest(passages) as p from articles)
{_JOIN_NAMED} where len(p.terms) > 0
"""

SPEAKERS = f"""
with said as (
  select coalesce(named.speaker, q.speaker) as speaker, {_KIND} as kind, {_ROLE} as role, q.words as words,
    article_id
  from (select article_id, published, unnest(quotations) as q from articles) {_JOIN_NAMED}
  where q.act = 'statement' and q.speaker is not null and {_KIND} <> 'unnamed'
), borne as (
  select coalesce(named.speaker, q.name) as speaker, q.name as name, q.aliases as aliases
  from (select published, struct_pack(name := s.name, speaker := s.name, aliases := s.aliases) as q
    from (select published, unnest(speakers) as s from articles)) {_JOIN_NAMED}
), forms as (
  select speaker, list_sort(list_distinct(flatten(list(aliases)) || list(name))) as aliases
  from borne group by speaker
), kinds as (
  select speaker, kind from said group by speaker, kind
  qualify row_number() over (partition by speaker order by count(*) desc, kind) = 1
), roles as (
  select speaker, role from said where role is not null group by speaker, role
  qualify row_number() over (partition by speaker order by count(*) desc, role) = 1
), ids as (
  select speaker, min(speaker_id) as speaker_id from names group by speaker
)
select speaker, any_value(kinds.kind) as kind, any_value(roles.role) as role,
  list_filter(coalesce(any_value(forms.aliases), []), lambda form: form <> speaker) as aliases,
  sum(words)::bigint as words, count(*)::bigint as quotations,
  count(distinct article_id)::bigint as articles, any_value(ids.speaker_id) as speaker_id
from said join kinds using (speaker) left join roles using (speaker) left join forms using (speaker)
  left join ids using (speaker)
group by speaker order by words desc, speaker
"""
