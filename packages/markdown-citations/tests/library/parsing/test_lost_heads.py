"""Entries whose first lines are gone, with or without the brace of the entry above."""

from __future__ import annotations

SOUND = "@book{sound2020, title = {Sound}}\n"


def test_entry_without_its_first_line(read):
    """It has fields that the entry above has, too; who cites it is told nothing besides."""
    lost = " author = {\n  Roe, A.},\n title = {Lost\n B},\n year = {2021},\n}\n"
    for above in (SOUND, ""):
        library, problems = read(above + "\n" + lost + SOUND.replace("2020", "2022"))
        assert [(one.code, one.line, one.hint) for one in problems] == [
            (
                "text-outside",
                above.count("\n") + 2,
                "Put the first line of its entry back before it, as @article{smith2027,",
            )
        ]
        assert not library.cut
        asked = ("roe2021", "Roe_B_2021", "roe2022", "doe2021", "roe", "lost2021")
        assert [key for key in asked if library.has_unread(key)] == ["roe2021", "Roe_B_2021"]


def test_a_brace_too_many_between_two_notes(read):
    """A field that stands twice makes no other entry."""
    text = "@misc{a,\n title = {A},\n note = {B}},\n note = {C},\n year = {2020},\n}\n"
    library, problems = read(text + SOUND)
    assert [(one.code, one.line, one.hint) for one in problems] == [
        ("text-outside", 4, "Look for a closing brace too many in the entry above.")
    ]
    assert library.cut == {"a"}
    assert not library.headless


def test_entry_without_the_line_and_the_brace_before_it(read):
    """Its fields are no second ones of the entry above."""
    other = " author = {Roe, A.},\n title = {B},\n year = {2021},\n}\n"
    one = "@misc{a,\n author = {Poe, A.},\n title = {A},\n year = {2020},\n"
    library, problems = read(one + other + SOUND)
    assert [(one.code, one.line) for one in problems] == [("entry-broken", 5)]
    assert library["a"].get("title") == "A"
    assert [key for key in ("roe2021", "doe2021") if library.has_unread(key)] == ["roe2021"]
    _, problems = read(one + " title = {A},\n year = {2020},\n}\n" + SOUND)
    assert [one.code for one in problems] == ["field-duplicate"] * 2


def test_the_same_work_pasted_twice(read):
    """What the second alone has is of the same work."""
    again = " title = {{A} title},\n author = {Poe, A.},\n year = {2020},\n doi = {10.1000/a},\n}\n"
    first = "@misc{a,\n title = {A title},\n author = {Poe, A.},\n year = {2020},\n"
    library, problems = read(first + again)
    assert [one.code for one in problems] == ["field-duplicate"] * 3
    assert library["a"].get("doi") == "10.1000/a"
