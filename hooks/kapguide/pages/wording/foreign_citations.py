r"""Find citations that are written as another program writes them, or with other signs.

Editors of rich text put backslashes before brackets or paste a bracket of their own; LaTeX,
Sphinx, Org and others have forms of their own. The build takes these for text, or prints the
signs around them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from markdown_citations.language.brackets import find_brackets
from markdown_citations.language.syntax import find_end

_KEY = r"[A-Za-z][\w:./+-]*"
_KEYS = rf"{_KEY}(?:\s*[,;]\s*@?{_KEY})*"
_AT = "[@＠﹫]"
_UNSEEN = r"\s\u00ad\u200b-\u200f\u2060\ufeff"
_OPENING, _CLOSING = "【［〔〖「『〈《⟦⟨", "】］〕〗」』〉》⟧⟩"
_ANY = rf"{_OPENING}{_CLOSING}\[\]"

_SLASHED = re.compile(
    # \[@a\], [@a\]
    rf"\\\[\s*-?@(?P<keys>{_KEYS})[^\]\n]*\]?|\[-?@(?P<more>{_KEYS})\\\]"
)
_SIGNS = r"[\^*~$&#]+|@(?=@)"
_SIGNED = re.compile(rf"\[(?:{_SIGNS})+\s*-?@(?P<keys>{_KEY})[^\[\]\n]*\](?![(\[:])")
"""[^@a], [*@a*], [@@a]"""
_LATEX = re.compile(rf"\\\w*cite\w*\*?(?:\[[^\]\n]*\])*\{{\s*(?P<keys>{_KEYS})\s*\}}", re.I)
"""`\\cite{a}`, `\\citep[p. 5]{a, b}`"""
_CODED = re.compile(rf"(?<!`)`\[-?@(?P<keys>{_KEYS})(?:,[^\]`\n]*)?\]`(?!`)")
"""A citation as code: no reader sees what it stands for."""
_SPHINX = re.compile(rf"[:{{]cite:?\w*[:}}]\s*`(?P<keys>{_KEYS})`", re.I)
"""``:cite:`a```, ``{cite}`a```: code that holds a citekey"""
_SHOWN = (
    _SLASHED,
    _LATEX,
    # [@ a]; @ and a with a sign between them that is not seen
    re.compile(rf"\[\s*-?@[{_UNSEEN}]+(?P<keys>{_KEYS})[^\[\]\n]*\]"),
    # the full-width sign
    re.compile(rf"[\[(]?\s*-?[＠﹫](?P<keys>{_KEYS})[\])]?"),
    # @[a], @{a}, @(a)
    re.compile(rf"@(?<![\w@]@)\\?[\[({{](?P<keys>{_KEYS})\\?[\])}}](?!\()"),
)
_AROUND = (
    # {@a}, {{@a}}, <@a>
    re.compile(rf"\{{+\s*-?@(?P<keys>{_KEYS})\s*\}}+|<\s*-?@(?P<more>{_KEYS})\s*>"),
    # ^[@a], [[@a]], [cite:@a]
    re.compile(
        rf"\^\[-?@(?P<keys>{_KEYS})\]|\[\[-?@(?P<more>{_KEYS})\]\]"
        rf"|\[cite(?:/[\w/-]*)?:\s*-?@(?P<org>{_KEYS})\]"
    ),
    _SIGNED,
    # (@a]
    re.compile(rf"\(-?@(?P<keys>{_KEYS})\](?!\()"),
    # brackets of other scripts
    re.compile(rf"[{_OPENING}\[]\s*-?{_AT}(?P<keys>{_KEYS})[^{_ANY}\n]*[{_CLOSING}]"),
    re.compile(rf"[{_OPENING}]\s*-?{_AT}(?P<keys>{_KEYS})[^{_ANY}\n]*\]"),
)
"""Within these is a citation, which is printed with the signs around it."""
_PLACE = r"(?:,\s*(?:pp?\.|ch\.|chap|sec|fig|tab)[^\])\n]*)?"
_BARE = re.compile(
    rf"\[(?<![\\!\w\]@]\[)\[?[\^&$~-]?(?P<lead>(?:see|e\.g\.,?|cf\.)\s+)?(?P<keys>{_KEYS})"
    rf"(?P<rest>{_PLACE})\]\]?(?![\[(:])"
    rf"|[({{](?<!\]\()(?P<more>{_KEYS})(?P<place>{_PLACE})[)}}]"
)
"""[a], [a; b], [^a], [[a]], (a), {a}: citations only where the words are citekeys."""
_LEFT = re.compile(r"\[[^\[\]]*@\w")
"""How a citation begins that could not be read."""
_FORMED = re.compile(r"[A-Za-z]{3,}(?:19|20)\d\d[a-z]?(?:[A-Z]\w*|[a-z]{3,})?")
"""How a citekey is formed: dore2019."""
_NAMED = re.compile(
    # {Dore, 2019, #12} of EndNote
    r"\{(?P<endnote>[A-Z]\w+)(?: et al\.)?,? (?P<year>(?:19|20)\d\d),? ?#\d+[^{}\n]*\}"
    # [doi:10.1234/abc], [#dore2019]
    r"|\[(?i:doi|pmid|pmcid|isbn)\b:?\s?[^\[\]\n\d]*\d[^\[\]\n]*\](?![(\[])"
    r"|\[#(?P<hash>[a-z]+\d{4}\w*)\](?![(\[])"
    # 【4†source】 and :contentReference[oaicite:0]{index=0} of ChatGPT
    rf"|[{_OPENING}]\d+(?::\d+)?†[^{_ANY}\n]*[{_CLOSING}]"
    r"|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?"
    # [1], [1, 2]; behind a word <sup>1</sup>, ^1^, ¹
    r"|\[\d{1,2}(?:[,–-] ?\d{1,2})*\](?![\[(:])"
    r"|(?:(?<=[a-z]{3})|(?<=[.,;:!?)]))(?:<sup>\s*\d{1,2}(?:[,–-] ?\d{1,2})*\s*</sup>"
    r"|\^\d{1,2}(?:[,–-]\d{1,2})*\^|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2}(?!\w))"
)
"""Citations by a number of the work or of the list, or by what EndNote has for one."""
_NAME = r"(?:(?:[Vv][ao]n|[Dd][aeiu]|de[lnr]|la|le) )*[A-Z][\w'’-]+"
_PRINTED = (
    rf"(?P<name>{_NAME})(?:, {_NAME})*(?: et al\.?| y cols?\.|,? (?:and|&|y) {_NAME})?,? "
    r"(?P<year>(?:19|20)\d\d[a-z]?)(?P<place>(?:,|:) ?(?:pp?\. ?)?\d+(?:[-–]\d+)?)?"
)
_WORK = re.compile(rf"(?:(?:[Ss]ee|[Cc]f\.|e\.g\.,?|[Vv]éase) )?(?:-?@(?P<key>{_KEY})|{_PRINTED})")
"""A work as it is printed: Dore et al., 2019, p. 4"""
_WORKS = re.compile(r"[\[(][^\[\]()\n]{1,300}[\])](?!\()")
"""Where such works may stand: (Dore et al., 2019, p. 4; Kew 2023), (@dore2019; cf. Kew 2023)"""
_OVERCLOSED = re.compile(rf"\[(?<!\[\[)-?@(?P<keys>{_KEYS})[^\]\[\n]*\]\](?![(\]])")
"""[@a]]"""
_UNOPENED = re.compile(rf"-?@(?P<keys>{_KEY})\](?![\[(])")
"""@a]"""

_UNCLOSED = re.compile(
    rf"(?<!\\)\[(?P<lead>(?:[Ss]ee|e\.g\.,?|[Cc]f\.|[Vv]éase)\s+)-?@(?P<keys>{_KEY})(?<![.:,])"
)
"""[see @a"""


class ForeignCitation(NamedTuple):
    """What was meant for a citation."""

    start: int
    typed: str
    meant: str
    """As it should be."""
    printed: bool
    """It is a citation all the same, with signs around it."""


def find_roles(text: str, known: Container[str]) -> Iterator[ForeignCitation]:
    """Find citations that are code, as those of Sphinx end in, in a text with its code."""
    found: dict[int, ForeignCitation] = {}
    coded = (match for match in _CODED.finditer(text) if match["keys"] in known)
    for match in itertools.chain(_SPHINX.finditer(text), coded):
        _keep(found, match, known)
    yield from found.values()


def find_foreign(text: str, known: Container[str]) -> Iterator[ForeignCitation]:
    """Find citations of other programs in a text without code; `known` are the citekeys."""
    found: dict[int, ForeignCitation] = {}
    for form in (*_SHOWN, *_AROUND, _BARE):
        if form is _SLASHED and "\\" not in text:
            continue
        for match in form.finditer(text):
            if not _in_braces(match):
                _keep(found, match, known)
    for match in _NAMED.finditer(text):
        key = match["hash"] or f"{match['endnote'] or ''}{match['year'] or ''}".lower()
        meant = f"[@{key if key in known else 'citekey'}]"
        found.setdefault(match.start(), ForeignCitation(match.start(), match[0], meant, False))
    for match in _WORKS.finditer(text):
        if (meant := _read_works(match[0], known)) and match.start() not in found:
            found[match.start()] = ForeignCitation(match.start(), match[0], meant, False)
    for match in itertools.chain(_OVERCLOSED.finditer(text), _UNOPENED.finditer(text)):
        before = text[text.rfind("\n\n", 0, match.start()) + 1 : match.start()]
        is_open = match.re is _UNOPENED and before.rfind("[") > before.rfind("]")
        if before.count("[") <= before.count("]") and not is_open:
            _keep(found, match, known)
    for match in _UNCLOSED.finditer(text):
        start = text.rfind("\n\n", 0, match.start()) + 1
        paragraph = text[start:].partition("\n\n")[0]
        if find_brackets(paragraph).is_open(match.start() - start):
            end = start + find_end(paragraph, match.end() - start)
            _keep(found, match, known, behind=text[match.end() : end])
    yield from found.values()


def _in_braces(match: re.Match[str]) -> bool:
    """Whether a citekey stands in braces as a citation may have it: [see @{a}, p. 5]."""
    text, at = match.string, match.string.find("{", match.start(), match.end())
    before = text[text.rfind("\n\n", 0, match.start()) + 1 : max(at, 0)]
    return before.endswith("@") and before.rfind("[") > before.rfind("]")


def looks_cited(text: str, known: Container[str]) -> bool:
    """Whether a sentence of a page shows what was meant for a citation."""
    return bool(_LEFT.search(text)) or any(find_foreign(text, known))


def _read_works(typed: str, known: Container[str]) -> str:
    """Return works in brackets as a citation; empty where they are none, or are one already."""
    parts = typed[1:-1].split(";")
    works = [work for one in parts if (work := _WORK.fullmatch(one.strip()))]
    printed = [work for work in works if not work["key"]]
    mixed = len(printed) < len(works)
    if len(works) < len(parts) or not printed or (mixed and typed[0] == "["):
        return ""  # of a mixture in square brackets, citation-malformed says so
    keys = [work["key"] or _key_of(work) for work in works]
    if not (mixed or re.search(" et al| y col", typed) or any(key in known for key in keys)):
        return ""  # a law, or a day of some year
    cited = [f"@{key if key in known else 'citekey'}" for key in keys]
    return (
        f"[{'; '.join(f'{key}{_place_of(work)}' for key, work in zip(cited, works, strict=True))}]"
    )


def _key_of(work: re.Match[str]) -> str:
    """Return the citekey that a printed work is likely to have: dore2019 for Dore et al. 2019."""
    return f"{work['name'].split()[-1]}{work['year']}".lower()


def _place_of(work: re.Match[str]) -> str:
    """Return where in a printed work something stands, as a citation has it: `, p. 4`."""
    pages = re.sub(r"[^\d–-]", "", work["place"] or "")
    return f", {'p.' if pages.isdigit() else 'pp.'} {pages}" if pages else ""


def _keep(
    found: dict[int, ForeignCitation],
    match: re.Match[str],
    known: Container[str],
    behind: str = "",
) -> None:
    """Add a match where its place is not taken, and its words are citekeys.

    `behind` is what belongs to it of the text behind it.
    """
    at, end, form = match.start(), match.end(), match.re
    groups = match.groupdict()
    inside = next(groups[name] for name in ("keys", "more", "org") if groups.get(name))
    keys = [key.rstrip(".:,") for key in re.findall(_KEY, inside)]
    if any(at < one.start + len(one.typed) and one.start < end for one in found.values()):
        return
    if form is _BARE and not _are_keys(keys, known, formed=match[0][0] == "["):
        return
    keys = [key.lower() if key not in known and key.lower() in known else key for key in keys]
    lead, rest = groups.get("lead") or "", groups.get("rest") or groups.get("place") or behind
    meant = f"[{lead}{'; '.join(f'@{key}' for key in keys)}{rest}]"
    if match[0].startswith("\\[") and form is _SLASHED:  # right but for the backslashes
        meant = match[0].replace("\\", "").removesuffix("]") + "]"
    if form is _SIGNED:
        meant = re.sub(rf"(?:{_SIGNS})+(?=\s*-?@)|[\^*~$]+(?=[\];,])", "", match[0])
    found[at] = ForeignCitation(
        at,
        f"{match[0]}{behind}".strip(),
        meant,
        form in (*_AROUND, _OVERCLOSED, _UNOPENED, _UNCLOSED),
    )


def _are_keys(words: list[str], known: Container[str], *, formed: bool) -> bool:
    """Whether words in brackets are citekeys, known ones or, if wanted, by their form."""
    return bool(words) and all(
        # A citekey of letters alone may be a word.
        ((word in known or word.lower() in known) and not word.isalpha())
        or (formed and _FORMED.fullmatch(word))
        for word in words
    )
