"""Take pictures of every page of a built site, for somebody to look at.

    python tests/browser/screenshots.py site/ screenshots/

On a phone, a tablet and a desk, in light and in dark; on a phone without
scripts; and on paper, as PDF. No picture is compared with another: that is
what the tests are for.
"""

from __future__ import annotations

import sys
from pathlib import Path

# Run as a program, so its own folder is first on the path.
from chromium import ARGUMENTS, find_chromium
from playwright.sync_api import sync_playwright
from static_host import serve

WIDTHS = {"phone": 360, "tablet": 768, "desk": 1280}
LOOKS = [
    *((f"{name}-{scheme}", width, scheme, True) for name, width in WIDTHS.items()
      for scheme in ("light", "dark")),
    ("phone-noscript", 360, "light", False),
]  # fmt: skip


def take_screenshots(site: Path, folder: Path) -> int:
    """Write the pictures into a folder; give how many there are."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        for look, width, scheme, scripts in LOOKS:
            context = browser.new_context(
                viewport={"width": width, "height": 800},
                color_scheme=scheme,  # type: ignore[arg-type]
                java_script_enabled=scripts,
            )
            page = context.new_page()
            for path in pages:
                name = path.removesuffix("/index.html").removesuffix(".html").replace("/", "-")
                page.goto(address + path.removesuffix("index.html"))
                page.screenshot(path=folder / f"{name}-{look}.png", full_page=True)
                taken += 1
                if look == "phone-light":
                    page.pdf(path=folder / f"{name}-paper.pdf", format="A4", tagged=True)
                    taken += 1
            context.close()
        browser.close()
    return taken


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python tests/browser/screenshots.py SITE FOLDER")
    print(take_screenshots(Path(sys.argv[1]), Path(sys.argv[2])), "pictures in", sys.argv[2])
