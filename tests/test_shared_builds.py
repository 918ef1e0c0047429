"""The hooks share_*.py: a site that several processes build is the site that one builds."""

from __future__ import annotations

import json
import logging
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kapguide import sharing
from mkdocs.commands.build import build
from mkdocs.config import load_config

# This process may have threads of other tests, which sleep.
pytestmark = pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
ROOT = Path(__file__).resolve().parent.parent
SHARING = ["share_conversion", "share_templates"]
BIB = """
@article{ash2020, author = {Ash, A}, title = {A trial}, journal = {J}, year = {2020},
  people = {28}, keywords = {depression}, studytype = {randomized trial}}
@article{elm2021, author = {Elm, E}, title = {B}, journal = {J}, year = {2021}}
@article{fir2022, author = {Fir, F}, title = {C}, journal = {J}, year = {2022}}
@article{one2020, title = {The style unsrt cannot format this}, year = {2020}}
@article{two2020, title = {Nor this}, year = {2020}}
@article{oak2023, author = {Oak, O}, title = {D}, journal = {J}, year = {2023}}
"""
FIGURE = """---
figures:
  people:
    type: people-studied
    title: People
    caption: How many [@ash2020].
    scale: linear
    conditions:
      - label: Depression
        entries: [ash2020]
  spare: {type: course}
---

# Figures

::: figure people

::: figure peple

::: notice nowhere
"""
HOME = """---
citation_style: unsrt
---

# Home

[Next](a.md#two) [@one2020; @elm2021]

[Nowhere](nowhere.md)
"""
FILES = {
    "references.bib": BIB,
    "docs/index.md": HOME,
    "docs/a.md": "# A\n\n## Two\n\nA study [@fir2022; @ash2020], none [@fri2022].\n",
    "docs/b.md": FIGURE,
    "docs/c.md": "---\ncitation_style: author-year\n---\n\nNo heading. @oak2023 [p. 3]\n",
    "docs/e.md": "---\ncitation_style: unsrt\n---\n\n# E\n\n[@one2020; @two2020]\n",
    "docs/d/index.md": "# D\n\n[A](../a.md#tow), note[^1]\n\n[^1]: [@oak2023]\n",
    "docs/references.md": "# References\n\n::: references\n",
    "docs/z.md": "# Z\n\n::: references keyword=depression\n",
}
PAGES = len(FILES) - 1  # for references.bib is none
SETTINGS: dict[str, Any] = {
    "hooks": [*SHARING, "cite_sources", "carry_notices", "draw_figures"],
    "plugins": ["search"],
    "markdown_extensions": [
        *("attr_list", "tables", "footnotes", "toc"),
        {"kapguide.citations": {"bibliography": "references.bib"}},
    ],
    "validation": {"links": {"anchors": "warn"}},
    "nav": ["index.md", "a.md", "b.md", "c.md", "d/index.md", "references.md"],  # not z.md
}
AS_IT_COMES = {"theme": {"name": "material", "font": False}}


class Helped:
    """Have helpers do all but the first two pages, and count what was taken of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.taken = 0
        take = sharing.SharedPages.take

        def take_late(pages: sharing.SharedPages, name: str, given: object) -> object | None:
            taken = take(pages, name, given)
            if pages._position == 1:
                while pages._handed:
                    pages._receive(next(iter(pages._handed.values())))
                    pages._hand_out()
            self.taken += taken is not None
            return taken

        monkeypatch.setattr(sharing.SharedPages, "take", take_late)
        monkeypatch.setattr(sharing, "LEAST_PAGES", 1)
        monkeypatch.setattr(threading, "active_count", lambda: 1)  # those of other tests sleep
        self._processors: set[int] = set()
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: self._processors, raising=False)

    def use(self, processes: int) -> None:
        """Build in so many processes from now on, however few pages there are."""
        self.taken = 0
        self._processors = set(range(processes))


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch) -> Helped:
    return Helped(monkeypatch)


def read_all(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def build_anew(build_site: Any, tmp_path: Path) -> Callable[..., Any]:
    """Build a small site with nothing left of the build before; give all that came of it."""

    def run(files: dict[str, str], **settings: Any) -> tuple[bool, list[str], dict[str, bytes]]:
        for name in ("docs", "site", ".cache"):
            shutil.rmtree(tmp_path / name, ignore_errors=True)
        built = build_site(files, **(SETTINGS | settings))
        # As values: entries are kept in the order in which they were met.
        cache = {
            path.name: json.loads(path.read_bytes().partition(b"\n")[2])
            for path in (tmp_path / ".cache" / "citations").glob("style-*.json")
        }
        return built.failed, built.lines, read_all(tmp_path / "site") | cache

    return run


@pytest.mark.parametrize("processes", [2, 4])
@pytest.mark.parametrize("theme", ["ours", "its own"])
def test_builds_the_same_site(
    helped: Helped, build_anew: Callable[..., Any], processes: int, theme: str, caplog: Any
) -> None:
    """Every file, every message in its order, and what is kept for the next build."""
    caplog.set_level(logging.INFO, logger="mkdocs.hooks")
    found = []
    for number in (1, processes):
        helped.use(number)
        caplog.clear()
        failed, _, files = build_anew(FILES, **({} if theme == "ours" else AS_IT_COMES))
        assert failed
        found.append((caplog.messages, files))
    assert helped.taken == 2 * (PAGES - 2)
    (messages, files), (shared_messages, shared_files) = found
    assert shared_messages == messages
    assert shared_files.keys() == files.keys()
    assert [name for name in files if files[name] != shared_files[name]] == []
    codes = [message.split(": ")[1] for message in messages if message.startswith("docs/")]
    assert codes == ["figure-unknown", "notice-unknown", "figure-unplaced", "citekey-unknown"]
    assert sum("entry-unformatted" in message for message in messages) == 2
    assert [
        message.split("contains a link ")[1].split(",")[0]
        for message in messages
        if "Doc file" in message
    ] == ["'nowhere.md'", "'../a.md#tow'"]


def test_an_error_is_said_as_if_nobody_had_helped(
    helped: Helped, build_anew: Callable[..., Any], tmp_path: Path, log: Any
) -> None:
    """A template that breaks on one page only."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "broken.html").write_text("{{ page.nothing.at_all }}")
    files = FILES | {"docs/c.md": "---\ntemplate: broken.html\n---\n\n# C\n"}
    theme = {"name": "material", "font": False, "custom_dir": str(folder)}
    found = []
    for processes in (1, 2):
        helped.use(processes)
        before = log.count
        with pytest.raises(Exception, match="no attribute 'nothing'"):
            build_anew(files, theme=theme)
        found.append((log.lines[before:], sorted(read_all(tmp_path / "site"))))
    assert found[0] == found[1]
    assert found[0][0][-1].startswith("ERROR: Error building page 'c.md'")


STRANGE = """
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Counts(Extension):
    pages = 0

    def extendMarkdown(self, md):
        md.preprocessors.register(Count(self), "count", 30)

class Count(Preprocessor):
    def __init__(self, extension):
        self.extension = extension

    def run(self, lines):
        self.extension.pages += 1
        return [*lines, "", f"Page {self.extension.pages}"]

def on_config(config):
    config.markdown_extensions.append(Counts())
"""


def test_what_others_note_is_theirs(
    helped: Helped, build_anew: Callable[..., Any], tmp_path: Path, caplog: Any
) -> None:
    """An extension or a hook that may note things from page to page: one process, and why."""
    caplog.set_level(logging.INFO, logger="mkdocs")
    (tmp_path / "strange.py").write_text(STRANGE)
    helped.use(2)
    hooks = [*SHARING, str(tmp_path / "strange")]
    extensions = ["toc"]
    files = {name: "# A\n" for name in FILES if name.endswith(".md")}
    _, _, site = build_anew(files, hooks=[], markdown_extensions=extensions)
    assert helped.taken == 0
    build_anew(files, hooks=SHARING, markdown_extensions=extensions)
    assert helped.taken > 0
    helped.use(2)
    settings = {"markdown_extensions": extensions, "plugins": ["search"]}
    _, _, site = build_anew(files, hooks=hooks, **settings)
    assert helped.taken == 0
    assert b"Page 7" in b"".join(site.values())
    assert "Building in one process: who knows what" in caplog.text
    assert "strange.py" in caplog.text


COUNTS = """
__file__ = {ours!r}

def on_config(config):
    global pages
    pages = 0

def on_page_markdown(markdown, **_):
    global pages
    pages += 1
    return f"{{markdown}}\\n\\nPage {{pages}}\\n"
"""


def test_another_text_is_converted_again(
    helped: Helped, build_anew: Callable[..., Any], tmp_path: Path
) -> None:
    """A hook in our own folder gives what depends on the pages before: that is what is shown."""
    hook = tmp_path / "counts.py"
    hook.write_text(COUNTS.format(ours=str(ROOT / "hooks" / "counts.py")))
    files = {name: "# A\n" for name in FILES if name.endswith(".md")}
    found = []
    for processes in (1, 2):
        helped.use(processes)
        config = [*SHARING, str(hook).removesuffix(".py")]
        _, _, site = build_anew(files, hooks=config, markdown_extensions=["toc"])
        found.append(site)
    assert helped.taken > 0
    assert [name for name in found[0] if found[0][name] != found[1][name]] == []


SHOWN = "{% if page %}{{ page.content }} {{ part }}{% endif %}"
SHOWS = """
__file__ = {ours!r}

def on_env(env, **_):
    globals()["env"] = env
    return env

def on_page_context(context, page, **_):
    template = env.from_string("Part of {{{{ page.url }}}}")
    context["part"] = template.render({{"page": page}})
"""


def test_a_part_of_a_page_is_not_the_page(
    helped: Helped, build_anew: Callable[..., Any], tmp_path: Path
) -> None:
    """A hook fills a template of its own with the same page."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "main.html").write_text(SHOWN)
    hook = tmp_path / "shows.py"
    hook.write_text(SHOWS.format(ours=str(ROOT / "hooks" / "shows.py")))
    files = {name: "# A\n" for name in FILES if name.endswith(".md")}
    theme = {"name": "material", "custom_dir": str(tmp_path / "templates")}
    config = [*SHARING, str(hook).removesuffix(".py")]
    helped.use(2)
    _, _, site = build_anew(files, hooks=config, markdown_extensions=["toc"], theme=theme)
    assert helped.taken == 2 * (PAGES - 2)
    assert site["d/index.html"] == b'<h1 id="a">A</h1> Part of d/'


def test_files_that_are_named_from_a_page(
    helped: Helped, build_anew: Callable[..., Any], tmp_path: Path
) -> None:
    """MkDocs's `!relative` asks which page is converted, and so do helpers' pages."""
    snippets = {"pymdownx.snippets": {"base_path": ["RELATIVE"]}}
    files = FILES | {"docs/d/index.md": '# D\n\n--8<-- "text.txt"\n', "docs/d/text.txt": "Text"}
    build_anew(files, markdown_extensions=["toc", snippets])
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("RELATIVE", "!relative"), "utf-8")
    helped.use(2)
    config = load_config(str(settings), strict=False)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    assert helped.taken == 2 * (PAGES - 2)
    assert "<p>Text</p>" in (tmp_path / "site" / "d" / "index.html").read_text("utf-8")


def test_the_live_preview_is_built_in_one(
    helped: Helped, build_anew: Callable[..., Any], tmp_path: Path
) -> None:
    """It has threads, which a fork would lose."""
    helped.use(2)
    build_anew(FILES)
    helped.use(2)
    for command, dirty in (("serve", False), ("build", True)):
        config = load_config(str(tmp_path / "mkdocs.yml"), strict=False)
        config.plugins.on_startup(command=command, dirty=dirty)
        build(config)
    assert helped.taken == 0


def test_our_own_site_is_the_same(
    helped: Helped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log: Any
) -> None:
    """All hooks, all templates, all pages, to the byte."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    sites = []
    for processes in (1, 2):
        helped.use(processes)
        folder = tmp_path / str(processes)
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        sites.append(read_all(folder))
    assert helped.taken == 2 * (len(list((ROOT / "docs").glob("*.md"))) - 2)
    assert sites[0].keys() == sites[1].keys()
    assert [name for name in sites[0] if sites[0][name] != sites[1][name]] == []
    assert log.lines == []
