"""The words for the errors of the HTML parser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinyhtml5
from kapguide.pages.tags.html_errors import VALID_CODES, describe_error

FOLDER = Path(tinyhtml5.__file__).parent
CODES = sorted(
    {
        code
        for file in ("parser.py", "tokenizer.py")
        for code in re.findall(
            r"parse_error\(\s*\"([a-z0-9.-]+)\"", (FOLDER / file).read_text("utf-8")
        )
    }
)
VALUES = dict.fromkeys(
    ("name", "startName", "endName", "gotName", "expectedName", "originalName", "newName"), "b"
)


@pytest.mark.parametrize("code", [code for code in CODES if code not in VALID_CODES])
def test_every_code_has_words(code: str) -> None:
    """None is shown as the parser names it, and nothing is left to be filled in."""
    message, hint = describe_error(code, VALUES)
    assert code not in message
    assert not {"{", "}"} & set(message + hint)
    assert "<?>" not in message + hint


def test_all_codes_are_known() -> None:
    assert len(CODES) > 100


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("invalid-codepoint", "Delete it"),
        ("unexpected-end-tag", "Close each element"),
        ("duplicate-attribute", "Keep one of the two"),
        ("unexpected-character-after-attribute-value", "straight quotation marks"),
        ("attributes-in-end-tag", "An end tag"),
        ("named-entity-without-semicolon", "&amp;"),
        ("incorrect-comment", "<!--"),
        ("unexpected-doctype", "<!doctype html>"),
        ("eof-in-tag-name", "Close the tag"),
        ("a-code-of-tomorrow", "Write Markdown instead"),
    ],
)
def test_the_hint_is_of_the_kind(code: str, said: str) -> None:
    """Each tells what mends it; a code that we do not know has one that is never wrong."""
    assert said in describe_error(code, VALUES).hint


@pytest.mark.parametrize("name", ["html", "head", "body"])
def test_tags_of_the_template(name: str) -> None:
    assert "template" in describe_error("unexpected-start-tag", {"name": name}).hint
