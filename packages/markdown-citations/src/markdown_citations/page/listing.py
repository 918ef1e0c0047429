"""Lists of entries anywhere in a page: `::: references`.

| option | means | example |
| ------ | ----- | ------- |
| keyword, type, year, citekey, or a field that the site adds | only these; commas between several, `2019-2023` for years | `keyword=depression` |
| group | a heading for each `keyword`, `year`, citing `page` or value of a field that the site adds | `group=keyword` |
| as | `entries` in full, or `links` to them | `as=links` |
| level | of the groups' headings, 2 to 5 | `level=3` |

A value with blanks stands in quotation marks. Without options: every entry.

A placeholder is left, and filled when the page's citations are known, because an
id can stand on a page only once.
"""  # noqa: E501 - a table

from __future__ import annotations

import re
import shlex
import xml.etree.ElementTree as etree
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown.blockprocessors import BlockProcessor
from markdown.extensions.toc import unique

from markdown_citations.directives import Directive
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.customization import ExtraField
from markdown_citations.library.entries import Entry, split_keywords
from markdown_citations.library.latex import decode
from markdown_citations.library.publication import dates_of
from markdown_citations.page.cited_by import cited_by_placeholder, citing_pages_placeholder
from markdown_citations.page.conversion import Conversion
from markdown_citations.page.elements import NO_SEARCH, entry_id, literal_text
from markdown_citations.page.render import render_full_entry
from markdown_citations.problems import Problem, did_you_mean, find_line
from markdown_citations.rules import BY_CODE

LIST = "citation-list"
FILTERS = ("keyword", "type", "year", "citekey")
_LISTED = "listed-citekey"


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What a `::: references` line asks for."""

    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group: str = ""
    links: bool = False
    level: int = 3


def place_list(directive: Directive, parent: etree.Element, _processor: BlockProcessor) -> None:
    """Leave a placeholder for a `::: references` line."""
    etree.SubElement(parent, LIST, {"argument": directive.argument, "raw": directive.raw})


def parse_options(
    argument: str, extra: Mapping[str, ExtraField]
) -> tuple[ListOptions, list[tuple[str, str]]]:
    """Read the options, `extra` the fields that the site adds to entries.

    The second value says what is wrong, each with a hint.
    """
    filters_by = ("keyword", *extra, *FILTERS[1:])
    with_values = (name for name, field in extra.items() if field.values)
    groups = ("", "keyword", *with_values, "year", "page")
    choices = {"group": groups, "as": ("entries", "links"), "level": ("2", "3", "4", "5")}
    options = (*filters_by, *choices)
    wrong: list[tuple[str, str]] = []
    filters: dict[str, tuple[str, ...]] = {}
    single = {"group": "", "as": "entries", "level": "3"}
    try:
        words = shlex.split(argument)
    except ValueError:
        return ListOptions(), [("a quotation mark is missing", "")]
    for word in words:
        name, _, value = word.partition("=")
        if name not in options:
            wrong.append((f'"{name}" is no option', did_you_mean(name, options)))
        elif not value:
            wrong.append((f'the option "{name}" has no value', f"Write {name}=…"))
        elif name in filters_by:
            filters[name] = tuple(part.strip() for part in value.split(",") if part.strip())
        else:
            single[name] = value
    for name, allowed in choices.items():
        if single[name] not in allowed:
            hint = f"It can be {', '.join(filter(None, allowed))}."
            wrong.append((f'the option "{name}" cannot be "{single[name]}"', hint))
    if wrong:
        return ListOptions(), wrong
    return ListOptions(filters, single["group"], single["as"] == "links", int(single["level"])), []


def fill_lists(root: etree.Element, conversion: Conversion) -> Iterator[Problem]:
    """Fill the placeholders; entries that the page shows have their id already."""
    places = list(root.iter(LIST))
    ids = {element.get("id", "") for element in root.iter()} if places else set()
    for place in places:
        yield from _fill(place, conversion, ids)
    for link in [link for place in places for link in place.iter("a")]:
        # What the page nowhere shows in full has nothing to lead to.
        if link.attrib.pop(_LISTED, "") not in {"", *conversion.shown}:
            link.tag = "span"
            del link.attrib["href"]


def _fill(place: etree.Element, conversion: Conversion, ids: set[str]) -> Iterator[Problem]:
    """Turn a placeholder into its list; `ids` are those that the page has so far."""
    raw, source = place.get("raw", ""), conversion.source
    extra = conversion.formatter.customization.fields
    options, wrong = parse_options(place.get("argument", ""), extra)
    place.tag = "div"
    place.attrib.clear()
    place.set("class", "reference-list")
    for text, hint in wrong:
        line = find_line(source.get_text(), raw)
        yield BY_CODE["references-option"].problem(text, source.path, line, hint)
    if wrong:
        return
    formatter = conversion.formatter
    entries = sorted(
        (entry for entry in formatter.library if _matches(entry, options.filters)),
        key=lambda entry: formatter.format(entry.citekey).sort_key,
    )
    if not entries:
        message, hint = f'no entry fits "{raw.strip()}"', "Look at the spelling of its options."
        if not len(formatter.library):
            hint = "No .bib file has an entry yet; write the first."
        line = find_line(source.get_text(), raw)
        yield BY_CODE["references-empty"].problem(message, source.path, line, hint)
    elif options.group == "page":
        citekeys = [entry.citekey for entry in entries]
        place.append(citing_pages_placeholder(citekeys, options.level))
    elif not options.group:
        place.append(_listing(entries, options, conversion))
    else:
        _fill_groups(place, entries, options, conversion, ids)


def _fill_groups(
    place: etree.Element,
    entries: list[Entry],
    options: ListOptions,
    conversion: Conversion,
    ids: set[str],
) -> None:
    texts = conversion.formatter.texts
    extra = conversion.formatter.customization.fields.get(options.group)
    words = extra.values if extra else {}
    last = texts.undated_group if options.group == "year" else texts.other_group
    # A value that is none of the few is told; a heading of it might be that of another.
    opened = {name.casefold() for name in words} if words else None
    if options.group == "keyword":
        may = conversion.formatter.customization.opens_group
        shown_in = filter(may, entries)
        opened = {name.casefold() for one in shown_in for name in _values(one, "keyword")}
    for name, members in _groups(entries, options.group, tuple(words), last, opened).items():
        heading = etree.SubElement(place, f"h{options.level}")
        heading.set("id", unique(f"{options.group}-{_slug(name)}", ids))
        shown = words.get(name, name)
        heading.text = literal_text(shown[:1].upper() + shown[1:])
        if options.links:  # the entries themselves are what search should find
            heading.set(NO_SEARCH, "true")
        place.append(_listing(members, options, conversion))


def _listing(entries: list[Entry], options: ListOptions, conversion: Conversion) -> etree.Element:
    """List entries in full, and links to those that the page shows elsewhere."""
    listing = etree.Element("ul", {"class": "entry-links" if options.links else "csl-bib-body"})
    if options.links:
        listing.set(NO_SEARCH, "true")
    for citekey in (entry.citekey for entry in entries):
        if options.links or citekey in conversion.shown:
            listing.append(_link(citekey, conversion.formatter))
        else:
            conversion.shown.add(citekey)
            end = cited_by_placeholder(citekey)
            listing.append(render_full_entry(citekey, conversion, end))
    return listing


def _link(citekey: str, formatter: Formatter) -> etree.Element:
    """Make a short item that leads to the entry."""
    item = etree.Element("li")
    link = etree.SubElement(item, "a", {"href": f"#{entry_id(citekey)}", _LISTED: citekey})
    entry = formatter.format(citekey)
    link.text = literal_text(entry.short)
    link.tail = literal_text(f" {entry.rest}" if entry.rest else "")
    return item


def _groups(
    entries: Iterable[Entry],
    group: str,
    values: Sequence[str],
    last: str,
    opened: Collection[str] | None = None,
) -> dict[str, list[Entry]]:
    """Sort entries into groups, `values` first; one with several keywords stands in each.

    `last` is the group of those that have no value, or none of `opened` where that is given.
    Names that differ in capitals alone are one, as the first of them has it.
    """
    groups: dict[str, list[Entry]] = {}
    written = {name.casefold(): name for name in (*values, last)}
    for entry in entries:
        own = {
            written.setdefault(name.casefold(), name): None
            for name in _values(entry, group)
            if opened is None or name.casefold() in opened
        }
        for name in own or (last,):
            groups.setdefault(name, []).append(entry)
    if values:
        order = {name: number for number, name in enumerate(values)}
        names = sorted(groups, key=lambda name: (order.get(name, len(order)), name))
    elif group == "year":
        # 1999 before 1999–, whose id gives way.
        names = sorted(groups, key=lambda year: (year.rstrip("–"), year[-1] != "–"), reverse=True)
    else:
        names = sorted(groups, key=str.casefold)
    return {name: groups[name] for name in sorted(names, key=lambda name: name == last)}


def _values(entry: Entry, name: str) -> tuple[str, ...]:
    """Return what an entry has for a filter or a group."""
    if name == "keyword":
        return tuple(split_keywords(entry))
    if name == "year":
        year = dates_of(entry).years or decode(entry.get("year"))
        return (year,) if year else ()
    if name == "type":
        return (entry.entry_type,)
    if name == "citekey":
        return (entry.citekey,)
    value = decode(entry.get(name))
    return (value,) if value else ()


def _matches(entry: Entry, filters: Mapping[str, tuple[str, ...]]) -> bool:
    return all(_has(_values(entry, name), wanted, name) for name, wanted in filters.items())


def _has(values: tuple[str, ...], wanted: tuple[str, ...], name: str) -> bool:
    if name == "citekey":
        return bool(set(values) & set(wanted))
    folded = {value.casefold() for value in values}
    if name == "year":  # and each end of a span
        folded |= {year for value in values for year in re.findall(r"\d{4}", value)}
    for want in wanted:
        span = re.fullmatch(r"(\d{4})?-(\d{4})?", want) if name == "year" else None
        if span and any((span[1] or "0") <= v <= (span[2] or "9999") for v in folded):
            return True
        if want.casefold() in folded:
            return True
    return False


def _slug(name: str) -> str:
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
