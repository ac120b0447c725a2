"""Is the report saved, with the selection that was asked for?"""


def test_a_report_is_one_page(call, corpus, tmp_path):
    done = call("report", "--to", "r.html", "--corpus", corpus, "--title", "The <bridge>")
    assert (done.exit_code, done.stdout) == (0, "")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "<h1>The &lt;bridge&gt;</h1>" in page
    assert "3 articles in 3 stories" in page


def test_filters_choose_what_is_in_it(call, corpus, tmp_path):
    done = call("report", "--to", "r.html", "--to", "2026-03-10", "--corpus", corpus)
    assert done.exit_code == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "Up to 10 March 2026." in page
    assert "1 article without a date left out" in page


def test_nothing_to_report_is_an_error_and_leaves_no_file(call, corpus, tmp_path):
    done = call("report", "--to", "r.html", "--corpus", corpus, "--from", "2030-01-01")
    assert done.exit_code == 1
    assert "no articles in this selection" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_only_a_page_can_be_written(call, corpus):
    assert call("report", "--to", "r.pdf", "--corpus", corpus).exit_code == 2
