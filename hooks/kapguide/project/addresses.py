"""Say where an address leads within the site, and what is wrong with it.

Nothing is wrong with one that leads to a page or file that exists, or away from
the site.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from markdown_citations.problems import nearest

from kapguide.project.project import Project, Site

_WHOLE = re.compile(r"^(?:https?:)?//([^/?#]*)([^?#]*)(.*)$", re.I)
SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.I)
"""How an address starts that may lead to another site."""
_PLAIN = re.compile(r"/?[\w.-]+(?:/[\w.-]+)*", re.A)
"""An address that is no more than a path; most are."""
_CURVED = "[“”‘’«»„]"
_FORMS = (
    (rf"{_CURVED}.*", "Take the curved quotation marks out; in HTML, type straight ones."),
    (
        rf".* {_CURVED}.*",
        'Type straight quotation marks around the title: [words](file.md "title").',
    ),
    (r'.* ".*', 'Close the quotation marks of the title: [words](file.md "title").'),
    (
        r"(?i:https?[:;]?/+)?(?P<host>(?i:www\.|(?<=/))[\w-]+(?:\.[\w-]+)+(?:[/?#].*)?)",
        "Write {host}",
    ),
    (r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", "Write mailto:{0}"),
    (r"\+?\d[\d.-]{2,}", "Write tel:{0} for what a tap calls, or sms: for what it texts."),
)
"""What is none by its signs, and what to do about it."""

_PASSED_ON = re.compile(r"[?&](?:q|url|u|target|dest|to)=(?P<whole>https?(?:://|%3A%2F%2F)[^&#]+)")
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|mkt_tok|_hsenc|_hsmi|igshid)(?:=|$)", re.I
)
"""What newsletters, networks and chatbots add to an address, to be counted by."""

_SMALL, _ALIKE = 4, 0.7
"""So many letters has a word that says little; so alike are two that are forms of one."""
_UNUSED = re.compile(r"fnref\d*:(.+)")
"""The part of a page where a footnote is mentioned, as Markdown names it."""


class Wrong(NamedTuple):
    """What is wrong with an address."""

    target: str
    wrong: str
    hint: str
    """Empty where the checks look for what was meant."""


class Part(NamedTuple):
    """A part of another page, which may not have been read yet."""

    page: str
    name: str


class Anchors(NamedTuple):
    """The names of a page's parts, joined by zero characters: half as large as in tuples."""

    own: str
    """Those of its own text."""
    others: str
    """Those of its template, which exist, and which nobody means."""


def judge_address(address: str, url: str, site: Site, project: Project) -> Wrong | Part | None:
    """Say what is wrong with an address of the page at `url`, or which part it leads to."""
    own = _own(address, project.host)
    base = project.base.rstrip("/") + "/"
    if own is None or (SCHEME.match(address) and not f"{own}/".startswith(base)):
        return None  # beside a guide that lies in a folder, the clinic has a site of its own
    path, _, fragment = own.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith("/"):
        target = posixpath.relpath(path, base)
        abroad = _resolve(target, project.languages.elsewhere)
        if not f"{path}/".startswith(base) and not abroad:
            hint = f"Write it relative to the page; absolute ones start with {base} here."
            return Wrong(path, "leads out of the site", hint)
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(url), path)) if path else url
    target = "" if target == "." else target
    found = _resolve(target, site.files) if not target.startswith("..") else None
    found = found or _resolve(target, project.languages.elsewhere)
    if found is None:
        return Wrong(target, "leads nowhere", "") if site.complete else None
    name = unquote(fragment).partition(":~:")[0]
    return Part(found, name) if name and name.lower() != "top" else None


def _resolve(path: str, files: Collection[str]) -> str | None:
    """Return the file that an address without fragment leads to, if there is one."""
    if path in files:
        return path
    index = f"{path}/index.html".lstrip("/")
    return index if index in files else None


def find_file(address: str, url: str, project: Project) -> str:
    """Name the file that an address of the page at `url` loads; empty where it is elsewhere."""
    path = address
    if not _PLAIN.fullmatch(address):
        try:
            parts = urlsplit(address)
        except ValueError:  # no address at all: http://[
            return ""
        if parts.netloc.lower() not in ("", project.host) or (parts.scheme and not parts.netloc):
            return ""
        path = unquote(parts.path)
    if path.startswith("/"):
        return path.removeprefix(project.base.rstrip("/") + "/").lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(url), path))


def judge_part(part: Part, anchors: Mapping[str, Anchors]) -> Wrong | None:
    """Look for a part of a page among its anchors; what was not looked at has any."""
    if part.page not in anchors:
        return None
    known = anchors[part.page]
    if any(part.name in joined.split("\0") for joined in known):
        return None
    if footnote := _UNUSED.fullmatch(part.name):
        hint = f"Write [^{footnote[1]}] where the footnote belongs, or take the footnote out."
        return Wrong(
            f"{part.page}#{part.name}", "belongs to a footnote that nothing mentions", hint
        )
    match = _find_reworded(part.name, known.own.split("\0"))
    hint = (
        f'Did you mean "#{match}"?'
        if match
        else "Look up the heading's anchor on that page. If the heading was reworded, write "
        f"{{#{part.name}}} behind it, and each link leads there again."
    )
    target = f"{part.page}#{part.name}"
    return Wrong(target, "names a part that the page does not have", hint)


def _find_reworded(name: str, anchors: Sequence[str]) -> str:
    """Return the part whose words are nearly those of another, in whichever order.

    A part that lacks a word of it is another one: the heart is not the liver.
    """

    def say(anchor: str) -> list[str]:
        return sorted(re.findall(r"\w+", anchor.casefold()))

    telling = [word for word in say(name) if len(word) > _SMALL]
    alike = [
        one
        for one in anchors
        if all(difflib.get_close_matches(word, say(one), 1, _ALIKE) for word in telling)
    ]
    by_words = {" ".join(say(one)): one for one in alike}
    found = difflib.get_close_matches(" ".join(say(name)), by_words, 1)
    return by_words[found[0]] if found else nearest(name, alike) or ""


def _own(address: str, host: str) -> str | None:
    """Return the address within the site, or None where it leads elsewhere."""
    if not SCHEME.match(address):
        return address
    match = _WHOLE.match(address) if host and host in address.lower() else None
    if match and match[1].lower() == host:
        return (match[2] or "/") + match[3]
    return None


def advise_form(address: str) -> str:
    """Say what to do about an address that is none by its signs; nothing about others."""
    for form, hint in _FORMS:
        if found := re.fullmatch(form, address):
            whole = {
                name: lead_straight(f"https://{one}") for name, one in found.groupdict().items()
            }
            return hint.format(address, **whole)
    return ""


def lead_straight(address: str) -> str:
    """Return the address that one passes its readers on to, without what counts them."""
    if passed := _PASSED_ON.search(address):
        return lead_straight(unquote(passed["whole"]))
    start, mark, fragment = address.partition("#")
    path, _, query = start.partition("?")
    kept = "&".join(one for one in query.split("&") if not _TRACKING.match(one))
    return address if kept == query else f"{path}{kept and '?'}{kept}{mark}{fragment}"
