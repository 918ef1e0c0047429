"""Draw the pictures that are made once and kept: the link preview and two icons.

Run it by hand after a change of docs/assets/favicon.svg or of the words below:

    .venv/bin/python tools/draw_pictures.py

Takes docs/assets/favicon.svg. Writes docs/assets/share.png (1200 by 630),
docs/assets/apple-touch-icon.png and docs/favicon.ico. Letters look a little
different on each machine, so the build does not draw them; and the words are
the guide's subject and not its name, which another clinic changes.
"""

from __future__ import annotations

import os
import shutil
import struct
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

DOCS = Path(__file__).resolve().parent.parent / "docs"
SIGN = "assets/favicon.svg"
TITLE = "Ketamine-assisted psychotherapy<br>in plain words"
LINE = "What studies found · the risks · the law · where to find help"

SHARE = """<style>
  body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 70px 90px 80px;
         background: #12505b; color: #fff; display: flex; flex-direction: column;
         justify-content: space-between;
         font-family: "Liberation Sans", Arial, Helvetica, sans-serif; }
  svg { width: 144px; height: 144px; margin: -12px 0 0 -27px; } /* its book starts 27px inside */
  h1 { margin: 0; font-size: 72px; line-height: 1.12; letter-spacing: -1.5px; text-wrap: balance; }
  p { margin: 0; font-size: 36px; color: #e3eff1; }
</style>%s<h1>%s</h1><p>%s</p>"""
ICON = "<style>body { margin: 0 } svg { display: block; width: %dpx; height: %dpx }</style>%s"


def draw(page: Page, html: str, width: int, height: int) -> bytes:
    """Draw HTML as a PNG; what it leaves free stays clear."""
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(html)
    return page.screenshot(omit_background=True)


def draw_icon(page: Page, sign: str, size: int, *, square: bool = False) -> bytes:
    """Draw the sign; `square` fills the corners, which iOS rounds itself."""
    sign = sign.replace('rx="7"', 'rx="0"') if square else sign
    return draw(page, ICON % (size, size, sign), size, size)


def wrap_ico(png: bytes, size: int) -> bytes:
    """Wrap a PNG as an icon file: a header, a directory of one, the picture."""
    header = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(png), 22)
    return header + entry + png


def main() -> int:
    """Draw all pictures."""
    sign = (DOCS / SIGN).read_text("utf-8")
    program = os.environ.get("KAPGUIDE_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        # The sign's own ground is the picture's, so only the book is seen.
        share = draw(page, SHARE % (sign, TITLE, LINE), 1200, 630)
        pictures = {
            "assets/share.png": share,
            "assets/apple-touch-icon.png": draw_icon(page, sign, 180, square=True),
            "favicon.ico": wrap_ico(draw_icon(page, sign, 32), 32),
        }
        browser.close()
    for name, content in pictures.items():
        (DOCS / name).write_bytes(content)
        sys.stdout.write(f"docs/{name}: {len(content):,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
