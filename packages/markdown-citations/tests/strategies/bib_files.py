"""Texts of .bib files, from sound ones to rubbish, and pages that cite them.

For Hypothesis: the tests draw a few hundred, a longer run as many as it has time for.
"""

from __future__ import annotations

from hypothesis import strategies as st
from markdown_citations.library.entry_types import ENTRY_TYPES
from markdown_citations.library.fields import FIELDS
from markdown_citations.library.latex.command_table import COMMANDS

# What a .bib file is made of, torn apart and put together in any order.
_WORDS = """
@article{ @string{ @misc( @comment{ @preamble{ @xdata{ @set{ @ a title year crossref xdata author
2020 {b} "c" a, x= jan status pages -- doi unconfirmed é \ufeff \\' a = # entryset eprint xdata=a-b
"""
_SIGNS = [*'@{}()"\\,=#%&$~`^_\n ', "\r\n", " and ", "\x00", "\\\n", "PMID- 1", "TY  - JOUR"]
CRUMBS = st.lists(st.sampled_from([*_SIGNS, *_WORDS.split()]), max_size=40).map("".join)

_LATEX = st.sampled_from(
    [*(f"\\{name}" for name in COMMANDS), "\\foo", *(f"\\{sign}" for sign in "'`\"^~=.&%$#_{} ([")]
)
_DATES = [
    "2012-06-28/2012-07-02",
    "199X",
    "2004~",
    "-0876",
    "y99999",
    "0000",
    "2026-02-30",
    "9" * 30,
]
_NUMBERS = [
    "1--9",
    "9-1",
    "A-1--A-2",
    "978-0-306-40615-7",
    "10.1/x",
    "https://[x",
    "jun",
    "13",
    "٣",
]
_NAMES = ["Roe, A.", "and", "{", "}", ",", "others", "family=", "van", "Jr.", "&", ";", "{X and Y}"]
PIECES = st.one_of(
    st.text(max_size=8),
    _LATEX,
    st.sampled_from([*_DATES, *_NUMBERS, *_NAMES, "{", "}", "$", "<i>", "&lt;", " ", "\u0301"]),
)
VALUES = st.lists(PIECES, max_size=8).map(" ".join) | st.lists(PIECES, max_size=8).map("".join)
_KEYS = st.sampled_from(["a", "b", "A", "c:d", "é", "k%1"])
_FIELDS = st.dictionaries(st.sampled_from(sorted(FIELDS)), VALUES | _KEYS, max_size=8)
_TYPES = st.sampled_from([*ENTRY_TYPES, "set", "xdata", "string", "nothing"])


def _write(entry_type: str, key: str, fields: dict[str, str]) -> str:
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{entry_type}{{{key},\n{rows}}}\n"


ENTRIES = st.builds(_write, _TYPES, _KEYS, _FIELDS)
BIB_FILES = st.lists(st.one_of(ENTRIES, CRUMBS), max_size=4).map("\n".join)
"""Entries of every type with fields of every kind, whose values are odd."""
DEEP = st.builds(
    lambda crumb, times: "@misc{a, title = {" + crumb * times + "}, author = {" + crumb * times,
    PIECES | CRUMBS,
    st.integers(1, 400),
)
"""One odd thing over and over."""
CITING = "[@a; see @b, p. 3] @A [x] [@c:d] [@é] [@k%1]\n\n::: references group=keyword\n"
"""A page that cites all that may be there."""
