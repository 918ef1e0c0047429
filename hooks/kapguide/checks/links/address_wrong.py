"""Check that an address which leads elsewhere has the form of one, and leads there itself."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from markdown_citations.problems import nearest

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.linking import LEADS
from kapguide.pages.local_files import is_local
from kapguide.project.addresses import lead_straight

WRONG = Rule(
    "address-wrong",
    "error",
    "A link to another site starts with https:// and the name of a host, which has a dot in it.",
    "WHATWG URL",
    "See [the agency](htps://www.fda.gov/).",
    "See [the agency](https://www.fda.gov/).",
)
DETOUR = Rule(
    "address-detour",
    "warning",
    "A link leads to where its words say, not by way of a search engine or a mail program that "
    "notes who follows it, and does not say where its readers come from.",
    "KAP Guide",
    "See [the agency](https://www.google.com/url?q=https://www.fda.gov/&sa=D).",
    "See [the agency](https://www.fda.gov/).",
)

_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.I)
_COMMON = ("https", "http", "mailto", "tel", "sms")
_OTHERS = {"javascript", "vbscript", "data", "filesystem", "ftp", "geo", "webcal", "whatsapp"}
"""Other checks judge these, or a reader's own programs know them."""
_ADDRESSED = (
    ("a", "href", "link", "[words](file.md)"),
    ("img", "src", "image", "![what it shows](assets/file.svg)"),
)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+\.?(?::\d+)?|\[[0-9a-f:]+\](?::\d+)?|[\d.-]+", re.I)
_BEHIND = re.compile("[?#]")
_MADE_BY_HAND = re.compile(r"https?[:;]*/*(?=\w)", re.I)
_BY_TAP = re.compile(r"/*(?:mailto|tel|sms):", re.I)
"""What an editor's program may have put https:// before."""
_WEBSITE = "Write https:// and the name of the website."


def check_forms(page: Page, project: Project) -> Problems:
    """Find addresses that no browser can follow, or that lead by way of another host."""
    yield from _find_empty(page, project)
    told: set[str] = set()
    for link in page.links:
        address = link.address.strip()
        scheme = _SCHEME.match(address)
        if not scheme or link.does != LEADS or link.tag != "a" or address in told:
            continue
        told.add(address)
        if is_local(address):
            continue  # file-local says so
        if found := _judge(scheme["scheme"].lower(), address):
            rule, wrong, hint = found
            message = f'the link "{unquote(address)}" {wrong}'
            yield report(rule, message, page, project, literal=address, hint=hint)


def _find_empty(page: Page, project: Project) -> Problems:
    """Find links and pictures without an address: a link then leads to its own page."""
    for tag, attribute, kind, form in _ADDRESSED:
        for node in page.elements.get(tag, ()):
            attributes = node.attributes
            if attribute not in attributes or attributes[attribute] not in {None, "", "#"}:
                continue
            words = " ".join((node.text() or attributes.get("alt") or "").split())
            message = f'the {kind} "{words}" has no address'
            hint = f"Write it between the round brackets: {form}."
            yield report(
                WRONG, message, page, project, literal=f"[{words}](", text=words, hint=hint
            )


def _judge(scheme: str, address: str) -> tuple[Rule, str, str] | None:
    """Say what is wrong with an address; None where nothing is."""
    rest = address[len(scheme) + 1 :]
    if scheme not in _COMMON and scheme not in _OTHERS:
        meant = nearest(scheme, [one for one in _COMMON if one != "http"])
        hint = f"Write {lead_straight(f'{meant}:{rest}')}" if meant else _WEBSITE
        if scheme == "doi" and (number := rest.strip("/ ")):
            hint = f"Write https://doi.org/{number}"
        return WRONG, f'starts with "{scheme}:", which no browser knows', hint
    if not scheme.startswith("http"):
        return None
    if _BY_TAP.match(rest):
        wrong = "is no website's: what stands behind the slashes calls, texts or writes to somebody"
        return WRONG, wrong, f"Write {rest.strip('/')}"
    host = _read_host(address)
    if not rest.startswith("//") or not _HOST.fullmatch(host):
        meant = lead_straight(f"https://{_MADE_BY_HAND.sub('', rest.strip(' /:'))}")
        is_whole = "." in meant and _HOST.fullmatch(_read_host(meant))
        hint = f"Write {meant}" if is_whole else _WEBSITE
        return WRONG, "has no name of a host that a browser can look up", hint
    if (straight := lead_straight(address)) != address:
        by_way = _BEHIND.split(straight, 1)[0] != _BEHIND.split(address, 1)[0]
        wrong = f"leads by way of {host}" if by_way else "says where its readers come from"
        return DETOUR, wrong, f"Write {straight}"
    return None


def _read_host(address: str) -> str:
    """Return the host of an address; empty where it is no address at all, like https://[."""
    try:
        return unquote(urlsplit(address).netloc).rpartition("@")[2]
    except ValueError:
        return ""


CHECK = Check((WRONG, DETOUR), page=check_forms)
