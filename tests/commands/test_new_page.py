"""`kapguide new`: a page that is begun, listed, and not published before it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from kapguide.front_matter.schema import KEYS

Run = Callable[..., Result]
NAV = """# The menu
nav:
  - index.md
  - Getting ready:   # before
      - a-to-z.md
      - get-help-now.md
"""
SLEEP = """---
title: How will I sleep?
# description: one sentence of 70 to 155 characters that says what a reader finds here
type: practical
# sources_checked: 2026-01-31, the day on which you compared the page with its sources
review: pending
review_every: 12
---

# How will I sleep?

## Key points

<!-- A list of two or three points, a sentence each: what a reader should take away. -->

## What to do next

<!-- One to three things that a reader can do now, with links to our pages. -->
"""


@pytest.fixture
def listed(project: Path) -> Path:
    """Give the small project a menu."""
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + NAV, "utf-8")
    return project


def read(project: Path) -> dict[str, bytes]:
    files = [*(project / "docs").rglob("*"), project / "mkdocs.yml"]
    return {path.name: path.read_bytes() for path in files if path.is_file()}


def test_a_page_and_its_line_in_the_menu(run: Run, listed: Path) -> None:
    """Both are made, nothing else changes, and what is missing is said by its code."""
    before = read(listed)
    result = run("new", "sleep", "--title", "How will I sleep?", "--section", "Getting ready")
    assert (result.exit_code, result.stderr) == (0, "")
    line = b"      - How will I sleep?: sleep.md\n"
    changed = {"sleep.md": SLEEP.encode(), "mkdocs.yml": before["mkdocs.yml"] + line}
    assert read(listed) == before | changed
    number = changed["mkdocs.yml"].count(b"\n")
    assert result.stdout == (
        "docs/sleep.md: made\n"
        f'mkdocs.yml:{number}: "How will I sleep?", under "Getting ready"\n'
        "Before it can be published:\n"
        '  docs/sleep.md:1: front-matter-missing: the setting "description" is missing.\n'
        "      Add description: and one sentence that says what a reader finds here.\n"
        '  docs/sleep.md:1: review-missing: the setting "sources_checked" is missing, so\n'
        "      the page cannot say when it was checked. Add sources_checked: and the day\n"
        "      on which the page was held against its sources, as 2026-01-31.\n"
        "  Write below each heading what the comment there says.\n"
        "`kapguide build` says what is still missing, with file and line.\n"
    )


def test_no_build_publishes_it_as_it_is(run: Run, listed: Path) -> None:
    """The build names the same settings, and is content once they are there."""
    run("new", "sleep", "--title", "How will I sleep?")
    result = run("build")
    assert result.exit_code == 1
    for name in ("description", "sources_checked"):
        assert "docs/sleep.md:1: " in result.output
        assert f'the setting "{name}" is missing' in result.output
    path = listed / "docs" / "sleep.md"
    text = path.read_text("utf-8").replace("# sources_checked: 2026-01-31, the", "# The")
    text = text.replace("# description: ", "description: What a reader finds here, in ")
    text = text.replace("review: pending", "sources_checked: 2026-11-01\nreview: pending")
    path.write_text(text.replace("<!-- A list", "- One.\n- Two.\n\n<!-- A list"), "utf-8")
    result = run("build")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("kind", KEYS["type"].schema["enum"])
def test_every_type(run: Run, listed: Path, kind: str) -> None:
    """With a description, only the day of the check is missing; one about treatment has
    places for the risks and for what is not known."""
    described = "What the nights after a session may be like, and what helps people to sleep then."
    result = run("new", "sleep", "--type", kind, "--description", described)
    assert "front-matter" not in result.stdout
    assert result.stdout.count("docs/sleep.md:1:") == 1
    text = (listed / "docs" / "sleep.md").read_text("utf-8")
    assert f"\ndescription: {described}\ntype: {kind}\n" in text
    assert "\n# Sleep\n" in text
    assert ("\n## What is not known\n" in text) == (kind == "treatment")
    assert ("\n## Risks\n" in text) == (kind == "treatment")


def test_without_a_menu(run: Run, project: Path) -> None:
    """Pages that list themselves need no line."""
    before = read(project)["mkdocs.yml"]
    result = run("new", "more/sleep.md")
    assert result.exit_code == 0
    assert read(project)["mkdocs.yml"] == before
    assert (project / "docs" / "more" / "sleep.md").is_file()
    assert "mkdocs.yml" not in result.stdout


def test_a_page_that_the_menu_names_already(run: Run, listed: Path) -> None:
    """It is not listed twice."""
    config = listed / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "      - Nights: sleep.md\n", "utf-8")
    before = config.read_bytes()
    assert '"Nights", under "Getting ready"' in run("new", "sleep").stdout
    assert config.read_bytes() == before


def test_a_title_with_signs(run: Run, listed: Path) -> None:
    """They are signs, for YAML and Markdown alike."""
    title = "Sleep: *one* [night] & `more` #2"
    assert run("new", "sleep", "--title", title).exit_code == 0
    text = (listed / "docs" / "sleep.md").read_text("utf-8")
    assert f'\ntitle: "{title}"\n' in text
    assert "\n# Sleep: \\*one\\* \\[night] & \\`more\\` \\#2\n" in text


MISTAKES = {
    "a page that is there": (["a-to-z"], "docs/a-to-z.md is there already. Edit it, or choose"),
    "a page of the same address": (["a-to-z/index"], "docs/a-to-z.md is there already."),
    "a notice": (["_includes/crisis"], "a page's name is its address, of small letters"),
    "a name of other signs": (
        ["My Page!"],
        'of small letters, digits and hyphens. For example "my-page".',
    ),
    "a page outside": (["../sleep"], '"../sleep" is not in docs/, where the pages are.'),
    "a page elsewhere": (["/elsewhere/sleep.md"], '"/elsewhere/sleep.md" is not in docs/'),
    "nothing": ([""], '"" is not in docs/'),
    "a long title": (["sleep", "--title", "x" * 66], "has 1 to 65 characters, and this has 66."),
    "a section that is not there": (
        ["sleep", "--section", "Getting redy"],
        'the menu has no section "Getting redy". Did you mean "Getting ready"?',
    ),
    "a section like no other": (["sleep", "--section", "Q"], "There is: Getting ready."),
    "all at once": (
        ["A B", "--section", "Q", "--title", "x" * 70],
        'For example "a-b". --title: a title has 1 to 65 characters, and this has 70. --section:',
    ),
}


@pytest.mark.parametrize(("what", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_mistakes(run: Run, listed: Path, what: list[str], message: str) -> None:
    """Each is told in words for people, all together, and nothing is made."""
    before = read(listed)
    result = run("new", *what)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert result.stderr.startswith("Error: nothing was written.\n  ")
    assert max(map(len, result.stderr.splitlines())) <= 80
    assert read(listed) == before


def test_a_menu_of_another_form(run: Run, project: Path) -> None:
    """A page that cannot be listed is not made."""
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "nav: {Home: index.md}\n", "utf-8")
    result = run("new", "sleep")
    assert result.exit_code == 2
    assert "run the command again: - Sleep: sleep.md" in " ".join(result.stderr.split())
    assert not (project / "docs" / "sleep.md").exists()
