"""Where the policy stands in a page."""

from __future__ import annotations

import re

import pytest
from kapguide.security import page_policy
from kapguide.security.inline import Inline, hash_code
from selectolax.lexbor import LexborHTMLParser

CODE = "a('b') && c()"


def secure(html: str) -> str:
    """Give a page a policy that names one script."""
    return page_policy.secure(html, Inline(frozenset([hash_code(CODE)])))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<!doctype html><html lang="en"><head>\n  <meta charset="utf-8">', "<title>x</title>"),
        ("<!doctype html>\n<html><head>", "<title>x</title><meta charset=utf-8>"),
        ("<!DOCTYPE html>", "<title>x</title>"),
        ("<!-- by hand -->\n<!doctype html><html>", "<title>x</title>"),
        ('<?xml version="1.0"?>\n<!-- a --><!doctype html><html><head>', "<title>x</title>"),
        ("<!doctype html><html data-x=\"a>b\"><head data-y='>'>", "<title>x</title>"),
        ("<!doctype html><html data-x=it's>", "<title>x</title><p class='y'>y</p>"),
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


def test_comment_ends_where_it_ends() -> None:
    """A script between two comments comes after the policy."""
    made = secure("<!doctype html><html><!-- a --><script>x()</script><!-- b --><head>")
    assert made.index("Content-Security-Policy") < made.index("<script>")


def test_nothing_else_changes() -> None:
    """Taken out again, the page is what it was; put in twice, it stays."""
    html = f"<!doctype html><head><title>x</title><script>{CODE}</script></head><body>é</body>"
    made = secure(html)
    assert re.sub(r"\n<meta (?:http-equiv=\"C|name=\"r)[^>]*>", "", made) == html
    assert secure(made) == made


@pytest.mark.parametrize(
    "words",
    [
        '<meta name="description" content="We set http-equiv=content-security-policy so">',
        '<meta name="description" content="How name=referrer works.">',
        '<meta name="description" content=\'http-equiv="content-security-policy" \'>',
        '<meta http-equiv="Content-Security-Policy-Report-Only" content="x">',
        "<script>a(\"<meta http-equiv='Content-Security-Policy'>\")</script>",
        '<title><meta name="referrer" content="origin"></title>',
    ],
)
def test_words_about_a_policy_are_none(words: str) -> None:
    """A page about policies has one of its own: the attribute counts, not what the text says."""
    tree = LexborHTMLParser(secure(f"<!doctype html><head>{words}</head>"))
    assert len(tree.css('meta[http-equiv="Content-Security-Policy"]')) == 1
    assert len(tree.css("meta[name=referrer]")) == 1


@pytest.mark.parametrize(
    "own",
    [
        '<meta\nhttp-equiv = "Content-Security-Policy"\ncontent="default-src \'self\'">',
        "<!-- </head> --><meta content=x http-equiv='content-security-policy'/>",
        '<meta/http-equiv="Content-Security-Policy"content="x">',
    ],
)
def test_policy_by_hand_in_any_spelling(own: str) -> None:
    """Read as a browser reads it: two policies would both hold."""
    assert "default-src 'none'" not in secure(f"<!doctype html><head>{own}</head>")


def test_policy_by_hand_stands() -> None:
    """Somebody who gave a page its own policy knows why."""
    own = "<head><META content=\"default-src 'self'\" HTTP-EQUIV=Content-Security-Policy>"
    assert secure(own + '<meta name="referrer" content="origin">').count("<meta") == 1
    assert '<meta name="referrer" content="same-origin">' in secure(own)
    for elsewhere in (f"<!-- {own} -->", f"<head></head><body>{own}"):
        assert "default-src 'none'" in secure(elsewhere)
    reports = '<meta http-equiv="Content-Security-Policy-Report-Only" content="x">'
    assert "default-src 'none'" in secure(f"<head>{reports}")
