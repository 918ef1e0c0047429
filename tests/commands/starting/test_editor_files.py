"""`kapguide editor-files`: what VS Code and Pages CMS know of the pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from kapguide.commands import main
from kapguide.commands.starting.editor_files import (
    PAGES_CMS,
    make_cms,
    make_editor_files,
    make_snippets,
)
from kapguide.front_matter.parsing import read_front_matter
from kapguide.front_matter.schema import KEYS, front_matter_schema
from kapguide.project.settings import read_settings
from markdown_citations.library.entries import Entry, Library

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def library(**titles: str) -> Library:
    entries = {
        key: Entry(key, "misc", MappingProxyType({"title": title, "year": "2026"}), "r.bib", 1)
        for key, title in titles.items()
    }
    return Library(MappingProxyType(entries), ("r.bib",))


def test_the_command_writes_three_files(tmp_path: Path) -> None:
    """Into the project that was named, and it says which."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\nmarkdown_extensions:\n  - kapguide.citations:\n      bibliography: s.bib\n",
        "utf-8",
    )
    (tmp_path / "s.bib").write_text("@misc{a2026, title = {One}, year = {2026}}\n", "utf-8")
    result = CliRunner().invoke(main, ["editor-files", "--project", str(tmp_path)])
    assert result.exit_code == 0, result.output
    written = re.findall(r"^Written: (.*)$", result.output, re.M)
    assert written == [
        ".vscode/front-matter.schema.json",
        ".vscode/citekeys.code-snippets",
        ".pages.yml",
    ]
    snippets = json.loads((tmp_path / written[1]).read_text("utf-8"))
    assert snippets["a2026"]["description"] == "2026: One"
    assert "path: s.bib" in (tmp_path / ".pages.yml").read_text("utf-8")


def test_the_schema_is_of_the_draft_that_editors_read() -> None:
    """It is valid as draft-07, and every page of the guide keeps it."""
    schema = front_matter_schema()
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    for path in sorted((ROOT / "docs").glob("*.md")):
        front = read_front_matter(path.read_text("utf-8"))
        values = json.loads(json.dumps(dict(front.values), default=str))
        assert [error.message for error in validator.iter_errors(values)] == [], path.name


@pytest.mark.parametrize(
    ("key", "body"),
    [("dore2019", "[@dore2019]$0"), ("a$b", "[@a\\$b]$0"), ("a\\b", "[@a\\\\b]$0")],
)
def test_a_snippet_writes_the_citation(key: str, body: str) -> None:
    """Signs that mean something in snippets are escaped."""
    (snippet,) = make_snippets(library(**{key: "{A} title"})).values()
    assert snippet["body"] == body
    assert snippet["prefix"] == f"@{key}"
    assert snippet["description"] == "2026: A title"


def test_a_long_title_is_cut_between_words() -> None:
    """An editor shows one line."""
    (snippet,) = make_snippets(library(a="word " * 60)).values()
    assert len(snippet["description"]) < 110
    assert snippet["description"].endswith("word …")


def test_pages_cms_edits_plain_text_and_keeps_what_it_does_not_know() -> None:
    """No editor of rich text anywhere; review, figures and the like are merged, not lost."""
    cms = make_cms({"en": "docs"}, ["references.bib"])
    assert cms["settings"] == {"content": {"merge": True}}
    (pages,) = [part for part in cms["content"] if part["name"] == "pages"]
    fields = {field["name"]: field for field in pages["fields"]}
    assert fields["body"]["type"] == "text"
    assert "rich-text" not in yaml.safe_dump(cms)
    assert fields["type"]["options"]["values"] == KEYS["type"].schema["enum"]
    assert fields["sources_checked"]["default"] == ""
    assert fields["index_terms"]["list"] is True
    assert not {"review", "figures", "dated_facts", "allow"} & set(fields)
    assert [name for name, field in fields.items() if field.get("required")] == [
        name for name, key in KEYS.items() if key.required
    ]


def test_pages_cms_edits_each_language() -> None:
    """Pages and notices of all, with the same fields, and the first as if it were alone."""
    cms = make_cms({"en": "docs", "es": "docs/es"}, [])
    pages, notices, spanish, spanish_notices = cms["content"]
    assert [pages, notices] == make_cms({"en": "docs"}, [])["content"]
    assert (spanish["name"], spanish["label"]) == ("pages-es", "Pages (Spanish)")
    assert spanish["path"] == "docs/es"
    assert spanish["fields"] == pages["fields"]
    assert spanish_notices["path"] == "docs/es/_includes"
    assert len({part["name"] for part in cms["content"]}) == 4


def test_files_that_are_kept_are_those_that_the_command_makes() -> None:
    """Else run: kapguide editor-files. That of citekeys is kept by nobody: studies come and go.

    That of Pages CMS in the languages that it names: whoever takes one away may leave it.
    """
    name = ".vscode/front-matter.schema.json"
    made = make_editor_files(read_settings(ROOT), Library())
    assert (ROOT / name).read_text("utf-8") == made[name]
    kept = yaml.safe_load((ROOT / PAGES_CMS).read_text("utf-8"))
    parts = {part["name"].partition("-"): part["path"] for part in kept["content"]}
    docs = {code or "en": path for (kind, _, code), path in parts.items() if kind == "pages"}
    assert kept == make_cms(docs, [path for path in parts.values() if path.endswith(".bib")])


@pytest.mark.parametrize(
    "name",
    [
        *(".vscode/settings.json", ".vscode/extensions.json", ".vscode/tasks.json"),
        ".devcontainer/devcontainer.json",
    ],
)
def test_settings_of_editors_are_json(name: str) -> None:
    """They run no command that is not there."""
    text = (ROOT / name).read_text("utf-8")
    assert json.loads(text)
    for command in re.findall(r"-m kapguide ([a-z-]+)", text):
        assert command in main.commands
    for arguments in re.findall(r'"-m", "kapguide", "([a-z-]+)"', text):
        assert arguments in main.commands


def test_the_matcher_of_vs_code_reads_our_messages() -> None:
    """A problem of the build becomes a mark on its line."""
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
    for line, found in {
        "docs/risks.md:12: promise: no cure. Say less.": ("docs/risks.md", "12", "promise"),
        "references.bib:3: entry-unused (warning): a: no": ("references.bib", "3", "entry-unused"),
    }.items():
        match = re.fullmatch(pattern["regexp"], line)
        assert match is not None
        assert tuple(match[pattern[name]] for name in ("file", "line", "code")) == found
    assert not re.fullmatch(pattern["regexp"], "29 pages checked: 1 warning in 1 file.")
