"""Report the citations of a page that an editor should mend."""

from __future__ import annotations

import difflib
import re
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from markdown_citations.language.citation import Citation, CitationItem
from markdown_citations.language.syntax import CITEKEY, bare_key
from markdown_citations.library.entries import Library
from markdown_citations.library.mistyped_keys import UNCITABLE, suggest_citekey
from markdown_citations.page.conversion import Conversion, mark, marks_in
from markdown_citations.page.mentioned_lines import MENTION, Accept, blank_out, find_mention
from markdown_citations.problems import Problem, cause_citekey, show_unseen
from markdown_citations.rules import BY_CODE

_MISPLACED = {
    "citation-in-heading": ("a heading", "Cite in a sentence below the heading."),
    "citation-in-link": ("a link's text", "Put it behind the link."),
}
_LINES: dict[str, Accept] = {
    "citation-in-heading": lambda row: row.lstrip().startswith("#"),
    "citation-in-link": lambda row: "](" in row or "][" in row,
    "citation-in-image": lambda row: "![" in row,
    "citation-in-attribute": lambda row: "{" in row,
}
"""By code, what a line must have to be the one that is meant."""
_UNCLOSED = re.compile(rf"\[-?@{CITEKEY}(?:[,;\s][^\[\]\x02]*)?(?<![,;])")
_BARE_KEY = re.compile(rf"(?<![@\w/.{{-]){CITEKEY}")
_TEXT = re.compile(r"\w|[\x02…?!*]")
"""What a prefix or a suffix has that says something."""
_HYPHENS = frozenset("‐‑‒–—−")
_DEFINED = re.compile(rf"^ {{0,3}}\[(?P<name>[^\[\]\n]*@\{{?(?P<key>{CITEKEY})[^\[\]\n]*)\]:", re.M)
_DOI = re.compile(r"(?:doi:|(?:https?://)?(?:dx\.)?doi\.org/)(?=10\.)|(?=10\.\d{4})", re.I)
_LIKELY_KEY = re.compile(r"[^\W\d_]\D*\d\w*")
_UNKNOWN = "Add the entry, or take the citation out."
_NEAR = 0.8  # of difflib: "dore2091" is near dore2019, "wolfson" is not near wolfson2023


def check_unknown(citations: Sequence[Citation], conversion: Conversion) -> Iterator[Problem]:
    """Report citekeys that have no entry."""
    library = conversion.formatter.library
    for citation, counts in _count_mentions(citations):
        for item, nth in zip(citation.items, counts, strict=True):
            # An entry that could not be read has a message of its own, where it stands.
            if item.citekey not in library and not library.has_unread(item.citekey):
                yield _report_unknown(citation, item, nth, conversion)


def _report_unknown(
    citation: Citation, item: CitationItem, nth: int, conversion: Conversion
) -> Problem:
    citekey, library = item.citekey, conversion.formatter.library
    message = f'no entry "{citekey}" in {", ".join(library.paths) or "the bibliography"}'
    meant, whole = _find_meant(item, library), _find_whole(citekey, citation.raw, library)
    hint = f'Did you mean "{meant}"?' if meant else ""
    hint = f"Write @{{{whole}}}." if whole else hint
    hint = hint or suggest_citekey(citekey, library.entries, _UNKNOWN)
    if meant and show_unseen(_behind(item)) != _behind(item):
        message = f'a sign that nobody sees stands in a citekey, behind "{citekey}"'
        hint = f"Take it out, or type the citekey anew: [@{meant}]"
    if any(citekey == one.citekey for one in library.xdata):
        message = f'"{citekey}" is an @xdata, which is no work'
        hint = "Cite an entry that names it."
    unknown = _problem(conversion, "citekey-unknown", citekey, message, hint, nth=nth)
    return replace(unknown, cause=cause_citekey(whole or citekey))


def _count_mentions(citations: Sequence[Citation]) -> Iterator[tuple[Citation, Sequence[int]]]:
    """Give each citation with how many before each of its items have the item's citekey."""
    seen: Counter[str] = Counter()
    for citation in citations:
        counts = []
        for item in citation.items:
            counts.append(seen[item.citekey])
            seen[item.citekey] += 1
        yield citation, counts


def _behind(item: CitationItem) -> str:
    """Return what stands behind a citekey first."""
    return item.locator.value if item.locator else item.suffix


def _find_meant(item: CitationItem, library: Library) -> str:
    """Return the citekey that is meant by a DOI, or by a word and its year: `[@dore 2019]`."""
    behind = re.match(r"\W*(\w+)", _behind(item))
    if behind and f"{item.citekey}{behind[1]}" in library:
        return f"{item.citekey}{behind[1]}"
    start = _DOI.match(item.citekey)
    doi = item.citekey[start.end() :].lower() if start else ""
    entries = library.entries.values() if doi else ()
    return next((e.citekey for e in entries if (e.fields.get("doi") or "").lower() == doi), "")


def _find_whole(citekey: str, text: str, library: Library) -> str:
    """Return the citekey that Pandoc takes for a shorter one where no braces are: `roe(19)`."""
    if citekey in library:
        return ""
    alike = (key for key in library.entries if bare_key(f"@{key}", 0) == citekey)
    found = [key for key in alike if f"@{key}" in text and not UNCITABLE.search(key)]
    return max(found, key=len, default="")


def check_repeated(citations: Sequence[Citation], conversion: Conversion) -> Iterator[Problem]:
    """Report `[@a; @a]`, but not two places of one work."""
    hint = "Delete one of them, or say what differs, such as the page."
    for citation, counts in _count_mentions(citations):
        keys = [item.citekey for item in citation.items]
        plain = [item.citekey for item in citation.items if item.is_plain]
        for citekey in dict.fromkeys(key for key in plain if plain.count(key) > 1):
            message, nth = f'"{citekey}" stands twice in one citation', counts[keys.index(citekey)]
            yield _problem(conversion, "citation-repeated", citekey, message, hint, nth=nth)


def check_undivided(citations: Sequence[Citation], conversion: Conversion) -> Iterator[Problem]:
    """Report `[@a, @b]`: to Pandoc what follows the first citekey is text that cites.

    So it is with `[@a, b]`, where b is the citekey of another entry.
    """
    further_keys = _find_further(conversion.formatter.texts.two_names)
    for citation, counts in _count_mentions(citations):
        cited = [item.citekey for item in citation.items]
        if bare := _bare_keys(citation, conversion):
            message = f'a citekey without its @ in "{_shorten(citation.raw)}": {bare[0]}'
            hint = f"Write [{'; '.join(f'@{key}' for key in (*cited, *dict.fromkeys(bare)))}]."
            yield _problem(conversion, "citation-malformed", cited[0], message, hint, nth=counts[0])
        for item, nth in zip(citation.items, counts, strict=True):
            match = further_keys.match(item.suffix)
            marked = MENTION.finditer(match[0] if match else "")
            further = [found["braced"] or found["key"] for found in marked]
            if not any(_is_key(key, conversion) for key in further):
                continue
            message = f'no semicolon between citekeys in "{_shorten(citation.raw)}"'
            hint = f"Write [{'; '.join(f'@{key}' for key in (item.citekey, *further))}]."
            yield _problem(conversion, "citation-malformed", item.citekey, message, hint, nth=nth)


@lru_cache(maxsize=8)
def _find_further(two_names: str) -> re.Pattern[str]:
    """Return what finds citekeys behind another, with "and" in between as the language has it."""
    both = re.escape(two_names.format(first="", second="").strip())
    return re.compile(rf"(?:(?:[\s,/+&|；，、]|&amp;|(?:and|{both})\b)*-?@\{{?{CITEKEY}\}}?)+")


def _bare_keys(citation: Citation, conversion: Conversion) -> list[str]:
    """Return the citekeys of other entries that stand in a citation as text."""
    cited = {item.citekey for item in citation.items}
    bare = [key for key in _BARE_KEY.findall(citation.raw) if key not in cited]
    return [key for key in bare if _LIKELY_KEY.fullmatch(key) and _is_known(key, conversion)]


def check_stray(citations: Sequence[Citation], conversion: Conversion) -> Iterator[Problem]:
    """Report signs that say nothing and would be printed: `[@a"]`, or a dash for the hyphen."""
    library = conversion.formatter.library
    for citation, counts in _count_mentions(citations):
        whole = any(_find_whole(item.citekey, citation.raw, library) for item in citation.items)
        parts = () if whole or _bare_keys(citation, conversion) else citation.texts()
        found = [(slot, part.strip()) for slot, part in parts if not _TEXT.search(part)]
        for slot, stray in found[:1]:
            key, signs = citation.items[slot.item].citekey, " and ".join(one for _, one in found)
            sign = f"the sign{'s' * (len(found) > 1)} {signs}"
            hint = f"Take the {signs} out."
            if not signs.isprintable():
                sign, hint = "a sign that cannot be seen", f"Write [@{key}] anew."
            elif slot.part == "prefix" and stray in _HYPHENS:
                hint = f"Write [-@{key}], with a hyphen, or [@{key}]."
            message = f'{sign} in "{_shorten(citation.raw)}" would be printed'
            nth = counts[slot.item]
            yield _problem(conversion, "citation-malformed", key, message, hint, nth=nth)


def check_definitions(defined: Collection[str], conversion: Conversion) -> Iterator[Problem]:
    """Report `[@a]: b`, which Markdown takes for the address of a link and never shows.

    `defined` are the names of the page's links, in lower case.
    """
    if not any("@" in name for name in defined):
        return
    text = blank_out(conversion.source.get_text())
    for match in _DEFINED.finditer(text):
        key, name = match["key"], " ".join(match["name"].split())
        if name.lower() in defined and _is_key(key, conversion):
            message = (
                f'"[{name}]:" at the start of a line is read as a link\'s address, and not shown'
            )
            hint = "Put words before the citation, or take the colon out."
            line = text.count("\n", 0, match.start()) + 1
            yield BY_CODE["citation-malformed"].problem(message, conversion.source.path, line, hint)


def _is_key(word: str, conversion: Conversion) -> bool:
    """Whether a word behind an @ is a citekey, known or by its form, and no name or hour."""
    return _is_known(word, conversion) or bool(_LIKELY_KEY.fullmatch(word))


def _is_known(word: str, conversion: Conversion) -> bool:
    return word in conversion.formatter.library


def check_doubts(conversion: Conversion) -> Iterator[Problem]:
    """Report brackets that failed, and words that are nearly a citekey; others are text."""
    doubts, library = dict.fromkeys(conversion.doubts), conversion.formatter.library
    keys = {key.casefold(): key for key in library.entries} if doubts else {}
    for bracket, word in doubts:
        if bracket:
            parts = [part.strip().removeprefix("@") for part in bracket.strip("[]").split(";")]
            hint = "Give each part between semicolons a citekey, and close the bracket."
            if _UNCLOSED.fullmatch(bracket):
                hint = f"Write {bracket}]."
            elif bracket.endswith("]") and all(_is_known(part, conversion) for part in parts):
                hint = f"Write [{'; '.join(f'@{part}' for part in parts)}]."
            message = f'"{_shorten(bracket)}" is no citation'
            said = _problem(conversion, "citation-malformed", word, message, hint)
            # What another citation of the page begins with as well is closed there.
            text, open_ = blank_out(conversion.source.get_text()), r"(?![^\[\]]*\])"
            at = re.search(re.escape(bracket) + open_, text)
            yield replace(said, line=text.count("\n", 0, at.start()) + 1) if at else said
            continue
        whole = _find_whole(word, conversion.source.get_text(), library)
        near = difflib.get_close_matches(word.casefold(), keys, n=1, cutoff=_NEAR)
        if whole or near:
            hint = f"Write @{{{whole}}}." if whole else f'Did you mean "{keys[near[0]]}"?'
            message = f'"@{word}" is no citekey but looks like one'
            hint = f"{hint} If it is no citation, write \\@{word}."
            misspelt = _problem(conversion, "citekey-misspelt", word, message, hint)
            yield replace(misspelt, cause=cause_citekey(whole) if whole else "")


def report_misplaced(citation: Citation, code: str, conversion: Conversion) -> Problem:
    """Report a citation in a heading or a link."""
    citekey = citation.items[0].citekey
    where, hint = _MISPLACED[code]
    return _problem(conversion, code, citekey, f'"{citekey}" is cited in {where}', hint)


def check_images(root: etree.Element, conversion: Conversion) -> Iterator[Problem]:
    """Report citations in the text that stands for an image, where they stay text."""
    hint = "Cite in the sentence that speaks of the image."
    for image in root.iter("img"):
        alt = image.get("alt") or ""
        for match in re.finditer("@", alt):
            key = bare_key(alt, match.start())
            before = alt[max(0, match.start() - 9) : match.start()]
            bracketed = before.rstrip("-").endswith("[")
            if key and (bracketed or key in conversion.formatter.library):
                message = f'"{key}" is cited in the text of an image'
                yield _problem(conversion, "citation-in-image", key, message, hint)


def check_attributes(root: etree.Element, conversion: Conversion) -> Iterator[Problem]:
    """Write out the citations in values of attributes, and report them."""
    hint = "Cite in the text; an attribute holds no link."
    for element in root.iter() if conversion.citations else ():
        for name, value in element.attrib.items():
            for number in marks_in(value or ""):  # `{download}` has no value
                citation = conversion.citations[number]
                element.set(name, element.attrib[name].replace(mark(number), citation.raw))
                citekey = citation.items[0].citekey
                message = f'"{citekey}" is cited in the attribute "{name}"'
                yield _problem(conversion, "citation-in-attribute", citekey, message, hint)


def _problem(
    conversion: Conversion, code: str, citekey: str, message: str, hint: str, *, nth: int = 0
) -> Problem:
    """Make a problem with the n-th mention of a citekey."""
    line = find_mention(conversion.source.get_text(), citekey, nth, _LINES.get(code))
    return BY_CODE[code].problem(message, conversion.source.path, line, hint)


def _shorten(bracket: str) -> str:
    """Make a bracket fit for a message: no marks of Markdown, one line, not long."""
    text = " ".join(re.sub(r"\x02[^\x03]*\x03", "…", bracket).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
