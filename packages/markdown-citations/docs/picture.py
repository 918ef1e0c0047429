"""Take the picture of README.md: build the site in picture/, and point at a marker.

python packages/markdown-citations/docs/picture.py PATH_OF_CHROMIUM
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
SIZE = {"width": 760, "height": 590}
QUIET = "header, footer, .md-sidebar { display: none !important } .md-main__inner { margin: 0 }"


def take_picture(chromium: str) -> None:
    """Write picture.png, in few colors."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--no-directory-urls"]
        command += ["-f", str(HERE / "picture" / "mkdocs.yml"), "-d", folder]
        subprocess.run(command, check=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, device_scale_factor=2, color_scheme="light")
        page.goto((Path(folder) / "index.html").as_uri())
        page.add_style_tag(content=QUIET)
        page.hover("#cite-knuth1984-2")
        page.screenshot(path=HERE / "picture.png")
        browser.close()
    with Image.open(HERE / "picture.png") as picture:
        small = picture.convert("RGB").quantize(32)
    small.save(HERE / "picture.png", optimize=True)


if __name__ == "__main__":
    take_picture(sys.argv[1])
