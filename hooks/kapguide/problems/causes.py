"""Tell a mistake once that shows in many places: one cause, one message.

A citekey that was renamed is unknown wherever it is cited, in the same words. A citation in a
heading is told where it is read, and seen once more where it is shown. What is said of a part
of signs that are wrong as a whole follows from them: the messages quote both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from markdown_citations.problems import Problem, cause_citekey, sort_problems

Place = tuple[str, int | None]
"""A file and a line, if one is known."""

_SHOWN = "citation-left"
_EMPTY, _BROKEN = "references-empty", "entry-broken"
"""That no entry is there, because one could not be read."""
_OF_NAME = {
    "anchor-broken": "tag-unbalanced",  # takes in the heading
    "citekey-invalid": "citekey-unknown",
    "clinic-fact-unshown": "clinic-fact-unknown",
    "entry-unused": "entry-duplicate",
    "field-missing": "unconfirmed-unknown",
    "figure-entry": "people-malformed",
    "link-broken": "file-stray",
    "notice-unknown": "notice-source",
}
"""What follows from another mistake, on whichever page, by codes, where that mistake names all
that it names: a page asks for the fact "prices", so no page shows the fact "price"."""
_FACT_CODES = ("clinic-fact-unknown", "clinic-fact-unshown")
_OF_MISSING = dict.fromkeys(
    ("abbreviation-unexplained", "reading-level", "reading-level-goal"), "page glossary.md"
)
"""What follows from a page that is gone: terms of the glossary are explained there."""
OF_CITATIONS = ("citation-", "citekey-")
"""How the codes of what is wrong with a citation begin."""
_OF_SIGNS = (*OF_CITATIONS, "markup-left", "file-local", "tag-unbalanced")
"""Codes that quote signs which somebody typed."""
_MALFORMED = "citation-malformed"
_UNREAD = frozenset({"claim-uncited", "number-unsupported", "punctuation-wrong", "sentence-long"})
"""What is said of a sentence whose citation could not be read."""
_BROUGHT = {
    _MALFORMED: _UNREAD,
    "citation-in-link": frozenset({"anchor-broken", "link-broken", "link-text"}),
    "number-single-source": frozenset({"tel-differs"}),
    "tel-differs": frozenset({"tel-unsupported"}),
    "tel-unsupported": frozenset({"notice-behind"}),
}
"""What each of these brings about on its line."""
_OF_PAGE = {
    "figure-unknown": ("front-matter-unreadable",),
    "key-points": ("citation-in-heading",),
    "notice-missing": ("notice-unknown", "directive-nested"),
    "notice-behind": ("notice-says",),
}
"""What follows from another mistake wherever on the page: the settings hold the figures, the
heading over the key points is known by its words, a line names the notice or the notice itself
is left out, and a notice without a number that a tap calls lacks those of the first language."""
_WHOLE = re.compile(r'"(.+)"')
_PART = re.compile(r'"(.+?)"')
_QUOTED = re.compile(r'"([^"]*)"')
_ENTRY = cause_citekey("")
_KEY_WORD = re.compile(r"\d+|[A-Z]+(?![^\W\d_A-Z])|[A-Z]?[^\W\d_A-Z]+")
"""A number or a word of a citekey, which a capital ends, too."""
_YEAR = 4
_MENU = "menu-"
_MOST = 12
"""How many places a message names."""


def tell_causes(problems: Iterable[Problem]) -> list[Problem]:
    """Put together the problems that say the same, at the first place, with the others named."""
    causes: dict[tuple[str, ...], list[Problem]] = {}
    for problem in sort_problems(_join_fact(_join_renamed(drop_following(problems)))):
        said = (problem.code, problem.message, problem.hint, problem.severity)
        causes.setdefault((problem.cause,) if problem.cause else said, []).append(problem)
    return sort_problems(_tell(found) for found in causes.values())


def _join_renamed(problems: Sequence[Problem]) -> Sequence[Problem]:
    """Take the entry that no page cites for the one that is not there, where only that fits.

    Only what cites a key and the library together show that one name became the other.
    """
    gone, unused = (
        {one.cause for one in problems if one.cause.startswith(_ENTRY) and one.severity == s}
        for s in ("error", "warning")
    )
    meant: dict[str, str] = {}
    for cause in gone:
        hints = {
            name for one in problems if one.cause == cause for name in _QUOTED.findall(one.hint)
        }
        near = {cause_citekey(name) for name in hints} & unused
        if not hints:
            key = cause.removeprefix(_ENTRY)
            near = {one for one in unused if _is_alike(key, one.removeprefix(_ENTRY))}
        if len(near) == 1:
            meant[cause] = near.pop()
    told = {new: old for old, new in meant.items()}
    joined = []
    for one in problems:
        new = meant.get(one.cause, "").removeprefix(_ENTRY)
        named = not new or new in _QUOTED.findall(one.hint)
        hint = one.hint if named else f'Did you mean "{new}"?'
        joined.append(replace(one, hint=hint, cause=told.get(one.cause, one.cause)))
    return joined


def _join_fact(problems: Sequence[Problem]) -> Sequence[Problem]:
    """Take the one fact that no page shows for the one that pages ask for and that is not there."""
    asked, unshown = (
        {one.message: one for one in problems if one.code == code} for code in _FACT_CODES
    )
    names = [name for message in unshown for name in _QUOTED.findall(message)]
    told = [name for one in asked.values() for name in _QUOTED.findall(one.hint)]
    if len(asked) != 1 or len(names) != 1 or told:
        return problems
    (lost,) = unshown.values()
    more = f'If "{names[0]}" in {lost.path}:{lost.line} is meant, write one name in both places.'
    rest = (one for one in problems if one is not lost)
    return [
        replace(one, hint=f"{one.hint} {more}") if one.message in asked else one for one in rest
    ]


def _is_alike(one: str, other: str) -> bool:
    """Whether two keys name one work, as two programs would: one has all words of the other."""
    keys = ([word.casefold() for word in _KEY_WORD.findall(key)] for key in (one, other))
    fewer, more = sorted(keys, key=len)
    numbers = {word for word in fewer if word.isdigit()}
    return (
        fewer[:1] == more[:1]
        and set(fewer) <= set(more)
        and numbers == {word for word in more if word.isdigit()}
        and any(len(number) == _YEAR for number in numbers)
    )


def drop_following(problems: Iterable[Problem], beside: Iterable[Problem] = ()) -> list[Problem]:
    """Leave out what follows from an error of its line or page, `beside` these too.

    A warning brings about nothing: what stops a build may not be left out for what does not.
    """
    problems = list(problems)
    errors = [one for one in (*problems, *beside) if one.severity == "error"]
    told: dict[Place, list[Problem]] = defaultdict(list)
    unread: set[str] = set()
    torn = any(one.code == "tag-unbalanced" and _is_shared(one.path) for one in errors)
    causes = {(one.code, one.path) for one in errors}
    gone = {one.cause for one in errors if one.cause}
    broken = False
    for problem in errors:
        told[problem.path, problem.line].append(problem)
        if problem.code == _MALFORMED:
            unread.add(problem.path)
        broken = broken or problem.code == _BROKEN
    return [
        one
        for one in problems
        if not any(_follows(one, other) for other in told[one.path, one.line])
        # Words that the build made of a citation stand on no line.
        and not (one.code in {*_UNREAD, "spelling"} and one.line is None and one.path in unread)
        and causes.isdisjoint((code, one.path) for code in _OF_PAGE.get(one.code, ()))
        and not (one.code == _EMPTY and broken)
        and not (one.code == "markup-invalid" and torn)
        and _OF_MISSING.get(one.code) not in gone
        and not any(_has_its_names(one, other) for other in errors)
    ]


def _is_shared(path: str) -> bool:
    """Whether a file is a notice or settings: what it leaves open tears the template apart."""
    return "/_includes/" in path or path.endswith((".yml", ".yaml"))


def _has_its_names(one: Problem, other: Problem) -> bool:
    """Whether a problem follows from another by code, and names nothing that this one does not."""
    if _OF_NAME.get(one.code) != other.code:
        return False
    names = [name.partition("#")[0] for name in _QUOTED.findall(one.message)] + _entry_of(one)
    told = (*_QUOTED.findall(f"{other.message} {other.hint}"), *_entry_of(other), other.path)
    bare = {PurePosixPath(name).name for name in told}
    return {PurePosixPath(name).name for name in names} <= {*bare, PurePosixPath(other.path).stem}


def _entry_of(problem: Problem) -> list[str]:
    """Return the citekey with which what is said of an entry begins."""
    return [problem.message.partition(":")[0]] if problem.path.endswith(".bib") else []


def _follows(one: Problem, other: Problem) -> bool:
    """Whether a problem follows from another one of its line."""
    if one.code in _BROUGHT.get(other.code, ()):
        return True
    if one.code.startswith(OF_CITATIONS) and _SHOWN in {one.code, other.code}:
        return one.code == _SHOWN and other.code.startswith(_OF_SIGNS) and _is_of(one, other)
    return other.code.startswith(_OF_SIGNS) and _is_part(one, other)


def _is_part(one: Problem, other: Problem) -> bool:
    """Whether a problem quotes a part of the signs that another one quotes."""
    part, whole = _PART.search(one.message), _WHOLE.search(other.message)
    if part is None or whole is None or one is other:
        return False
    return part[1] != whole[1] and part[1] in whole[1]


def _is_of(shown: Problem, other: Problem) -> bool:
    """Whether what is shown of a citation is what another problem is about."""
    if other.code == _SHOWN:
        return False
    one, two = (_QUOTED.findall(problem.message)[:1] for problem in (shown, other))
    return bool(one and two) and (one[0] in two[0] or two[0] in one[0])


def _tell(found: Sequence[Problem]) -> Problem:
    first, *others = sorted(found, key=_rank)
    listed = [(p.path, p.line) for p in others if p.severity == first.severity]
    if not listed:
        return first
    if first.code.startswith(_MENU) and not others[0].code.startswith(_MENU):
        linked = "1 link leads" if len(listed) == 1 else f"{len(listed)} links lead"
        more = f", and {linked} there: {format_places(listed)}"
    else:
        number = "1 more place" if len(listed) == 1 else f"{len(listed)} more places"
        more = f", here and in {number}: {format_places(listed)}"
    return replace(first, message=first.message + more)


def _rank(problem: Problem) -> tuple[bool, ...]:
    """Put first what is told: of a page that is gone, the menu's line; else one with a line.

    Of those, one that names what was meant: in one language links may say more than in another.
    """
    is_menu, named = problem.code.startswith(_MENU), _QUOTED.search(problem.hint)
    return problem.severity != "error", not is_menu, problem.line is None, not named


def format_places(places: Iterable[Place]) -> str:
    """Write places down, the lines of one file together: `docs/a.md:3, 9; docs/b.md:7`."""
    listed = list(places)
    lines: dict[str, list[str]] = {}
    for path, line in listed[:_MOST]:
        lines.setdefault(path, []).append(str(line) if line else "")
    named = (
        f"{path}:{', '.join(filter(None, numbers))}".rstrip(":") for path, numbers in lines.items()
    )
    more = f" and {len(listed) - _MOST} more" if len(listed) > _MOST else ""
    return "; ".join(named) + more
