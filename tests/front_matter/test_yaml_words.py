"""YAML that cannot be read: the line of the mistake, and a mend that works."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from kapguide.front_matter.yaml_words import Unreadable, explain_yaml, quote

CONFIG = """\
site_name: KAP Guide
# The address comes next.
site_url: https://kap-guide.example/
nav:
  - Home: index.md
  - Understanding it:
      - What is it?: what-is-kap.md
      - How might it work?: how-it-works.md
extra:
  clinic:
    name: ""
    address: ""
    telephone: ""
    prices: ""
    team: ""
"""
GROUP = ("name", "address", "telephone")
NAME = '    name: ""'
ADDRESS = '    address: ""'
FIRST = "      - What is it?: what-is-kap.md"
SECOND = "      - How might it work?: how-it-works.md"


def _explain(text: str) -> Unreadable:
    with pytest.raises(yaml.YAMLError) as caught:
        yaml.compose(text, yaml.SafeLoader)
    return explain_yaml(caught.value, text.split("\n"))


def test_two_versions_of_a_merge() -> None:
    """Told as that, at the line where the first one begins."""
    line = "site_url: https://kap-guide.example/\n"
    merged = f"<<<<<<< HEAD\n{line}=======\nsite_url: https://ketamine.example/\n>>>>>>> patch-1\n"
    number, message, hint = _explain(CONFIG.replace(line, merged))
    assert (number, message) == (2, "a merge has left two versions here")
    assert hint.startswith("Keep one of the two")


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("name: Rest: a clinic", 'name: "Rest: a clinic"'),
        ('name: The "Good" Clinic: Rest', "name: 'The \"Good\" Clinic: Rest'"),
        ('name: "The "Good" Clinic"', "name: 'The \"Good\" Clinic'"),
        ('name: "The Good Clinic', 'name: "The Good Clinic"'),
        ("name: 'Dr. O'Neil's Clinic'", "name: \"Dr. O'Neil's Clinic\""),
        ('name: "The Good Clinic",', 'name: "The Good Clinic"'),
        ("name: @home", 'name: "@home"'),
        ("name: % off", 'name: "% off"'),
        ("name: *best*", 'name: "*best*"'),
        ("name: “Rest: a clinic”", 'name: "Rest: a clinic"'),
        ("name: [Good] clinic", 'name: "[Good] clinic"'),
    ],
)
def test_value_that_wants_quotes(line: str, mended: str) -> None:
    """The mend is the line as it should be; it names what it is for where that is clear."""
    number, message, hint = _explain(CONFIG.replace(NAME, f"    {line}"))
    assert number + 1 == 11
    assert message.startswith('the value of "name" cannot be read as it stands')
    assert hint == f"Put the whole value in straight quotes: {mended}"


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ('["a, b]', '["a", "b"]'),
        ('["a", "b]', '["a", "b"]'),
        ('["a, "b"]', '["a", "b"]'),
        ('["a, b", "c]', '["a, b", "c"]'),
        ("['a, b]", '["a", "b"]'),
        ("['a', it's, 'b]", '["a", "it\'s", "b"]'),
        ("['people's rights', b]", '["people\'s rights", "b"]'),
        ("[a, b", "[a, b]"),
        ('["a", "b"', '["a", "b"]'),
    ],
)
def test_list_that_is_not_closed(line: str, mended: str) -> None:
    """It stays a list: as one text it would be a second mistake."""
    text = f"title: A page\nindex_terms: {line}\nreview: pending\n"
    number, message, hint = _explain(text)
    assert number == 1
    assert message.startswith('the list of "index_terms" cannot be read')
    assert hint == f"Write the line so: index_terms: {mended}"
    assert isinstance(yaml.safe_load(text.replace(line, mended))["index_terms"], list)


def test_title_that_starts_with_a_bracket() -> None:
    """A title is no list."""
    assert _explain("title: [Draft\ntype: reference").hint.endswith('title: "[Draft"')


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("title: A page\n review: pending", "starts with 1 space, and", "Take the blanks out, so"),
        (
            "title: A page\n  review: pending",
            "starts with 2 spaces, and",
            "Take the blanks out, so",
        ),
        ('title: "A page\nreview: pending', "a quotation mark starts it", 'title: "A page"'),
        ("title: 'A page\nreview: pending", "a quotation mark starts it", 'title: "A page"'),
    ],
)
def test_blanks_before_a_name_and_half_a_pair(text: str, message: str, hint: str) -> None:
    """They are called what they are."""
    found = _explain(text)
    assert message in found.message
    assert hint in found.hint


@pytest.mark.parametrize(
    ("items", "hint"),
    [
        ('  - "a\n  - b', 'Write the line so: - "a"'),
        ("  - 'it is so\n  - b", 'Write the line so: - "it is so"'),
        ('  [a,\n  "b, c]', "Write the second one where the text ends."),
    ],
)
def test_item_whose_quote_is_not_closed(items: str, hint: str) -> None:
    """The line is that of the quote, not the end at which reading stopped."""
    found = _explain(f"title: A page\nindex_terms:\n{items}\nreview: pending\n")
    assert found.line == (2 if "- " in items else 3)
    assert found.hint == hint


@pytest.mark.parametrize(
    ("old", "new", "line", "mend"),
    [
        pytest.param(FIRST, FIRST[1:], 7, "Start it with 6 spaces too", id="too little"),
        pytest.param(SECOND, f" {SECOND}", 8, "Start it with 6 spaces too", id="too much"),
        pytest.param(ADDRESS, f" {ADDRESS}", 12, "Start it with 4 spaces too", id="a fact"),
        pytest.param(ADDRESS, ADDRESS[2:], 12, "Start it with 4 spaces too", id="a fact left out"),
        pytest.param(
            "\n    ".join(("", *(f'{one}: ""' for one in GROUP))),
            "\n  ".join(("", *(f'{one}: ""' for one in GROUP))),
            11,
            "Start it with 4 spaces too, and the next 2, so that all",
            id="facts left out",
        ),
        pytest.param(ADDRESS, '\taddress: ""', 12, "Start it with 4 spaces instead of", id="a tab"),
        pytest.param(
            ADDRESS, "    address:\tHere", 12, "line so: address: Here", id="a tab behind a colon"
        ),
        pytest.param(
            SECOND, SECOND.replace("- ", "-"), 8, f"line so: {SECOND.strip()}", id="a dash alone"
        ),
        pytest.param(ADDRESS, '    address "x"', 12, 'line so: address: "x"', id="no colon"),
        pytest.param("nav:", "nav", 4, "line so: nav:", id="no colon behind a list's name"),
        pytest.param(ADDRESS, '    address:"x"', 12, 'line so: address: "x"', id="no blank"),
        pytest.param(FIRST, FIRST.replace("- ", "\u2013 "), 7, "line so: - What", id="a long dash"),
        pytest.param(SECOND, SECOND.replace("- ", ""), 8, "line so: - How might", id="no dash"),
        pytest.param(
            FIRST, FIRST.replace("- ", "  "), 7, "line so: - What", id="blanks for a dash"
        ),
        pytest.param(
            "site_name: KAP Guide",
            "site_name: A guide\n  To KAP: and more",
            1,
            'one: site_name: "A guide To KAP: and more"',
            id="a colon in a text's second line",
        ),
        pytest.param(
            "site_name: KAP Guide",
            "site_name: A guide: one\n  To KAP",
            1,
            'one: site_name: "A guide: one To KAP"',
            id="a colon in a text's first line",
        ),
        pytest.param(SECOND, SECOND.replace("How", '"How'), 8, 'line so: - "How might', id="half"),
        pytest.param(NAME, '    name = "x"', 11, 'line so: name: "x"', id="an equals sign"),
        pytest.param(
            "  - Understanding it:", "  - Understanding it", 6, "it:", id="a section's colon"
        ),
        pytest.param(
            "  - Understanding it:",
            "  - Safety:\n      - Risks: risks.md\n  - Understanding it",
            8,
            "so: - Understanding it:",
            id="the colon of a section behind another",
        ),
        pytest.param("  clinic:", "  clinic", 10, "line so: clinic:", id="a group's colon"),
        pytest.param("site_name:", "site_name", 1, "so: site_name: KAP", id="before a comment"),
        pytest.param(
            SECOND,
            "      - How: is it so?: how-it-works.md",
            8,
            'so: - "How: is it so?": how-it-works.md',
            id="a question with a colon",
        ),
    ],
)
def test_line_that_is_mended(old: str, new: str, line: int, mend: str) -> None:
    """The line is that of the mistake, not the one at which reading stopped."""
    assert old in CONFIG
    number, _, hint = _explain(CONFIG.replace(old, new))
    assert number + 1 == line
    assert mend in hint


@pytest.mark.parametrize(
    ("text", "line", "mend"),
    [
        ("    prices: |\n    a visit costs $200.", 2, "Start it with 6 spaces too"),
        (
            "    prices: |\n    A visit costs $200.\n    Bring it.",
            2,
            "Start it with 6 spaces too, and the next 1",
        ),
        (
            "    prices: |\n    A visit: $200 for all.\n    Bring it.",
            2,
            "Start it with 6 spaces too, and the next 1",
        ),
        (
            "    prices: |\n      A visit costs $200.\n\n    $20 are for us.",
            4,
            "Start it with 6 spaces too",
        ),
        ("    prices: >-\nA visit costs $200.", 2, "Start it with 6 spaces too"),
        (
            "    prices: | # checked\n    First: $200.\n    Second: $20.\n    Bring it.",
            2,
            "Start it with 6 spaces too, and the next 2",
        ),
        (
            '    prices: |\n      A visit.\n    fasting = "no"',
            3,
            'Write the line so: fasting: "no"',
        ),
        (
            "    prices: | A visit.\n      Bring it.",
            1,
            'Write both lines as one: prices: "A visit. Bring it."',
        ),
        (
            "    prices:\n      A visit: $200 for all.\n      Bring it with you.",
            1,
            "Write the line so: prices: >-",
        ),
        (
            "    prices: | A visit costs $200.",
            1,
            'Put the whole value in straight quotes: prices: "A visit costs $200."',
        ),
    ],
)
def test_text_on_several_lines(text: str, line: int, mend: str) -> None:
    """It stands further right than its name, behind a sign that says so; what is none is not."""
    number, _, hint = _explain(CONFIG.replace('    prices: ""', text))
    assert number - 12 == line
    assert hint.split(", so that")[0] == mend


def test_text_that_goes_on() -> None:
    """A line of prose is no setting: it belongs to the text above, which may need a fold."""
    said = _explain("description: What you find here, in one sentence.\nand some more of it\n")
    assert said.line == 1
    assert said.hint == "Put it at the end of the line above, or start it with two spaces."
    said = _explain(
        "site_description:\n  Plain facts: what it is, what the\n  studies found, all in short.\n"
    )
    assert (said.line, said.hint) == (0, "Write the line so: site_description: >-")


def test_settings_behind_a_text() -> None:
    """They stand as the others of their group do, and not as the text above them."""
    text = "group:\n  part:\n    text: >-\n      What the trials\n      counted here.\n"
    said = _explain(f"{text}  one: a\n  two: b\n  three: c\n    four: d\n    five:\n      - e\n")
    assert said.line == 5
    assert said.hint.startswith("Start it with 4 spaces too, and the next 2")


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1).map(str.strip))
def test_quoted_value_is_read_as_it_is(text: str) -> None:
    """What a hint offers never fails as well."""
    assert yaml.safe_load(f"name: {quote(text)}") == {"name": text}


@given(st.text(alphabet=":-#'\"[]{}\t\n ab*&!|>%@`", max_size=60))
def test_explains_anything(text: str) -> None:
    """Whatever was typed, there is one message with a line of it."""
    try:
        yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        lines = text.split("\n")
        found = explain_yaml(error, lines)
        assert 0 <= found.line < len(lines)
        assert found.message
