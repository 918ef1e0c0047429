"""Writing and reading policies."""

from __future__ import annotations

from kapguide.security.inline import Inline
from kapguide.security.policy import make_policy, read_policy, sources_of

INLINE = Inline(frozenset(["'sha256-b='", "'sha256-a='"]), frozenset(["'sha256-c='"]))


def test_policy_lets_nothing_be_by_default() -> None:
    """What is not named comes from nowhere; what is named, from the site alone."""
    policy = read_policy(make_policy(INLINE))
    assert policy["default-src"] == ("'none'",)
    assert policy["script-src"] == ("'self'", "'sha256-a='", "'sha256-b='")
    assert policy["style-src"] == ("'self'", "'sha256-c='")
    assert policy["base-uri"] == policy["object-src"] == policy["form-action"] == ("'none'",)
    for name, sources in policy.items():
        allowed = {"'self'", "'none'"} | ({"data:"} if name == "img-src" else set())
        assert {source for source in sources if "sha256" not in source} <= allowed, name


def test_header_says_what_a_page_cannot() -> None:
    """Frames are forbidden by the header; a page that said so would fill the console."""
    page, header = (read_policy(make_policy(INLINE, header=where)) for where in (False, True))
    assert header.pop("frame-ancestors") == ("'none'",)
    assert header == page


def test_nothing_breaks_on_a_machine_without_https() -> None:
    """A clinic looks at its site on its own network first."""
    assert "upgrade-insecure-requests" not in make_policy(INLINE, header=True)


def test_same_hashes_same_policy() -> None:
    """Two builds are the same to the byte, whatever order a set has."""
    many = [f"'sha256-{number}='" for number in range(50)]
    assert make_policy(Inline(frozenset(many))) == make_policy(Inline(frozenset(reversed(many))))


def test_reading_as_browsers_do() -> None:
    """Names in any case; the first of two counts; a finer directive falls back to its parent."""
    policy = read_policy("Script-Src 'self' ;; script-src *; default-src a ")
    assert policy == {"script-src": ("'self'",), "default-src": ("a",)}
    assert sources_of(policy, "script-src-attr") == ("'self'",)
    assert sources_of(policy, "style-src-attr") == ("a",)
    assert sources_of({"img-src": ("x",)}, "style-src") is None
