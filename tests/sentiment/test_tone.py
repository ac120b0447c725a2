"""Does the tone of news sentences come out as a reader would hear it?"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment import tone_of

NAMES = [
    "Officials of the United States met in Rome.",
    "The Justice Department and the Supreme Court were informed.",
    "Hope Hicks left the building.",
    "Great Britain and the Peace Corps took part.",
    "He wrote to the House Freedom Caucus on Monday.",
    "The road leads from Battle Creek to Grand Rapids.",
]
NEUTRAL = [
    "The party took part in the talks about interest rates and crude oil.",
    "The special counsel spoke to 86 people.",
    "It looked like a river, as well as a road.",
    "No one was in the fire station (aged 8) that day.",
    "The gross domestic product and the shares of the security firm stayed the same.",
]


@pytest.mark.parametrize("text", NAMES + NEUTRAL)
def test_names_and_neutral_words_of_news_have_no_tone(text: Any) -> None:
    assert tone_of(text) == 0


@pytest.mark.parametrize("text", ["", " ", "…", "”", "The council met on Tuesday.", "\0", "🙂", "لا"])
def test_a_text_without_valence_is_zero(text: str) -> None:
    assert tone_of(text) == 0


@pytest.mark.parametrize(
    ("curly", "straight"),
    [
        ("I don’t like this plan.", "I don't like this plan."),
        ("It isn’t good.", "It isn't good."),
        ("A “great” plan.", 'A "great" plan.'),
        ("She called it “a disaster.”", 'She called it "a disaster."'),
    ],
)
def test_curly_marks_are_read_as_straight_ones(curly: str, straight: str) -> None:
    assert tone_of(curly) == tone_of(straight) != 0


def test_a_curly_apostrophe_does_not_break_a_negation() -> None:
    assert tone_of("I don’t like this plan.") < 0 < tone_of("We like this plan.")


@pytest.mark.parametrize("word", ["disaster.”", "“disaster”,", "(disaster)", "disaster—again", "disaster…"])
def test_punctuation_on_any_side_of_a_word_does_not_hide_it(word: str) -> None:
    assert tone_of(f"They called it a {word}") == pytest.approx(tone_of("They called it a disaster"))


def test_no_before_a_word_turns_it_round() -> None:
    assert tone_of("There was no hope.") < 0 < tone_of("There was hope.")


def test_words_in_capitals_are_emphasis_not_names() -> None:
    assert tone_of("It was a TERRIBLE idea.") < tone_of("It was a terrible idea.") < 0


def test_the_first_word_of_a_sentence_or_quotation_counts() -> None:
    assert tone_of("Terrible weather came.") < 0
    assert tone_of("She said: “Terrible weather.”") < 0
    assert tone_of("It rained. Terrible weather came.") < 0
    assert tone_of("Angry Democrats left.") < 0


def test_a_name_after_an_abbreviation_is_a_name() -> None:
    assert tone_of("They met in St. Love Square.") == 0


def test_a_headline_with_capitals_throughout_is_scored() -> None:
    assert tone_of("Hope Fades After Deadly Attack on Harbor Town") < 0


def test_each_repetition_of_a_word_is_scored_where_it_stands() -> None:
    assert tone_of("A good plan, not a good time") < tone_of("A good plan, and a good time")


def test_words_of_news_that_vader_lacks_are_known() -> None:
    assert tone_of("He was indicted for corruption.") < 0 < tone_of("They agreed on a ceasefire.")


@given(st.text(max_size=200))
def test_any_text_gives_the_same_tone_twice_and_inside_the_range(text: Any) -> None:
    assert -1 <= tone_of(text) == tone_of(text) <= 1


def test_threads_get_the_same_tone() -> None:
    texts = [f"A good plan number {i}, not a disaster." for i in range(200)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(tone_of, texts)) == [tone_of(text) for text in texts]


def test_nltk_and_requests_are_imported_by_nobody_before_they_are_needed() -> None:
    code = (
        "import sys, analysis.sentiment as s; s.tone_of('The council met.');"
        "assert not {'nltk', 'requests'} & set(sys.modules);"
        "s.tone_of('A good plan.');"
        "assert 'nltk' in sys.modules and 'vaderSentiment.vaderSentiment' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_data_of_nltk_is_looked_for(tmp_path: Path) -> None:
    code = "from analysis.sentiment import tone_of; print(tone_of('A good plan.'))"
    environment = {"HOME": str(tmp_path), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, umask=0o002, check=True, capture_output=True, text=True
    )
    assert float(done.stdout) > 0
    assert not list(tmp_path.iterdir())
