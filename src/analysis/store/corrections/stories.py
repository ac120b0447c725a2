"""Corrections of stories: an article is a copy of another one, or of none."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from analysis.store.corrections.facts import Correction, OfArticle, Subject, in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class OfStory(OfArticle):
    """What an article belongs to."""

    @abstractmethod
    def applied(self, story: dict[str, str]) -> dict[str, str]:
        """Article → story, as this correction has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinStory(OfStory):
    """An article belongs to the story of ``other_id``."""

    action = "join_story"
    says = "same story as {other_id}"

    other_id: str

    @property
    def article_ids(self) -> tuple[str, ...]:
        return (self.article_id, self.other_id)

    @property
    def subject(self) -> Subject:
        return (self.action, *sorted(self.article_ids))

    def overridden(self, known: Iterable[Subject]) -> list[Subject]:
        return [self.subject, (LeaveStory.action, "", self.article_id)]

    def applied(self, story: dict[str, str]) -> dict[str, str]:
        left, right = story.get(self.article_id), story.get(self.other_id)
        if left is None or right is None:
            return story
        return {name: left if label == right else label for name, label in story.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveStory(OfStory):
    """An article belongs to no story with others."""

    action = "leave_story"
    says = "a story of its own"

    def overridden(self, known: Iterable[Subject]) -> list[Subject]:
        joined = [key for key in known if key[0] == JoinStory.action and self.article_id in key]
        return [self.subject, *joined]

    def applied(self, story: dict[str, str]) -> dict[str, str]:
        alone = {self.article_id: f"{self.article_id} alone"}
        return story | alone if self.article_id in story else story


def with_stories_corrected(stories: pd.DataFrame, corrections: Iterable[Correction]) -> pd.DataFrame:
    """The stories of articles as people have joined and parted them.

    Args:
        stories: ``article_id`` and ``story_id`` of all articles, the first of each story first
            in the order of (published, id).
        corrections: Those that hold; others than of stories are passed over.

    Returns:
        The same rows with other ids: again that of the article that comes first.
    """
    about = [one for one in in_order(corrections) if isinstance(one, OfStory)]
    if not about:
        return stories
    story = dict(zip(stories["article_id"], stories["story_id"], strict=True))
    for correction in about:
        story = correction.applied(story)
    labels = stories["article_id"].map(story)
    return stories.assign(story_id=stories.groupby(labels, sort=False)["article_id"].transform("first"))
