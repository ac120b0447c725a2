"""How does a selection become SQL?

From fixed fragments and parameters: nothing that a user typed or that stands
in an article is ever part of the SQL itself.

The queries run in `analysis.store.corpus`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from analysis.model import UNNAMED_SOURCES, Selection

ARTICLES = """
create view articles as
select known.* replace (coalesce(copies.story_id, known.article_id) as story_id)
from {known} as known left join copies using (article_id)
"""
"""The articles with the ids of their stories, of which only those with copies are listed in `copies`."""

CORRECTED = """(
  select * from stored where article_id not in (select article_id from corrected)
  union all by name select * from corrected
)"""
"""All articles, those with corrections as they are with them."""

QUOTATION = """
select * from articles where ($article_id is null or article_id = $article_id)
  and list_contains(list_transform(passages, lambda p: p.quotation_id), $id)
"""

_FIRST = "published nulls last, article_id"

STORY = f"""
select article_id, story_id, outlet, published::timestamp as published, title, words::bigint as words
from articles where story_id = (select story_id from articles where article_id = $id) order by {_FIRST}
"""

STORIES = f"""
select story_id, first(title order by {_FIRST}) as title, min(published)::timestamp as published,
  count(*)::bigint as articles, count(distinct outlet)::bigint as outlets
from articles group by story_id having count(*) > 1 order by articles desc, published nulls last, story_id
"""

# The table `named` is empty or small: it holds only names that stand for another one.
_KIND = "coalesce(facts.kind, q.kind)"
_ROLE = "coalesce(facts.role, q.role)"
_SPEAKER = f"case when {_KIND} = 'unnamed' then $unnamed else coalesce(named.speaker, q.speaker) end"
_JOIN_NAMED = (
    "left join named on named.name = q.speaker "
    "and coalesce(published, date '0001-01-01') between named.first_day and named.last_day "
    "left join facts on facts.speaker = coalesce(named.speaker, q.speaker)"
)

_ARTICLE_COLUMNS = {
    "article_id": "article_id",
    "story_id": "story_id",
    "outlet": "outlet",
    "published": "published::timestamp",
    "title": "title",
}

_MEASURED_COLUMNS = {
    "speaker": _SPEAKER,
    "speaker_in_article": "q.speaker",
    "kind": _KIND,
    "role": _ROLE,
    "form": "q.form",
    "act": "q.act",
    "words": "q.words::bigint",
    "tone": "q.tone",
    "confidence": "q.confidence",
}

_PASSAGE_COLUMNS = {
    "quotation_id": "p.quotation_id",
    "text": "p.text",
    "start": "p.start::bigint",
    "end": 'p."end"::bigint',
}

_ALL_QUOTATION_COLUMNS = _ARTICLE_COLUMNS | _MEASURED_COLUMNS | _PASSAGE_COLUMNS

_NAMED_COLUMNS = frozenset({"speaker", "kind", "role"})

QUOTATION_COLUMNS: tuple[str, ...] = (
    "article_id",
    "story_id",
    "outlet",
    "published",
    "title",
    "quotation_id",
    "speaker",
    "speaker_in_article",
    "kind",
    "role",
    "form",
    "act",
    "words",
    "tone",
    "confidence",
    "text",
    "start",
    "end",
)


@dataclass
class Query:
    """SQL with its parameters; parameters are added by the conditions that name them.

    ``article_ids`` bounds the answer to these articles of the selection; None to all.
    """

    selection: Selection
    has_copies: bool
    article_ids: Sequence[str] | None = None
    parameters: dict[str, Any] = field(default_factory=dict)

    def sql(self, select: str) -> str:
        """The whole query, with the chosen articles found beforehand where that is work."""
        return f"{self._chosen()} {select}" if self._chooses_beforehand else select

    def articles(self) -> str:
        """`from articles where …`: the articles of the base."""
        if self._chooses_beforehand:
            return "from articles where article_id in (select article_id from chosen)"
        return f"from articles where {self._article_conditions()}"

    @property
    def _chooses_beforehand(self) -> bool:
        return self._drops_copies or bool(self.selection.wanted_words)

    @property
    def _drops_copies(self) -> bool:
        return self.selection.distinct_stories and self.has_copies

    def _chosen(self) -> str:
        first_of_story = (
            "qualify row_number() over (partition by story_id order by published nulls last, article_id) = 1"
        )
        return (
            "with chosen as materialized (select article_id from articles "
            f"where {self._article_conditions()} {first_of_story if self._drops_copies else ''})"
        )

    def _article_conditions(self) -> str:
        selection, parameters = self.selection, self.parameters
        conditions = ["true"]
        if selection.date_from:
            conditions.append("published >= $date_from")
            parameters["date_from"] = selection.date_from
        if selection.date_to:
            conditions.append("published <= $date_to")
            parameters["date_to"] = selection.date_to
        if selection.outlets:
            conditions.append("outlet in (select unnest($outlets))")
            parameters["outlets"] = list(selection.outlets)
        if self.article_ids is not None:
            conditions.append("article_id in (select unnest($article_ids))")
            parameters["article_ids"] = list(self.article_ids)
        for number, word in enumerate(selection.wanted_words):
            conditions.append(f"contains(lower(text), lower($word{number}))")
            parameters[f"word{number}"] = word
        return " and ".join(conditions)

    def quotation_conditions(self) -> str:
        """What must hold for a quotation ``q``; `true` where every quotation counts."""
        selection, parameters = self.selection, self.parameters
        conditions = ["true"]
        if selection.acts:
            conditions.append("q.act in (select unnest($acts))")
            parameters["acts"] = list(selection.acts)
        if selection.forms:
            conditions.append("q.form in (select unnest($forms))")
            parameters["forms"] = list(selection.forms)
        if selection.kinds:
            conditions.append(f"{_KIND} in (select unnest($kinds))")
            parameters["kinds"] = list(selection.kinds)
        if selection.speakers:
            conditions.append(f"{self._speaker()} in (select unnest($speakers))")
            parameters["speakers"] = list(selection.speakers)
        return " and ".join(conditions)

    def named(self, *, is_shown: bool = False) -> str:
        """What joins the names used across articles, where they are shown or filtered by."""
        return _JOIN_NAMED if is_shown or self.selection.names_speakers else ""

    def _speaker(self) -> str:
        self.parameters["unnamed"] = UNNAMED_SOURCES
        return _SPEAKER


def quotations(query: Query, columns: Sequence[str]) -> str:
    """One row per quotation with these columns, in the order of date, article and place."""
    unknown = set(columns) - set(QUOTATION_COLUMNS)
    if unknown:
        raise ValueError(f"no columns of quotations: {', '.join(sorted(unknown))}")
    needs_passages = any(column in _PASSAGE_COLUMNS for column in columns)
    passages = ", unnest(passages) as p" if needs_passages else ""
    if "speaker" in columns:
        query.parameters["unnamed"] = UNNAMED_SOURCES
    wanted = ", ".join(f'{_ALL_QUOTATION_COLUMNS[column]} as "{column}"' for column in columns)
    return query.sql(
        f"select {wanted} from (select article_id, story_id, outlet, published, title, "
        f"unnest(quotations) as q, unnest(range(len(quotations))) as place{passages} {query.articles()}) "
        f"{query.named(is_shown=not _NAMED_COLUMNS.isdisjoint(columns))} "
        f"where {query.quotation_conditions()} order by published nulls last, article_id, place"
    )


def ids(query: Query) -> str:
    """One row per article of the base with its id."""
    return query.sql(f"select article_id {query.articles()}")


def articles(query: Query) -> str:
    """One row per article, newest first, with the number of its chosen quotations."""
    counted = (
        "(select article_id, count(*) as quotations from "
        f"(select article_id, published, unnest(quotations) as q {query.articles()}) "
        f"{query.named()} where {query.quotation_conditions()} group by article_id)"
    )
    join = "join" if query.selection.names_speakers else "left join"
    return query.sql(
        "select a.article_id, a.story_id, a.outlet, a.published::timestamp as published, a.title, "
        "a.words::bigint as words, a.article_tone, a.speech_tone, "
        "coalesce(c.quotations, 0)::bigint as quotations "
        "from (select article_id, story_id, outlet, published, title, words, article_tone, speech_tone "
        f"{query.articles()}) as a {join} {counted} as c using (article_id) "
        "order by a.published desc nulls last, a.article_id"
    )


def sentence_counts(query: Query) -> str:
    """One row per article with the number of its measured sentences."""
    return query.sql(
        "select article_id, coalesce(len(sentences), 0)::bigint as sentences from "
        f"(select article_id, published, sentences {query.articles()}) "
        "order by published nulls last, article_id"
    )


def keywords(query: Query) -> str:
    """One row per article and term of its whole text, or of the chosen speakers' words only."""
    if query.selection.names_speakers:
        return query.sql(
            "select article_id, story_id, outlet, published::timestamp as published, term, "
            "count(*)::bigint as count, false as is_name "
            f"from {_terms(query)} group by all order by published nulls last, article_id, count desc, term"
        )
    return query.sql(
        "select article_id, story_id, outlet, published::timestamp as published, k.term as term, "
        "k.count::bigint as count, k.is_name as is_name from (select article_id, story_id, outlet, "
        f"published, unnest(keywords) as k, unnest(range(len(keywords))) as place {query.articles()}) "
        "order by published nulls last, article_id, place"
    )


def quoted_terms(query: Query) -> str:
    """One row per article, speaker and term of the speaker's words there."""
    return query.sql(
        "select article_id, story_id, speaker, term, count(*)::bigint as count "
        f"from {_terms(query)} group by all order by article_id, speaker nulls last, count desc, term"
    )


def _terms(query: Query) -> str:
    """Each occurrence of a term in a chosen quotation with its speaker, as a table."""
    query.parameters["unnamed"] = UNNAMED_SOURCES
    return (
        f"(select article_id, story_id, outlet, published, {_SPEAKER} as speaker, unnest(p.terms) as term "
        "from (select article_id, story_id, outlet, published, unnest(quotations) as q, "
        f"unnest(passages) as p {query.articles()}) {query.named(is_shown=True)} "
        f"where {query.quotation_conditions()})"
    )


ALL_TERMS = f"""
select article_id, {_SPEAKER} as speaker, {_KIND} as kind, q.form as form, q.act as act, p.terms as terms
from (select article_id, published, unnest(quotations) as q, unnest(passages) as p from articles)
{_JOIN_NAMED} where len(p.terms) > 0
"""

NAMES_IN = f"""
select distinct q.speaker as name, {_SPEAKER} as speaker
from (select published, unnest(quotations) as q from articles where article_id = $id) {_JOIN_NAMED}
where q.speaker is not null order by name
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
