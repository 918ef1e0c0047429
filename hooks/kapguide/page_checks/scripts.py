"""Hold that no script runs that the site's security policy does not know by its hash."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from kapguide.page_checks.project import Project, Site, report
from kapguide.pages import Page
from kapguide.problems import Problem, Rule

INLINE = Rule(
    "inline-script",
    "error",
    "A script stands in a file of its own, or the security policy names its hash; the text of a "
    "page holds none.",
    "W3C Content Security Policy",
    "<script>track('risks')</script>",
    "The page about risks.",
)
UNSAFE = Rule(
    "unsafe-url",
    "error",
    "No address runs code (javascript:) or is a document in itself (data:).",
    "W3C Content Security Policy",
    '<a href="javascript:history.back()">Go back to the list</a>',
    '<a href="risks.md">Go back to the risks</a>',
)
POLICY = Rule(
    "policy-missing",
    "warning",
    "The site has a content security policy that names its inline scripts.",
    "W3C Content Security Policy",
    "<head> without a policy, and a script of the theme in the page",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self' 'sha256-…'\">",
)
RULES = (INLINE, UNSAFE, POLICY)

_RUNS = frozenset({"", "module", "text/javascript", "application/javascript"})
_UNSAFE = re.compile(r"^(?:javascript|vbscript|data|blob|filesystem):", re.I)
"""Without one of these in the HTML there is no such address, however it is written."""
_IMAGE = re.compile(r"^data:image/(?:png|gif|jpeg|webp|svg\+xml)[;,]", re.I)
_ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "poster"}
_PICTURES = {"img", "source", "link", "image"}
_HASH = re.compile(r"'(sha(?:256|384|512))-([\w+/=-]+)'")


def check_scripts(page: Page, project: Project) -> Iterator[Problem]:
    """Find inline scripts and event handlers that no policy names, and unsafe addresses."""
    policy = page_policy(page)
    for node in page.select("script:not([src])"):
        if not _is_code(node):
            continue
        inside = page.main is not None and _inside_article(node)
        if inside or (policy and not is_allowed(node, policy)):
            code = " ".join(node.text().split())
            where = (
                "in the text of the page" if inside else "that the security policy does not name"
            )
            message = f'a script {where}: "{code[:40]}"'
            hint = "Take it out, or put it into a file of docs/assets."
            yield report(INLINE, message, page, project, literal=code[:40], hint=hint)
    yield from _check_handlers(page, project)
    for node in page.select("[href], [src], [action], [formaction], object[data], [poster]"):
        for name, value in node.attributes.items():
            if name not in _ADDRESSES or ":" not in (value or ""):
                continue
            # Browsers drop blanks and control characters from an address.
            address = re.sub(r"[\x00-\x20]", "", value or "")
            harmless = node.tag in _PICTURES and _IMAGE.match(address)
            if _UNSAFE.match(address) and not harmless:
                message = f'the address "{address[:40]}" runs code or is a document in itself'
                hint = "Link to a page or a file instead."
                yield report(UNSAFE, message, page, project, literal=address, hint=hint)


def _check_handlers(page: Page, project: Project) -> Iterator[Problem]:
    source = project.source(page)
    found = page.handlers
    if source is None or not source.path.endswith(".md"):
        # No template of ours made the rest of the page either.
        found = [(node, name) for node in page.select("*") for name in node.attributes]
    for node, name in found:
        if re.fullmatch(r"on[a-z]{3,24}", name):
            value = node.attributes.get(name) or ""
            message = f'the attribute {name} of <{node.tag}> holds a script: "{value}"'
            literal = value or name
            yield report(INLINE, message, page, project, literal=literal, hint="Take it out.")


def page_policy(page: Page) -> str:
    """Return the content security policy that a page carries, if any."""
    for node in page.select("meta[http-equiv]"):
        if (node.attributes.get("http-equiv") or "").lower() == "content-security-policy":
            return node.attributes.get("content") or ""
    return ""


def is_allowed(node: LexborNode, policy: str) -> bool:
    """Whether a policy names a script's hash."""
    code = node.text().encode()
    return any(
        hashlib.new(name, code).digest() == base64.urlsafe_b64decode(_standard(digest))
        for name, digest in _HASH.findall(policy)
    )


def _standard(digest: str) -> str:
    return digest.replace("+", "-").replace("/", "_") + "=" * (-len(digest) % 4)


def _is_code(node: LexborNode) -> bool:
    return (node.attributes.get("type") or "").strip().lower() in _RUNS


def _inside_article(node: LexborNode) -> bool:
    """Whether an element stands in the main content; the theme puts none of its own there."""
    found: LexborNode | None = node
    while found is not None and found.tag != "main":
        if found.tag == "article":
            return True
        found = found.parent
    # A theme without <article> has only the text itself in <main>.
    return found is not None and not found.css("article")


def check_policy(site: Site, project: Project) -> Iterator[Problem]:
    """Say once when the theme's scripts run without any policy."""
    served = "_headers" in site.files and b"ontent-security-policy" in site.read("_headers").lower()
    if served:
        return
    for page in site.pages:
        scripts = [node for node in page.select("script:not([src])") if _is_code(node)]
        if scripts and not page.redirect and not page_policy(page):
            message = "pages run the theme's inline scripts without a content security policy"
            hint = "Add one to overrides/main.html, with the hash of each script."
            path = project.main_template or page.path
            yield Problem(POLICY.code, message, path, None, hint, POLICY.severity)
            return
