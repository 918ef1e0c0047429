"""Pandoc is the judge of the citation syntax.

Generated citations go through Pandoc and through the extension; keys, mode,
prefix, locator and suffix must agree. Where Pandoc is absent, the cases frozen
in tests/cases/citations/pandoc.json are judged instead. What differs on
purpose is not generated, and tested by name in test_syntax.py:

- `(@a)` at a line's start, which Pandoc may take for a numbered example;
- `[@a](…)`, `[@a][…]` and `[@a]{…}`, which are other things in Pandoc;
- an @ inside an address, which is no citation here;
- `-@a` outside of brackets, which leaves the author out since Pandoc 3;
- the wildcard `@*` and the empty `@{}`, which cite nothing on a website;
- labels that CSL got after Pandoc 2.17 (table, appendix, equation, …).
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
from citation_texts import has_new_word, is_fair, sentence, suffix
from markdown_citations.extension import CitationExtension
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.language.citation import Citation
from markdown_citations.language.syntax import find_citation
from markdown_citations.library.entries import Entry, Library

FROZEN = Path(__file__).resolve().parent.parent / "cases" / "pandoc.json"
PANDOC = shutil.which("pandoc")
READER = "markdown_strict+citations+all_symbols_escapable+intraword_underscores"
MODES = {
    "AuthorInText": "author-in-text",
    "NormalCitation": "normal",
    "SuppressAuthor": "suppress-author",
}
# Prints nothing but what Pandoc took for the locator.
CSL = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>x</title><id>x</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><group delimiter=""><text value="&lt;&lt;"/><choose><if variable="locator">
<label variable="locator" form="long" plural="never"/><text value="="/>
<text variable="locator"/></if></choose><text value="&gt;&gt;"/></group></layout></citation>
</style>"""


def stringify(inlines: list[dict[str, Any]]) -> str:
    text = ""
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            text += content
        elif kind in {"Space", "SoftBreak", "LineBreak"}:
            text += " "
        elif kind in {"Link", "Span", "Image", "Cite", "Code"}:
            text += content[1] if kind == "Code" else stringify(content[1])
        elif isinstance(content, list):
            text += stringify(content)
    return text


def walk(inlines: list[Any]) -> Iterator[list[dict[str, Any]]]:
    """Give each Cite's citations, those inside prefixes and suffixes too."""
    for inline in inlines:
        content = inline.get("c") if isinstance(inline, dict) else None
        if isinstance(content, list) and inline["t"] == "Cite":
            yield content[0]
            for one in content[0]:
                yield from walk(one["citationPrefix"])
                yield from walk(one["citationSuffix"])
        elif isinstance(content, list):
            nested = content[1] if inline["t"] in {"Link", "Span", "Image"} else content
            yield from walk(nested if isinstance(nested, list) else [])


def run_pandoc(folder: Path, sources: list[str], *arguments: str) -> list[list[dict[str, Any]]]:
    """Give the inlines of each source's paragraphs, each source parsed for itself."""
    names = []
    for number, source in enumerate(sources):
        path = folder / f"{number}.md"
        path.write_text(f"# S{number}\n\n{source}\n", "utf-8")
        names.append(str(path))
    answers: list[list[dict[str, Any]]] = []
    for start in range(0, len(names), 500):
        command = ["pandoc", "--file-scope", "-f", READER, "-t", "json", *arguments]
        done = subprocess.run(
            [*command, *names[start : start + 500]], capture_output=True, text=True, check=True
        )
        for block in json.loads(done.stdout)["blocks"]:
            if block["t"] == "Header":
                answers.append([])
            elif block["t"] == "Para":
                answers[-1] += block["c"]
    assert len(answers) == len(sources)
    return answers


Row = list[list[str]]


def normal(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("*", "")).rstrip()


def pandoc_rows(inlines: list[dict[str, Any]]) -> list[Row]:
    return sorted(
        [
            [
                one["citationId"],
                MODES[one["citationMode"]["t"]],
                normal(stringify(one["citationPrefix"])),
                normal(stringify(one["citationSuffix"])),
            ]
            for one in citations
        ]
        for citations in walk(inlines)
    )


class AnyKey(dict[str, Entry]):
    """Entries for all keys there can be: every bare @word is a citation, as in Pandoc."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> Entry:
        return Entry(name, "misc", {"title": "x"}, "any.bib", 1)


class Ours:
    """The extension, asked for what it read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # Pandoc's reader leaves the locator in the suffix.
        monkeypatch.setattr(
            "markdown_citations.language.syntax.parse_locator",
            lambda text: (None, text),
            raising=True,
        )
        formatter = Formatter(Library(AnyKey()))
        self.md = markdown.Markdown(extensions=[CitationExtension(lambda _style: formatter)])

    def rows(self, source: str) -> list[Row]:
        self.md.reset()
        self.md.convert(source)
        processor: Any = self.md.treeprocessors["citation resolve"]
        return sorted(self._row(citation) for citation in processor.conversion.citations)

    def _row(self, citation: Citation) -> Row:
        return [
            [i.citekey, i.mode, self._plain(i.prefix), self._plain(i.suffix)]
            for i in citation.items
        ]

    def _plain(self, text: str) -> str:
        """Undo Markdown's placeholders, for comparison only."""
        inline: Any = self.md.treeprocessors["inline"]

        def stashed(match: re.Match[str]) -> str:
            node = inline.stashed_nodes[match[1]]
            return node if isinstance(node, str) else "".join(node.itertext())

        while "\x02klzzwxh:" in text:
            text = re.sub("\x02klzzwxh:(\\d+)\x03", stashed, text)
        text = re.sub("\x02(\\d+)\x03", lambda m: chr(int(m[1])), text)
        return normal(re.sub(r"\\([^\w\s])", r"\1", text))


def our_locator(text: str) -> list[str | None]:
    found = find_citation(f"[@k{text}]", 1, lambda _key: True)
    assert found is not None
    item = found[0].items[0]
    if item.locator is None:
        return [None, "", even(item.suffix)]
    return [item.locator.label, even(item.locator.value), even(item.suffix)]


def pandoc_locator(inlines: list[dict[str, Any]]) -> list[str | None]:
    match = re.fullmatch(r"Z <<(?:(.*?)=(.*?))?>>(.*) Z", stringify(inlines), re.S)
    assert match is not None
    label, value = match[1], even(match[2] or "")
    if not value:  # `{}`: Pandoc has a locator without value, we have none
        label = None
    return ["issue" if label == "number" else label, value, even(match[3])]


def even(text: str) -> str:
    """Forget what citeproc makes prettier: dashes, quotes, blanks."""
    text = text.replace("–", "-").replace("\N{NO-BREAK SPACE}", " ").replace("’", "'")
    text = re.sub(r"\s*([-,])\s*", r"\1", text)
    return re.sub(r"\s+", " ", text).strip()


def ask_pandoc(folder: Path, seed: int, count: int) -> dict[str, list[Any]]:
    """Generate citations and locators from a seed, with Pandoc's answers."""
    rng = random.Random(seed)
    sources: list[str] = []
    while len(sources) < count:
        source = sentence(rng)
        if is_fair(source):
            sources.append(source)
    suffixes: list[str] = []
    while len(suffixes) < count:
        text = suffix(rng)
        if not has_new_word(text):
            suffixes.append(text)
    style, items = folder / "locator.csl", folder / "items.json"
    style.write_text(CSL, "utf-8")
    items.write_text(json.dumps([{"id": "k", "type": "book", "title": "K"}]), "utf-8")
    answers = run_pandoc(folder, sources)
    located = run_pandoc(
        folder,
        [f"Z [@k{text}] Z" for text in suffixes],
        "--citeproc",
        f"--bibliography={items}",
        f"--csl={style}",
    )
    return {
        "citations": [[s, pandoc_rows(a)] for s, a in zip(sources, answers, strict=True)],
        "locators": [[s, pandoc_locator(a)] for s, a in zip(suffixes, located, strict=True)],
    }


@pytest.fixture
def judged(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, list[Any]]:
    """Citations and locators with Pandoc's answers: fresh ones, or the frozen."""
    if request.config.getoption("--update") and PANDOC:
        frozen = ask_pandoc(tmp_path, 1, 300)
        lines = ",\n".join(
            f'"{name}": [\n' + ",\n".join(json.dumps(c, ensure_ascii=False) for c in cases) + "\n]"
            for name, cases in frozen.items()
        )
        FROZEN.write_text(f"{{\n{lines}\n}}\n", "utf-8")
    frozen = json.loads(FROZEN.read_text("utf-8"))
    if PANDOC is None:
        return frozen
    fresh = ask_pandoc(
        tmp_path, request.config.getoption("--seed"), request.config.getoption("--count")
    )
    return {name: frozen[name] + fresh[name] for name in frozen}


def test_citations_agree_with_pandoc(
    judged: dict[str, list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pandoc's manual defines the language, and Pandoc is its reading of the manual."""
    ours = Ours(monkeypatch)
    differ = [
        f"{source!r}\n  pandoc {theirs}\n  ours   {mine}"
        for source, theirs in judged["citations"]
        if (mine := ours.rows(source)) != theirs
    ]
    assert differ == []


def test_locators_agree_with_pandoc(judged: dict[str, list[Any]]) -> None:
    """Where a locator ends and the suffix begins is citeproc's to say."""
    differ = [
        f"{text!r}\n  pandoc {theirs}\n  ours   {mine}"
        for text, theirs in judged["locators"]
        if (mine := our_locator(text)) != theirs
    ]
    assert differ == []
