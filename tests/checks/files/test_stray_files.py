"""Files that lay in docs/ and belong to no website."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from kapguide.checks.files.file_stray import find_stray

STRAY = [
    "assets/Leaflet.docx",
    "prices.xlsx",
    "talk.pptx",
    "notes.odt",
    "notes.txt",
    "my notes.txt",
    "about/TODO.txt",
    "letter.RTF",
    "old.doc",
    "risks.md.bak",
    "risks.bak",
    "risks.html~",
    "~$Leaflet.docx",
    ".~lock.prices.ods#",
    "x.tmp",
    "Thumbs.db",
    ".DS_Store",
    "assets/.DS_Store",
    "desktop.ini",
    "page.md",
    "x.swp",
    "x.orig",
    "draft.pdf",
    "draft-risks",
    "risks_draft",
    "drafts/risks",
    "Copy of risks",
    "risks copy.pdf",
    *(
        "risks (1).pdf",
        "risks-old.pdf",
        "risks.old.html",
        "leaflet-backup.pdf",
        "site.zip",
        "a.psd",
    ),
    "es/risks - copia",
    "es/risks copia (2)",
    "es/Copia de risks",
    "es/risks-borrador",
]
OURS = [
    "index.html",
    "risks",
    "sitemap.xml",
    "sitemap.xml.gz",
    "robots.txt",
    ".well-known/security.txt",
    "proof-of-ownership.txt",
    "assets/denotes.txt",
    "0123456789abcdef0123456789abcdef.txt",
    "_headers",
    "404.html",
    "downloads/references.bib",
    "downloads/references.ris",
    "assets/kapguide.css",
    "a.pdf",
    "assets/javascripts/bundle.a5f9d56c.min.js.map",
    "search/search_index.json",
    "CNAME",
    "assets/photo-2024.jpg",
    "copyright",
    "drafting-a-plan",
    "holding-on",
    "data.csv",
    "a.vtt",
    "assets/stylesheets/main.57a0d79d.min.css",
    "bold",
    "golden-rule.html",
    "es/pida-una-copia.html",
    "es/copia-de-su-expediente.html",
    ".well-known/x.txt",
    "assets/transcript.txt",
]


@pytest.mark.parametrize("path", STRAY)
def test_stray(path: str) -> None:
    assert find_stray(path)


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("assets/leaflet.docx", "Save it as a PDF, or take it out of docs/."),
        ("assets/IMG_1.HEIC", "No browser shows it: save it as .jpg or .png, or take it out"),
        ("assets/~$leaflet.docx", "Take it out of docs/."),
        ("assets/old.zip", "Take it out of docs/."),
        ("assets/Thumbs.db", "Take it out of docs/."),
        ("risks.md.bak", "Take it out of docs/."),
        ("assets/notes.txt", "Take it out of docs/, or give it the name of what it is."),
        ("assets/leaflet (1).pdf", "Take it out of docs/, or give it the name of what it is."),
    ],
)
def test_what_to_do_about_it(frame: Any, path: str, hint: str) -> None:
    """What readers were meant to see has a form in which they can."""
    frame.files = {**frame.files, path: b""}
    (problem,) = frame.problems()
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("path", OURS)
def test_a_file_of_the_site(path: str) -> None:
    assert find_stray(path) == ""


def test_stray_file_in_a_built_site(frame: Any) -> None:
    """Whoever checks a folder is told as well."""
    frame.files = {**frame.files, "assets/leaflet.docx": b""}
    assert [str(p) for p in frame.problems()] == [
        "site/assets/leaflet.docx: file-stray: the file is no file of a website. "
        "Save it as a PDF, or take it out of docs/."
    ]


def test_it_is_named_and_not_published(build_site: Callable[..., Any]) -> None:
    """The build stops, and the file is not there even where it does not."""
    front = "title: Home\ndescription: What a reader finds on this page.\ntype: support"
    files = {
        "docs/index.md": f"---\n{front}\n---\n# Home\n",
        "docs/assets/leaflet.docx": "x",
        "docs/a.pdf": "x",
    }
    built = build_site(files, hooks=["check_files"], strict=False)
    assert built.lines == [
        "WARNING: docs/assets/leaflet.docx: file-stray: the file is no file of a website, and is "
        "not published. Save it as a PDF, or take it out of docs/."
    ]
    assert (built.folder / "site" / "a.pdf").is_file()
    assert not (built.folder / "site" / "assets" / "leaflet.docx").exists()
