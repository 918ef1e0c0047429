"""Hold that browsers are told to refuse what no page of ours needs.

A page stands under the policy in its head and under that in `_headers`; a
browser runs only what both allow. So each is looked at by itself.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markdown_citations.problems import Problem, Rule
from selectolax.lexbor import LexborNode

from kapguide.checks.security.scripts import INLINE, in_text, is_code
from kapguide.pages.page import Page
from kapguide.project.project import Place, Project, Site, report
from kapguide.security.policy import read_policy, sources_of

POLICY = Rule(
    "policy-missing",
    "warning",
    "The site has a content security policy that names its inline scripts; where pages have it in "
    "their heads, each has: some hosts send no headers.",
    "W3C Content Security Policy",
    "<head> without a policy, and a script of the theme in the page",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self' 'sha256-…'\">",
)
WEAK = Rule(
    "policy-weak",
    "error",
    "A security policy says where scripts, styles and plugins may come from: from the site itself, "
    "never from another host, and no inline code but what it names by hash.",
    "OWASP Content Security Policy Cheat Sheet; W3C CSP Level 3",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "default-src 'none'; script-src 'self' 'sha256-…'; style-src 'self'; base-uri 'none'",
)
STYLE = Rule(
    "policy-style",
    "error",
    'A page holds no style="…", and no style element that its security policy does not name: '
    "browsers would leave it out, though the live preview shows it.",
    "W3C CSP Level 3",
    '<p style="color: red">Bring somebody with you.</p>',
    '<p class="warning">Bring somebody with you.</p>',
)
REFERRER = Rule(
    "policy-referrer",
    "error",
    "No other site is told which of our pages its reader came from.",
    "W3C Referrer Policy; HHS on online tracking",
    '<meta name="referrer" content="unsafe-url">',
    '<meta name="referrer" content="same-origin">',
)
RULES = (POLICY, WEAK, STYLE, REFERRER)

HEADERS = "_headers"
LONGEST_LINE = 2000
"""Cloudflare Pages leaves out a longer line of `_headers`."""

Policy = Mapping[str, tuple[str, ...]]
_Mistake = tuple[str, ...]
_Found = tuple[_Mistake | None, Problem]
"""A problem, and the mistake that it is, which is told once for all pages; None is each page's."""


class _Noted(NamedTuple):
    """What is kept of a page."""

    place: Place
    lacks: bool | None
    """It has no policy in its head; None where it only sends on to another page."""
    found: tuple[_Found, ...]


_DISCREET = frozenset({"no-referrer", "same-origin"})
_NAME = "content-security-policy"

_SAID = ("script-src", "style-src", "object-src")
_GUARDED = (*_SAID, "default-src", "base-uri", "worker-src", "child-src")
_STRICT = re.compile(
    r"'(?:self|none|report-sample|nonce-[\w+/=-]+|sha(?:256|384|512)-[\w+/=-]+)'", re.I
)
"""All that may stand under those: the site itself, and inline code by its name."""
_ANYWHERE = re.compile(r"(?:https?|wss?):(?://\*(?::.*)?)?|\*(?::.*)?", re.I)
_GIVEN = re.compile(r"^[^#\n]*\bsecure_pages\.py\b", re.M)
_HASH = re.compile(r"'(sha(?:256|384|512))-([\w+/=-]+)'", re.I)
_HEADER = re.compile(r"^\s+([\w-]+)\s*:\s*(.*?)\s*$", re.M)


def check_policies(site: Site, project: Project) -> Iterator[Problem]:
    """Find pages without a policy, policies that allow too much, and code that they stop."""
    shared = _read_headers(site).get(_NAME)
    if shared is not None:
        yield from _check_headers(shared, site)
    noted = site.noted(note_policies, project)
    # `_headers` is the build's own as well, and proves nothing of the pages.
    within = any(page.lacks is False for page in noted) or _gives_policies(project)
    seen: set[_Mistake] = set()
    for page in noted:
        if page.lacks and within:
            seen.add(_MISSING)
            message = "the page has no security policy in its head"
            yield report(POLICY, message, page.place, project, hint=_GIVE)
        for mistake, problem in page.found:
            if mistake is None or mistake not in seen:
                yield problem
            if mistake is not None:
                seen.add(mistake)


def note_policies(page: Page, site: Site, project: Project) -> _Noted:
    """Note what is wrong with a page's policies, each with what makes it the same on others."""
    place = Place(page.path, page.url)
    if page.redirect:
        return _Noted(place, None, ())
    lacks = not _metas(page, "http-equiv", _NAME)
    return _Noted(place, lacks, tuple(_check_page(page, site, project)))


def _gives_policies(project: Project) -> bool:
    """Whether the build is meant to put its policy into each page."""
    return bool(project.config and _GIVEN.search(project.config.text))


def _check_page(page: Page, site: Site, project: Project) -> Iterator[_Found]:
    served = _read_headers(site)
    shared = served.get(_NAME)
    own = _metas(page, "http-equiv", _NAME)
    if not own and shared is None:
        if any(map(is_code, page.select("script:not([src])"))):
            yield _MISSING, _say_missing(page, project)
        return
    for text in own:
        # The same weak policy on each page is one mistake.
        for weakness in (*_weaknesses(text), *_late(page)):
            message = f"the security policy of the page {weakness}"
            yield (weakness,), report(WEAK, message, page, project, hint=_HINT)
    policies = [*own, shared] if shared else own
    yield from _check_code(page, policies, project)
    named = _metas(page, "name", "referrer") or [served.get("referrer-policy", "")]
    if named[-1].strip().lower() not in _DISCREET:
        message = "other sites are told which page a reader comes from"
        hint = 'Give it <meta name="referrer" content="same-origin">.'
        yield None, report(REFERRER, message, page, project, hint=hint)


_MISSING = ("missing",)
_GIVE = "hooks/secure_pages.py puts it there: see that mkdocs.yml runs it, after all other hooks."
_HINT = "Take it out of the policy, or leave the policy to hooks/secure_pages.py."


def _say_missing(page: Page, project: Project) -> Problem:
    message = "pages run the theme's inline scripts without a content security policy"
    hint = "Put hooks/secure_pages.py back among the hooks of mkdocs.yml."
    path = project.config.path if project.config else page.path
    return Problem(POLICY.code, message, path, None, hint, POLICY.severity)


@functools.lru_cache(maxsize=2)
def _read_headers(site: Site) -> dict[str, str]:
    """Return the headers of `_headers` that every page is sent with, by name."""
    if HEADERS not in site.files:
        return {}
    text = site.read(HEADERS).decode("utf-8", "replace")
    every = re.search(r"^/\*[ \t]*\n((?:[ \t]+.*(?:\n|$))*)", text, re.M)
    return {name.lower(): value for name, value in _HEADER.findall(every[1] if every else "")}


def _check_headers(policy: str, site: Site) -> Iterator[Problem]:
    path = site.prefix + HEADERS
    for weakness in _weaknesses(policy):
        message = f"the security policy {weakness}"
        yield Problem(WEAK.code, message, path, None, _HINT, WEAK.severity)
    if len(policy) + len("  Content-Security-Policy: ") > LONGEST_LINE:
        message = f"the security policy has more than {LONGEST_LINE} characters"
        hint = "Cloudflare Pages leaves it out; put inline scripts into files of docs/assets."
        yield Problem(POLICY.code, message, path, None, hint, POLICY.severity)


# Most pages of a site have the same policy, and the same scripts of its theme.
@functools.lru_cache(maxsize=64)
def _read(text: str) -> Policy:
    return read_policy(text)


@functools.lru_cache(maxsize=64)
def _weaknesses(text: str) -> tuple[str, ...]:
    policy, found = _read(text), []
    for directive in _SAID:
        if sources_of(policy, directive) is None:
            found.append(f"does not say where {directive.removesuffix('-src')}s may come from")
    if "base-uri" not in policy:
        found.append("does not say base-uri")
    for directive, sources in policy.items():
        guarded = directive.startswith(_GUARDED)
        # Pictures and the like run nothing: they may be data:, or of hosts that are named.
        found += [
            f"has {source} under {directive}"
            for source in sources
            if (not _STRICT.fullmatch(source) if guarded else _ANYWHERE.fullmatch(source))
        ]
    return tuple(found)


def _late(page: Page) -> Iterator[str]:
    """Tell when something comes before the policy: browsers run and load that as they like."""
    for node in page.select("head meta[http-equiv], script, style, link[rel~=stylesheet]"):
        if node.tag != "meta":
            yield f"comes after a <{node.tag}>"
            return
        if (node.attributes.get("http-equiv") or "").lower() == _NAME:
            return


def _check_code(page: Page, policies: Sequence[str], project: Project) -> Iterator[_Found]:
    """Find inline scripts and styles that one of a page's policies stops."""
    for node in page.select("script:not([src]), style"):
        script = node.tag == "script"
        if script and (not is_code(node) or in_text(node, page)):
            continue  # data, or a script that check_scripts reports
        directive = "script-src-elem" if script else "style-src-elem"
        code = node.text()
        if all(_is_allowed(code, policy, directive) for policy in policies):
            continue
        shown = " ".join(code.split())[:40]
        kind, rule = ("script", INLINE) if script else ("style", STYLE)
        message = f'a {kind} that the security policy does not name: "{shown}"'
        hint = "Take it out, or put it into a file of docs/assets."
        yield (directive, code), report(rule, message, page, project, literal=shown, hint=hint)
    for node in page.select("[style]"):
        style = node.attributes.get("style") or ""
        if not all(_takes_attributes(_read(policy)) for policy in policies):
            message = f'browsers leave out style="{style[:40]}" of <{node.tag}>'
            hint = "Use a class instead, and say its looks in a file of docs/assets."
            yield None, report(STYLE, message, page, project, literal=style, hint=hint)


@functools.lru_cache(maxsize=256)
def _is_allowed(code: str, policy: str, directive: str) -> bool:
    """Whether a policy lets an inline script or style be: by its hash, or all of them."""
    sources = sources_of(_read(policy), directive)
    if sources is None:
        return True
    named = [match for match in map(_HASH.fullmatch, sources) if match]
    if not named:
        return "'unsafe-inline'" in (source.lower() for source in sources)
    return any(
        hashlib.new(match[1].lower(), code.encode()).digest() == _decode(match[2])
        for match in named
    )


def _takes_attributes(policy: Policy) -> bool:
    sources = sources_of(policy, "style-src-attr")
    return sources is None or "'unsafe-inline'" in (source.lower() for source in sources)


def _decode(digest: str) -> bytes:
    standard = digest.replace("+", "-").replace("/", "_").rstrip("=")
    return base64.urlsafe_b64decode(standard + "=" * (-len(standard) % 4))


def _metas(page: Page, attribute: str, value: str) -> list[str]:
    """Return what the <meta> elements of a name say; outside of the head they are void."""
    return [
        _content(node)
        for node in page.select(f"head meta[{attribute}]")
        if (node.attributes.get(attribute) or "").lower() == value
    ]


def _content(node: LexborNode) -> str:
    return node.attributes.get("content") or ""
