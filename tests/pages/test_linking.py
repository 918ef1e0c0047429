"""Every attribute that names another file, page or host, with what it does."""

from __future__ import annotations

import pytest
from kapguide.pages.linking import HOLDS, LEADS, LOADS, SENDS, find_style_addresses, host_of
from kapguide.pages.page import parse_page

X = "https://x.example/y"

LINKS = [
    (LOADS, f'<img src="{X}">'),
    (LOADS, f'<img srcset="a.png 1x, {X} 2x">'),
    (LOADS, f'<img lowsrc="{X}">'),
    (LOADS, f'<img dynsrc="{X}">'),
    (LEADS, f'<img longdesc="{X}">'),
    (SENDS, f'<img attributionsrc="{X}">'),
    (LOADS, f'<picture><source srcset="{X}, b.png 2x"></picture>'),
    (LOADS, f'<script src="{X}"></script>'),
    (LOADS, f'<iframe src="{X}"></iframe>'),
    (HOLDS, f'<iframe srcdoc="{X}"></iframe>'),
    (LOADS, f'<video src="{X}"></video>'),
    (LOADS, f'<video poster="{X}"></video>'),
    (LOADS, f'<audio src="{X}"></audio>'),
    (LOADS, f'<video><track src="{X}"></video>'),
    (LOADS, f'<embed src="{X}">'),
    (LOADS, f'<object data="{X}"></object>'),
    (LOADS, f'<object codebase="{X}"></object>'),
    (LOADS, f'<object classid="{X}"></object>'),
    (LOADS, f'<applet archive="a.jar {X}"></applet>'),
    (LOADS, f'<input type=image src="{X}">'),
    (SENDS, f'<form action="{X}"></form>'),
    (SENDS, f'<button formaction="{X}">x</button>'),
    (SENDS, f'<input formaction="{X}">'),
    (SENDS, f'<a href="#" ping="/a {X}">x</a>'),
    (LEADS, f'<a href="{X}">x</a>'),
    (LEADS, f'<map><area href="{X}"></map>'),
    (LOADS, f'<base href="{X}">'),
    (LOADS, f'<link rel="stylesheet" href="{X}">'),
    (LOADS, f'<link rel="alternate STYLESHEET" href="{X}">'),
    (LOADS, f'<link rel="dns-prefetch" href="{X}">'),
    (LOADS, f'<link rel="manifest" href="{X}">'),
    (LOADS, f'<link rel="preload" imagesrcset="{X} 1x">'),
    (LEADS, f'<link rel="canonical" href="{X}">'),
    (LEADS, f'<meta http-equiv="Refresh" content="3; URL=\'{X}\'">'),
    (LEADS, f'<meta http-equiv="refresh" content="0,{X}">'),
    (LOADS, f'<table background="{X}"></table>'),
    (LOADS, f'<td background="{X}"></td>'),
    (LOADS, f"<p style=\"background: url('{X}')\">x</p>"),
    (LOADS, f'<p style="background: u\\72l({X})">x</p>'),
    (LOADS, f"<p style=\"background: image-set('{X}' 1x)\">x</p>"),
    (LOADS, f'<svg><image href="{X}"/></svg>'),
    (LOADS, f'<svg><image xlink:href="{X}"/></svg>'),
    (LOADS, f'<svg><use href="{X}"/></svg>'),
    (LOADS, f'<svg><feImage href="{X}"/></svg>'),
    (LOADS, f'<svg><filter><feImage xlink:href="{X}"/></filter></svg>'),
    (LOADS, f'<svg><script href="{X}"/></svg>'),
    (LOADS, f'<svg><textPath href="{X}"/></svg>'),
    (LOADS, f'<svg><linearGradient href="{X}"/></svg>'),
    (LOADS, f'<svg><pattern xlink:href="{X}"/></svg>'),
    (LOADS, f'<svg><rect fill="url({X})"/></svg>'),
    (LOADS, f'<svg><rect mask="url({X})"/></svg>'),
    (LEADS, f'<svg><a xlink:href="{X}">x</a></svg>'),
    (LEADS, f'<svg><a><set attributeName="href" to="{X}"/></a></svg>'),
    (LEADS, f'<svg><a><animate attributeName="xlink:href" values="a;{X}"/></a></svg>'),
    (LOADS, f'<template><img src="{X}"></template>'),
    (LOADS, f'<noscript><img src="{X}"></noscript>'),
]


@pytest.mark.parametrize(("does", "html"), LINKS, ids=[html for _, html in LINKS])
def test_every_attribute(does: str, html: str) -> None:
    """As browsers read it."""
    page = parse_page(f"<!doctype html><body><table><tr>{html}", "x.html")
    assert (does, X) in [(link.does, link.address) for link in page.links]


def test_manifest_of_a_page() -> None:
    """An old attribute of the whole page."""
    page = parse_page(f'<!doctype html><html manifest="{X}">', "x.html")
    assert [(link.does, link.address) for link in page.links] == [(LOADS, X)]


@pytest.mark.parametrize(
    "html",
    [
        f'<blockquote cite="{X}">x</blockquote>',
        f'<meta name="description" content="{X}">',
        f'<meta property="og:image" content="{X}">',
        f'<svg><animate attributeName="x" values="{X}"/></svg>',
        f'<p title="{X}" data-src="{X}">x</p>',
        f'<div itemscope itemtype="{X}">x</div>',
    ],
)
def test_what_asks_for_nothing(html: str) -> None:
    """Words and names."""
    assert parse_page(f"<!doctype html>{html}", "x.html").links == []


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://x.example/a", "x.example"),
        ("//x.example", "x.example"),
        ("HTTP:\\\\x.example\\a", "x.example"),
        ("/\\x.example", "x.example"),
        (" \n//x.example", "x.example"),
        ("ht\ntps://x.example", "x.example"),
        ("https:x.example", "x.example"),
        ("wss://x.example:443/", "x.example:443"),
        ("a/b.png", ""),
        ("/a//b.png", ""),
        ("data:image/png;base64,x", ""),
        ("mailto:a@x.example", ""),
        ("", ""),
    ],
)
def test_host(address: str, host: str) -> None:
    """The host that a browser would ask."""
    assert host_of(address) == host


@pytest.mark.parametrize(
    "css",
    [
        f"@import '{X}';",
        f"@import url({X}) print;",
        f"@media print {{ p {{ background: url( '{X}' ) }} }}",
        f"p {{ background: \\75 rl({X}) }}",
        f"p {{ & b {{ cursor: url({X}), auto }} }}",
        f"@font-face {{ src: url({X}) format('woff2') }}",
        f"p {{ background: -webkit-image-set('{X}' 1x) }}",
        f'/* a */ @IMPORT "{X}";',
    ],
)
def test_stylesheets(css: str) -> None:
    """Escapes, nesting and strings are read as browsers read them."""
    assert find_style_addresses(css) == [X]


def test_words_in_a_stylesheet_are_none() -> None:
    """A comment and a text that is shown ask for nothing."""
    assert find_style_addresses(f"/* url({X}) */ p::before {{ content: '{X}' }}") == []
