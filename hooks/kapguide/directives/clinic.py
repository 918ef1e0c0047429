"""Show the clinic's own facts: `::: clinic prices` in a page, and who it is on every page.

The pages are the same for every clinic; what differs stands once, in
mkdocs.yml under `extra.clinic`. A fact that is empty is not shown, and the
page reads well without it.

Classes for a stylesheet: `clinic-fact` (the box), `clinic-fact-lead` (the words
before the fact), `clinic` (the name, address and telephone below a page).
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from html import escape

from markdown.blockprocessors import BlockProcessor
from markdown_citations.directives import Directive, Handler
from markdown_citations.problems import Problem, Rule, find_line, nearest

from kapguide.pages.telephone import dial, find_numbers
from kapguide.project.clinic_facts import ON_EVERY_PAGE, WHERE, Clinic, name_fact
from kapguide.project.fact_forms import is_number_alone
from kapguide.words import Words

UNKNOWN = Rule(
    "clinic-fact-unknown",
    "error",
    "A page shows only facts that mkdocs.yml names under `extra.clinic`.",
    "KAP Guide",
    "::: clinic price",
    "::: clinic prices",
)


def clinic_handler(
    clinic: Clinic,
    place: Callable[[], tuple[str, str]],
    report: Callable[[Problem], None],
    words: Words,
) -> Handler:
    """Return the handler of `::: clinic NAME`; `name_fact` says which names are the same.

    `place` returns the path and the source of the page that is being rendered. A fact
    that is no text shows nothing: a check says so at its own line.
    """

    def handle(directive: Directive, parent: etree.Element, processor: BlockProcessor) -> None:
        path, source = place()
        name, known = name_fact(directive.argument), clinic.facts
        # Those of every page have their names from us: one that is not there is not told yet.
        if name not in known and (name not in ON_EVERY_PAGE or name in clinic.beside):
            line = find_line(f"{source}\n", f"{directive.raw}\n")
            message = f'no fact "{directive.argument}" under extra.clinic in mkdocs.yml'
            hint = f"Add {name}: there, or write one of" if name else "Write one of"
            hint = f"{hint}: {', '.join(known)}."
            if near := nearest(name, known):
                there = f"{known[near].path}:{known[near].line}"
                hint = f'Did you mean "{near}", as in {there}? Write one name in both places.'
            elif not known:
                hint = f'Add it there: {name or "prices"}: ""'
            if beside := clinic.beside.get(name):
                hint = f"It stands in {beside.path}:{beside.line}, under extra: itself. {WHERE}"
            report(UNKNOWN.problem(message, path, line, hint))
        elif text := clinic.say(name):
            number = _find_number(text) if name == "telephone" else ""
            box = etree.SubElement(parent, "div", {"class": "clinic-fact"})
            lead = etree.SubElement(box, "p", {"class": "clinic-fact-lead"})
            etree.SubElement(lead, "strong").text = words["clinic.lead"]
            processor.parser.parseChunk(box, f"[{text}](tel:{number})" if number else text)

    return handle


def render_clinic(clinic: Clinic, words: Words) -> str:
    """Return the name, address and telephone as HTML; nothing where none is known."""
    name, address, telephone = map(clinic.say, ON_EVERY_PAGE)
    number = _find_number(telephone)
    lines = [escape(line.strip()) for line in address.splitlines() if line.strip()]
    if name:
        lines.insert(0, f"<strong>{escape(name)}</strong>")
    if telephone:
        said = escape(telephone)
        if is_number_alone(telephone):
            said = words.say("clinic.call", telephone=said)
        lines.append(f'<a href="tel:{number}">{said}</a>' if number else said)
    if not lines:
        return ""
    label = escape(words["clinic.label"])
    inside = "<br>\n".join(lines)
    return f'<footer class="clinic" aria-label="{label}"><p>{inside}</p></footer>'


def _find_number(telephone: str) -> str:
    """Return the first number of a text as a telephone dials it; empty where it has none."""
    return next(map(dial, find_numbers(telephone)), "")
