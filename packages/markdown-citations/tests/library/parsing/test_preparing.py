"""What the splitter would misread in a .bib file is written in another way before it reads."""

import pytest

SOUND = "@book{sound2020, title = {Sound}}\n"


def test_what_looks_like_a_head_in_a_value(read):
    """It opens no entry, unless the value before it was not closed."""
    library, problems = read(
        "@misc{a,\n note = {Mail\n@foo{bar} more\\\\},\n year = 2020}\n" + SOUND
    )
    assert problems == []
    assert library["a"].get("note") == "Mail @foo{bar} more\\\\"
    assert library["a"].field_lines["year"] == 4
    assert "sound2020" in library


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param(
            "<<<<<<< HEAD\n@misc{a, year = 2020}\n=======\n@misc{b, year = 2020}\n>>>>>>> x\n",
            ["a", "b"],
            id="two entries",
        ),
        pytest.param(
            "@misc{a,\n<<<<<<< HEAD\n year = 2020,\n=======\n year = 2021,\n>>>>>>> x\n}\n",
            ["a"],
            id="two fields",
        ),
    ],
)
def test_a_merge_that_nobody_finished(read, text, keys):
    """It is told once; what is written in either version of whole entries can be cited."""
    library, problems = read(text + SOUND)
    assert list(library.entries) == [*keys, "sound2020"]
    assert library["a"].get("year") == "2020"
    assert [problem.code for problem in problems] == ["merge-unfinished"]
    assert library["sound2020"].line == text.count("\n") + 1
