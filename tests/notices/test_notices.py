"""The notices: one source, on every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.notices.notice import EVERYWHERE, carry_notices, read_notices

N = '<div data-notice="crisis">Call.</div>'


def test_text_leaves_out_citations_and_markup(tmp_path: Path) -> None:
    """What a check compares with a page is what a reader reads."""
    (tmp_path / "x.md").write_text(
        "**Not**  approved\n&amp; [so](y.md) [@fda; see @dea, p. 3].\n", "utf-8"
    )
    assert read_notices(tmp_path, tmp_path)["x"].text == "Not approved & so."


@pytest.mark.parametrize(
    ("page", "carried"),
    [
        pytest.param("<main>x</main>", f"<main>x{N}\n</main>", id="at the end of main"),
        pytest.param(
            "<main>a</main><p><main>b</MAIN >", f"<main>a</main><p><main>b{N}\n</MAIN >", id="last"
        ),
        pytest.param("<body>x</body>", f"<body>x<main>{N}</main>\n</body>", id="no main"),
        pytest.param("<p>x", f"<p>x<main>{N}</main>\n", id="a fragment"),
        pytest.param(f"<main>{N}</main>", f"<main>{N}</main>", id="has them"),
        pytest.param(
            "<meta http-equiv='refresh' content='0; url=/'>",
            "<meta http-equiv='refresh' content='0; url=/'>",
            id="a redirect stub",
        ),
    ],
)
def test_handwritten_html_gets_the_notices(page: str, carried: str) -> None:
    """Staff do nothing for the notices, and cannot forget them."""
    assert carry_notices(page, N) == carried


def test_pages_of_every_kind_carry_them(build_site, notices: Path) -> None:
    """A Markdown page, a hand-written one and the 404 page each show both notices."""
    built = build_site(
        {"docs/index.md": "# Home\n", "docs/old/hand.html": "<!doctype html><title>x</title><p>x"},
        hooks=["finish_site"],
    )
    assert built.lines == []
    for name in ("index.html", "404.html", "old/hand.html"):
        shown = [n.attributes["data-notice"] for n in built.page(name).css("main [data-notice]")]
        assert shown == list(EVERYWHERE), name


def test_unknown_notice_is_named_with_its_line(build_site, notices: Path) -> None:
    """A misspelt notice is one message with file, line and the nearest name."""
    built = build_site(
        {"docs/index.md": "---\ntitle: Home\n---\n\n# Home\n\n::: notice under-18\n"},
    )
    assert built.failed
    assert built.lines == [
        'WARNING: docs/index.md:7: notice-unknown: no notice "under-18" in docs/_includes. '
        'Did you mean "under-18s"?'
    ]


def test_notice_in_a_page(build_site, notices: Path) -> None:
    """`::: notice under-18s` shows that notice there."""
    built = build_site({"docs/index.md": "# Home\n\n::: notice under-18s\n\nText\n"})
    assert built.lines == []
    box = built.page("index.html").css_first("article > div.notice-under-18s")
    assert box is not None
    assert "esketamine is not approved for children" in box.text()
