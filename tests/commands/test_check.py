"""`kapguide check`: what it looks at, how it says it, and its exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def _change(site: Path, old: str, new: str) -> None:
    page = site / "index.html"
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8")


def test_nothing_to_mend(run: Run, site: Path) -> None:
    """Exit 0 and one line."""
    result = run("check", "site")
    assert result.output == "1 page checked, no problems.\n"
    assert result.exit_code == 0


def test_the_site_of_mkdocs_yml_is_the_default(run: Run, site: Path) -> None:
    """Without a path it looks where the site is built."""
    assert run("check").output == "1 page checked, no problems.\n"


def test_problems(run: Run, site: Path) -> None:
    """Exit 1, a paragraph a file, and the summary last."""
    _change(site, "<p>A few plain words.</p>", "<p>A few plain words. It is a cure.</p>")
    _change(site, '<div class="notice notice-disclaimer"', '<div hidden class="notice"')
    result = run("check", "site")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "docs/index.md: disclaimer-hidden: disclaimer hidden: by the attribute hidden. "
        "Take away what hides it, in overrides/ or in the page.",
        'docs/index.md: promise: "cure" promises more than anyone can know. '
        "Say what was found, in whom and how often, or leave it out.",
        "",
        "CONTRIBUTING.md says what each code means.",
        "1 page checked: 2 errors in 1 file.",
    ]


def test_warnings_do_not_fail(run: Run, site: Path, project: Path) -> None:
    """Exit 0 when nothing blocks publishing."""
    page = project / "docs" / "index.md"
    page.write_text(page.read_text("utf-8").replace("type: reference", "type: support"), "utf-8")
    result = run("check", "site")
    assert "docs/index.md: key-points (warning): " in result.output
    assert "1 page checked: 1 warning in 1 file." in result.output
    assert result.exit_code == 0


def test_silenced_problems_are_listed(run: Run, site: Path, project: Path) -> None:
    """What a page allows is said, with the reason."""
    _change(site, "plain words.</p>", "plain words. It is a cure.</p>")
    page = project / "docs" / "index.md"
    allowed = "allow:\n  - code: promise\n    reason: quotes a letter\n---\n\n#"
    page.write_text(page.read_text("utf-8").replace("---\n\n#", allowed), "utf-8")
    result = run("check", "site")
    assert result.exit_code == 0
    assert "Allowed by their pages:\n  docs/index.md" in result.output
    assert "(allowed: quotes a letter)" in result.output


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ((), {"promise", "disclaimer-hidden"}),
        (("--only", "promise"), {"promise"}),
        (("--only", "disclaimer"), {"disclaimer-hidden"}),
        (("--ignore", "promise"), {"disclaimer-hidden"}),
        (("--ignore", "promise", "--ignore", "disclaimer"), set()),
    ],
)
def test_only_and_ignore(run: Run, site: Path, options: tuple[str, ...], codes: set[str]) -> None:
    """A code, or the first words of several, choose what is reported."""
    _change(site, "plain words.</p>", "plain words. It is a cure.</p>")
    _change(site, '<div class="notice notice-disclaimer"', '<div hidden class="notice"')
    result = run("check", "site", "--format", "json", *options)
    assert {problem["code"] for problem in json.loads(result.output)["problems"]} == codes
    assert result.exit_code == (1 if codes else 0)


def test_one_file(run: Run, site: Path) -> None:
    """A single page is checked as part of its site."""
    (site / "other.html").write_text("<p>No notices.</p>", "utf-8")
    _change(site, "plain words.</p>", 'plain words. <a href="gone.html">The gone page</a></p>')
    result = run("check", "site/index.html")
    assert "1 page checked: 1 error in 1 file." in result.output
    assert 'link-broken: the link "gone.html" leads nowhere' in result.output


def test_a_file_outside_of_any_site(run: Run, site: Path, tmp_path: Path) -> None:
    """Where the rest of the site is unknown, nobody can say that a link is broken."""
    loose = tmp_path / "loose.html"
    text = (site / "index.html").read_text("utf-8")
    loose.write_text(text.replace("words.", 'words. <a href="b.html">Page b</a>'), "utf-8")
    assert run("check", str(loose)).output == "1 page checked, no problems.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere",), "there is no nowhere. Build the site first: make site"),
        (("docs/index.md",), "docs/index.md is no built page."),
        (("docs",), "no HTML file is in docs."),
        (("site", "docs"), "name one folder, or files of one folder, at a time."),
        (("--only", "promis"), 'no check is called "promis". Did you mean "promise"?'),
        (("--explain", "promis"), 'no check is called "promis". Did you mean "promise"?'),
        (("--project", "docs"), "docs/_includes/crisis.md: notice-source: this notice is missing"),
    ],
)
def test_cannot_run(run: Run, site: Path, arguments: tuple[str, ...], message: str) -> None:
    """Exit 2 and one line: it says nothing about the pages."""
    result = run("check", *arguments)
    assert message in result.output
    assert result.exit_code == 2


@pytest.mark.parametrize("content", [None, " \n"], ids=["deleted", "emptied"])
def test_without_a_notice_it_does_not_pass(
    run: Run, site: Path, project: Path, content: str | None
) -> None:
    """Pages cannot be proved against a notice that is not there."""
    notice = project / "docs" / "_includes" / "disclaimer.md"
    notice.unlink()
    if content is not None:
        notice.write_text(content, "utf-8")
    result = run("check", "site")
    assert "Error: docs/_includes/disclaimer.md: notice-source: this notice is" in result.output
    assert result.exit_code == 2


def test_broken_settings(run: Run, site: Path, project: Path) -> None:
    """A mkdocs.yml that cannot be read is named, without a traceback."""
    (project / "mkdocs.yml").write_text("theme: [\n", "utf-8")
    result = run("check", "site")
    assert result.output.startswith("Error: mkdocs.yml:1: ")
    assert result.exit_code == 2


def test_tags_of_mkdocs(run: Run, site: Path, project: Path) -> None:
    """What only MkDocs understands in its settings is passed over."""
    config = project / "mkdocs.yml"
    extra = "x: !ENV [HOME, y]\nz: !!python/name:os.getcwd\n"
    config.write_text(config.read_text("utf-8") + extra, "utf-8")
    assert run("check", "site").exit_code == 0


def test_broken_bibliography(run: Run, site: Path, project: Path) -> None:
    """Problems of references.bib are in the same list."""
    (project / "references.bib").write_text("@article{a,\n  title = {One\n", "utf-8")
    result = run("check", "site")
    assert 'references.bib:2: entry-broken: entry "a" could not be read' in result.output
    assert result.exit_code == 1


def test_explain(run: Run) -> None:
    """A code is explained with its rule, whose it is, and both examples."""
    output = run("check", "--explain", "suicide-words").output
    assert output.startswith("suicide-words (blocks publishing)\nSuicide is not called")
    assert "Source: 988 Suicide & Crisis Lifeline" in output
    assert "Wrong:\n  Her brother committed suicide.\nRight:\n  Her brother died" in output


def test_explain_a_family(run: Run) -> None:
    """The first word of several codes explains all of them."""
    output = run("check", "--explain", "disclaimer").output
    for name in ("missing", "hidden", "altered"):
        assert f"disclaimer-{name} (blocks publishing)" in output


def test_lists(run: Run) -> None:
    """The tables that documents are made from."""
    assert "| `disclaimer-missing` | error |" in run("codes").output
    schema = json.loads(run("schema").output)
    assert schema["properties"]["type"]["enum"][0] == "treatment"


def test_circular_settings(run: Run, site: Path, project: Path) -> None:
    """A mkdocs.yml that inherits from itself is named, without a traceback."""
    (project / "mkdocs.yml").write_text("INHERIT: mkdocs.yml\n", "utf-8")
    for command in (("check", "site"), ("build",)):
        result = run(*command)
        assert result.output == (
            'Error: mkdocs.yml inherits from "mkdocs.yml", and so from itself. Break the circle.\n'
        )
        assert result.exit_code == 2


def test_menu_without_mkdocs(run: Run, site: Path, project: Path) -> None:
    """The menu is checked on the built folder, whatever built it."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    line = text.count("\n") + 1
    config.write_text(f"{text}nav:\n  - indx.md\n", "utf-8")
    assert run("check", "site").output.splitlines()[:1] == [
        f'mkdocs.yml:{line + 1}: menu-unknown: the menu names "indx.md", which is not in docs. '
        'Did you mean "index.md"?',
    ]


def test_without_a_browser_the_files_are_read_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`--browser` says so, and what to do; what the files tell is told all the same."""
    from click.testing import CliRunner
    from kapguide.commands import main

    monkeypatch.setenv("KAPGUIDE_CHROMIUM", str(tmp_path / "none"))
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<!doctype html><title>x</title><main>Words.</main>", "utf-8")
    project = Path(__file__).resolve().parent.parent.parent
    done = CliRunner().invoke(main, ["check", "--browser", "--project", str(project), str(site)])
    assert "No browser looked at the pages: their files alone were read." in done.stderr
    assert "KAPGUIDE_CHROMIUM names no program" in done.stderr
    assert "disclaimer-missing" in done.stdout
    assert done.exit_code == 1
