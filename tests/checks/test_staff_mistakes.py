"""Mistakes that staff make, each with the exact messages that the build gives.

The small clinic's site (tests/sites/clinic) builds without a word. Each mistake
touches a file or two of it; then it is built as `kapguide build` builds.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError

ROOT = Path(__file__).resolve().parent.parent.parent

Change = tuple[str, str] | str | bytes | None
"""What becomes of a file: a text in it is replaced; it is written anew; None: deleted."""

DATE = "sources_checked: 2026-11-01"
TEXT = "Someone you trust takes you home."
CITED = "[@feder2014]"
LINK = "(risks.md)"
IMAGE = "![A quiet room with two chairs](assets/room.svg)"
INDEX = "docs/index.md"
RISKS = "docs/risks.md"


def _text(new: str) -> dict[str, Change]:
    """Put a text in the place of the home page's first sentence."""
    return {INDEX: (TEXT, new)}


MISTAKES: Mapping[str, Mapping[str, Change]] = {
    # citations and references.bib
    "mistyped citekey": {INDEX: (CITED, "[@feder2041]")},
    "missing bracket of a citation": {INDEX: (CITED, "[@feder2014")},
    "blank inside a citation's bracket": {INDEX: (CITED, "[ @feder2014 ]")},
    "citation in a heading": _text("## Home [@feder2014]\n\nText."),
    "citation in a link": _text("See [the trial [@feder2014]](risks.md)."),
    "entry without its closing brace": {
        "references.bib": ("{2026-11-01},\n}", "{2026-11-01},\n"),
    },
    "missing comma in an entry": {"references.bib": ("{JAMA Psychiatry},", "{JAMA Psychiatry}")},
    "references.bib deleted": {"references.bib": None},
    # front matter
    "mistyped setting": {INDEX: ("sources_checked", "sources_cheked")},
    "tab in the settings": {INDEX: ("type: practical", "type:\n\tpractical")},
    "settings never closed": {INDEX: ("review_every: 12\n---\n", "review_every: 12\n")},
    "settings never opened": {INDEX: ("---\ntitle: What is KAP?", "title: What is KAP?")},
    "date as 1/2/26": {INDEX: (DATE, "sources_checked: 1/2/26")},
    "colon in a title": {INDEX: ("title: What is KAP?", "title: KAP: what is it?")},
    "no description": {INDEX: ("description: What ketamine", "# description: What ketamine")},
    "review overdue": {INDEX: (DATE, "sources_checked: 2024-11-01")},
    "year mistyped": {INDEX: (DATE, "sources_checked: 2062-11-01")},
    "day at the calendar's end": {INDEX: (DATE, "sources_checked: 9999-12-01")},
    "day at the calendar's start": {INDEX: (DATE, "sources_checked: 0001-01-01")},
    "reason forgotten when silencing": {
        INDEX: ("review: pending", "review: pending\nallow:\n  - code: promise"),
    },
    # text
    "pasted smart quotes in an attribute": _text("Rest well.\n{: .note title=“Rest” }"),
    "pasted Word HTML": _text('<p class="MsoNormal" style="mso-line-height: 1">Rest well.</p>'),
    "merge conflict": _text("<<<<<<< HEAD\nOne.\n>>>>>>> other"),
    "duplicate heading": _text("Rest.\n\n## What a day is like\n\nMore."),
    "heading skipped": _text("#### Rest\n\nText."),
    "second first-level heading": _text("# Rest\n\nText."),
    "word that promises": _text("It is a breakthrough for many."),
    "word that hurts": _text("We treat addicts."),
    "number without a source": _text("In the trial, 12 of 41 people felt sick."),
    "number mistyped": _text(f"The trial had 14 people {CITED}."),
    "crisis number typed into a page": _text("Call 988 if you cannot cope."),
    "note to oneself": _text("TODO: ask the nurse."),
    "link with a blank in the middle": _text("See [the risks] (risks.md)."),
    "more than grade 10": _text(
        "Pharmacological interventions administered concomitantly necessitate comprehensive "
        "interdisciplinary evaluation procedures beforehand. " * 6
    ),
    # links and files
    "link to .html": {INDEX: (LINK, "(risks.html)")},
    "link to a page that was renamed": {RISKS: None},
    "link of a notice to a page that is not there": {
        "docs/_includes/disclaimer.md": ("who knows you.", "who knows [you](riks.md)."),
    },
    "link to a heading that was renamed": {INDEX: (LINK, "(risks.md#on-that-day)")},
    "link without words": {INDEX: ("[what the risks are]", "[here]")},
    "image that is not there": {INDEX: ("assets/room.svg", "assets/rome.svg")},
    "image without words": {INDEX: (IMAGE, "![](assets/room.svg)")},
    "image from another site": {INDEX: ("assets/room.svg", "https://photos.example/room.jpg")},
    "photo of 9 MB": {
        INDEX: ("assets/room.svg", "assets/room.jpg"),
        "docs/assets/room.jpg": b"\xff\xd8" + b"\0" * 9_000_000,
    },
    "video in a frame": _text('<iframe src="https://video.example/1" title="A film"></iframe>'),
    "accidental script": _text("<script>alert(1)</script>"),
    "link in a new tab": _text('<a href="risks/" target="_blank">What the risks are</a>'),
    "risk in a folded part": _text(
        "<details><summary>More</summary>Do not drive until the next day.</details>"
    ),
    # the site
    "deleted notice": {"docs/_includes/disclaimer.md": None},
    "emptied notice": {"docs/_includes/crisis.md": ""},
    "raw HTML page without main": {
        "docs/raw.html": '<!doctype html><html lang="en"><body><p>Hello.</p></body></html>',
    },
    "404 template without notices": {
        "overrides/404.html": '<!doctype html><html lang="en"><title>Gone</title>'
        "<main><h1>Gone</h1></main>",
    },
    "template that drops the notices": {
        "overrides/main.html": ("<!--kapguide:notices-->", ""),
    },
    "template that folds the notices": {
        "overrides/main.html": (
            "<!--kapguide:notices-->",
            "<details><summary>Legal</summary><!--kapguide:notices--></details>",
        ),
    },
    "page left out of the menu": {
        "mkdocs.yml": ("plugins: []", "plugins: []\nnav: [index.md, risks.md]"),
    },
    "page in the menu that is not there": {
        "mkdocs.yml": ("plugins: []", "plugins: []\nnav: [index.md, risk.md]"),
    },
    "absolute path in the menu": {
        "mkdocs.yml": (
            "plugins: []",
            "plugins: []\nnav:\n  - R: /risks.md\n  - index.md\n  - risks.md\n  - a-to-z.md\n"
            "  - get-help-now.md\n  - references.md",
        ),
    },
    "extension that warns": {
        "mkdocs.yml": ("hooks: [", "hooks: [unhappy.py, "),
        "unhappy.py": "import logging\n\ndef on_page_markdown(*args, page, **others):\n"
        "    if page.is_homepage:\n        logging.getLogger('pymdownx').warning("
        "'the extension is unhappy')\n",
    },
    # no mistakes at all
    "Windows newlines": {INDEX: ("\n", "\r\n")},
    "byte order mark": {INDEX: ("---\ntitle: What", "\ufeff---\ntitle: What")},
}

EXPECTED: Mapping[str, tuple[str, ...]] = {
    "mistyped citekey": (
        'WARNING: docs/index.md:21: citekey-unknown: no entry "feder2041" in '
        'references.bib. Did you mean "feder2014"?',
    ),
    "missing bracket of a citation": (
        'WARNING: docs/index.md:21: citation-malformed: "[@feder2014" is no citation. '
        "Give each part between semicolons a citekey, and close the bracket.",
    ),
    "blank inside a citation's bracket": (),
    "citation in a heading": (
        'WARNING: docs/index.md:19: citation-in-heading: "feder2014" is cited in a '
        "heading. Cite in a sentence below the heading.",
        'WARNING: docs/index.md:19: citation-left: "[@feder2014]" is shown as it was '
        "typed. See that the bracket is closed and the key stands in references.bib.",
    ),
    "citation in a link": (
        'WARNING: docs/index.md:19: citation-in-link: "feder2014" is cited in a link\'s '
        "text. Put it behind the link.",
        'WARNING: docs/index.md:19: citation-left: "[@feder2014]" is shown as it was '
        "typed. See that the bracket is closed and the key stands in references.bib.",
    ),
    "entry without its closing brace": (
        'WARNING: references.bib:1: entry-broken: entry "feder2014" could not be read, '
        "so it is left out. Close it with } on a line of its own, before the next "
        "entry.",
    ),
    "missing comma in an entry": (
        "WARNING: references.bib:5: comma-missing: a comma is missing between "
        '"journal" and "year" of "feder2014". Put a comma at the end of the value of '
        '"journal".',
    ),
    "references.bib deleted": (
        'WARNING: docs/index.md:21: citekey-unknown: no entry "feder2014" in the bibliography. '
        "Add the entry, or take the citation out.",
        "WARNING: references.bib: bibliography-missing: this bibliography cannot be "
        "read: No such file or directory. Check the name of the file in mkdocs.yml.",
    ),
    "mistyped setting": (
        "WARNING: docs/index.md:5: front-matter-key: no setting is called "
        '"sources_cheked". Did you mean "sources_checked"?',
    ),
    "tab in the settings": (
        "WARNING: docs/index.md:5: front-matter-unreadable: the line starts with a "
        "tab. Use spaces instead of the tab.",
    ),
    "settings never closed": (
        "WARNING: docs/index.md:1: front-matter-unclosed: the settings at the top are "
        "never closed. Put a line of three hyphens after them.",
    ),
    "settings never opened": (
        "WARNING: docs/index.md:1: front-matter-unclosed: the settings at the top do "
        "not start with a line of three hyphens. Put --- alone on line 1, and again on "
        "a line after the last setting.",
    ),
    "date as 1/2/26": (
        'WARNING: docs/index.md:5: front-matter-value: "sources_checked" is no date: '
        '"1/2/26". Write year, month and day with hyphens, as in 2026-01-31.',
    ),
    "colon in a title": (
        'WARNING: docs/index.md:2: front-matter-unreadable: the value of "title" cannot be '
        "read as it stands, for it has a colon. Put the whole value in straight quotes: "
        'title: "KAP: what is it?"',
    ),
    "no description": (
        'WARNING: docs/index.md:1: front-matter-missing: the setting "description" is '
        "missing. Add description: and one sentence that says what a reader finds here.",
    ),
    "review overdue": (),
    "year mistyped": (
        "WARNING: docs/index.md:5: review-future: November 1, 2062 is in the future. "
        "Write the day on which it was done.",
    ),
    "day at the calendar's end": (
        'WARNING: docs/index.md:5: front-matter-value: "sources_checked" cannot be 9999-12-01. '
        "It may be 1990-01-01 to 2199-12-31.",
        "WARNING: docs/index.md:5: review-future: December 1, 9999 is in the future. "
        "Write the day on which it was done.",
    ),
    "day at the calendar's start": (
        'WARNING: docs/index.md:5: front-matter-value: "sources_checked" cannot be 0001-01-01. '
        "It may be 1990-01-01 to 2199-12-31.",
    ),
    "reason forgotten when silencing": (
        'WARNING: docs/index.md:7: front-matter-value: "allow, item 1" lacks "reason". '
        "Add reason: to allow, item 1.",
    ),
    "pasted smart quotes in an attribute": (
        'WARNING: docs/index.md:20: markup-left: "{: .note title=“Rest” }" is shown as '
        "it was typed. See that the brackets are closed and the quotes straight.",
    ),
    "pasted Word HTML": (
        'WARNING: docs/index.md:19: pasted-html: pasted markup: class="MsoNormal. '
        "Paste as plain text (Ctrl+Shift+V), then add headings and lists as Markdown.",
        'WARNING: docs/index.md:19: policy-style: browsers leave out style="mso-line-height: 1" '
        "of <p>. Use a class instead, and say its looks in a file of docs/assets.",
    ),
    "merge conflict": (
        'WARNING: docs/index.md:19: markup-left: "<<<<<<< HEAD One." is shown as it '
        "was typed. Keep one of the two versions, and take the marks out.",
    ),
    "duplicate heading": (
        'WARNING: docs/index.md:17: headings: the heading "What a day is like" stands '
        "twice in one section. Give each its own words: links and menus cannot tell "
        "them apart.",
    ),
    "heading skipped": (
        'WARNING: docs/index.md:19: headings: "Rest" skips from level 2 to 4. Use ### for it.',
    ),
    "second first-level heading": (
        "WARNING: docs/index.md:19: headings: 2 first-level headings. Start the page "
        "with one # and its title; use ## and ### below it.",
    ),
    "word that promises": (
        'WARNING: docs/index.md:19: promise: "breakthrough" promises more than anyone '
        "can know. Say what was found, in whom and how often, or leave it out.",
    ),
    "word that hurts": (
        'WARNING: docs/index.md:19: stigma: "addicts" puts a label on a person. Write: '
        "a person with a substance use disorder.",
    ),
    "number without a source": (
        'WARNING: docs/index.md:19: claim-uncited: a claim without a citation: "12 of '
        '41". Add the study, as in [@dore2019], before the full stop, or take the '
        "claim out.",
    ),
    "number mistyped": (
        'WARNING: docs/index.md:19: number-unsupported: no source cited has "14": "The '
        'trial had 14 people.". Nearest in feder2014: "41" (sample). Compare the source: '
        "mend the number, or write what the source says into the entry's fields.",
    ),
    "crisis number typed into a page": (
        'WARNING: docs/index.md:19: number-single-source: the crisis number "988" '
        "stands outside of docs/_includes. Link to the page Get help now instead of "
        "writing the number.",
    ),
    "note to oneself": (
        'WARNING: docs/index.md:19: markup-left: "TODO" is shown as it was typed. '
        "Write what is meant to stand here.",
    ),
    "link with a blank in the middle": (
        'WARNING: docs/index.md:19: markup-left: "] (risks.md)" is shown as it was '
        "typed. A link is [words](file.md), with no blank in between.",
    ),
    "more than grade 10": (
        "WARNING: docs/index.md:19: reading-level: the text reads at grade 20.6. Its "
        'longest sentences: line 19, 10 words ("Pharmacological interventions '
        'administered concomitantly necessitate comprehensive …").',
    ),
    "link to .html": (
        'WARNING: docs/index.md:20: link-broken: the link "risks.html" leads nowhere. '
        'Did you mean "risks.md"?',
    ),
    "link to a page that was renamed": (
        'WARNING: docs/index.md:20: link-broken: the link "risks.md" leads nowhere. '
        "Was the page renamed? Write the new name, and redirects: [risks.md] at the top of the "
        "new page. Was it removed? Take the links out.",
    ),
    "link of a notice to a page that is not there": (
        'WARNING: docs/_includes/disclaimer.md:6: link-broken: the link "riks.md" leads nowhere. '
        'Did you mean "risks.md"?',
    ),
    "link to a heading that was renamed": (
        'WARNING: docs/index.md:20: anchor-broken: the link "risks/#on-that-day" names '
        'a part that the page does not have. Did you mean "#on-the-day"?',
    ),
    "link without words": (
        'WARNING: docs/index.md:20: link-text: the link "here" does not say where it '
        "leads. Use the words for what stands at the other end: [what the risks "
        "are](risks.md).",
    ),
    "image that is not there": (
        'WARNING: docs/index.md:23: link-broken: the link "assets/rome.svg" leads '
        'nowhere. Did you mean "assets/room.svg"?',
    ),
    "image without words": (
        'WARNING: docs/index.md:23: alt-text: the image "room.svg" has no words for '
        "who cannot see it. Write them between the brackets: ![a quiet room with two "
        "chairs](…).",
    ),
    "image from another site": (
        "WARNING: docs/index.md:23: third-party: the page loads "
        '"https://photos.example/room.jpg" from another host. Put the file into '
        "docs/assets and link to that, or take it out.",
    ),
    "photo of 9 MB": (
        'WARNING: docs/index.md:23: weight: the image "room.jpg" has 9.0 MB. Save it '
        "at the width at which it is shown (at most 1,200 pixels).",
    ),
    "video in a frame": (
        "WARNING: docs/index.md:19: third-party: the page loads "
        '"https://video.example/1" from another host. Put the file into docs/assets '
        "and link to that, or take it out.",
    ),
    "accidental script": (
        "WARNING: docs/index.md:19: inline-script: a script in the text of the page: "
        '"alert(1)". Take it out, or put it into a file of docs/assets.',
    ),
    "link in a new tab": (
        'WARNING: docs/index.md:19: new-tab: the link "What the risks are" opens a new '
        'tab without saying so. Take target="_blank" out.',
    ),
    "risk in a folded part": (
        'WARNING: docs/index.md:19: safety-hidden: "drive" stands in a part that must '
        "be opened. Take it out of there, so that nobody can miss it.",
    ),
    "deleted notice": (
        "WARNING: docs/_includes/disclaimer.md: notice-source: this notice is missing, "
        "so no page can be proved to carry it. Put the file back with its text; every page "
        "shows it.",
    ),
    "emptied notice": (
        "WARNING: docs/_includes/crisis.md: notice-source: this notice is empty, so no "
        "page can be proved to carry it. Put the file back with its text; every page "
        "shows it.",
    ),
    "raw HTML page without main": (
        "WARNING: docs/raw.html: headings: no first-level heading. Start the page with "
        "one # and its title; use ## and ### below it.",
        "WARNING: docs/raw.html:1: title-neutral: the page has no title. Add title: to "
        "its settings, or <title> to a page of HTML.",
    ),
    "404 template without notices": (),
    "template that drops the notices": (),
    "template that folds the notices": (
        "WARNING: overrides/main.html: crisis-hidden: crisis lines hidden: inside "
        "<details>, on all 6 pages. The template puts them on every page: see "
        "overrides/ and docs/_includes/crisis.md.",
        "WARNING: overrides/main.html: disclaimer-hidden: disclaimer hidden: inside "
        "<details>, on all 6 pages. Take away what hides it, in overrides/ or in the "
        "page.",
    ),
    "page left out of the menu": tuple(
        f'WARNING: mkdocs.yml:5: menu-left-out: the page "{name}.md" is not in the menu. '
        f'Add "- {name}.md" under nav, or name it under not_in_nav.'
        for name in ("a-to-z", "get-help-now", "references")
    ),
    "page in the menu that is not there": (
        *(
            f'WARNING: mkdocs.yml:5: menu-left-out: the page "{name}.md" is not in the menu. '
            f'Add "- {name}.md" under nav, or name it under not_in_nav.'
            for name in ("a-to-z", "get-help-now", "references")
        ),
        'WARNING: mkdocs.yml:5: menu-unknown: the menu names "risk.md", which is not in docs. '
        'Did you mean "risks.md"?',
    ),
    "absolute path in the menu": (
        'WARNING: mkdocs.yml:6: menu-absolute: the menu names "/risks.md" with a slash in '
        'front. Write "risks.md".',
    ),
    "extension that warns": (
        "WARNING: mkdocs-warning: the extension is unhappy (pymdownx). "
        "Logged by mkdocs.extensions.",
    ),
    "Windows newlines": (),
    "byte order mark": (),
}

UNHARMED = {name for name, lines in EXPECTED.items() if not lines}
"""Mistakes that the site mends by itself, or that are none."""


def _change(folder: Path, changes: Mapping[str, Change]) -> None:
    for name, change in changes.items():
        path = folder / name
        if change is None:
            path.unlink()
        elif isinstance(change, bytes):
            path.write_bytes(change)
        elif isinstance(change, str):
            path.write_text(change, "utf-8")
        else:
            text = path.read_text("utf-8")
            assert change[0] in text
            path.write_bytes(text.replace(*change).encode())


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the small clinic's site, with the project's own notices and templates."""
    folder = tmp_path / "a clinic"
    shutil.copytree(ROOT / "tests" / "sites" / "clinic", folder)
    shutil.copytree(ROOT / "docs" / "_includes", folder / "docs" / "_includes")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    config = folder / "mkdocs.yml"
    text = config.read_text("utf-8").replace("../../../overrides", "overrides")
    config.write_text(text.replace("../../../hooks", str(ROOT / "hooks")), "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    return folder


def _build(folder: Path) -> bool:
    """Build strictly; say whether it may be published."""
    try:
        build(load_config(str(folder / "mkdocs.yml"), strict=True))
    except (Abort, BuildError):
        return False
    return True


def test_every_mistake_has_its_messages() -> None:
    """At least forty mistakes are known, and none is forgotten in either table."""
    assert list(MISTAKES) == list(EXPECTED)
    assert len(MISTAKES) - len(UNHARMED) >= 40


def test_the_site_itself_has_no_mistake(clinic: Path, log: Any) -> None:
    """What is found below comes from the mistake alone."""
    assert _build(clinic)
    assert log.lines == []


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(name: str, clinic: Path, log: Any) -> None:
    """The build says exactly this, never raises, and passes only where nothing is wrong."""
    _change(clinic, MISTAKES[name])
    published = _build(clinic)
    assert tuple(log.lines) == EXPECTED[name]
    assert published is (name in UNHARMED)


def test_second_build_in_one_process(clinic: Path, log: Any) -> None:
    """The live preview builds again and again: a mended mistake is gone, a new one found."""
    page = clinic / "docs" / "index.md"
    good = page.read_text("utf-8")
    page.write_text(good.replace(TEXT, "It is a breakthrough for many."), "utf-8")
    assert not _build(clinic)
    assert len(log.lines) == 1
    page.write_text(good, "utf-8")
    assert _build(clinic)
    assert len(log.lines) == 1


def test_live_preview_only_logs(
    clinic: Path, log: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """While somebody writes, a mistake is told and the preview goes on."""
    _change(clinic, MISTAKES["word that promises"])
    config = load_config(str(clinic / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    try:
        with caplog.at_level(logging.INFO, "mkdocs.hooks.check_pages"):
            build(config)
    finally:
        # A process loads a hook once: what follows is a build again.
        config.plugins.on_startup(command="build", dirty=False)
    assert tuple(log.lines) == EXPECTED["word that promises"]
    assert "6 pages checked: 1 error in 1 file." in caplog.messages
