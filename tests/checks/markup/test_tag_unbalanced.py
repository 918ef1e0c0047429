"""Text of staff that closes, or holds, what stands around it."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("tag", ["</article>", "</main>", "</div>", "</body>", "</html>"])
@pytest.mark.parametrize(
    "text", ["{}", "- a list {}", "> {}", "## A heading {}", "Some <b>words</b> {} and more"]
)
def test_end_tag_in_the_text(frame: Any, tag: str, text: str) -> None:
    """With the line on which it stands."""
    frame.body = f"A first line.\n\n{text.format(tag)}\n"
    (problem,) = [p for p in frame.problems() if p.code == "tag-unbalanced"]
    line = frame.source.splitlines().index(text.format(tag)) + 1
    assert (problem.path, problem.line) == ("docs/plain.md", line)
    assert problem.message.startswith(tag)


@pytest.mark.parametrize("tag", ["progress", "div hidden", "details", "select", "section"])
def test_element_left_open(frame: Any, tag: str) -> None:
    """It would swallow the notices, which stand behind the text."""
    frame.body = f"Words.\n\n<{tag}>\n"
    found = {p.code for p in frame.problems()}
    assert "tag-unbalanced" in found


def test_settings_of_a_page(frame: Any) -> None:
    """A title is put into the page as it is."""
    frame.front["description"] = 'A plain sentence of fair length, and "></article><article>.'
    found = [p for p in frame.problems() if p.code == "tag-unbalanced"]
    assert [(p.path, p.line) for p in found] == [("docs/plain.md", 3)] * 2


@pytest.mark.parametrize(
    ("setting", "lines"),
    [
        ('copyright: "</article><article>"', [2, 2]),
        ('copyright: "</div>"', [2]),
        ("extra:\n  clinic:\n    name: <section>", [4]),
        ("nav:\n  - Home </main>: index.md", [3]),
        ('copyright: <a href="x">by us</a>', []),
        ("theme:\n  custom_dir: !ENV [A, b]", []),
    ],
)
def test_settings_of_the_site(frame: Any, setting: str, lines: list[int]) -> None:
    """Each value for itself: what one opens, no other closes."""
    frame.config = f"site_name: x\n{setting}\n"
    found = [p for p in frame.problems() if p.code == "tag-unbalanced"]
    assert [(p.path, p.line) for p in found] == [("mkdocs.yml", line) for line in lines]


def test_notices(frames: Any) -> None:
    """They stand on every page."""
    from kapguide.notices.notice import Notice

    frame = frames()
    notice = frame.notices["under-18s"]
    text = f"{notice.source}\n</div>\n"
    frame.notices = {**frame.notices, "under-18s": Notice("under-18s", notice.path, text)}
    (problem,) = [p for p in frame.problems() if p.code == "tag-unbalanced"]
    assert problem.path == "docs/_includes/under-18s.md"
