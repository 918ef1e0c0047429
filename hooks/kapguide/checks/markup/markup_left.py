"""Check that readers see no Markdown, no template's brackets and no merge conflict."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import CITATION, Block, fold
from kapguide.pages.source_lines import Source
from kapguide.pages.tags.raw_html import IN_HTML, is_in_html
from kapguide.pages.wording.foreign_citations import find_foreign
from kapguide.pages.wording.written import line_at, written
from kapguide.project.clinic_facts import EVERYWHERE
from kapguide.project.fact_forms import judge_form

MARKUP_LEFT = Rule(
    "markup-left",
    "error",
    "No page shows Markdown that was mistyped, a template's brackets, or a merge conflict.",
    "KAP Guide",
    "See [what the risks are] (risks.md).",
    "See [what the risks are](risks.md).",
)
_BOX = (
    'A box starts with !!! note "Its title", on a line of its own, and each line of its text with '
    "four spaces."
)
_TICK = "There are no boxes to tick: take the brackets out."
_CODE = "Code stands between two `, a block of it between two lines of ```."
_LINK = "A link is [words](file.md), with no space in between."
_LEFT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.M), hint)
    for pattern, hint in (
        (r"^(?:<{7}|>{7}|={7})(?:\s|$).*", "Keep one of the two versions, and take the marks out."),
        (r"\]\s?\([^)\s]*(?:\s[^)]*)?\)?", _LINK),
        (r"\(\S*\.md(?:#[^)\s]*)?\)|\)\s?\[\S*(?:\.md\b|://)[^\s\]]*\]", _LINK),
        (r"\[[^\]]*\]\[\S*(?:\.md\b|://)[^\]]*\]|\[\S+\.md(?:#\S*)?\]", _LINK),
        (r"(?<!<)!\[[^\]\[(]*(?:\([^)\s]*\)?)?", "An image is ![what it shows](assets/file.svg)."),
        (r"!?\[[^\]]*\]\[[^\]]*\]", "The name in the second brackets is defined nowhere."),
        (r"\[\[[^\[\]]+\]\]", _LINK),
        (r"\[\^[\w-]+\]", "The footnote is defined nowhere."),
        (r"^(?:\[![A-Za-z]+\]|!!!?\s?[\w\"]+|\?\?\?\+?\s?[\w\"]+|///\s?\w+)", _BOX),
        (
            r"^={3}[+!]?\s?[\w\"“].*",
            "There are no tabs here: write a heading, and take the four spaces below it away.",
        ),
        (r"^\[[ xX]\]\s", _TICK),
        (
            r"^:{1,2}\s(?:notice|figure|clinic|references|a-to-z)\b",
            "Such a line starts with three colons.",
        ),
        (
            r":::(?<!\S:::):*\s*(?:notice|figure|clinic|references|a-to-z)\b",
            "It stands alone on its line, with an empty line before and behind it.",
        ),
        (
            r":::(?<!\S:::):*(?:\s*\w[\w-]*)?",
            "Take the line out: there are ::: notice NAME, ::: figure NAME, ::: clinic NAME, "
            "::: references and ::: a-to-z, and no line ends them.",
        ),
        (
            r"\*\*(?:(?=\w)|(?<=[\w.,;:!?)]\*\*)|(?=\s[^*]+\s\*\*))|(?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w)",
            "Bold text is **like this**, with no space inside the stars.",
        ),
        (r"##(?<!\S##)#{0,4}\s+\w+", "A heading has an empty line before it."),
        (
            rf"\{{(?!{{[^}}]*{CITATION})[:#.%{{][^}}]*\}}?|(?<!{CITATION})[%}}]\}}",
            "See that the brackets are closed and the quotes straight.",
        ),
        (
            r"\$(?=[^\s$])[^$\n]*[\^_\\{}=][^$\n]*\$|(?<=\w)\^(?:\w+\^?|\{[^}\s]*\})",
            "There are no formulas here: write the sign itself, as in x².",
        ),
        (
            r"(?<=\w)~(?!\w~~)[^\s~]{1,8}~(?!~)|(?<=\S)\^[^\s^]{1,8}\^",
            "Nothing is set lower or higher here: write the sign itself, as in H₂O.",
        ),
        (
            r"&(?:amp|nbsp|lt|gt|quot|apos|[mn]dash|hellip|[lr][sd]quo|copy|reg|trade|bull|#\d+)"
            r"(?!\w);?",
            "Write the character itself.",
        ),
        (r"^(?:h[1-6]\.|={2,6})\s\S.*", "A heading starts with ## and a blank."),
        (r"(?<=\s):(?=[^\W\d_]{2})(?![a-z_]{2,}:)", "A colon and a blank start what a term means."),
        (
            r"Error! [A-Z][\w ]+ not (?:found|defined)\.",
            "Write what it led to: a word processor could not find it.",
        ),
        (r"(?<![:\w/])//(?=\w)[^/\n]*(?<=\S)//(?!\w)", "Emphasis is *like this*."),
        (r"'{3}(?=\w)|(?<=\w)'{3}", "Bold text is **like this**."),
        (
            r"\[/?(?:b|i|u|url|img|quote|list|size|color|center)(?:=[^\]\n]*)?\](?![(\[])",
            "Take the command out: it is of another program.",
        ),
        (
            r"<\s?!\s?[-–—]+|-->|<-{2,}",
            "A comment starts with <!-- and ends with -->: close it, or take it out.",
        ),
        (
            r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>",
            "Take the tag out, or see that it is closed, and each of its quotation marks too.",
        ),
        (r"^~{3,}", _CODE),
        (r"(?<![\w:\\])\\[a-z]{3,}\b", "Take the command out: it is of another program."),
        (
            r"\{[A-Za-z][\w-]*\}",
            "A name for links is {#name}, with no space inside; else take the braces out.",
        ),
        (r"(?<![\w:]):[a-z_]{3,}:(?![\w:])", "Write the character itself."),
        (
            r"~~(?=\S)|==(?=\w)|(?<=\w)==",
            "Nothing is struck out or marked here: take the signs out.",
        ),
        (r"\\(?=[^\w\s]|\s|$)", "Take the backslash out."),
        (r"`+", f"{_CODE} An apostrophe is '."),
        (
            r"(?:TODO(?<!\wTODO)|FIXME(?<!\wFIXME)|TKTK(?<!\wTKTK)|XXX(?<!\wXXX))\b|[Ll]orem ipsum",
            "Write what is meant to stand here.",
        ),
    )
)
_ONE_SIGN = re.compile(
    r"(?<=\s)\*(?=[^\W\d_])|(?<=\s)\*\s(?=\w[^*]*[^\W\d_]\*(?!\w))|(?<![^\s(\"“])_(?=[^\W\d_])|(?<=[^\W_])_(?=[\s.,;:!?)]|$)"
)
"""May be meant, and has a backslash then."""
_NOTE = re.compile(r"\[\^[\w-]+\]")
_NAMELESS = re.compile(r"(?<=\S)[ \t]*\{:?[ \t]*(?P<name>[A-Za-z][\w-]*)[ \t]*\}(?!\})")
"""An attribute without a value, on the line of a heading or behind a link."""
_CLOSE = "Emphasis is *like this*, with the sign on both sides; for the sign itself write \\{}."
_ESCAPED = "Take the backslash out; to show the signs themselves, write them as code: `{}`."


class _Left(NamedTuple):
    shown: str
    typed: str
    """What the file has for it, with its backslashes."""
    hint: str


def check_leftovers(page: Page, project: Project) -> Problems:
    """Find what was meant for the build and came out as text."""
    own = _lines_of_clinic(page, project)
    blocks = [b for b in page.blocks if "code" not in b.within and b.text not in own]
    # Most pages have nothing of the kind: to look at all blocks at once says so fast.
    whole = "\n".join(block.outside for block in blocks)
    left = [row for row in (*_LEFT, (_ONE_SIGN, _CLOSE)) if row[0].search(whole)]
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
                ticked = hint == _TICK
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
    yield from _find_uneven(page, project)
    yield from _find_nameless(page, project)


def _find_uneven(page: Page, project: Project) -> Problems:
    """Find code that was opened with more backquotes than it was closed with, or fewer."""
    for node in page.main.css("code") if page.main is not None else ():
        text = node.text().strip()
        if len(text) - len(text.lstrip("`")) != len(text) - len(text.rstrip("`")):
            message = f'"`" is shown beside "{text.strip("`").strip()[:40]}"'
            hint = f"{_CODE} As many of them close it as open it."
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
        if page.main.css_matches(f"[{name}={name}], [{name}='']"):
            message = f'"{match[0].strip()}" names nothing'
            hint = f"Write {{#{name}}} for a name that links may lead to, or take it out."
            line = line_at(written(source), match.start())
            yield MARKUP_LEFT.problem(message, source.path, line, hint)


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
    listed = re.search(rf"^[ \t]*{re.escape(shown)}\w", paragraph, re.M)
    if match.re is _ONE_SIGN and (typed != shown or listed):
        return None
    if typed != shown:
        hint = _ESCAPED.format(shown)
    elif source and source.path.endswith(".md") and is_in_html(source.text, shown, line):
        hint = IN_HTML
    elif _NOTE.fullmatch(shown) and block.text.startswith(shown):
        hint = f"A footnote is defined with a colon: {shown}: and its text."
    elif match.re is _ONE_SIGN:
        hint = hint.format(shown)
    return _Left(shown, typed, hint)


def _lines_of_clinic(page: Page, project: Project) -> Collection[str]:
    """Return what stands of the clinic below a page, where its facts are told already."""
    facts = (project.clinic.facts.get(name) for name in EVERYWHERE)
    if page.main is None or not any(fact and judge_form(fact) for fact in facts):
        return ()
    return {fold(node.text()) for node in page.main.css(".clinic p")}


CHECK = Check((MARKUP_LEFT,), page=check_leftovers)
