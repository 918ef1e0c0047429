"""Write a corpus down as a site, in the language of each program that is compared.

Takes a corpus and a folder. Gives the command that builds the site there, and
a proof that what was built holds the citations that were asked for.
Must stay free of clocks.

All sites have the same text, theme, plug-ins and Markdown extensions. `plain`
has it without the citations. What differs in more is said in its name.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from corpus import Block, Cited, Corpus, CorpusPage, Sentence, sentences

ROOT = Path(__file__).resolve().parent.parent
OURS = Path(sys.executable)
"""The environment of the project itself."""
OTHERS = ROOT / ".cache" / "bench" / "venv" / "bin" / "python"
"""An environment for the other programs: requirements/bench.txt."""
HOOKS = ("begin_build", "cite_sources", "tidy_search", "offer_downloads")
"""What makes citations, lists and the library's exports; other hooks do other things."""
UNTIMED = "check_pages"
"""Stops a build whose pages are nonsense, as these are; page_checks.py times it."""

SETTINGS: dict[str, Any] = {
    "site_name": "Benchmark",
    "site_url": "https://bench.example/",
    "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
    "plugins": ["search"],
    "markdown_extensions": [
        *("abbr", "admonition", "attr_list", "def_list", "footnotes"),
        *("md_in_html", "tables", "toc"),
    ],
}

Write = Callable[[Corpus, Path], None]
Cite = Callable[[Cited], str]


@dataclass(frozen=True, slots=True)
class Tool:
    """A program in one way of using it."""

    name: str
    shown: str
    """In tables."""
    folder: str
    """Tools with the same site share it."""
    write: Write
    command: tuple[str, ...]
    forget: tuple[str, ...] = ()
    """What is removed from the site's folder before each build."""
    mark: str = ""
    """A regular expression that finds each marker in a page's HTML; empty for none."""
    page: str = "site/{}/{}/index.html"


def write_plain(corpus: Corpus, folder: Path) -> None:
    """Write the site without citations."""
    _write_markdown(corpus, folder, lambda cited: "", {}, "")


def write_ours(corpus: Corpus, folder: Path) -> None:
    """Write the site for our hooks: markers, bibliographies, the References page."""
    extensions = [*SETTINGS["markdown_extensions"], {"kapguide.citations": {}}]
    hooks = [str(ROOT / "hooks" / f"{name}.py") for name in HOOKS]
    settings = {"hooks": hooks, "markdown_extensions": extensions}
    _write_markdown(corpus, folder, cite_pandoc, settings, "::: references")


def write_plugin(corpus: Corpus, folder: Path) -> None:
    """Write the site for our plug-in, which people without hooks use."""
    plugins = ["search", {"citations": {"bibliography": "references.bib"}}]
    _write_markdown(corpus, folder, cite_pandoc, {"plugins": plugins}, "::: references")


def write_whole(corpus: Corpus, folder: Path) -> None:
    """Write the site with all that our own has: hooks, notices, templates."""
    ours = read_settings()
    hooks = [str(ROOT / name) for name in ours["hooks"] if Path(name).stem != UNTIMED]
    extensions = [*SETTINGS["markdown_extensions"], {"kapguide.citations": {}}]
    theme = SETTINGS["theme"] | {"custom_dir": str(ROOT / "overrides")}
    settings = {
        "hooks": hooks,
        "markdown_extensions": extensions,
        "theme": theme,
        "exclude_docs": ours["exclude_docs"],
        "extra": ours["extra"],
    }
    _write_markdown(corpus, folder, cite_pandoc, settings, "::: references")
    shutil.copytree(ROOT / "docs" / "_includes", folder / "docs" / "_includes")


def read_settings() -> dict[str, Any]:
    """Read the project's own mkdocs.yml, for the site in one language."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    settings["extra"].pop("languages", None)
    return settings


def write_mkdocs_bibtex(corpus: Corpus, folder: Path) -> None:
    """Write the site for mkdocs-bibtex, with a page that lists all entries, too."""
    plugins = ["search", {"bibtex": {"bib_file": "references.bib"}}]
    _write_markdown(corpus, folder, cite_pandoc, {"plugins": plugins}, "\\full_bibliography")


def cite_pandoc(cited: Cited) -> str:
    """Write a citation as Pandoc does."""
    if cited.in_text:
        return f" @{cited.citekeys[0]}"
    first, *more = (f"@{key}" for key in cited.citekeys)
    page = f", p. {cited.page}" if cited.page else ""
    return f" [{'; '.join([first + page, *more])}]"


def _write_markdown(
    corpus: Corpus, folder: Path, cite: Cite, settings: dict[str, object], everything: str
) -> None:
    docs = folder / "docs"
    for page in corpus.pages:
        path = docs / page.folder / f"{page.name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        blocks = [_markdown(block, cite) for block in page.blocks]
        path.write_text("\n\n".join([f"# {page.title}", *blocks]) + "\n", "utf-8")
    (docs / "index.md").write_text("# Benchmark\n\nWelcome.\n", "utf-8")
    (docs / "references.md").write_text(f"# All references\n\n{everything}\n", "utf-8")
    (folder / "references.bib").write_text(corpus.bibliography, "utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(SETTINGS | settings), "utf-8")


def _markdown(block: Block, cite: Cite) -> str:
    texts = [_sentence(sentence, cite) for sentence in block.sentences]
    if block.kind == "heading":
        return f"## {block.sentences[0].text}"
    if block.kind == "list":
        return "\n".join(f"- {text}" for text in texts)
    if block.kind == "table":
        rows = [f"| {number} | {text} |" for number, text in enumerate(texts, 1)]
        return "\n".join(["| Number | What |", "| --- | --- |", *rows])
    return "\n".join(texts)


def _sentence(sentence: Sentence, cite: Cite) -> str:
    return f"{sentence.text}{cite(sentence.cited) if sentence.cited else ''}."


def write_sphinx(corpus: Corpus, folder: Path) -> None:
    """Write the site in reStructuredText, with a list per page and one of all entries."""
    source = folder / "source"
    names = []
    for page in corpus.pages:
        path = source / page.folder / f"{page.name}.rst"
        path.parent.mkdir(parents=True, exist_ok=True)
        names.append(f"   {page.folder}/{page.name}")
        blocks = [_heading(page.title, "="), *map(_rst, page.blocks)]
        text = "\n\n".join([*blocks, _heading("References", "-"), ".. footbibliography::"])
        path.write_text(text + "\n", "utf-8")
    contents = "\n".join([".. toctree::", "", *names, "   references"])
    (source / "index.rst").write_text(f"{_heading('Benchmark', '=')}\n\n{contents}\n", "utf-8")
    listing = f"{_heading('All references', '=')}\n\n.. bibliography::\n   :all:\n"
    (source / "references.rst").write_text(listing, "utf-8")
    (source / "references.bib").write_text(corpus.bibliography, "utf-8")
    (source / "conf.py").write_text(
        "extensions = ['sphinxcontrib.bibtex']\nbibtex_bibfiles = ['references.bib']\n", "utf-8"
    )


def _heading(text: str, line: str) -> str:
    return f"{text}\n{line * len(text)}"


def cite_sphinx(cited: Cited) -> str:
    """Write a citation as a footnote; sphinxcontrib-bibtex has no locators there."""
    role = "footcite:t" if cited.in_text else "footcite:p"
    return f" :{role}:`{','.join(cited.citekeys)}`"


def _rst(block: Block) -> str:
    texts = [_sentence(sentence, cite_sphinx) for sentence in block.sentences]
    if block.kind == "heading":
        return _heading(block.sentences[0].text, "-")
    if block.kind == "list":
        return "\n".join(f"- {text}" for text in texts)
    if block.kind == "table":
        rows = [f"   * - {number}\n     - {text}" for number, text in enumerate(texts, 1)]
        return "\n".join([".. list-table::", "   :header-rows: 0", "", *rows])
    return "\n".join(texts)


_MKDOCS = ("-m", "mkdocs", "build", "--clean", "--quiet")
_OUR_MARK = r'<span class="citation"'

TOOLS = {
    tool.name: tool
    for tool in (
        Tool("plain", "no citations", "plain", write_plain, (str(OURS), *_MKDOCS)),
        Tool(
            "ours-cold",
            "ours, nothing cached",
            "ours",
            write_ours,
            (str(OURS), *_MKDOCS),
            forget=(".cache",),
            mark=_OUR_MARK,
        ),
        Tool("ours", "ours", "ours", write_ours, (str(OURS), *_MKDOCS), mark=_OUR_MARK),
        Tool(
            "plugin",
            "ours, the plug-in alone",
            "plugin",
            write_plugin,
            (str(OURS), *_MKDOCS),
            mark=_OUR_MARK,
        ),
        Tool(
            "whole",
            "ours, with every other hook",
            "whole",
            write_whole,
            (str(OURS), *_MKDOCS),
            mark=_OUR_MARK,
        ),
        Tool(
            "mkdocs-bibtex",
            "mkdocs-bibtex",
            "mkdocs-bibtex",
            write_mkdocs_bibtex,
            (str(OTHERS), *_MKDOCS),
            mark=r'class="footnote-ref"',
        ),
        Tool(
            "sphinx",
            "Sphinx",
            "sphinx",
            write_sphinx,
            (str(OTHERS), "-m", "sphinx", "-b", "html", "-q", "-E", "source", "site"),
            forget=("site",),
            mark=r'class="footnote-reference',
            page="site/{}/{}.html",
        ),
    )
}


def make_site(tool: Tool, corpus: Corpus, folder: Path) -> None:
    """Write the site anew, with nothing in its folder from before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    tool.write(corpus, folder)


def check_built(tool: Tool, corpus: Corpus, folder: Path) -> None:
    """Raise where a page is missing, or holds too few markers to be worth timing."""
    for page in (corpus.pages[0], corpus.pages[-1]):
        html = (folder / tool.page.format(page.folder, page.name)).read_text("utf-8")
        found = len(re.findall(tool.mark, html)) if tool.mark else 0
        if found < _expected(tool, page) or (not tool.mark and "[@" in html):
            raise RuntimeError(f"{tool.name}: {page.name} has {found} markers; is this a build?")


def _expected(tool: Tool, page: CorpusPage) -> int:
    """Return how many markers a page must have; mkdocs-bibtex has none for authors in text."""
    cited = [sentence.cited for sentence in sentences(page) if sentence.cited]
    return sum(not one.in_text for one in cited) if tool.mark else 0
