r"""Write what the splitter of bibtexparser would misread in another way, on the same line.

Nothing changes the value of a field. A merge that nobody finished is reported.
"""

from __future__ import annotations

import re

from markdown_citations.library.parsing.values import drop_unseen, end_of_braces
from markdown_citations.problems import Problem, Rule

MERGE_UNFINISHED = Rule(
    "merge-unfinished",
    "error",
    "No mark of git's tells that a merge waits for somebody to finish it.",
    "git",
    "@misc{a,\n<<<<<<< HEAD\n  title = {One},\n=======\n  title = {Two},\n>>>>>>> other\n"
    "  year = {2026},\n}",
    "@misc{a,\n  title = {One},\n  year = {2026},\n}",
)

# BibTeX lets blanks and line ends stand in a head; they move behind its brace.
_TORN_HEAD = re.compile(
    r"^(?P<indent>[ \t]*)@(?P<one>(?=\s|[A-Za-z]+[ \t]*\n)\s*)(?P<type>[A-Za-z]+)(?P<two>\s*)"
    r"(?P<brace>[{(])",
    re.M,
)
_COMMENT = re.compile(r"^[ \t]*@comment\s*\{", re.M | re.I)
_HEAD = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*\{", re.M)
# A line of a value may begin so: no citekey and comma follow.
_LIKE_HEAD = re.compile(
    r"^[ \t]*@[ \t]*(?!(?:string|comment|preamble)\b)[A-Za-z]+[ \t]*\{(?!\s*[^\s,{}()\"=]*\s*,)",
    re.M | re.I,
)
_BRACE = re.compile(r"(?<!\\)[{}]")
_WITH_KEY = re.compile(rf"{_HEAD.pattern}\s*([^\s,{{}}]+)\s*,", re.M)
_MERGE = re.compile(
    r"^<{7}[ \t][^\n]*\n(?P<ours>.*?)^={7}[ \t]*\n(?P<theirs>.*?)^>{7}[ \t][^\n]*$", re.M | re.S
)
_INVISIBLE = "\u2060"
"""A sign that no value keeps."""


def prepare(text: str, path: str) -> tuple[str, list[Problem]]:
    """Return a text that the splitter reads as BibTeX would, and what is wrong with the file."""
    problems = []
    if not text.isascii():
        text = drop_unseen(text)
    if "\n<<<<<<< " in f"\n{text}":
        for match in _MERGE.finditer(text):
            message = "two versions of these lines stand here, between marks of git"
            line = text.count("\n", 0, match.start()) + 1
            hint = "Keep one of them, and remove the lines with <<<<<<<, ======= and >>>>>>>."
            problems.append(MERGE_UNFINISHED.problem(message, path, line, hint))
        text = _MERGE.sub(_keep_versions, text)
    text = _TORN_HEAD.sub(r"\g<indent>@\g<type>\g<brace>\g<one>\g<two>", text)
    for comment in _COMMENT.finditer(text):  # one that is closed holds no entries
        end = end_of_braces(text, comment.end() - 1) or 0
        inside = text[comment.end() : end].replace("@", " ")
        text = text[: comment.end()] + inside + text[comment.end() + len(inside) :]
    # The splitter does not count a line that ends in a backslash, and takes the brace
    # behind two of them for an escaped one. A space more in front of a line end, or of
    # a brace, changes no value, because white space is folded.
    text = text.replace("\\\n", "\\ \n").replace("\\\\}", "\\\\ }")
    if _LIKE_HEAD.search(text):
        text = _hide_heads(text)
    return text, problems


def _keep_versions(match: re.Match[str]) -> str:
    """Keep whole entries of both versions, but of each entry and each field the first only."""
    ours, theirs = match["ours"], match["theirs"]
    taken = set(_WITH_KEY.findall(ours))
    if not _HEAD.search(ours + theirs):
        theirs = "\n" * theirs.count("\n")
    for entry in re.split(rf"(?={_HEAD.pattern})", theirs, flags=re.M) if taken else ():
        if taken & {*_WITH_KEY.findall(entry)}:
            theirs = theirs.replace(entry, "\n" * entry.count("\n"), 1)
    return f"\n{ours}\n{theirs}"


def _hide_heads(text: str) -> str:
    """Put a sign that nobody sees before what looks like an entry's head in a value."""
    parts: list[str] = []
    done = 0
    heads = [match.end() - 1 for match in _HEAD.finditer(text)]
    likely = {match.end() - 1: match.start() for match in _LIKE_HEAD.finditer(text)}
    opening = -1
    for head in heads:
        start = likely.get(head)
        if start is None:
            opening = head
        elif opening >= 0 and _is_inside(text, opening, start):
            parts += [text[done:start], _INVISIBLE]
            done = start
    return "".join([*parts, text[done:]])


def _is_inside(text: str, opening: int, at: int) -> bool:
    """Tell whether a place is in a value of the entry that opens there, which is closed."""
    signs = [mark[0] for mark in _BRACE.finditer(text, opening, at)]
    if signs.count("{") - signs.count("}") < 2:
        return False
    end = end_of_braces(text, opening)
    return end is not None and end > at
