"""Previews of links, icons, and the pictures themselves."""

from __future__ import annotations

import struct
from pathlib import Path

from kapguide.machine_data.facts import PageFacts, SiteFacts
from kapguide.machine_data.page_data import PICTURES
from kapguide.machine_data.picture import SIZE
from kapguide.machine_data.previews import PICTURE, render_icons, render_previews
from selectolax.lexbor import LexborHTMLParser

SITE = SiteFacts("KAP Guide", "https://kap-guide.example/sub/")
PAGE = PageFacts('A "title" & <more>', "Said in a sentence.", "https://kap-guide.example/sub/p/")


def metas(page: PageFacts, site: SiteFacts, *, picture: bool) -> dict[str, str]:
    tree = LexborHTMLParser(render_previews(page, site, picture=picture))
    found = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        found[attributes.get("property") or attributes["name"]] = attributes["content"]
    return found


def test_a_page_with_a_picture() -> None:
    """Every value escaped, every address absolute."""
    assert metas(PAGE, SITE, picture=PICTURE) == {
        "og:title": 'A "title" & <more>',
        "og:description": "Said in a sentence.",
        "og:type": "article",
        "og:url": "https://kap-guide.example/sub/p/",
        "og:site_name": "KAP Guide",
        "og:locale": "en_US",
        "og:image": "https://kap-guide.example/sub/assets/share.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "An open book, and the words: ketamine-assisted psychotherapy in "
        "plain words.",
        "twitter:card": "summary_large_image",
    }


def test_a_page_with_a_picture_of_its_own() -> None:
    """Who cannot see it hears its words; its address is quoted."""
    found = metas(PAGE, SITE, picture="assets/share/a b.png")
    assert found["og:image"] == "https://kap-guide.example/sub/assets/share/a%20b.png"
    words = 'The words "A "title" & <more>", above the name of the site, KAP Guide.'
    assert found["og:image:alt"] == words


def test_what_cannot_be_said() -> None:
    """Without the site's address there is no picture; without a description, none is made up."""
    home = PageFacts("T", is_home=True)
    assert metas(home, SiteFacts("S", language="pt-BR"), picture=PICTURE) == {
        "og:title": "T",
        "og:type": "website",
        "og:site_name": "S",
        "og:locale": "pt_BR",
        "twitter:card": "summary",
    }


def test_icons() -> None:
    """A link for each icon that there is, and for no other."""
    assert render_icons({"favicon.ico": "../favicon.ico", "assets/share.png": "x"}) == (
        '<link rel="icon" sizes="32x32" href="../favicon.ico">'
    )
    assert render_icons({}) == ""


def test_the_pictures(root: Path) -> None:
    """They exist, in the size that pages say, and are light enough for every network."""
    docs = root / "docs"
    assert all((docs / name).is_file() for name in PICTURES)
    share = (docs / PICTURE).read_bytes()
    assert share.startswith(b"\x89PNG")
    assert struct.unpack(">II", share[16:24]) == SIZE
    assert len(share) < 100_000
    touch = (docs / "assets/apple-touch-icon.png").read_bytes()
    assert struct.unpack(">II", touch[16:24]) == (180, 180)
    icon = (docs / "favicon.ico").read_bytes()
    assert struct.unpack("<HHHBB", icon[:8]) == (0, 1, 1, 32, 32)
    assert icon[22:26] == b"\x89PNG"
