"""Where the policy stands in a page."""

from __future__ import annotations

import re

import pytest
from kapguide.security.inline import hash_code
from kapguide.security.placing import secure
from selectolax.lexbor import LexborHTMLParser

CODE = "a('b') && c()"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<!doctype html><html lang="en"><head>\n  <meta charset="utf-8">', "<title>x</title>"),
        ("<!doctype html>\n<html><head>", "<title>x</title><meta charset=utf-8>"),
        ("<!DOCTYPE html>", "<title>x</title>"),
        ("<!-- by hand -->\n<!doctype html><html>", "<title>x</title>"),
        ("<!doctype html><head>", "<header>x</header>"),
        ("<!doctype html>", "<header>x</header>"),
        ("", "<p>x</p>"),
    ],
)
def test_first_of_all(before: str, after: str) -> None:
    """Behind the character set, before all that runs or loads; in the head for a parser too."""
    script = f"<script>{CODE}</script>"
    made = secure(f"{before}{script}{after}")
    assert made.startswith(f'{before}\n<meta http-equiv="Content-Security-Policy" content="')
    assert made.endswith(f'\n<meta name="referrer" content="same-origin">{script}{after}')
    tree = LexborHTMLParser(made)
    (policy,) = tree.css("head > meta[http-equiv=Content-Security-Policy]")
    assert hash_code(CODE) in str(policy.attributes["content"])
    assert len(tree.css("head > meta[name=referrer]")) == 1


def test_nothing_else_changes() -> None:
    """Taken out again, the page is what it was; put in twice, it stays."""
    html = f"<!doctype html><head><title>x</title><script>{CODE}</script></head><body>é</body>"
    made = secure(html)
    assert re.sub(r"\n<meta (?:http-equiv=\"C|name=\"r)[^>]*>", "", made) == html
    assert secure(made) == made


def test_policy_by_hand_stands() -> None:
    """Somebody who gave a page its own policy knows why."""
    own = "<head><META content=\"default-src 'self'\" HTTP-EQUIV=Content-Security-Policy>"
    assert secure(own + '<meta name="referrer" content="origin">').count("<meta") == 1
    assert '<meta name="referrer" content="same-origin">' in secure(own)
    for elsewhere in (f"<!-- {own} -->", f"<head></head><body>{own}"):
        assert "default-src 'none'" in secure(elsewhere)
    reports = '<meta http-equiv="Content-Security-Policy-Report-Only" content="x">'
    assert "default-src 'none'" in secure(f"<head>{reports}")
