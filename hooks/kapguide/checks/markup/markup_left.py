"""Check that readers see no Markdown, no template's brackets and no merge conflict."""

from __future__ import annotations

import difflib
import re
from collections.abc import Container
from html.entities import html5, name2codepoint
from textwrap import shorten
from typing import NamedTuple

from markdown_citations.problems import is_slip

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import Block
from kapguide.pages.source_lines import Source
from kapguide.pages.tags.raw_html import IN_HTML, is_in_html
from kapguide.pages.wording.foreign_citations import find_foreign
from kapguide.pages.wording.mistyped_markup import (
    BOLD,
    CLOSED,
    CODE,
    DIRECTIVES,
    LINK,
    MISTYPED,
    ONE_SIGN,
    OPENED,
    OTHER_DIRECTIVE,
    TICK,
)
from kapguide.pages.wording.written import line_at, written
from kapguide.project.fact_forms import find_wrong_lines

MARKUP_LEFT = Rule(
    "markup-left",
    "error",
    "No page shows Markdown that was mistyped, a template's brackets, or a merge conflict.",
    "KAP Guide",
    "See [what the risks are] (risks.md).",
    "See [what the risks are](risks.md).",
)
_NOTE = re.compile(r"\[\^[\w-]+\]")
_CHARACTER = re.compile(r"(?<!&)&([a-z][a-z0-9]+);")
_NEAR = 0.75  # of difflib: "nbps" is near nbsp, "sons" is near none
_OF_HTML = "<>"
_DEFINED = re.compile(r"^(\[\^[\w-]+\]):", re.M)
_NAMELESS = re.compile(r"(?<=\S)[ \t]*\{:?[ \t]*(?P<name>[A-Za-z][\w-]*)[ \t]*\}(?!\})")
"""An attribute without a value, on the line of a heading or behind a link."""
_FILE = re.compile(r"[\w./-]+\.md(?:#[\w.:-]+)?")
_SWITCHES = (
    *("allowfullscreen", "autofocus", "autoplay", "checked", "controls", "default", "disabled"),
    *("download", "hidden", "inert", "ismap", "itemscope", "loop", "multiple", "muted"),
    *("novalidate", "open", "playsinline", "popover", "readonly", "required", "reversed"),
    "selected",
)
"""Attributes that mean something without a value: HTML Living Standard, index of attributes."""
_APART = re.compile(
    r"(?:(?<=\s)|^)!(?=\s)[ \t]+(?P<link>\[[^\]\n]*\]\([^)\s]+\.(?:png|jpe?g|svg|webp|gif|avif)\))",
    re.M,
)
_EMPHASIS = re.compile(
    r"(?<![\\*\w])(\*{1,3})(?![\s*])((?:[^*\n]|\n(?!\s*\n))+?)(?<![\s*\\])(\*{1,3})(?![*\w])"
)
"""Words between stars; where not as many stand on both sides, one is left over."""
_LINKED = re.compile(r"\[([^\]\[]*)\]\([^)\s]*\)")
_UNEVEN = "Emphasis is *like this*, bold text **like this**: as many stars close it as open it."
_ESCAPED = "Take the backslash out; to show the signs themselves, write them as code: `{}`."


class _Left(NamedTuple):
    shown: str
    typed: str
    """What the file has for it, with its backslashes."""
    hint: str


def check_leftovers(page: Page, project: Project) -> Problems:
    """Find what was meant for the build and came out as text."""
    shown = [*_find_shown(page, project)]
    yield from shown
    yield from _find_stars(page, project, {problem.line for problem in shown})
    yield from _find_apart(project.markdown(page))
    yield from _find_uneven(page, project)
    yield from _find_nameless(page, project)
    yield from _find_no_characters(project.source(page))


def _find_shown(page: Page, project: Project) -> Problems:
    """Find signs in the text of blocks, those of the first kind that each has."""
    own = find_wrong_lines(page, project.clinic)
    blocks = [b for b in page.blocks if "code" not in b.within and b.text not in own]
    # Most pages have nothing of the kind: to look at all blocks at once says so fast.
    whole = "\n".join(block.outside for block in blocks)
    left = [row for row in (*MISTYPED, ONE_SIGN) if row.pattern.search(whole)]
    source = project.source(page)
    notes = {match[0] for block in blocks if (match := _NOTE.match(block.outside))}
    ticked = False
    for block in blocks if left else ():
        above, ticked = ticked, False
        for pattern, hint in left:
            matches = pattern.finditer(block.outside)
            judged = (_judge(match, hint, block, source, project) for match in matches)
            if found := next(filter(None, judged), None):
                if found.shown in notes and not block.text.startswith(found.shown):
                    break  # the line of the footnote itself has it
                ticked = hint == TICK
                if ticked and above:
                    break  # one list, one message
                message = f'"{found.shown}" is shown as it was typed'
                yield report(
                    MARKUP_LEFT,
                    message,
                    page,
                    project,
                    literal=found.typed,
                    text=block.plain,
                    hint=found.hint,
                )
                break


def _find_stars(page: Page, project: Project, told: Container[int | None]) -> Problems:
    """Find emphasis with more stars on one side, which shows one, but on lines told already."""
    source = project.source(page)
    text = written(source) if source else ""
    for match in _EMPHASIS.finditer(text):
        words, line = " ".join(_LINKED.sub(r"\1", match[2]).split()), line_at(text, match.start())
        shown = any(f"{words}*" in block.text or f"*{words}" in block.text for block in page.blocks)
        if source and len(match[1]) != len(match[3]) and shown and line not in told:
            message = f'"*" is shown beside "{shorten(words, 40, placeholder="…")}"'
            yield MARKUP_LEFT.problem(message, source.path, line, _UNEVEN)


def _find_apart(source: Source | None) -> Problems:
    """Find images with a blank behind their !, which are links to their files."""
    if source is None:
        return
    text = written(source)
    for match in _APART.finditer(text):
        line = line_at(text, match.start("link"))
        hint = f"Write !{match['link']} without the blank."
        yield MARKUP_LEFT.problem('"!" is shown as it was typed', source.path, line, hint)


def _find_uneven(page: Page, project: Project) -> Problems:
    """Find code that was opened with more backquotes than it was closed with, or fewer."""
    for node in page.main.css("code") if page.main is not None else ():
        text = node.text().strip()
        if len(text) - len(text.lstrip("`")) != len(text) - len(text.rstrip("`")):
            message = f'"`" is shown beside "{text.strip("`").strip()[:40]}"'
            hint = f"{CODE} As many of them close it as open it."
            path, line = project.place(page, text)
            source = project.source(page)
            if line and source and "`" not in source.text.split("\n")[line - 1]:
                line -= 1  # the words of a block stand below its backquotes
            yield MARKUP_LEFT.problem(message, path, line, hint)


def _find_nameless(page: Page, project: Project) -> Problems:
    """Find braces that were to name a heading or a link, and name nothing."""
    source = project.source(page)
    if source is None or page.main is None:
        return
    for match in _NAMELESS.finditer(written(source)):
        name = match["name"].lower()
        if name in _SWITCHES or name.startswith("data-"):
            continue
        if page.main.css_matches(f"[{name}={name}], [{name}='']"):
            message = f'"{match[0].strip()}" names nothing'
            hint = f"Write {{#{name}}} for a name that links may lead to, or take it out."
            line = line_at(written(source), match.start())
            yield MARKUP_LEFT.problem(message, source.path, line, hint)


def _find_no_characters(source: Source | None) -> Problems:
    """Find names of characters that HTML has not, and are near one: a browser reads a part."""
    if source is None:
        return
    text = written(source)
    for match in _CHARACTER.finditer(text):
        near = difflib.get_close_matches(match[1], name2codepoint, n=1, cutoff=_NEAR)
        if near and f"{match[1]};" not in html5:
            sign = chr(name2codepoint[near[0]])
            plain = sign.isprintable() and sign not in _OF_HTML
            message = f'"{match[0]}" names no character'
            hint = f"Write {sign if plain else f'&{near[0]};'} instead."
            yield MARKUP_LEFT.problem(message, source.path, line_at(text, match.start()), hint)


def _judge(
    match: re.Match[str], hint: str, block: Block, source: Source | None, project: Project
) -> _Left | None:
    """Say what was typed and what to do about it; nothing where it is meant, or told."""
    shown = block.text[match.start() : match.end()].strip()
    for foreign in find_foreign(block.outside, project.library):
        if foreign.start < match.end() and match.start() < foreign.start + len(foreign.typed):
            return None  # citation-escaped tells it
    line, paragraph = source.paragraph(block.plain) if source else (None, "")
    signs = "".join(rf"\\?{re.escape(sign)}" for sign in shown)
    typed = next((m[0] for m in re.finditer(signs, paragraph) if "\\" in m[0] != shown), shown)
    listed = shown != "_" and re.search(rf"^[ \t]*{re.escape(shown)}\w", paragraph, re.M)
    if match.re is ONE_SIGN.pattern and (typed != shown or listed):
        return None
    if typed != shown:
        hint = _ESCAPED.format(shown)
    elif source and source.path.endswith(".md") and is_in_html(source.text, shown, line):
        hint = IN_HTML
    elif _NOTE.fullmatch(shown) and block.text.startswith(shown):
        hint = f"A footnote is defined with a colon: {shown}: and its text."
    elif match.re is ONE_SIGN.pattern:
        hint = hint.format(shown)
    elif hint == BOLD and block.outside.count(shown) == 1:
        hint = _complete(match)
    elif hint == OTHER_DIRECTIVE:
        slips = (name for name in DIRECTIVES if is_slip(shown.strip(": "), name))
        hint = next((f"Did you mean ::: {name}?" for name in slips), hint)
    elif hint == LINK and (file := _FILE.search(shown)):
        hint = hint.replace("file.md", file[0])
    elif _NOTE.fullmatch(shown) and (defined := _find_unmentioned(source)):
        hint = f"Write {defined}, whose text is on the page, or write the text of {shown}."
    return _Left(shown, typed, hint)


def _complete(match: re.Match[str]) -> str:
    """Say on which side of the words a lone sign of bold text is lacking, where it stands so."""
    before, behind = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    if re.match(r"\w", before) and re.match(r"\w", behind):
        return BOLD
    return (OPENED if behind.strip() and not re.match(r"\w", before) else CLOSED).format(match[0])


def _find_unmentioned(source: Source | None) -> str:
    """Return the footnote that has a text and that no word mentions, if there is one alone."""
    text = written(source) if source else ""
    defined = [name for name in _DEFINED.findall(text) if text.count(name) == 1]
    return defined[0] if len(defined) == 1 else ""


CHECK = Check((MARKUP_LEFT,), page=check_leftovers)
