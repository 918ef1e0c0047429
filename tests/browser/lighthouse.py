"""Measure a built site with Lighthouse, as it judges a page on a phone.

    python tests/browser/lighthouse.py site/ [--runs 3] [--performance 100] [PAGE…]

nginx serves the site with the headers and the compression of its build, and
Chromium loads each page afresh with Lighthouse's own phone: a slow network and
a slow processor, both simulated. Accessibility, best practices and SEO must be
100 in each run. Performance depends on what else the machine does, so the
median of the runs must be 100; with it stands the speed of the machine, as
Lighthouse measured it. Exits 1 where a page is below.

Needs Node. Lighthouse is installed into .cache/ from the lock in
requirements/lighthouse, once.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

# Run as a program, so its own folder is first on the path.
from chromium import ARGUMENTS, find_chromium
from nginx import serve

ROOT = Path(__file__).resolve().parent.parent.parent
LOCK = ROOT / "requirements" / "lighthouse"
HOME = ROOT / ".cache" / "lighthouse"
PROGRAM = HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = ("", "evidence/", "risks/", "references/", "get-help-now/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
HOW_TO_GET_NODE = """\
Lighthouse needs Node 18.16 or later with npm, and none was found:
    sudo apt-get install nodejs npm     (Debian 13, Ubuntu 24.10, or later)
    brew install node                   (macOS)"""

Result = dict[str, Any]
"""One run's report, as Lighthouse gives it."""


def install_lighthouse() -> None:
    """Install what the lock names, if what is there is not that already."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise LookupError(HOW_TO_GET_NODE)
    lock, done = LOCK / "package-lock.json", HOME / "installed.json"
    if done.exists() and done.read_bytes() == lock.read_bytes():
        return
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(LOCK / name, HOME / name)
    print("Installing Lighthouse into .cache/lighthouse (once, half a minute) …", file=sys.stderr)
    subprocess.run(["npm", "ci", "--loglevel=error"], cwd=HOME, check=True)
    shutil.copy(lock, done)  # last: without it nothing is used


def measure(address: str, chromium: Path) -> Result:
    """Judge a page; again where the browser failed, which happens on a busy machine."""
    for _ in range(2):
        try:
            return _measure(address, chromium)
        except ValueError as error:
            print(error, file=sys.stderr)
    return _measure(address, chromium)


def _measure(address: str, chromium: Path) -> Result:
    """Load a page once, in a fresh Chromium, and judge it."""
    flags = " ".join(["--headless=new", *ARGUMENTS])
    done = subprocess.run(
        [
            *("node", str(PROGRAM), address, "--quiet"),
            *("--output=json", "--output-path=stdout", f"--chrome-flags={flags}"),
            *("--form-factor=mobile", "--throttling-method=simulate"),
            *(f"--only-categories={','.join(CATEGORIES)}", "--no-enable-error-reporting"),
        ],
        env={**os.environ, "CHROME_PATH": str(chromium)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ValueError(f"Lighthouse could not judge {address}:\n{done.stderr}")
    result: Result = json.loads(done.stdout)
    if result.get("runtimeError"):
        raise ValueError(f"Lighthouse could not judge {address}: {result['runtimeError']}")
    return result


def score(results: list[Result], category: str) -> int:
    """Give the points of 100: the median for performance, else the worst of all runs."""
    points = [round(100 * result["categories"][category]["score"]) for result in results]
    return round(statistics.median(points)) if category == "performance" else min(points)


def list_faults(judged: dict[str, list[Result]]) -> list[str]:
    """Give a line for each audit below 1.0 in any run: its weight, and the worst by page."""
    found: dict[tuple[float, str], dict[str, tuple[float, str]]] = defaultdict(dict)
    for page, results in judged.items():
        for result in results:
            weights = {
                audit["id"]: audit["weight"]
                for category in result["categories"].values()
                for audit in category["auditRefs"]
            }
            for name, audit in result["audits"].items():
                if name not in weights or audit["score"] is None or audit["score"] >= 1:
                    continue
                worst = found[-weights[name], name].get(page, (1.0, ""))
                now = (audit["score"], str(audit.get("displayValue", "")))
                found[-weights[name], name][page] = min(worst, now)
    return [
        f"{name} (weight {-weight:g}): "
        + "; ".join(f"/{page} {value:.2f} {shown}".rstrip() for page, (value, shown) in at.items())
        for (weight, name), at in sorted(found.items())
    ]


def print_report(judged: dict[str, list[Result]], bars: dict[str, int]) -> bool:
    """Print the table and what is below 1.0; say whether every page reaches every bar."""
    width = max(len(page) for page in judged) + 4
    print(" " * width + "".join(f"{category:>16}" for category in CATEGORIES))
    well = True
    for page, results in judged.items():
        points = {category: score(results, category) for category in CATEGORIES}
        low = {category for category in CATEGORIES if points[category] < bars[category]}
        well = well and not low
        cells = (f"{points[name]}{' !' if name in low else ''}" for name in CATEGORIES)
        print(f"/{page:<{width - 1}}" + "".join(f"{cell:>16}" for cell in cells))
    every = [result for results in judged.values() for result in results]
    runs = [len(results) for results in judged.values()]
    speed = statistics.median(result["environment"]["benchmarkIndex"] for result in every)
    print(
        f"\nLighthouse {every[0]['lighthouseVersion']}, median of {max(runs)}"
        f" for performance, the worst for the rest; benchmark index of this machine {speed:.0f}."
    )
    for line in list_faults(judged):
        print(f"  below 1: {line}")
    return well


def main(arguments: list[str]) -> int:
    """Judge the pages of a built site; give the exit status."""
    parser = argparse.ArgumentParser(description="Measure a built site with Lighthouse.")
    parser.add_argument("site", type=Path)
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="such as risks/; five if none")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--performance", type=int, default=100, help="the points to reach")
    given = parser.parse_args(arguments)
    if not (given.site / "404.html").exists():
        parser.error(f"{given.site} is no built site; `make site` builds one")
    bars = {**dict.fromkeys(CATEGORIES, 100), "performance": given.performance}
    judged: dict[str, list[Result]] = {}
    try:
        install_lighthouse()
        chromium = find_chromium()
        with (
            tempfile.TemporaryDirectory() as work,
            serve(given.site.resolve(), Path(work)) as address,
        ):
            for page in [name.lstrip("/") for name in given.pages] or PAGES:
                judged[page] = [measure(address + page, chromium) for _ in range(given.runs)]
    except (LookupError, ValueError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0 if print_report(judged, bars) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
