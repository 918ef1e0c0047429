"""The Markdown file behind a built page, and the line that a text came from.

Built HTML keeps no line numbers, so that the text a reader saw and the file's are
both reduced to their words and compared.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from markdown_citations.problems import find_line

from kapguide.front_matter.parsing import FrontMatter, read_front_matter
from kapguide.front_matter.saved_text import UTF_8, SavedText

_MARKUP = re.compile(
    r"\[[^\]\[\n]*-?@[^\]\[\n]*\]"  # citations
    r"|\]\([^)\n]*\)"  # link targets
    r"|\{[^}\n]*\}"  # attribute lists, and what templates fill in
    r"|</?[A-Za-z][^>\n]*>|<!--|-->"
    r"|&[a-z]+;|-?@[\w:.-]+"
)
_WORD = re.compile(r"[^\W_]+")
_SURE = 5
"""So many words in a row that stand once in a file are those of the text."""

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings of what engines make pages of; the first is that of ours."""


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown file of docs/, or another text that pages are made from."""

    path: str
    """Relative to the project."""
    text: str
    front_matter: FrontMatter
    saved: SavedText | None = None
    """How the file was saved."""

    def find(self, text: str) -> int | None:
        """Find the line on which a text starts, by its words; counted from 1.

        The page's body is searched before its settings, and the whole text
        before its first words: the end of a sentence may have been made by
        the build.
        """
        words = _words(text)
        index = _index(self.text)
        body = index.starts[min(self.front_matter.body_line, len(index.starts)) - 1]
        for length in (len(words), 12, 8, 5):
            if length > len(words) or not words:
                continue
            wanted = f" {' '.join(words[:length])} "
            at = index.words.find(wanted, max(body - 1, 0))
            if at < 0:
                at = index.words.find(wanted)
            if at >= 0:
                return bisect_right(index.starts, at + 1)
        return None

    def find_part(self, text: str) -> int | None:
        """Find the line of a text whose beginning the build has made, such as authors' names."""
        words, index = _words(text), _index(self.text)
        for start in range(1, len(words) - _SURE + 1):
            wanted = f" {' '.join(words[start : start + _SURE])} "
            if index.words.count(wanted) == 1:
                return bisect_right(index.starts, index.words.index(wanted) + 1)
        return None

    def find_literal(self, text: str) -> int | None:
        """Find the line that holds a piece of source as it is, an address for one."""
        return find_line(self.text, text) if text else None

    def find_typed(self, literal: str) -> int | None:
        """Find the line that has a piece of HTML in letters large or small."""
        return find_line(self.text.lower(), literal.lower()) if literal else None

    def find_near(self, literal: str, text: str) -> int | None:
        """Find a piece of source in the paragraph whose words a reader sees, else anywhere.

        The same piece may stand in many: two stars are Markdown's on one line and left over
        on another.
        """
        start, paragraph = self.paragraph(text)
        within = find_line(paragraph, literal) if literal and start else None
        if start and within:
            return start + within - 1
        return self.find_literal(literal) or start

    def paragraph(self, text: str) -> tuple[int | None, str]:
        """Return the line on which a text starts, and all from there to the next empty line."""
        start = self.find(text) if text else None
        if start is None:
            return None, ""
        lines = self.text.split("\n")[start - 1 :]
        end = next((i for i, line in enumerate(lines) if i and not line.strip()), len(lines))
        return start, "\n".join(lines[:end])


class _Index(NamedTuple):
    words: str
    """All words in lower case, one blank around each."""
    starts: tuple[int, ...]
    """Where in `words` each line's first word starts."""


@functools.lru_cache(maxsize=64)
def _index(text: str) -> _Index:
    pieces = [" "]
    starts = []
    at = 1
    for line in text.split("\n"):
        starts.append(at)
        for word in _words(line):
            pieces.append(f"{word} ")
            at += len(word) + 1
    return _Index("".join(pieces), tuple(starts))


def _words(text: str) -> list[str]:
    """Return the words of a text in lower case, without what looks like markup."""
    return _WORD.findall(_MARKUP.sub(" ", text).lower())


def name_file(path: Path, root: Path) -> str:
    """Name a file as messages do: relative to the project, wherever its folder of pages is."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def make_source(path: str, text: str | SavedText) -> Source:
    """Make a source of a file's text, which is in UTF-8 where nothing else is said."""
    saved = text if isinstance(text, SavedText) else SavedText(text, UTF_8)
    bare = saved.text.removeprefix("\ufeff")
    return Source(path, bare, read_front_matter(bare), saved)
