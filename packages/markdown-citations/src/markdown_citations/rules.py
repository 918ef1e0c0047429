"""Every problem that the citations of a page or the options can have.

Those of a bibliography stand in library_rules.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from markdown_citations.problems import Rule

_OWN = "markdown-citations"

RULES: tuple[Rule, ...] = (
    Rule(
        "citekey-unknown",
        "error",
        "What a page cites has an entry in the bibliography.",
        _OWN,
        "left the study [@doer2019].",
        "left the study [@dore2019].",
    ),
    Rule(
        "citekey-misspelt",
        "error",
        "An @word outside of brackets that is nearly a citekey is spelt right, or marked as text.",
        _OWN,
        "@dore209 asked 235 people.",
        "@dore2019 asked 235 people.",
    ),
    Rule(
        "citation-malformed",
        "error",
        "Each part of a citation between semicolons has a citekey, and the bracket is closed.",
        "Pandoc's manual",
        "[@dore2019; see kew2023]",
        "[@dore2019; see @kew2023]",
    ),
    Rule(
        "citation-in-heading",
        "error",
        "A heading cites nothing: its text is repeated in menus and addresses.",
        _OWN,
        "## Does it last? [@dore2019]",
        "## Does it last?",
    ),
    Rule(
        "citation-in-link",
        "error",
        "The text of a link cites nothing: a link cannot stand inside a link.",
        "HTML",
        "[side effects [@dore2019]](risks.md)",
        "[side effects](risks.md) [@dore2019]",
    ),
    Rule(
        "citation-in-image",
        "error",
        "The text that stands for an image cites nothing: it is read out, and cannot be followed.",
        "HTML",
        "![A session [@dore2019]](session.svg)",
        "![A session](session.svg) As described before [@dore2019].",
    ),
    Rule(
        "citation-in-attribute",
        "error",
        "An attribute of an element cites nothing: its value is plain text.",
        "HTML",
        '*dissociation*{title="feeling detached [@dore2019]"}',
        '*dissociation*{title="feeling detached"} [@dore2019]',
    ),
    Rule(
        "citation-repeated",
        "warning",
        "One citation names an entry once, or says what differs.",
        _OWN,
        "[@dore2019; @dore2019]",
        "[@dore2019, p. 3; @dore2019, p. 7]",
    ),
    Rule(
        "style-unknown",
        "error",
        "The citation style that mkdocs.yml or a page names is installed.",
        _OWN,
        "style: vancuover",
        "style: vancouver",
    ),
    Rule(
        "entry-unformatted",
        "warning",
        "The style can format every entry that is cited; ours can, others need certain fields.",
        _OWN,
        "style: plain, and an article without author",
        "style: vancouver",
    ),
    Rule(
        "citations-option",
        "error",
        "The options of markdown_citations in mkdocs.yml are spelt right.",
        _OWN,
        "bibliografy: references.bib",
        "bibliography: references.bib",
    ),
    Rule(
        "option-moved",
        "error",
        "An option of mkdocs-bibtex that has no counterpart is written as what does its work here.",
        _OWN,
        "csl_file: nature.csl",
        "style: vancouver",
    ),
    Rule(
        "bibliography-not-shown",
        "error",
        "What a page cites is listed on it, or on another page that its markers can lead to.",
        _OWN,
        "page_bibliography: false, and no page with a list",
        "page_bibliography: false, and references_page: references.md",
    ),
    Rule(
        "references-option",
        "error",
        "The options of a ::: references line are spelt right.",
        _OWN,
        "::: references keywrod=anxiety",
        "::: references keyword=anxiety",
    ),
    Rule(
        "references-empty",
        "warning",
        "A ::: references line finds at least one entry.",
        _OWN,
        "::: references keyword=depresion",
        "::: references keyword=depression",
    ),
)

BY_CODE: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in RULES})
