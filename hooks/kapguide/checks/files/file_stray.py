"""Check that nothing is published that was only lying in docs/."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from kapguide.checks.definition import Check, Place, Problem, Problems, Project, Rule, Site
from kapguide.pages.source_lines import name_file

STRAY = Rule(
    "file-stray",
    "error",
    "The site holds no office file, backup, draft or copy.",
    "KAP Guide",
    "docs/assets/Leaflet final.docx",
    "docs/assets/leaflet.pdf",
)

_OFFICE = "docx? docm dotx? xlsx? xlsm pptx? pptm odt ods odp rtf pages numbers key vsdx?"
_LEFT = "bak old orig rej save sav tmp temp swp swo part crdownload log dmp"
_SOURCE = "md markdown rst py pyc ya?ml toml env ini cfg sh bat ps1 psd ai indd sketch fig xcf"
_PICTURE = "heic heif bmp tiff? cr2 nef"
_OTHER = "eml msg mbox pst zip rar 7z tar gz tgz exe dmg msi iso lnk url webloc sqlite3? db mdb"
_NOTES = r"(?:[^/]*\W)?(?:notes?|todo|readme|ideas)(?:\W[^/]*)?\.txt"

_STRAY = re.compile(
    rf"(?:^|/)(?:~\$[^/]*|\.~lock\.[^/]*|[^/]*~|\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini"
    rf"|[^/]*\.(?:{'|'.join(f'{_OFFICE} {_LEFT} {_SOURCE} {_PICTURE} {_OTHER}'.split())})"
    rf"|[^/]*\.(?:{'|'.join(_LEFT.split())})\.[^/]*|{_NOTES})$",
    re.I,
)
_DRAFT = re.compile(
    r"(?:^|[/_ .-])(?:drafts?|copy(?: of)?|wip|untitled|unbenannt|do[ _-]not[ _-]publish|obsolete"
    r"|borrador)(?=$|[/_ .\-(\d])|\(\d+\)(?=\.|/|$)|[_ -](?:old|bak|backup)(?=\.|/|$)"
    r"|(?:^|/)copia de |[ _]copia(?:[ _]\(?\d+\)?)?(?=\.|/|$)",
    re.I,
)
_MADE = re.compile(r"(?:^|/)sitemap\.xml\.gz$")
"""What the build itself makes."""

MADE_OF_PAGES = ("assets/share/", "handouts/")
"""Folders of what the build names by the pages that it makes it of: these are told."""
_PAGE = "/index.html"
_OUT = "Take it out of docs/."
_HINT = "Take it out of docs/, or give it the name of what it is."
_SHOWN = (
    (_OFFICE, "Save it as a PDF, or take it out of docs/."),
    (_PICTURE, "No browser shows it: save it as .jpg or .png, or take it out of docs/."),
)
"""What readers may be meant to see."""


def check_files(site: Site, project: Project) -> Problems:
    """Find files that have no place on a website."""
    for name in site.files if site.complete else ():
        stray = find_stray(name.removesuffix(_PAGE))
        shared = project.languages.shares(name)
        if stray and not shared and not name.startswith(MADE_OF_PAGES):
            source = project.source(Place(site.prefix + name, name))
            path = source.path if source else site.prefix + name
            yield STRAY.problem(f"the file {stray}", path, hint=_advise(name))


def report_stray(name: str, docs: Path, root: Path) -> Problem | None:
    """Report a file of docs/ that has no place on a website, before it is built."""
    stray = find_stray(name)
    if not stray:
        return None
    message = f"the file {stray}, and is not published"
    return STRAY.problem(message, name_file(docs / name, root), hint=_advise(name))


def _advise(name: str) -> str:
    bare = posixpath.basename(name)
    if bare.startswith(("~$", ".", "_")):  # what an office program or a Mac leaves beside one
        return _OUT
    for ends, hint in _SHOWN:
        if re.search(rf"\.(?:{'|'.join(ends.split())})$", bare, re.I):
            return hint
    return _OUT if _STRAY.search(bare) and not bare.endswith(".txt") else _HINT


def is_draft(page: str) -> bool:
    """Whether a page, by its file in docs/, is a draft or a copy: nothing else is said of it."""
    return bool(find_stray(posixpath.splitext(page)[0]))


def find_stray(path: str) -> str:
    """Say why a file does not belong in the site, by its path; an empty text if it does."""
    if _MADE.search(path):
        return ""
    if _STRAY.search(path):
        return "is no file of a website"
    return "has the name of a draft or a copy" if _DRAFT.search(path) else ""


CHECK = Check((STRAY,), site=check_files)
