"""Names in print, and lists of them."""

from __future__ import annotations

import pytest
from markdown_citations.printing.printed_names import inverted_name, list_names, short_names
from markdown_citations.printing.works import read_names
from markdown_citations.texts import read_texts

ENGLISH = read_texts()


NAMES = {
    "two given names": ("Drozdz, Sandhaya Jane", "Drozdz SJ"),
    "initials with dots": ("Drozdz, S. J.", "Drozdz SJ"),
    "initials without dots": ("Drozdz, SJ", "Drozdz SJ"),
    "given name first": ("Sandhaya J. Drozdz", "Drozdz SJ"),
    "hyphen in a given name": ("Sartre, Jean-Paul", "Sartre JP"),
    "particle": ("van der Berg, Jan", "van der Berg J"),
    "particle with a capital": ("De Leo, J. A.", "De Leo JA"),
    "several particles": ("aan het Rot, M.", "aan het Rot M"),
    "double name": ("Batres-Y-Carr, T. M.", "Batres-Y-Carr TM"),
    "suffix": ("King, Jr., Martin Luther", "King ML Jr"),
    "number as a suffix": ("Smith, III, John", "Smith J 3rd"),
    "apostrophe": ("O'Brien, B.", "O'Brien B"),
    "institution": ("{US Food and Drug Administration}", "US Food and Drug Administration"),
    "institution with a comma": ("{Hospira, Inc.}", "Hospira, Inc."),
    "one name": ("Plato", "Plato"),
    "accents in LaTeX": (r"Garc{\'\i}a, Jos{\'e}", "García J"),
    "accents": ("Łoś, Żaneta", "Łoś Ż"),
    "Chinese": ("王, 小明", "王 小明"),
    "Cyrillic": ("Достоевский, Фёдор Михайлович", "Достоевский ФМ"),
    "lower case": ("hooks, bell", "hooks B"),
}


@pytest.mark.parametrize(("raw", "inverted"), NAMES.values(), ids=NAMES.keys())
def test_names(raw: str, inverted: str) -> None:
    (name,) = read_names(raw)
    assert inverted_name(name) == inverted


SIX = "A, A. and B, B. and C, C. and D, D. and E, E. and F, F."


@pytest.mark.parametrize(
    ("raw", "listed", "short"),
    [
        ("A, A.", "A A", "A"),
        ("A, A. and B, B.", "A A, B B", "A and B"),
        ("A, A. and B, B. and C, C.", "A A, B B, C C", "A et al."),
        (SIX, "A A, B B, C C, D D, E E, F F", "A et al."),
        (f"{SIX} and G, G.", "A A, B B, C C, D D, E E, F F, et al.", "A et al."),
        ("A, A. and others", "A A, et al.", "A et al."),
        ("A, A. and B, B. and others", "A A, B B, et al.", "A et al."),
        ("", "", ""),
    ],
)
def test_lists_of_names(raw: str, listed: str, short: str) -> None:
    """Up to six authors, then et al., as the ICMJE has it."""
    people = read_names(raw)
    assert (list_names(people, ENGLISH), short_names(people, ENGLISH)) == (listed, short)
