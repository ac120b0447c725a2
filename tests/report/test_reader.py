"""The reader: text exactly as it was, marks that never break."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Analysis, Article, Quotation, Sentence, Span
from analysis.report.reader import article_html, quotation_anchor, quotation_html, sentence_anchor

HOSTILE = (
    '<script>alert(1)</script> “Go <b>home</b>,” said A&amp;B.\n\n<img src=x onerror="alert(1)"> $x$ :red[y]'
)


class _Reading(HTMLParser):
    """Collects the text outside of speaker labels, and checks that elements are closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append((tag, dict(attrs).get("class") == "nv-who"))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not any(is_label for _, is_label in self._open):
            self.text.append(data)

    def close(self) -> None:
        super().close()
        assert not self._open


def read(page: str) -> _Reading:
    reading = _Reading()
    reading.feed(page)
    reading.close()
    return reading


def quotation(*pieces: tuple[int, int], speaker: str | None = "Ana Silva", **fields: object) -> Quotation:
    values: dict[str, object] = {
        "quotation_id": f"q{pieces[0][0]}",
        "content": tuple(Span(*piece) for piece in pieces),
        "source": (),
        "cue": (),
        "form": "direct",
        "act": "statement",
        "speaker": speaker,
        "kind": "person" if speaker else None,
        "role": None,
        "tone": 0.0,
        "words": 3,
        "confidence": 0.87,
    }
    return Quotation(**(values | fields))


def analysis(text: str, *quotations: Quotation, **article: str) -> Analysis:
    sentences = (Sentence(Span(0, 1), 0.0, False),) if text else ()
    return Analysis(
        Article(text, article_id="a", **article), "rules 0.1.0", 9, sentences, quotations, (), (), None, None
    )


@st.composite
def marked_texts(draw: st.DrawFn) -> Analysis:
    text = draw(st.one_of(st.text(max_size=120), st.lists(st.sampled_from([*HOSTILE, "\n\n"])).map("".join)))
    if not text:
        return analysis("")
    places = st.integers(0, len(text) - 1)
    found = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(places)
        piece = (start, draw(st.integers(start + 1, len(text))))
        found.append(
            quotation(piece, speaker=draw(st.sampled_from([None, "Ana Silva", '<i title="x">', "unnamed"])))
        )
    return analysis(text, *found)


@given(marked_texts())
def test_without_tags_and_labels_the_text_is_exactly_the_article(marked: Analysis) -> None:
    reading = read(article_html(marked, mode="light", colors={"Ana Silva": 0}))
    assert "".join(reading.text) == marked.article.text


@given(marked_texts())
def test_only_paragraphs_marks_and_spans_are_written(marked: Analysis) -> None:
    reading = read(article_html(marked, mode="dark", colors={}))
    assert {tag for tag, _ in reading.elements} <= {"p", "mark", "span"}
    names = {name for _, attributes in reading.elements for name in attributes}
    assert names <= {"class", "style", "id", "title", "tabindex", "dir"}


def test_a_mark_tells_speaker_form_and_confidence_and_takes_the_focus() -> None:
    page = article_html(
        analysis("She said no to it. ", quotation((4, 11), form="mixed")), mode="light", colors={}
    )
    ((_, attributes),) = [element for element in read(page).elements if element[0] == "mark"]
    assert attributes["title"] == "Ana Silva · mixed · confidence 87\N{NO-BREAK SPACE}%"
    assert attributes["tabindex"] == "0"
    assert attributes["class"] == "nv-mixed"


def test_a_speaker_keeps_the_color_of_the_corpus() -> None:
    page = article_html(analysis("She said no.", quotation((4, 8))), mode="light", colors={"Ana Silva": 3})
    assert "--voice:#9B1344" in page


def test_the_quotation_inside_another_one_wins() -> None:
    nested = analysis("abcdefghij", quotation((0, 10), speaker="Outer"), quotation((3, 6), speaker="Inner"))
    page = article_html(nested, mode="light", colors={})
    assert re.findall(r'title="(\w+) ·[^>]*>(?:<span id="s-0"></span>)?(\w+)</mark>', page) == [
        ("Outer", "abc"),
        ("Inner", "def"),
        ("Outer", "ghij"),
    ]


def test_each_quotation_and_each_sentence_has_one_anchor() -> None:
    page = article_html(analysis("a said b and c.", quotation((7, 8), (13, 14))), mode="light", colors={})
    assert page.count(f'id="{quotation_anchor("q7")}"') == 1
    assert page.count(f'id="{sentence_anchor(0)}"') == 1


def test_speech_of_nobody_is_called_unattributed_in_grey() -> None:
    page = article_html(analysis("It was said.", quotation((0, 6), speaker=None)), mode="light", colors={})
    assert "</span>unattributed</span>" in page
    assert "--voice:#5F6672" in page


def test_an_unnamed_source_has_a_hollow_swatch() -> None:
    unnamed = quotation((0, 6), speaker="senior official", kind="unnamed")
    assert "nv-hollow" in article_html(analysis("It was said.", unnamed), mode="light", colors={})


def test_names_stand_above_each_paragraph_with_speech() -> None:
    text = "First line here, she said.\n\nNothing at all is quoted in this one.\n\nThird line, she said."
    spoken = quotation((0, 15), (text.index("Third"), text.index("Third") + 10))
    reading = article_html(analysis(text, spoken), mode="light", colors={})
    assert reading.count("nv-who") == 2
    assert reading.count("</span>Silva</span>") == 2


@pytest.mark.parametrize("line", ["Breaking News", "Dredging resumes"])
def test_headlines_and_page_furniture_are_muted(line: str) -> None:
    text = f"{line}\n\nThe dredger came back on Wednesday."
    page = article_html(analysis(text, title="Dredging resumes"), mode="light", colors={})
    assert f'<p class="nv-aside" dir="auto"><span id="s-0"></span>{line}</p>' in page


def test_a_dateline_stays_with_its_paragraph() -> None:
    page = article_html(analysis("VARDEN, March 3 (CPA) — The ferry sank."), mode="light", colors={})
    assert page.count("<p") == 1
    assert "".join(read(page).text).startswith("VARDEN")


def test_a_quotation_is_shown_in_its_sentence_and_no_other_is_marked() -> None:
    text = "“We go,” Ana Silva said. “They stay.” Nothing else happened."
    found = (quotation((0, 8)), quotation((25, 37)))
    sentences = tuple(Sentence(Span(*place), 0.0, False) for place in ((0, 24), (25, 37), (38, 60)))
    shown = quotation_html(
        replace(analysis(text, *found), sentences=sentences), "q0", mode="light", colors={}
    )
    assert shown.count("<mark") == 1
    assert re.sub("<[^>]*>", "", shown) == "“We go,” Ana Silva said."
    assert ' id="' not in shown


def test_a_quotation_that_is_not_there_shows_nothing() -> None:
    assert quotation_html(analysis("Nobody speaks."), "q0", mode="light", colors={}) == ""
