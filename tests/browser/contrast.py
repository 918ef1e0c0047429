"""Print the smallest contrast of text on a built site, in light and in dark.

    python tests/browser/contrast.py site/

On every page, at a phone's width and a desk's, as axe measures it: the ratio of
a text's colour and of what lies behind it. WCAG 2.2 AA wants 4.5, and 3 for
large letters. Exits 1 where a text has less, and says how many texts axe could not
measure because something else reaches over them, such as the brackets and commas
of citations, which lie in the area where a neighbouring number can be pressed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe

# Run as a program, so its own folder is first on the path.
from chromium import ARGUMENTS, find_chromium
from playwright.sync_api import Page, sync_playwright
from static_host import serve

OPTIONS = {"runOnly": ["color-contrast"], "resultTypes": ["passes", "violations", "incomplete"]}
WIDTHS = (360, 1280)
SCHEMES = {"light": "default", "dark": "slate"}


@dataclass(frozen=True, slots=True, order=True)
class Measured:
    """The contrast of one text; the smallest comes first."""

    ratio: float
    least: float
    page: str
    target: str
    colours: str


def read_nodes(found: dict[str, Any], page: str) -> Iterator[Measured | None]:
    """Give what axe measured on a page, and nothing for each text that it could not."""
    for kind in ("passes", "violations", "incomplete"):
        for rule in found[kind]:
            for node in rule["nodes"]:
                data = node["any"][0].get("data") or {}
                ratio = data.get("contrastRatio")
                if not ratio or kind == "incomplete":
                    yield None
                    continue
                least = float(data["expectedContrastRatio"].removesuffix(":1"))
                colours = f"{data['fgColor']} on {data['bgColor']}"
                yield Measured(ratio, least, page, str(node["target"][0]), colours)


def measure_page(page: Page, address: str, path: str, scheme: str) -> list[Measured | None]:
    """Open a page and measure every text on it."""
    page.goto(address + path)
    page.wait_for_selector(f"body[data-md-color-scheme={SCHEMES[scheme]}]")
    page.evaluate(Axe().axe_script)
    return list(read_nodes(page.evaluate("options => axe.run(document, options)", OPTIONS), path))


def measure_site(site: Path, scheme: str) -> list[Measured | None]:
    """Measure every page at both widths."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    measured = []
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": 800},
                color_scheme=scheme,  # type: ignore[arg-type]
                reduced_motion="reduce",
            )
            page = context.new_page()
            for path in paths:
                measured += measure_page(page, address, path.removesuffix("index.html"), scheme)
            context.close()
        browser.close()
    return measured


def main(site: Path) -> int:
    """Print both schemes; give the exit status."""
    failed = False
    for scheme in SCHEMES:
        measured = measure_site(site, scheme)
        known = [one for one in measured if one]
        if not known:
            print(f"{scheme}: no text found in {site}")
            return 1
        low = min(known)
        failed = failed or any(one.ratio < one.least for one in known)
        where = f"{low.colours}, {low.target} in {low.page or 'the home page'}"
        print(f"{scheme}: {low.ratio} ({low.least} wanted): {where}")
        print(f"  {len(known)} texts measured, {len(measured) - len(known)} not measurable")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tests/browser/contrast.py SITE")
    sys.exit(main(Path(sys.argv[1])))
