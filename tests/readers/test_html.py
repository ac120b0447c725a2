import json
import logging
from datetime import date

import pytest

from analysis.model import Article
from analysis.readers import Skipped, read_bytes

PARAGRAPHS = [
    "The harbor ferry sank off Varden on Monday, the coast guard said, and all forty aboard were saved.",
    "“We heard a sound like a slammed door,” said Ana Silva, who was on deck with her two children.",
    "The company that runs the line said it would send divers down once the weather allows it.",
    "Mayor Tom Berg told reporters that the city had warned of the hull’s state in a letter two years ago.",
    "Ferries to the islands will be replaced by buses and a chartered boat until the end of May, he said.",
]


def page(head: str = "", top: str = "", body: list[str] | None = None, after: str = "") -> bytes:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in body or PARAGRAPHS)
    return (
        f"<html><head><meta charset='utf-8'>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{top}{text}</article>{after}<footer>© 2026 Varden Post</footer></body></html>"
    ).encode()


def linked(**fields: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def only(data: bytes, name: str = "a.html") -> Article:
    (article,) = read_bytes(name, data)
    return article


def test_the_paragraphs_of_the_article_are_its_text() -> None:
    assert only(page()).text == "\n\n".join(PARAGRAPHS)


def test_json_ld_says_who_published_what_and_when() -> None:
    article = only(
        page(
            linked(
                headline="Ferry sinks off Varden",
                datePublished="2026-03-02T23:30:00-05:00",
                author=[
                    {"@type": "Person", "name": "By Ana Silva"},
                    {"@type": "Person", "name": "Ana Silva"},
                ],
                publisher={"@type": "Organization", "name": "Varden Post"},
                url="https://post.example/ferry",
            )
        )
    )
    assert (article.title, article.outlet, article.authors) == (
        "Ferry sinks off Varden",
        "Varden Post",
        ("Ana Silva",),
    )
    assert (article.published, article.url) == (date(2026, 3, 2), "https://post.example/ferry")


def test_names_that_json_ld_only_points_to_are_found() -> None:
    graph = [
        {
            "@type": "NewsArticle",
            "headline": "Ferry sinks",
            "author": {"@id": "#a"},
            "publisher": {"@id": "#p"},
        },
        {"@type": "Person", "@id": "#a", "name": "Ana Silva"},
        {"@type": "Organization", "@id": "#p", "name": "Varden Post"},
    ]
    script = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    article = only(page(script))
    assert (article.authors, article.outlet) == (("Ana Silva",), "Varden Post")


def test_articles_listed_in_json_ld_are_not_this_one() -> None:
    other = {"@type": "NewsArticle", "headline": "Rain", "datePublished": "2020-01-01", "author": "Bo Li"}
    items = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other}]}
    script = f'<script type="application/ld+json">{json.dumps(items)}</script>'
    article = only(page(script + linked(headline="Ferry sinks")))
    assert (article.title, article.published, article.authors) == ("Ferry sinks", None, ())


@pytest.mark.parametrize("wrapped", ["<!--{}-->", "//<![CDATA[\n{}\n//]]>", "{};", "[{}]", "\n\t{}\n"])
def test_json_ld_may_be_wrapped(wrapped: str) -> None:
    data = wrapped.format(json.dumps({"@type": "Article", "headline": "Ferry sinks"}))
    assert only(page(f'<script type="application/ld+json">{data}</script>')).title == "Ferry sinks"


def test_broken_json_ld_leaves_the_rest_of_the_page_to_say_it() -> None:
    head = '<script type="application/ld+json">{"headline": "x</script><title>Ferry sinks</title>'
    assert only(page(head)).title == "Ferry sinks"


def test_meta_elements_are_read_where_there_is_no_json_ld() -> None:
    article = only(
        page(
            "<meta property='og:title' content='Ferry sinks off Varden | Varden Post'>"
            "<meta property='og:site_name' content='Varden Post'>"
            "<meta property='article:published_time' content='2026-03-02T10:00:00Z'>"
            "<meta name='author' content='By Ana Silva and Tom Berg, Staff Writers'>"
            "<link rel='canonical' href='https://post.example/2026/ferry'>"
        )
    )
    assert (article.title, article.outlet) == ("Ferry sinks off Varden", "Varden Post")
    assert (article.authors, article.published) == (("Ana Silva", "Tom Berg"), date(2026, 3, 2))
    assert article.url == "https://post.example/2026/ferry"


def test_no_date_is_made_up_from_the_text_the_footer_or_the_file() -> None:
    body = [*PARAGRAPHS, "The line opened on March 4, 1987, and was renewed on 2019-05-06, the company said."]
    assert only(page(body=body), "2026-03-05-saved.html").published is None


def test_a_front_page_is_no_address_of_an_article() -> None:
    assert only(page("<link rel='canonical' href='https://post.example/'>")).url is None


def test_entities_and_tags_in_a_headline_are_undone() -> None:
    article = only(page(linked(headline="Ferry&#8217;s <em>last</em> trip &amp;amp; after")))
    assert article.title == "Ferry’s last trip & after"


def test_the_title_is_not_repeated_in_the_text() -> None:
    article = only(page(top="<h1>Ferry sinks off Varden</h1>"))
    assert article.title == "Ferry sinks off Varden"
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_posts_of_others_pull_quotes_and_captions_are_left_out() -> None:
    top = (
        "<blockquote class='twitter-tweet'><p>The sea is no toy, people, said somebody</p></blockquote>"
        "<aside class='PullQuote-x'>“We heard a sound like a slammed door”</aside>"
        "<figure><img src='a.jpg'><figcaption>The ferry in better days, at the pier</figcaption></figure>"
    )
    assert only(page(top=top)).text == "\n\n".join(PARAGRAPHS)


def test_lists_of_other_articles_at_the_end_are_cut() -> None:
    more = [
        "More from Varden Post",
        "Rain to go on until Sunday, forecasters say in a new outlook for the coast",
    ]
    assert only(page(body=[*PARAGRAPHS, *more])).text == "\n\n".join(PARAGRAPHS)


def test_an_article_broken_into_boxes_is_put_together() -> None:
    long = [f"{paragraph} This is part {number} of it." for number in range(12) for paragraph in PARAGRAPHS]
    boxes = "<div class='ad'>Buy boats</div>".join(
        "<div class='chunk'><div>" + "".join(f"<p>{text}</p>" for text in long[i : i + 20]) + "</div></div>"
        for i in range(0, 60, 20)
    )
    article = only(f"<html><body><main>{boxes}</main></body></html>".encode())
    assert article.text == "\n\n".join(long)


def test_the_text_in_json_ld_is_taken_where_the_page_shows_little_of_it() -> None:
    body = "\n".join(f"{paragraph} Part {number}." for number in range(5) for paragraph in PARAGRAPHS)
    article = only(page(linked(headline="Ferry sinks", articleBody=body), body=PARAGRAPHS[:1]))
    assert article.text == body.replace("\n", "\n\n")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_the_declared_encoding_is_used(encoding: str) -> None:
    codec = "cp1252" if encoding == "iso-8859-1" else encoding
    data = page().decode().replace("charset='utf-8'", f"charset='{encoding}'").encode(codec)
    assert only(data).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<p>",
        b"   ",
        b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        b"\x00<",
        b"<!--",
    ],
)
def test_a_page_without_an_article_is_named(data: bytes) -> None:
    skipped: list[Skipped] = []
    assert list(read_bytes("a.html", data, on_skip=skipped.append)) == []
    assert str(skipped[0]).startswith("a.html: ")


def test_a_page_of_endless_nesting_is_read_or_named() -> None:
    skipped: list[Skipped] = []
    data = b"<html><body>" + b"<div>" * 50_000 + b"<p>" + PARAGRAPHS[0].encode()
    assert len(list(read_bytes("a.html", data, on_skip=skipped.append))) + len(skipped) == 1


@pytest.mark.parametrize(
    "shown",
    [
        "<time datetime='2026-03-02T10:00:00Z'>yesterday</time>",
        "<span class='post-date'>March 2, 2026</span>",
        "<div class='byline__timestamp'>Updated 2 March 2026, 9:14 pm</div>",
        "<p id='dateline' class='published'>Mar 2, 2026</p>",
    ],
)
def test_a_date_in_a_place_made_for_it_is_read(shown: str) -> None:
    assert only(page(top=shown)).published == date(2026, 3, 2)


def test_a_date_in_the_address_is_read() -> None:
    head = "<link rel='canonical' href='https://post.example/news/2026/mar/02/ferry-sinks'>"
    assert only(page(head)).published == date(2026, 3, 2)


def test_dates_of_other_articles_are_not_this_ones() -> None:
    other = "<aside><time datetime='2020-01-01'>old</time></aside>"
    assert only(page(top=other)).published is None


def test_trafilatura_is_silent_only_while_a_page_is_read(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("trafilatura.core")
    skipped: list[Skipped] = []
    with caplog.at_level(logging.DEBUG, logger="trafilatura"):
        assert list(read_bytes("a.html", b"<html></html>", on_skip=skipped.append)) == []
        assert caplog.messages == []
        logger.warning("heard by others")
    assert (len(skipped), caplog.messages) == (1, ["heard by others"])
