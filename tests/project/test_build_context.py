"""What the hooks of a build share, and that no build takes another's."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from kapguide.project.build_context import (
    OPTION,
    STYLE,
    BuildContext,
    begin_build,
    current_build,
    end_build,
)
from kapguide.project.config_file import CannotRun
from kapguide.words import load_words
from markdown_citations.problems import Problem
from mkdocs.commands.build import build
from mkdocs.config import load_config

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
BIB = "@misc{{a, author = {{Doe, Jo}}, title = {{Title {0}}}, year = 2020, url = {{https://a.example/}}}}\n"
PROBLEM = Problem("promise", "a promise", "docs/a.md", 2)


def _context(root: Path, *, preview: bool = False) -> BuildContext:
    log = logging.getLogger("mkdocs.hooks.test")
    docs, words = root / "docs", load_words()
    return BuildContext(
        root / "mkdocs.yml", docs, preview=preview, citations={}, log=log, words=words
    )


def test_page_is_named_from_the_project(tmp_path: Path) -> None:
    """As messages name it, with the text in which they find the line."""
    context = _context(tmp_path)
    context.start_page("part/risks.md", "# Risks\n")
    assert context.place() == ("docs/part/risks.md", "# Risks\n")


def test_library_is_read_once(tmp_path: Path) -> None:
    """All hooks have the same entries, whatever is written to the file meanwhile."""
    (tmp_path / "references.bib").write_text("@misc{one, title = {One}}\n", "utf-8")
    context = _context(tmp_path)
    assert [entry.citekey for entry in context.library] == ["one"]
    (tmp_path / "references.bib").write_text("", "utf-8")
    assert [entry.citekey for entry in context.library] == ["one"]


def test_problem_is_logged_once_a_build(tmp_path: Path, log: Any) -> None:
    """Two hooks may find the same; the next build says it again."""
    for _ in range(2):
        context = _context(tmp_path)
        context.report(PROBLEM)
        context.report(PROBLEM)
    assert log.lines == [f"WARNING: {PROBLEM}"] * 2


def test_no_build_has_the_context_of_another(tmp_path: Path) -> None:
    """What one has made is gone when it ends."""
    begin_build(_context(tmp_path))
    assert current_build().root == tmp_path
    end_build()
    with pytest.raises(CannotRun, match="begin_build"):
        current_build()


def test_two_projects_in_one_process(tmp_path: Path, log: Any) -> None:
    """A preview, then a build of another project: each has its own pages, facts and library."""
    for name in ("one", "two"):
        folder = tmp_path / name
        (folder / "docs").mkdir(parents=True)
        (folder / "docs" / "index.md").write_text("# A\n\n::: clinic fee\n\n[@a]\n", "utf-8")
        (folder / "references.bib").write_text(BIB.format(name), "utf-8")
        hooks = "".join(
            f"  - {HOOKS / hook}.py\n" for hook in ("begin_build", "cite_sources", "finish_site")
        )
        (folder / "mkdocs.yml").write_text(
            f"site_name: {name}\nplugins: []\n"
            "markdown_extensions: [kapguide.directives, kapguide.citations]\n"
            f"extra: {{clinic: {{fee: Fee {name}}}}}\nhooks:\n{hooks}",
            "utf-8",
        )
        config = load_config(str(folder / "mkdocs.yml"))
        config.plugins.on_startup(command="serve" if name == "one" else "build", dirty=False)
        build(config)
        page = (folder / "site" / "index.html").read_text("utf-8")
        assert f"Fee {name}" in page
        assert f"Title {name}" in page
        assert ("Content-Security-Policy" in page) == (name == "two")


def test_hook_without_the_first_one(tmp_path: Path) -> None:
    """One sentence that says what to write in mkdocs.yml."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# A\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: A\nplugins: []\nhooks:\n  - {HOOKS / 'cite_sources.py'}\n", "utf-8"
    )
    with pytest.raises(CannotRun, match=r"mkdocs\.yml lacks hooks/begin_build\.py"):
        build(load_config(str(tmp_path / "mkdocs.yml")))


@pytest.mark.parametrize("value", [5, True, [1, 2], [["references.bib"]], {"a": 1}, "a\0b"])
def test_bibliography_that_is_no_path(build_site: Any, value: object) -> None:
    """One message, at its line; references.bib stands in, so that no other follows."""
    built = build_site(
        {"docs/index.md": "# A\n\nA study [@a].\n", "references.bib": BIB.format("one")},
        hooks=["cite_sources"],
        markdown_extensions=[{"kapguide.citations": {"bibliography": value, "cache": False}}],
    )
    (line,) = built.lines
    assert line.startswith("WARNING: mkdocs.yml:")
    assert ": citations-option: the option bibliography of markdown_citations takes a path" in line
    assert built.failed


@pytest.mark.parametrize(
    ("problem", "style", "place"),
    [
        (Problem(OPTION, "no such word"), "none", "mkdocs.yml:3: "),
        (Problem(STYLE, 'no "none"'), "none", "mkdocs.yml:4: "),
        (Problem(STYLE, 'no "none"'), "'none'", "mkdocs.yml:4: "),
        (Problem(OPTION, 'no option "libary"'), "none\n      libary: a.bib", "mkdocs.yml:5: "),
        (Problem(OPTION, 'no text "refs"'), "none\n      texts: {refs: A}", "mkdocs.yml:5: "),
        (Problem(STYLE, 'no "other"'), "none", ""),
        (Problem("weight", "too heavy"), "none", ""),
    ],
)
def test_option_that_is_inherited(
    tmp_path: Path, log: Any, problem: Problem, style: str, place: str
) -> None:
    """It is told in the file that it stands in."""
    base = f"site_name: A\nmarkdown_extensions:\n  - kapguide.citations:\n      style: {style}\n"
    (tmp_path / "mkdocs.yml").write_text(base, "utf-8")
    heir = tmp_path / "mkdocs.es.yml"
    heir.write_text("INHERIT: mkdocs.yml\nsite_name: B\n", "utf-8")
    context = replace(_context(tmp_path), config_file=heir, citations={"style": "none"})
    context.report(problem)
    assert log.lines == [f"WARNING: {place}{problem}"]


@pytest.mark.parametrize("style", ["../x", ".", "/etc/passwd", "a\nb", "x" * 5000])
def test_style_that_is_none(build_site: Any, style: str) -> None:
    """A page's style is looked up among styles, whatever it looks like."""
    built = build_site(
        {
            "docs/index.md": f"---\ncitation_style: {json.dumps(style)}\n---\n# A\n\nA [@a].\n",
            "references.bib": BIB.format("one"),
        },
        hooks=["cite_sources"],
        markdown_extensions=[{"kapguide.citations": {"cache": False}}],
    )
    (line,) = built.lines
    assert "style-unknown: no citation style" in line


def test_quiet_build_says_what_stops_it(
    tmp_path: Path, log: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """MkDocs's -q drops warnings before anybody counts them; what blocks publishing stays."""
    context = _context(tmp_path)
    with caplog.at_level(logging.ERROR, logger="mkdocs"):
        context.report(PROBLEM)
        context.report(Problem("weight", "a warning", severity="warning"))
    assert log.lines == [f"ERROR: {PROBLEM}"]
