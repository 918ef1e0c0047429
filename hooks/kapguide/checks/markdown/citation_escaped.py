r"""Check that no citation is written as another program writes it, or as text.

Editors of rich text put backslashes before brackets; LaTeX, Sphinx and others have
forms of their own. The build takes all of these for text.
"""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.pages.wording.written import line_at, written

ESCAPED = Rule(
    "citation-escaped",
    "error",
    r"A citation is written [@citekey]: no backslash before the bracket, no \cite{}, no bracket "
    "without an @.",
    "KAP Guide",
    "Most got better \\[@dore2019].",
    "Most got better [@dore2019].",
)

_KEY = r"[A-Za-z][\w:./+-]*"
_KEYS = rf"{_KEY}(?:\s*[,;]\s*@?{_KEY})*"
_FOREIGN = (
    # \[@a\], [@a\], @\[a]
    re.compile(rf"\\\[\s*-?@(?P<keys>{_KEYS})[^\]\n]*\]?|\[-?@(?P<more>{_KEYS})\\\]"),
    # \cite{a}, \citep[p. 5]{a, b}
    re.compile(rf"\\\w*cite\w*\*?(?:\[[^\]\n]*\])*\{{\s*(?P<keys>{_KEYS})\s*\}}", re.I),
    # :cite:`a`, {cite}`a`
    re.compile(rf"[:{{]cite:?\w*[:}}]\s*`(?P<keys>{_KEYS})`", re.I),
    # {@a}
    re.compile(rf"\{{\s*-?@(?P<keys>{_KEYS})\s*\}}"),
    # @[a], @{a}, @(a)
    re.compile(rf"@(?<![\w@]@)\\?[\[({{](?P<keys>{_KEYS})\\?[\])}}](?!\()"),
)
_SLASHED = _FOREIGN[:2]
_BARE = re.compile(rf"\[(?<![\\!\w\]@]\[)\[?\^?(?P<keys>{_KEYS})\]\]?(?![\[(:])")
"""[a], [a; b], [^a], [[a]]: citations only where the words are citekeys."""
_FORMED = re.compile(r"[A-Za-z]{3,}(?:19|20)\d\d[a-z]?(?:[A-Z]\w*|[a-z]{3,})?")
"""How a citekey is formed: dore2019."""


def check_escaped(page: Page, project: Project) -> Problems:
    """Find citations that the build takes for text."""
    source = project.source(page)
    if source is None or not source.path.endswith(".md"):
        return
    # Code that holds a citekey is a form of Sphinx; so the file as it is comes first.
    told: set[int] = set()
    markdown = written(source)
    for text, forms in ((source.text, _FOREIGN[2:3]), (markdown, (*_FOREIGN, _BARE))):
        for form in forms:
            if form in _SLASHED and "\\" not in text:
                continue
            for match in form.finditer(text):
                groups = match.groupdict()
                keys = re.findall(_KEY, groups["keys"] or groups.get("more") or "")
                if match.start() in told or (form is _BARE and not _all_keys(keys, project)):
                    continue
                told.add(match.start())
                meant = f"[{'; '.join(f'@{key}' for key in keys)}]"
                if form is _FOREIGN[0]:  # all is right but for the backslashes
                    meant = match[0].replace("\\", "").removesuffix("]") + "]"
                message = f'"{match[0].strip()}" is no citation, and is shown as it was typed'
                hint = f"Write {meant}."
                yield ESCAPED.problem(message, source.path, line_at(text, match.start()), hint)


def _all_keys(words: list[str], project: Project) -> bool:
    """Whether words in brackets are citekeys, known ones or by their form."""
    return bool(words) and all(
        (word in project.library and any(sign.isdigit() for sign in word))
        or _FORMED.fullmatch(word)
        for word in words
    )


CHECK = Check((ESCAPED,), page=check_escaped)
