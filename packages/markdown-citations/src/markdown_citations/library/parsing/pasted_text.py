"""Find text in a .bib file that somebody pasted from elsewhere, and that is no entry.

To BibTeX all that stands outside entries is a comment, so such text is lost in silence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from markdown_citations.problems import Problem, Rule

TEXT_PASTED = Rule(
    "text-pasted",
    "error",
    "No reference stands in the file in another form than BibTeX's.",
    "markdown-citations",
    "@misc{a, title = {One}, year = {2026}}\n10.1080/02791072.2019.1587556",
    "@misc{a, title = {One}, year = {2026}}",
)
HINT = "Take it out, and write it as an entry: @article{smith2027, title = {…}}"
"""What to do; a caller may know better. `{identifier}` stands for what was found."""

_DOI = r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>{}]*[^\s\"<>{}.,;)]"
_AS_TEXT = "a reference as text"
_FORMS = (
    ("a reference in PubMed's format NBIB", re.compile(r"^PMID\s*- *(?P<identifier>\d+)", re.M)),
    ("a reference in the format RIS", re.compile(r"^TY  ?- *[A-Z]{2,}", re.M)),
    ("a reference in EndNote's format", re.compile(r"^%0 +[A-Z]\w+", re.M)),
    ("a reference in EndNote's format", re.compile(r"^\s*<(?:xml|records?|ref-type)\b", re.M)),
    ("a reference in RefWorks' format", re.compile(r"^RT [A-Z]\w+[^\n]*\n[A-Z][A-Z0-9] ", re.M)),
    ("a reference of Web of Science", re.compile(r"^PT [A-Z]\n[A-Z][A-Z0-9] ", re.M)),
    ("a reference in LaTeX", re.compile(r"^[ \t]*\\bibitem\b", re.M)),
    (
        "a reference in the format CSL-JSON",
        re.compile(r"^\s*\[?\s*\{\s*\"(?:id|type|DOI|title)\"", re.M),
    ),
    (
        "a DOI",
        re.compile(
            r"^[ \t]*(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:?[ \t]*)?"
            rf"(?P<identifier>{_DOI})[ \t.,;]*$",
            re.M | re.I,
        ),
    ),
    (
        "a PubMed number",
        re.compile(
            r"^[ \t]*(?:PMID:?[ \t]*|(?:https?://)?"
            r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|www\.ncbi\.nlm\.nih\.gov/pubmed/))"
            r"(?P<identifier>\d{4,8})/?[ \t.]*$",
            re.M | re.I,
        ),
    ),
    (
        "a PubMed Central number",
        re.compile(
            r"^[ \t]*(?:(?:https?://)?(?:pmc\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pmc)"
            r"/articles/|PMCID:?[ \t]*)?(?P<identifier>PMC\d{4,9})/?[ \t.]*$",
            re.M | re.I,
        ),
    ),
    (
        _AS_TEXT,
        re.compile(
            rf"^[^%@\n]{{0,2000}}?(?:\bdoi(?:\.org/|:)[ \t]*(?P<doi>{_DOI})"
            r"|\bPMID:? *(?P<pmid>\d{4,8}))",
            re.M | re.I,
        ),
    ),
    # Family, J. (2019). A title. Journal, 51(2), 189-198; Journal 51.2 (2019): 189-198.
    (
        _AS_TEXT,
        re.compile(
            r"^[^%@#\n]{5,2000}?\((?:19|20)\d\d[a-z]?(?:, [^()\n]{3,12})?\)"
            r"(?:\.[^\n]*, ?\d+(?:\(\d+\))?, e?\d+|: e?\d+)",
            re.M,
        ),
    ),
    # Family, J., 2019. A title. Journal, 51(2), pp.189-198.
    (
        _AS_TEXT,
        re.compile(
            r"^[^%@#\n]{5,2000}?, (?:19|20)\d\d[a-z]?\.[^\n]*, ?\d+(?:\(\d+\))?, pp?\. ?\d+", re.M
        ),
    ),
    # Family JJ, Other AB. A title. J Abbrev. 2019;51(2):189-98.
    (
        _AS_TEXT,
        re.compile(
            r"^[^%@#\n]{20,2000}?\b(?:19|20)\d\d[^%\n]{0,20};\s*\d+\s*(?:\([^()\n]*\))?:", re.M
        ),
    ),
)
# Blank lines, the end of RIS, and the last line of EndNote's before another: an abstract goes
# on in lines without a %.
_GAP = re.compile(
    r"\n[ \t\r]*\n\s*|^(?P<ris>TY|ER)  ?-|^%\S [^\n]*\n(?=[^%\s])(?!(?:[^%\r\n][^\n]*\n)+%[^0])",
    re.M,
)
_OF_OTHERS = re.compile(
    r"\s*(?:Comment|Erratum|Expression of concern|Republished|Retraction|Update)s? (?:in|of|for)\b"
)
# Before one of those that the abstract names.
_OWN_DOI = re.compile(rf"^(?:DO|DI|%R)(?:  ?-)? +(?P<doi>{_DOI})", re.M)
_ANY_DOI = re.compile(rf"(?P<doi>{_DOI})")
# PubMed's abstract has its number paragraphs behind its head, and before the next one's.
_NUMBERS = re.compile(
    rf"^[ \t]*(?:(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?(?P<doi>{_DOI})|\d+\. )", re.M | re.I
)
_COMMENT = re.compile(r"^[ \t]*(?:%|#|//)[^\n]*", re.M)
# EndNote's lines begin with % as well: %R 10.1080/02791072.2019.1587556
_COMMENT_BESIDE_ENDNOTE = re.compile(r"^[ \t]*(?:%(?!\S )|#|//)[^\n]*", re.M)


def find_pasted(text: str, path: str, line: int, hint: str = HINT) -> list[Problem]:
    """Report the references in text that belongs to no entry and starts at `line`.

    One problem for each form that they have, at the first; it names the others.
    """
    # A comment line keeps its place, but is nobody's reference.
    comment = _COMMENT_BESIDE_ENDNOTE if re.search("^%0 ", text, re.M) else _COMMENT
    shown = comment.sub("", text) if "%" in text or "#" in text or "//" in text else text
    found: dict[str, list[tuple[int, str]]] = {}
    seen: set[str] = set()
    ends = [end.start() for end in re.finditer("\n", shown)]
    start = 0
    for gap in [*_gaps(shown), None] if shown.strip() else ():
        end = gap.end() if gap else len(shown)
        for what, at, identifier in _references(shown, start, end):
            if identifier.casefold() in seen:
                break  # PubMed ends the abstract with the number of its head
            seen.update(filter(None, [identifier.casefold()]))
            found.setdefault(what, []).append((line + bisect_left(ends, at), identifier))
        start = end
    return [_problem(what, places, path, hint) for what, places in found.items()]


def _gaps(text: str) -> list[re.Match[str]]:
    """Return what parts paragraphs; nothing does between the head of RIS and its end."""
    gaps: list[re.Match[str]] = []
    inside: list[re.Match[str]] | None = None
    for mark in _GAP.finditer(text):
        if not mark["ris"]:
            (gaps if inside is None else inside).append(mark)
        elif mark["ris"] == "TY":
            gaps += inside or []
            inside = []
        else:
            gaps.append(mark)
            inside = None
    return gaps + (inside or [])


def _references(text: str, start: int, end: int) -> Iterator[tuple[str, int, str]]:
    """Yield what each reference of a paragraph is, where it stands, and by what to find it.

    All have the form of the first: in one work's, its other numbers stand on other lines.
    """
    if _OF_OTHERS.match(text, start):
        return  # in PubMed's abstract
    firsts = [(match, what) for what, form in _FORMS if (match := form.search(text, start, end))]
    if not firsts:
        return
    first, what = min(firsts, key=lambda pair: text.count("\n", start, _start(pair[0])))
    every = [one for one in first.re.finditer(text, start, end) if one.lastgroup == first.lastgroup]
    for match, following in zip_longest(every, every[1:]):
        until = following.start() if following else end
        identifier = match[match.lastgroup] if match.lastgroup else ""
        if not identifier:
            inside = _OWN_DOI.search(text, match.start(), until)
            inside = inside or _ANY_DOI.search(text, match.start(), until)
            if not inside and not following and what == _AS_TEXT:
                inside = _NUMBERS.search(text, end, end + 5000)
            identifier = (inside["doi"] or "") if inside else ""
        yield what, _start(match), identifier


def _problem(what: str, places: Sequence[tuple[int, str]], path: str, hint: str) -> Problem:
    lines = [str(line) for line, _ in places]
    message = f"{what} stands outside all entries, so nothing of it is read"
    if len(lines) > 1:
        rest = f" and {len(lines) - 6} more" if len(lines) > 6 else ""
        message += f"; more of them on line {', '.join(lines[1:6])}{rest}"
    identifiers = " ".join(identifier for _, identifier in places[:6] if identifier)
    return TEXT_PASTED.problem(
        message, path, places[0][0], hint.replace("{identifier}", identifiers or "DOI")
    )


def _start(match: re.Match[str]) -> int:
    """Return where a match has its first sign that is no blank."""
    return match.start() + len(match[0]) - len(match[0].lstrip())
