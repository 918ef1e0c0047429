"""Our templates follow the theme's: a change there is looked at before it is taken over.

When a test here fails after an update of the theme, compare the theme's new
template with its old one, carry over what we want, and renew the sum.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import material
import pytest

TEMPLATES = Path(material.__file__).parent / "templates"

MADE_FROM = {
    "main.html": {
        "base.html": "8536d352b0093623df9e0032894f321c",
        "main.html": "9948b55a7bc979c35825df99baba9e69",
        "partials/path.html": "cbde0642861fe91597825d03c1c8cf68",
        "partials/path-item.html": "3252b317fa46c4e207e139dc8864c679",
    },
    "404.html": {"404.html": "80c93494b5432b1bcdf292caeb67a065"},
    "partials/content.html": {"partials/content.html": "ce33929c85af129f6e2f3b0aed47159e"},
    "partials/header.html": {"partials/header.html": "8cf3fb15bcf969ff596649616fd99366"},
    "partials/nav.html": {
        "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975",
        "partials/nav-item.html": "89895208f22d68ce405a4bcb6649b915",
    },
    "partials/toc.html": {
        "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e70",
        "partials/toc-item.html": "418f31ce2e6d559934f610084a5c8493",
    },
    "partials/palette.html": {"partials/palette.html": "fb935107ae7d3d7475965019eec36c1a"},
    "partials/languages/en-GB.html": {
        "partials/languages/en.html": "902e36bb5ec5cb46fb41df377051591e",
    },
    "partials/search.html": {"partials/search.html": "bfd556535abcddb99396ab2a7e3acc2e"},
}
"""Each of our templates, the theme's that it was made from, and the first half of their
SHA-256 sums then."""

ROWS = [(ours, theirs) for ours, sources in MADE_FROM.items() for theirs in sources]


@pytest.mark.parametrize(("ours", "theirs"), ROWS, ids=[f"{o} from {t}" for o, t in ROWS])
def test_the_theme_has_not_changed_it(ours: str, theirs: str) -> None:
    """Else ours may lack a mend, or fit no longer."""
    now = hashlib.sha256((TEMPLATES / theirs).read_bytes()).hexdigest()[:32]
    assert now == MADE_FROM[ours][theirs], (
        f"the theme changed {theirs}, which overrides/{ours} was made from: "
        "compare, carry over, and renew the sum in tests/test_overrides.py"
    )


def test_every_override_is_listed_and_says_why(root: Path) -> None:
    """None is forgotten; each opens with a comment that names its source and version."""
    folder = root / "overrides"
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.html")}
    assert set(found) == set(MADE_FROM)
    for name, path in found.items():
        comment = re.match(r"\{#-\n(.*?)-#\}", path.read_text("utf-8"), re.S)
        assert comment, f"{name} opens without its reason"
        words = " ".join(comment[1].split())
        assert re.search(r"[Mm]ade from material/templates/", words), name
        assert re.search(r"\b9\.\d+\.\d+\b", words), name


def test_our_templates_have_no_inline_style_or_script(root: Path) -> None:
    """A content security policy can then forbid both."""
    for path in (root / "overrides").rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"\sstyle=|\son[a-z]+=\"|<style", text), path.name
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path.name


NAV = [
    {"Home": "index.md"},
    {"First": [{"One": "one.md"}, {"Two": "two.md"}]},
    {"Second": [{"Three": "three.md"}, {"Deep": [{"Four": "four.md"}]}]},
]
FILES = {f"docs/{name}.md": f"# {name}\n" for name in ("index", "one", "two", "three", "four")}


def build_small(
    build_site: Callable[..., Any], *features: str, more: int = 0, nav: Sequence[Any] = NAV
) -> Any:
    """Build a site of five pages with our templates, without palette and search.

    `more` pages stand in a section behind them.
    """
    overrides = Path(__file__).resolve().parent.parent / "overrides"
    theme = {
        "name": "material",
        "font": False,
        "custom_dir": str(overrides),
        "features": list(features),
    }
    names = [f"more/{number}.md" for number in range(more)]
    files = FILES | {f"docs/{name}": f"# {name}\n" for name in names}
    return build_site(files, nav=[*nav, {"More": names}] if names else nav, theme=theme)


def test_menu_holds_every_page_at_any_depth(build_site: Callable[..., Any]) -> None:
    """Defect 18: nothing is folded, so nothing has to be unfolded."""
    built = build_small(build_site)
    assert not built.failed
    assert built.lines == []
    menu = built.page("three/index.html").css_first("#site-nav")
    assert [link.text(strip=True) for link in menu.css("a")] == [
        "Home",
        "One",
        "Two",
        "Three",
        "Four",
    ]
    assert [link.text(strip=True) for link in menu.css("[aria-current=page]")] == ["Three"]
    for section in menu.css("ul[aria-labelledby]"):
        assert menu.css_matches(f"#{section.attributes['aria-labelledby']}")
    assert menu.css("input, label") == []


def test_menu_of_a_large_site_can_be_pruned(build_site: Callable[..., Any]) -> None:
    """Defect 19: then sections other than the reader's own are one link."""
    built = build_small(build_site, "navigation.prune", more=56)
    menu = built.page("three/index.html").css_first("#site-nav")
    links = {link.text(strip=True): link.attributes["href"] for link in menu.css("a")}
    assert links == {
        "Home": "..",
        "First": "../one/",
        "Three": "./",
        "Deep": "../four/",
        "More": "../more/0/",
    }


def test_menu_of_a_small_site_stays_whole(build_site: Callable[..., Any]) -> None:
    """Sixty questions are read at a glance; the theme's setting waits for more."""
    pruned = build_small(build_site, "navigation.prune", more=55)
    whole = build_small(build_site, more=55)
    menus = [
        built.page("three/index.html").css_first("#site-nav").html for built in (pruned, whole)
    ]
    assert menus[0] == menus[1]
    assert len(whole.page("three/index.html").css("#site-nav a")) == 60


def test_trail_begins_at_a_home_page_within_a_section(build_site: Callable[..., Any]) -> None:
    """MkDocs and Zensical call it a home page only at the menu's top."""
    built = build_small(build_site, "navigation.path", nav=[{"Start": NAV[:1]}, *NAV[1:]])
    steps = built.page("one/index.html").css(".breadcrumb li")
    assert [step.text(strip=True) for step in steps] == ["Home", "First", "One"]
    assert steps[0].css_first("a").attributes["href"] == ".."
    assert built.page("index.html").css(".breadcrumb") == []


def test_pages_stand_without_palette_search_and_front_matter(
    build_site: Callable[..., Any],
) -> None:
    """The templates ask for nothing that a small site lacks."""
    built = build_small(build_site, "navigation.path")
    page = built.page("one/index.html")
    assert page.css_first("main #main") is not None
    assert page.css_first("a.skip-link").attributes["href"] == "#main"
    assert [item.text(strip=True) for item in page.css(".breadcrumb li")] == [
        "Home",
        "First",
        "One",
    ]
    assert page.css("link[rel=prev], link[rel=next]") == []
    assert page.css("[data-md-component=search], #palette") == []
    assert built.page("404.html").css_first("h1").text() == "We cannot find that page"


@pytest.mark.parametrize(
    ("feature", "late"), [("navigation.path", True), ("content.code.copy", False)]
)
def test_theme_script_waits_unless_a_feature_needs_it(
    build_site: Callable[..., Any], feature: str, late: bool
) -> None:
    """What search.js takes out of its template, or the theme's own way with all its parts."""
    page = build_small(build_site, feature).page("one/index.html")
    html = str(page.html)
    assert (
        '<template id="theme-script"><script src="../assets/javascripts/bundle.' in html
    ) is late
    assert html.count("javascripts/bundle.") == 1
    assert bool(page.css("#main[data-md-component=content]")) is not late


def test_pages_of_a_british_site_say_so(build_site: Callable[..., Any]) -> None:
    """Screen readers and the check of spelling know it from the page."""
    overrides = Path(__file__).resolve().parent.parent / "overrides"
    theme = {"name": "material", "font": False, "custom_dir": str(overrides), "language": "en-GB"}
    built = build_site(FILES, nav=NAV, theme=theme)
    assert not built.failed
    root = built.page("three/index.html").css_first("html")
    assert root.attributes["lang"] == "en-GB"
    assert built.page("three/index.html").css_first("#menu-button") is not None


def test_what_the_theme_writes_wrongly_is_mended(build_site: Callable[..., Any]) -> None:
    """Its switches are fields for scripts alone; 404.html has them too. Its icons say nothing."""
    built = build_site(FILES, hooks=["finish_site"], nav=NAV)
    for name in ("index.html", "three/index.html", "404.html"):
        icons = built.page(name).css(":is(a, button) svg")
        assert len(icons) > 2
        assert all(icon.attributes.get("aria-hidden") == "true" for icon in icons)
        switches = built.page(name).css("input[type=checkbox]")
        assert len(switches) == 2
        assert [node.attributes.get("autocomplete") for node in switches] == [None, None]
        assert all("hidden" in node.attributes for node in switches)
