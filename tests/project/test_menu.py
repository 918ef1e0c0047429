"""The menu as it is read from mkdocs.yml."""

from __future__ import annotations

from kapguide.project.menu import MenuItem, read_menu


def test_section_is_the_topmost() -> None:
    """A page belongs to its topmost section; a page may stand without a title."""
    nav = "nav: [index.md, One: a.md, Part: [Two: b.md, Deeper: [c/index.md]]]"
    menu = read_menu(nav, "mkdocs.yml")
    assert menu is not None
    assert [(item.section, item.target) for item in menu.items] == [
        ("", "index.md"),
        ("", "a.md"),
        ("Part", "b.md"),
        ("Part", "c/index.md"),
    ]


def test_lines() -> None:
    """Each item has its line, in sections too, and tags of MkDocs do no harm."""
    nav = "- index.md\n- Part:\n  - Risks: risks.md\n  - Fees: more/fees.md"
    text = f"x: !ENV [A, b]\nnav:\n{nav}\n- https://a.example/\n"
    menu = read_menu(text, "mkdocs.yml")
    assert menu is not None
    assert (menu.line, menu.items) == (
        2,
        (
            MenuItem("index.md", 3),
            MenuItem("risks.md", 5, "Risks", "Part"),
            MenuItem("more/fees.md", 6, "Fees", "Part"),
            MenuItem("https://a.example/", 7),
        ),
    )
