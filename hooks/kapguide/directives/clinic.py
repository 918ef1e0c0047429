"""Show a fact of the clinic's own in a page: `::: clinic prices`.

The pages are the same for every clinic; what differs stands once, in
mkdocs.yml under `extra.clinic`. A fact that is empty is not shown, and the
page reads well without it.

Classes for a stylesheet: `clinic-fact` (the box), `clinic-fact-lead` (the words
before the fact).
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping

from markdown.blockprocessors import BlockProcessor
from markdown_citations.directives import Directive, Handler
from markdown_citations.problems import Problem, Rule, did_you_mean, find_line

from kapguide.words import Words

UNKNOWN = Rule(
    "clinic-fact-unknown",
    "error",
    "A page shows only facts that mkdocs.yml names under `extra.clinic`.",
    "KAP Guide",
    "::: clinic price",
    "::: clinic prices",
)
VALUE = Rule(
    "clinic-fact-value",
    "error",
    "A fact of the clinic is a text: one in quotes, or several lines after `|`.",
    "KAP Guide",
    "prices: [100, 200]",
    'prices: "A session costs … (checked on …)."',
)


def clinic_handler(
    facts: object,
    place: Callable[[], tuple[str, str]],
    report: Callable[[Problem], None],
    words: Words,
) -> Handler:
    """Return the handler of `::: clinic NAME`.

    `facts` is what mkdocs.yml holds under `extra.clinic`, if anything; a
    hyphen in NAME counts as an underscore. `place` returns the path and the
    source of the page that is being rendered.
    """
    given = facts if isinstance(facts, Mapping) else {}
    known: dict[str, object] = {str(name): value for name, value in given.items()}

    def handle(directive: Directive, parent: etree.Element, processor: BlockProcessor) -> None:
        path, source = place()
        line = find_line(f"{source}\n", f"{directive.raw}\n")
        name = directive.argument.replace("-", "_")
        if name not in known:
            message = f'no fact "{directive.argument}" under extra.clinic in mkdocs.yml'
            hint = did_you_mean(name, known) or f"There are: {', '.join(known)}."
            hint = hint if known else f'Add it there: {name or "prices"}: ""'
            report(UNKNOWN.problem(message, path, line, hint))
            return
        value = "" if known[name] is None else known[name]
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            message = f"extra.clinic.{name} in mkdocs.yml is not a text"
            hint = "Put it in quotes, or write | and the text on the lines below."
            report(VALUE.problem(message, path, line, hint))
            return
        if text := str(value).strip():
            box = etree.SubElement(parent, "div", {"class": "clinic-fact"})
            lead = etree.SubElement(box, "p", {"class": "clinic-fact-lead"})
            etree.SubElement(lead, "strong").text = words["clinic.lead"]
            processor.parser.parseChunk(box, text)

    return handle
