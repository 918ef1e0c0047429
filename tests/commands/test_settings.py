"""Where things are, as mkdocs.yml and what it inherits from say."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from kapguide.commands import main
from kapguide.project.config_file import merge_config, read_config
from kapguide.project.settings import CannotRun, read_settings
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load


def _write(folder: Path, files: Mapping[str, str]) -> Path:
    project = folder / "project"
    for name, text in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return project


BASE = """site_url: https://base.example/guide/
docs_dir: pages
theme: {name: mkdocs, custom_dir: looks}
nav:
  - index.md
  - risks.md
not_in_nav: |
  /drafts/
  about.md
markdown_extensions:
  - kapguide.citations: {bibliography: [one.bib, two.bib]}
"""


def test_nothing_there(tmp_path: Path) -> None:
    """Without a file MkDocs's defaults hold."""
    settings = read_settings(tmp_path)
    assert (settings.docs, settings.site) == (tmp_path / "docs", tmp_path / "site")
    assert (settings.templates, settings.menu, settings.site_url) == (None, None, "")


def test_inherited(tmp_path: Path) -> None:
    """A file that only inherits has all of it; paths count from the project, not the base."""
    project = _write(tmp_path, {"mkdocs.yml": "INHERIT: ../base.yml\n", "../base.yml": BASE})
    settings = read_settings(project)
    assert settings.docs == project / "pages"
    assert settings.templates == project / "looks"
    assert settings.site_url == "https://base.example/guide/"
    assert settings.bibliographies == (project / "one.bib", project / "two.bib")
    assert settings.config.resolve() == (tmp_path / "base.yml").resolve()
    assert settings.menu is not None
    assert [(item.target, item.line) for item in settings.menu.items] == [
        ("index.md", 5),
        ("risks.md", 6),
    ]
    assert (settings.menu.path, settings.menu.line) == ("../base.yml", 4)
    assert settings.menu.unlisted == ("/drafts/", "about.md")


def test_merged_as_mkdocs_merges(tmp_path: Path) -> None:
    """Groups key by key, lists whole, over two steps: held against MkDocs's own reading."""
    project = _write(
        tmp_path,
        {
            "mkdocs.yml": "INHERIT: conf/middle.yml\nsite_name: Top\nnav: [index.md]\n"
            "theme: {custom_dir: own}\nextra: {a: {y: 2}}\n",
            "conf/middle.yml": "INHERIT: base.yml\nsite_dir: out\nextra: {a: {x: 1, y: 1}, b: 1}\n",
            "conf/base.yml": BASE,
            "pages/index.md": "# A\n",
            "own/main.html": "",
            "one.bib": "",
            "two.bib": "",
        },
    )
    settings, theirs = read_settings(project), load_config(str(project / "mkdocs.yml"))
    assert str(settings.docs) == theirs.docs_dir
    assert str(settings.site) == theirs.site_dir
    assert settings.site_url == theirs.site_url
    assert str(settings.templates) == theirs.theme.custom_dir
    assert settings.menu is not None
    assert [item.target for item in settings.menu.items] == theirs.nav
    assert settings.menu.path == "mkdocs.yml"
    names = theirs.mdx_configs["kapguide.citations"]["bibliography"]
    assert settings.bibliographies == tuple(project / name for name in names)


@pytest.mark.parametrize("address", ["https://a.example", "https://a.example/es", ""])
def test_address_of_a_folder(tmp_path: Path, address: str) -> None:
    """It ends as MkDocs has it end: addresses of pages are joined to it."""
    text = f"site_name: A\nsite_url: '{address}'\n"
    project = _write(tmp_path, {"mkdocs.yml": text, "docs/index.md": "# A\n"})
    theirs = load_config(str(project / "mkdocs.yml")).site_url
    assert read_settings(project).site_url == theirs


def test_extensions_as_a_group(tmp_path: Path) -> None:
    """MkDocs takes a group of extensions as well as a list: that is how a base is changed."""
    text = "markdown_extensions:\n  kapguide.citations: {bibliography: my.bib}\n  abbr: null\n"
    settings = read_settings(_write(tmp_path, {"mkdocs.yml": text}))
    assert [path.name for path in settings.bibliographies] == ["my.bib"]


@pytest.mark.parametrize("named", [{}, {"GUIDE_URL": "https://env.example/a/", "D": "pages"}])
@pytest.mark.parametrize(
    "text",
    [
        'site_url: !ENV [GUIDE_URL, "https://default.example/sub/"]\ndocs_dir: !ENV [D, docs]\n',
        "site_url: !ENV GUIDE_URL\ndocs_dir: !ENV [NOT_THIS, D, docs]\n",
        "site_url: !ENV [GUIDE_URL, null]\nextra: {a: !ENV [D, [1, 2]], b: !ENV [D]}\n",
    ],
    ids=["a default", "by its name", "of any kind"],
)
def test_environment_as_mkdocs_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: Mapping[str, str], text: str
) -> None:
    """A setting may stand in the environment: held against MkDocs's own reading."""
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    files = {"mkdocs.yml": "site_name: A\n" + text, "docs/index.md": "", "pages/index.md": ""}
    project = _write(tmp_path, files)
    settings, theirs = read_settings(project), load_config(str(project / "mkdocs.yml"))
    assert settings.site_url == (theirs.site_url or "")
    assert str(settings.docs) == theirs.docs_dir
    assert (merge_config(read_config(project / "mkdocs.yml")).get("extra") or {}) == theirs.extra


@pytest.mark.parametrize("value", ["2", "yes", "2026-11-22", "null", "", "0.5", "text", "[a"])
def test_environment_has_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """What the environment says is a number, a date or a text, as MkDocs takes it."""
    monkeypatch.setenv("GUIDE_VALUE", value)
    path = _write(tmp_path, {"mkdocs.yml": "a: !ENV GUIDE_VALUE\n"}) / "mkdocs.yml"
    assert merge_config(read_config(path)) == yaml_load(path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "extra:\n  clinic:\n    day: 2027-02-30\n",
            'mkdocs.yml:3: there is no date or number "2027-02-30". Write a day that there is',
        ),
        ("a: 1\nb: 0x_\n", 'mkdocs.yml:2: there is no date or number "0x_"'),
        ("a: !ENV {b: c}\n", "mkdocs.yml:1: "),
    ],
    ids=["a date", "a number", "no environment"],
)
def test_value_that_cannot_be(tmp_path: Path, text: str, message: str) -> None:
    """One message with file and line, and no traceback."""
    with pytest.raises(CannotRun) as caught:
        read_settings(_write(tmp_path, {"mkdocs.yml": text}))
    assert caught.value.message.startswith(message)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"mkdocs.yml": "INHERIT: base.yml\n"},
            'mkdocs.yml inherits from "base.yml", which is not there. Look at INHERIT in it.',
        ),
        (
            {"mkdocs.yml": "INHERIT: a.yml\n", "a.yml": "INHERIT: b.yml\n"},
            'a.yml inherits from "b.yml", which is not there. Look at INHERIT in it.',
        ),
        (
            {"mkdocs.yml": "INHERIT: ./mkdocs.yml\n"},
            'mkdocs.yml inherits from "./mkdocs.yml", and so from itself. Break the circle.',
        ),
        (
            {"mkdocs.yml": "INHERIT: a.yml\n", "a.yml": "INHERIT: mkdocs.yml\n"},
            'a.yml inherits from "mkdocs.yml", and so from itself. Break the circle.',
        ),
        ({"mkdocs.yml": "INHERIT: a.yml\n", "a.yml": "x: [\n"}, "a.yml:1: "),
        ({"mkdocs.yml": "INHERIT: .\n"}, 'mkdocs.yml inherits from ".", which is not there.'),
    ],
    ids=["missing", "missing behind another", "itself", "a circle", "broken", "a folder"],
)
def test_broken_inheritance(tmp_path: Path, files: Mapping[str, str], message: str) -> None:
    """One sentence with the file's name, and no traceback."""
    with pytest.raises(CannotRun) as caught:
        read_settings(_write(tmp_path, files))
    assert caught.value.message.startswith(message)
    assert caught.value.exit_code == 2


NAMES = (
    *("site_name", "site_description", "site_url", "docs_dir", "site_dir", "theme", "nav"),
    *("not_in_nav", "validation", "markdown_extensions", "extra", "INHERIT", "hooks"),
)
ODD = (
    "5",
    "true",
    "0.5",
    "2026-11-22",
    "[1, [2, {a: [b]}]]",
    "{a: {b: c}}",
    '"a\\0b"',
    '"\\uD800"',
)


@pytest.mark.parametrize("value", ODD)
@pytest.mark.parametrize("name", NAMES)
def test_setting_of_any_kind(tmp_path: Path, name: str, value: str) -> None:
    """What MkDocs will refuse is read as far as it goes; what it would stumble over is told."""
    project = _write(tmp_path, {"mkdocs.yml": f"site_name: A\n{name}: {value}\n"})
    with contextlib.suppress(CannotRun):
        assert read_settings(project).root == project


@pytest.mark.parametrize("address", ["http://[::1", "//[", "https://a.example:port/", "http://]"])
def test_address_that_is_none(tmp_path: Path, address: str) -> None:
    """The file, the line, and how an address is written."""
    text = f'site_name: A\nsite_url: "{address}"\n'
    with pytest.raises(CannotRun) as caught:
        read_settings(_write(tmp_path, {"mkdocs.yml": text}))
    assert caught.value.message.startswith('mkdocs.yml:2: "site_url" is no address: ')


@pytest.mark.parametrize("name", ["../en", "/etc/passwd", "a\0b", "", "é", "topics/ketamine/en"])
def test_words_are_those_of_the_project(tmp_path: Path, name: str) -> None:
    """A language or a topic is a name, and never leads to another file."""
    text = f"theme: {{language: {json.dumps(name)}}}\nextra: {{topic: {json.dumps(name)}}}\n"
    words = read_settings(_write(tmp_path, {"mkdocs.yml": text})).words
    assert words.language == "en"


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("serve",),
        ("editor-files",),
        ("new", "sleep"),
        ("translated", "docs/es/index.md"),
        ("finish", "site"),
    ],
    ids=lambda arguments: str(arguments[0]),
)
def test_folder_that_is_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """One message, and nothing is written there, started or changed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<p>Mine.</p>", "utf-8")
    result = CliRunner().invoke(main, arguments)
    assert result.output == (
        "Error: there is no mkdocs.yml in this folder. Name its folder with --project.\n"
    )
    assert result.exit_code == 2
    assert [path.name for path in tmp_path.rglob("*")] == ["site", "index.html"]
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "<p>Mine.</p>"
