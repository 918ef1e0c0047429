"""A page comes into the menu, and every other byte of mkdocs.yml stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.project.editing.menu_editing import CannotEditMenuError, add_to_menu
from kapguide.project.menu import read_menu

HEAD = "# Ours\nsite_name: Small\nplugins: !ENV [A, []]\n"
TAIL = "\nextra:   {a: 1}  # as it is\n"
INDENTED = """nav:
  - Home: index.md   # first
  - "Is it: safe?":
      - Risks: risks.md

      # For people under 18.
      - under-18s.md # no title
  - About: about.md
"""
FLAT = "nav:\n- Home: index.md\n- Help:\n  - help.md\n"
NESTED = "nav:\n  - Help:\n      - More:\n          - a.md\n      - b.md\n"
DEEP = "nav:\n  - Help:\n      - b.md\n      - More:\n          - a.md\n"

PLACES = {
    "a section": (
        *(INDENTED, "Is it: safe?", "# no title\n"),
        "# no title\n      - Sleep: sleep.md\n",
    ),
    "the whole menu": (INDENTED, "", "about.md\n", "about.md\n  - Sleep: sleep.md\n"),
    "a flat list": (FLAT, "Help", "  - help.md\n", "  - help.md\n  - Sleep: sleep.md\n"),
    "the whole of a flat list": (FLAT, "", "  - help.md\n", "  - help.md\n- Sleep: sleep.md\n"),
    "behind a section in a section": (
        *(NESTED, "Help", "      - b.md\n", "      - b.md\n      - Sleep: sleep.md\n"),
    ),
    "behind such a section at the end": (
        *(DEEP, "Help", "          - a.md\n", "          - a.md\n      - Sleep: sleep.md\n"),
    ),
    "brackets": (
        *("nav: [index.md, {Help: [a.md]} ] # short\n", "", "} ]", "}, {Sleep: sleep.md} ]"),
    ),
    "a section in brackets": (
        *("nav:\n  - Help: [a.md]  # short\n", "Help", "[a.md]", "[a.md, {Sleep: sleep.md}]"),
    ),
    "an empty menu": ("nav: []\n", "", "[]", "[{Sleep: sleep.md}]"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("tail", [TAIL, ""], ids=["between others", "at the file's end"])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_at_the_end(place: tuple[str, str, str, str], tail: str, newline: str) -> None:
    """Of a section or of the whole menu, whatever form that has."""
    menu, section, old, new = place
    text = (HEAD + menu + tail).replace("\n", newline)
    wanted = (HEAD + menu.replace(old, new) + tail).replace("\n", newline)
    assert add_to_menu(text, "Sleep", "sleep.md", section) == wanted


def test_a_file_without_an_end_of_line() -> None:
    """The last line stays one."""
    assert add_to_menu("nav:\n  - a.md", "B", "b.md") == "nav:\n  - a.md\n  - B: b.md"


CANNOT = {
    "no menu": "site_name: Small\n",
    "a menu that is no list": "nav: {Home: index.md}\n",
    "no such section": "nav:\n  - Help: help.md\n",
    "a section with two menus": "nav:\n  - Help: &a [a.md]\n  - More: *a\n",
}


@pytest.mark.parametrize("text", CANNOT.values(), ids=CANNOT.keys())
def test_what_only_a_person_can_change(text: str) -> None:
    """Rather than spoil the settings it gives up."""
    with pytest.raises(CannotEditMenuError):
        add_to_menu(text, "Sleep", "sleep.md", "Help")


TITLE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1)


@given(title=TITLE.map(lambda text: " ".join(text.split())).filter(bool))
@pytest.mark.parametrize("menu", [INDENTED, "nav: [index.md]\n"], ids=["lines", "brackets"])
def test_any_title_comes_back(menu: str, title: str) -> None:
    """Whatever signs a title has, the menu has it as it was given."""
    after = add_to_menu(HEAD + menu + TAIL, title, "sleep.md")
    read = read_menu(after, "")
    assert read is not None
    assert [item.title for item in read.items if item.target == "sleep.md"] == [title]
    assert after.startswith(HEAD)
    assert after.endswith(TAIL)
