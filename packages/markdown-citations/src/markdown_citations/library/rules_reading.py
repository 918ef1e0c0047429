"""Explain the problems of reading a .bib file: one rule for each code.

Takes nothing. Gives a table. An example is what a file holds; where it does
not begin with @, it is one field of an entry.
Must stay free of code: a test reads every example and holds it to its word.
"""

from __future__ import annotations

from markdown_citations.problems import Rule

READING_RULES: tuple[Rule, ...] = (
    Rule(
        "bibliography-missing",
        "error",
        "Every .bib file that the settings name exists.",
        "KAP Guide",
        "bibliography: refrences.bib",
        "bibliography: references.bib",
    ),
    Rule(
        "bibliography-encoding",
        "error",
        "A .bib file is saved as UTF-8.",
        "JabRef",
        "saved as Windows-1252 or UTF-16",
        "saved as UTF-8",
    ),
    Rule(
        "entry-broken",
        "error",
        "Every entry can be read: braces and quotation marks are closed, fields have their =.",
        "BibTeX",
        "@misc{smith2027,\n  title = {A title,\n  year  = {2026},\n}",
        "@misc{smith2027,\n  title = {A title},\n  year  = {2026},\n}",
    ),
    Rule(
        "text-outside",
        "error",
        "No field stands outside an entry, where it would be taken for a comment.",
        "KAP Guide",
        "@misc{smith2027,\n  title = {A title}},\n  year  = {2026},\n}",
        "@misc{smith2027,\n  title = {A title},\n  year  = {2026},\n}",
    ),
    Rule(
        "comma-missing",
        "error",
        "A comma stands after every field.",
        "BibTeX",
        "@misc{smith2027,\n  title = {A title}\n  year  = {2026},\n}",
        "@misc{smith2027,\n  title = {A title},\n  year  = {2026},\n}",
    ),
    Rule(
        "value-broken",
        "error",
        "A value is one pair of braces or quotation marks, or several joined by #.",
        "BibTeX",
        "note = {one} {two}",
        "note = {one two}",
    ),
    Rule(
        "braces-unbalanced",
        "error",
        "Every brace in a value is closed.",
        "BibTeX",
        'note = "an open { brace"',
        'note = "a pair {of} braces"',
    ),
    Rule(
        "field-duplicate",
        "error",
        "An entry has each field once.",
        "BibTeX",
        "note = {one}, note = {two}",
        "note = {one, two}",
    ),
    Rule(
        "citekey-missing",
        "error",
        "Every entry has a citekey.",
        "JabRef",
        "@misc{, title = {A title}, year = {2026}}",
        "@misc{smith2027, title = {A title}, year = {2026}}",
    ),
    Rule(
        "citekey-duplicate",
        "error",
        "No two entries have one citekey, in all .bib files together.",
        "JabRef",
        "@misc{lee2026, title = {One}, year = {2026}}\n"
        "@misc{lee2026, title = {Two}, year = {2026}}",
        "@misc{lee2026, title = {One}, year = {2026}}\n"
        "@misc{lee2026b, title = {Two}, year = {2026}}",
    ),
    Rule(
        "citekey-case",
        "error",
        "No two citekeys differ in capitals only: BibTeX takes them for one.",
        "JabRef",
        "@misc{lee2026, title = {One}, year = {2026}}\n"
        "@misc{Lee2026, title = {Two}, year = {2026}}",
        "@misc{lee2026, title = {One}, year = {2026}}\n"
        "@misc{lee2026b, title = {Two}, year = {2026}}",
    ),
    Rule(
        "string-unknown",
        "error",
        "A value without braces is a number or the name of an @string.",
        "BibTeX",
        "publisher = springer",
        "publisher = {springer}",
    ),
    Rule(
        "string-duplicate",
        "error",
        "An @string is defined once.",
        "BibTeX",
        "@string{who = {World Health}}\n@string{who = {Health World}}",
        "@string{who = {World Health}}",
    ),
    Rule(
        "string-circular",
        "error",
        "No @string is defined by itself.",
        "BibTeX",
        "@string{one = two}\n@string{two = one}",
        "@string{one = {1}}\n@string{two = one}",
    ),
    Rule(
        "crossref-unknown",
        "error",
        "crossref names an entry.",
        "JabRef",
        "crossref = {nobody2020}",
        "note = {In a book that is not listed}",
    ),
    Rule(
        "crossref-circular",
        "error",
        "No entry inherits from itself.",
        "JabRef",
        "crossref = {smith2027}",
        "note = {Inherits from no other}",
    ),
)
