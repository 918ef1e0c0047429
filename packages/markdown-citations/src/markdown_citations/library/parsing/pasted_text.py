"""Find text in a .bib file that somebody pasted from elsewhere, and that is no entry.

To BibTeX all that stands outside entries is a comment, so such text is lost in silence.
"""

from __future__ import annotations

import re

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
        "a reference as text",
        re.compile(
            rf"^[^%@\n]{{0,2000}}?(?:\bdoi(?:\.org/|:)[ \t]*(?P<doi>{_DOI})"
            r"|\bPMID:? *(?P<pmid>\d{4,8}))",
            re.M | re.I,
        ),
    ),
    # Family, J. (2019). A title. Journal, 51(2), 189-198; Journal 51.2 (2019): 189-198.
    (
        "a reference as text",
        re.compile(
            r"^[^%@#\n]{5,2000}?\((?:19|20)\d\d[a-z]?(?:, [^()\n]{3,12})?\)"
            r"(?:\.[^\n]*, ?\d+(?:\(\d+\))?, e?\d+|: e?\d+)",
            re.M,
        ),
    ),
    # Family, J., 2019. A title. Journal, 51(2), pp.189-198.
    (
        "a reference as text",
        re.compile(
            r"^[^%@#\n]{5,2000}?, (?:19|20)\d\d[a-z]?\.[^\n]*, ?\d+(?:\(\d+\))?, pp?\. ?\d+", re.M
        ),
    ),
    # Family JJ, Other AB. A title. J Abbrev. 2019;51(2):189-98.
    (
        "a reference as text",
        re.compile(
            r"^[^%@#\n]{20,2000}?\b(?:19|20)\d\d[^%\n]{0,20};\s*\d+\s*(?:\([^()\n]*\))?:", re.M
        ),
    ),
)
_COMMENT = re.compile(r"^[ \t]*(?:%(?!0 )|#|//)[^\n]*", re.M)


def find_pasted(text: str, path: str, line: int, hint: str = HINT) -> list[Problem]:
    """Report the first reference in text that belongs to no entry and starts at `line`."""
    # A comment line keeps its place, but is nobody's reference.
    shown = _COMMENT.sub("", text) if "%" in text or "#" in text or "//" in text else text
    if not shown.strip():
        return []
    found = [(match, what) for what, form in _FORMS if (match := form.search(shown))]
    if not found:
        return []
    match, what = min(found, key=lambda pair: shown.count("\n", 0, _start(pair[0])))
    identifier = next((text for text in match.groups() if text), "") if match.re.groups else ""
    if not identifier:
        inside = re.search(_DOI, shown[match.start() : match.start() + 5000])
        identifier = inside[0] if inside else ""
    at = line + shown.count("\n", 0, _start(match))
    message = f"{what} stands outside all entries, so nothing of it is read"
    return [
        TEXT_PASTED.problem(message, path, at, hint.replace("{identifier}", identifier or "DOI"))
    ]


def _start(match: re.Match[str]) -> int:
    """Return where a match has its first sign that is no blank."""
    return match.start() + len(match[0]) - len(match[0].lstrip())
