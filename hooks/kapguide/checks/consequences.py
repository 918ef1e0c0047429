"""Leave out what only follows from another mistake: one cause, one message.

A day that cannot be is no old one, a list that became one paragraph is no long sentence, and
a claim whose citation has the form of another program is not without one.

Here are those of one page that checks find together, by paragraph. What an engine finds is known
later: `kapguide.problems.causes` compares that by line, and by the signs that messages quote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from markdown_citations.problems import Problem

from kapguide.front_matter.parsing import VALUE
from kapguide.pages.source_lines import PAGES, Source
from kapguide.pages.tags.balance import find_unbalanced, takes_rest
from kapguide.pages.tags.raw_html import IN_HTML

_OF_SETTING = frozenset({VALUE.code, "review-placeholder", "text-cut"})
"""Of which each says by itself what is wrong with a setting."""
_CITATION = frozenset({"citation-escaped", "citation-left"})
_CLAIM = frozenset({"approval-false", "claim-uncited", "promise", *_CITATION})
_SOLD = _CLAIM | {"dose", "testimonial"}
_HURTS = frozenset({"stigma", "suicide-words"})
_SHOWN_AS_TEXT = frozenset({"list-broken", "table-broken", "list-flat"})
_AS_TYPED = frozenset({"markup-left"})
_NESTED = frozenset({"markup-invalid"})
_OPEN = frozenset({"tag-unbalanced"})
_PASTED = frozenset({"pasted-html"})
_OF_PARAGRAPH = {
    "abbreviation-unexplained": _AS_TYPED,
    "advertising": _SOLD | {"link-broken", *_HURTS} | _SHOWN_AS_TEXT | _AS_TYPED,
    "capital-missing": _SHOWN_AS_TEXT,
    "citation-left": frozenset({"citation-escaped"}),
    "claim-uncited": _CITATION | {"approval-false"},
    "code-by-indent": _AS_TYPED,
    "field-unnamed": frozenset({"aria-target"}) | _OPEN,
    "heading-bold": _NESTED,
    "link-text": _NESTED,
    "markup-invalid": frozenset({"page-encoding"}),
    "notice-missing": _CLAIM,
    "number-unsupported": _CITATION | {"tel-unsupported"},
    "patient-story": _SOLD | _HURTS | _SHOWN_AS_TEXT | _AS_TYPED,
    "policy-style": _PASTED,
    "punctuation-wrong": _AS_TYPED | _CITATION | _SHOWN_AS_TEXT | {"link-broken", "link-text"},
    "risks-absent": _CLAIM,
    "sentence-long": _SHOWN_AS_TEXT | _AS_TYPED,
    "spelling": _AS_TYPED | {"page-encoding"},
    "table-headers": _NESTED | _OPEN,
    "tag-unbalanced": _PASTED,
    "word-twice": _AS_TYPED,
}
"""What a code follows from, where both are said of one paragraph."""
_STORY = "testimonial"
_IN_STORY = frozenset({"claim-uncited", "promise"})
"""What goes with a sentence that is a story."""
_ONE_EACH = frozenset({"field-unnamed"})
"""Of which a cause brings about one alone: a label is for one field."""
_UNREAD = _CITATION | _SHOWN_AS_TEXT | _AS_TYPED
"""What Markdown looks like that is not read."""
_RUN_ON = frozenset(
    {
        *("address-unlinked", "advertising", "capital-missing", "claim-uncited", "heading-bold"),
        *("link-text", "list-length", "notice-missing", "number-unsupported", "patient-story"),
        *("punctuation-wrong", "reading-level", "reading-level-goal", "risks-absent"),
        *("sentence-long", "testimonial", "word-twice"),
    }
)
"""What is said of paragraphs that were never parted, or of what a part hides that is not closed."""
_SWALLOWED = _UNREAD | _RUN_ON
_NOTE = re.compile(r"\[\^[\w-]+\]")
_ASKED = re.compile(r"::: notice ([\w-]+)")
_OF_FILE = dict.fromkeys(
    (
        *("crisis-hidden", "crisis-missing", "disclaimer-hidden", "disclaimer-missing"),
        *("notice-says", "review-missing", "safety-hidden", "unknown-absent"),
    ),
    _OPEN,
) | {"json-ld": frozenset({"page-language"})}
"""What a code follows from, wherever in the file: an element that is left open takes all in, and
structured data names the language that the page should."""


def leave_out_following(problems: Sequence[Problem], source: Source) -> Iterator[Problem]:
    """Yield the problems of a file but for those that an error among them has brought about.

    A warning brings about no error: what stops a build may not be left out for what does not.
    """
    front = source.front_matter
    of_setting = (p for p in problems if p.code in _OF_SETTING)
    wrong = {(front.setting_at(p.line or 0), p.severity) for p in of_setting}
    own = [p for p in problems if p.path == source.path and p.severity == "error"]
    lines = source.text.split("\n")
    codes = {problem.code for problem in own}
    meant = {note for p in own if p.code in _AS_TYPED for note in _NOTE.findall(p.hint)}
    typed = (lines[p.line - 1] for p in own if p.code in _AS_TYPED and p.line)
    unlisted = {_find_heading(lines, p.line or 0) for p in own if p.code in _SHOWN_AS_TEXT}
    shown = {word for line in typed for word in line.split()}
    opened = {p.line or 0 for p in own if p.code in _OPEN}
    # An element that Markdown takes for a block, and that nothing closes, takes in all behind it.
    torn = min(opened & _find_torn(source), default=0) if opened else 0
    if not torn and any(IN_HTML in p.hint for p in problems):
        torn = min(opened, default=0)
    causes = Counter((p.code, _find_paragraph(lines, p.line)) for p in own if p.line)
    stories = [
        (_find_paragraph(lines, p.line), p.message) for p in own if p.code == _STORY and p.line
    ]
    for problem in problems:
        if problem.path != source.path:
            yield problem
            continue
        line = problem.line or 0
        brought = _OF_PARAGRAPH.get(problem.code, frozenset())
        paragraph = _find_paragraph(lines, line) if line else 0
        follows = (
            problem.code not in _OF_SETTING
            and (setting := front.setting_at(line))
            and not wrong.isdisjoint({(setting, "error"), (setting, problem.severity)}),
            torn and (IN_HTML in problem.hint or (line >= torn and problem.code in _SWALLOWED)),
            not codes.isdisjoint(_OF_FILE.get(problem.code, ())),
            # A footnote that nothing mentions is told where another one is mentioned.
            problem.code == "anchor-broken" and not meant.isdisjoint(_NOTE.findall(problem.hint)),
            # The line that asks for the notice is there, and shown as it was typed.
            problem.code == "notice-missing" and not shown.isdisjoint(_ASKED.findall(problem.hint)),
            # The list of key points is there, and shown as text.
            problem.code == "key-points" and line in unlisted,
            any(causes[code, paragraph] > 0 for code in brought) if line else brought & codes,
            # The sentence is to be taken out as a whole.
            problem.code in _IN_STORY
            and any(at == paragraph and _quoted(problem) in told for at, told in stories),
        )
        if problem.code in _ONE_EACH:
            causes.subtract((code, paragraph) for code in brought)
        if not any(follows):
            yield problem


def _quoted(problem: Problem) -> str:
    """Return what the message of a claim has in quotation marks."""
    return problem.message.partition('"')[2].rpartition('"')[0]


def _find_torn(source: Source) -> set[int]:
    """Return the lines from which on Markdown reads nothing, for a tag there is left open."""
    text = source.text
    tags = find_unbalanced(text) if source.path.endswith(PAGES) else []
    return {text.count("\n", 0, tag.at) + 1 for tag in tags if takes_rest(tag, text)}


def _find_heading(lines: Sequence[str], line: int) -> int:
    """Return the line of the heading that a line stands under, or 0."""
    return next((at for at in range(line, 0, -1) if lines[at - 1].startswith("#")), 0)


def _find_paragraph(lines: Sequence[str], line: int) -> int:
    """Return the first line of the paragraph that a line is in; an empty one is between two."""
    at = min(line, len(lines)) - 1
    while at > 0 and lines[at - 1].strip():
        at -= 1
    return at
