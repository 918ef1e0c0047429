"""The files for hosts: one set of headers, in three languages."""

from __future__ import annotations

import re

import pytest
from kapguide.security.hosting import HEADERS, make_hosting
from kapguide.security.inline import Inline, hash_code
from kapguide.security.policy import make_policy

INLINE = Inline(frozenset([hash_code("a"), hash_code("b")]))
NAMED = "assets/stylesheets/main.57a0d79d.min.css"
FILES = [
    *("index.html", "assets/kapguide.css", "assets/plan.20261122.pdf", "a.min.js", NAMED),
    "assets/javascripts/bundle.a5f9d56c.min.js.map",
]
PROMISED = {"Content-Security-Policy": make_policy(INLINE, header=True), **HEADERS}


def read(name: str) -> str:
    return make_hosting(INLINE, FILES)[name]


def test_static_hosts() -> None:
    """All headers for all paths; only names with a hash are kept, each by its own rule."""
    first, *others = re.split(r"^(?=/)", read("_headers"), flags=re.M)[1:]
    assert dict(re.findall(r"^  ([\w-]+): (.+)$", first, re.M)) == PROMISED
    assert first.startswith("/*\n")
    kept = "\n  Cache-Control: public, max-age=31536000, immutable\n"
    assert others == [f"/{FILES[-1]}{kept}", f"/{NAMED}{kept}"]


def test_nginx() -> None:
    """All headers, on errors too; `tests/browser/test_security.py` runs it."""
    lines = re.findall(r'^add_header ([\w-]+) "(.+)" always;$', read("hosting/nginx.conf"), re.M)
    assert dict(lines) == PROMISED


def test_caddy() -> None:
    """All headers; brackets are in pairs."""
    text = read("hosting/Caddyfile")
    block = re.search(r"^header \{\n(.*?)^\}$", text, re.M | re.S)
    assert block
    assert dict(re.findall(r'^    ([\w-]+) "(.+)"$', block[1], re.M)) == PROMISED
    code = re.sub(r"^#.*$|\{\d\}", "", text, flags=re.M)
    assert code.count("{") == code.count("}")


@pytest.mark.parametrize("name", FILES)
def test_servers_know_which_names_hold_a_hash(name: str) -> None:
    """A date in a name is none, and what is kept for a year is not to be called back."""
    for file in ("hosting/nginx.conf", "hosting/Caddyfile"):
        patterns = set(re.findall(r"\\\.\[0-9a-f\].*?\$", read(file)))
        (pattern,) = patterns
        assert bool(re.search(pattern, f"/guide/{name}")) == (f"/{name}\n" in read("_headers"))


def test_nothing_is_left_to_order() -> None:
    """Two builds are the same to the byte."""
    assert make_hosting(INLINE, FILES) == make_hosting(INLINE, reversed(FILES))
    assert all(text.endswith("\n") for text in make_hosting(INLINE, FILES).values())
