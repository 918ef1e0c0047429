"""`kapguide editor-files`: what editors complete and offer, made of the guide's own tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import yaml
from markdown_citations.library.entries import Library
from markdown_citations.library.reading import read_library

from kapguide.commands.output import choose_project, read_project_settings
from kapguide.front_matter.schema import KEYS, Key, front_matter_schema
from kapguide.pages.source_lines import name_file
from kapguide.project.editions.editions import read_editions
from kapguide.project.settings import CannotRun, Settings
from kapguide.words import load_words

_LONGEST = 90
"""How much of a title an editor shows beside a citekey."""
PAGES_CMS = ".pages.yml"
_HEAD = """\
# Pages CMS (pagescms.org) edits pages in a browser by this file, which
# `kapguide editor-files` makes. The text is plain: an editor of rich text would write
# \\[@key] for [@key], and no citation would be left. Settings that are not among these
# fields stay as they are, by `merge`.
"""


@click.command("editor-files")
@choose_project
def editor_files(project: Path) -> None:
    """Write what editors know of pages: .vscode/ for VS Code, .pages.yml for Pages CMS.

    VS Code completes the settings at a page's top, and offers each citekey after @.
    Run it again when references.bib has new studies.

    \b
    For the project in this folder:
      kapguide editor-files
    """  # noqa: D301 - click reads the sign that \b stands for
    settings = read_project_settings(project)
    library, _ = read_library(settings.bibliographies, settings.root)
    for name, text in make_editor_files(settings, library).items():
        path = settings.root / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        except OSError as error:
            raise CannotRun(f"{path} cannot be written: {error.strerror}.") from None
        click.echo(f"Written: {name_file(path, settings.root)}")


def make_editor_files(settings: Settings, library: Library) -> dict[str, str]:
    """Make the texts of all files, by path relative to the project."""
    bibs = [name_file(path, settings.root) for path in settings.bibliographies]
    editions = read_editions(settings).all
    docs = {e.language: name_file(e.settings.docs, settings.root) for e in editions}
    return {
        ".vscode/front-matter.schema.json": _format_json(front_matter_schema()),
        ".vscode/citekeys.code-snippets": _format_json(make_snippets(library)),
        PAGES_CMS: _HEAD + yaml.safe_dump(make_cms(docs, bibs), sort_keys=False, width=88),
    }


def make_snippets(library: Library) -> dict[str, dict[str, str]]:
    """Make a snippet of VS Code for each entry: `@` and a few letters give its citation."""
    return {
        entry.citekey: {
            "scope": "markdown",
            "prefix": f"@{entry.citekey}",
            "body": f"[@{_escape(entry.citekey)}]$0",
            "description": _describe(entry.get("year"), entry.get("title")),
        }
        for entry in library.entries.values()
    }


def make_cms(docs: Mapping[str, str], bibs: Sequence[str]) -> dict[str, Any]:
    """Make the settings of Pages CMS for the files of studies and the folders of pages.

    `docs` are those by language, the first of them that which the others follow.
    """
    first = next(iter(docs.values()))
    studies = [
        {"name": f"studies-{number}", "label": path, "type": "file", "path": path, "format": "code"}
        for number, path in enumerate(bibs, 1)
    ]
    folders = [part for language in docs for part in _cms_folder(docs, language)]
    return {
        "media": {"input": f"{first}/assets", "output": "assets"},
        "settings": {"content": {"merge": True}},
        "content": [*folders, *studies],
    }


def _cms_folder(docs: Mapping[str, str], language: str) -> list[dict[str, Any]]:
    """Give the pages and the notices in one language; only further ones are named by it."""
    first, folder = language == next(iter(docs)), docs[language]
    end, said = (
        ("", "") if first else (f"-{language}", f" ({load_words().name_language(language)})")
    )
    fields = [field for name, key in KEYS.items() for field in _cms_field(name, key)]
    body = {"name": "body", "label": "Text (Markdown)", "type": "text", "options": {"rows": 40}}
    pages = {
        "name": f"pages{end}",
        "label": f"Pages{said}",
        "type": "collection",
        "path": folder,
        "subfolders": False,
        "format": "yaml-frontmatter",
        "view": {"fields": ["title", "type", "sources_checked"], "primary": "title"},
        "fields": [*fields, body],
    }
    notices = {"name": f"notices{end}", "label": f"Notices{said}", "type": "collection"}
    return [pages, {**notices, "format": "raw", "path": f"{folder}/_includes"}]


def _cms_field(name: str, key: Key) -> Iterator[dict[str, Any]]:
    """Give a field for a setting that is one text, day, number or choice, or a list of texts."""
    schema = key.schema
    field: dict[str, Any] = {"name": name, "label": name.replace("_", " ").capitalize()}
    if description := schema.get("description"):
        field["description"] = description
    if key.required:
        field["required"] = True
    kind, item = schema.get("type"), schema.get("items", {})
    if "enum" in schema:
        yield {**field, "type": "select", "options": {"values": list(schema["enum"])}}
    elif schema.get("format") == "date":
        # Nobody has looked at the sources because a form was opened.
        yield {**field, "type": "date", "default": "", "options": {"format": "yyyy-MM-dd"}}
    elif kind == "string":
        yield {**field, "type": "string"}
    elif kind == "integer":
        limits = {"min": schema["minimum"], "max": schema["maximum"]}
        yield {**field, "type": "number", "options": limits}
    elif kind == "array" and item.get("type") == "string" and "enum" not in item:
        yield {**field, "type": "string", "list": True}


def _describe(year: str, title: str) -> str:
    plain = " ".join(title.replace("{", "").replace("}", "").split())
    short = plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"{year}: {short}" if year else short


def _escape(text: str) -> str:
    """Write signs so that a snippet takes them as they are."""
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def _format_json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
