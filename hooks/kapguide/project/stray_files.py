"""Tell files that belong on somebody's desk and on no website."""

from __future__ import annotations

import re

_OFFICE = "docx? docm dotx? xlsx? xlsm pptx? pptm odt ods odp rtf pages numbers key vsdx?"
_LEFT = "bak old orig rej save sav tmp temp swp swo part crdownload log dmp"
_SOURCE = "md markdown rst py pyc ya?ml toml env ini cfg sh bat ps1 psd ai indd sketch fig xcf"
_OTHER = "eml msg mbox pst zip rar 7z tar gz tgz exe dmg msi iso lnk url webloc sqlite3? db mdb"

_STRAY = re.compile(
    rf"(?:^|/)(?:~\$[^/]*|\.~lock\.[^/]*|[^/]*~|\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini"
    rf"|[^/]*\.(?:{'|'.join(f'{_OFFICE} {_LEFT} {_SOURCE} {_OTHER}'.split())})"
    rf"|[^/]*\.(?:{'|'.join(_LEFT.split())})\.[^/]*)$",
    re.I,
)
_DRAFT = re.compile(
    r"(?:^|[/_ .-])(?:drafts?|copy(?: of)?|wip|untitled|unbenannt|do[ _-]not[ _-]publish|obsolete)"
    r"(?=$|[/_ .\-(\d])|\(\d+\)(?=\.|/|$)|[_ -](?:old|bak|backup)(?=\.|/|$)",
    re.I,
)
_MADE = re.compile(r"(?:^|/)sitemap\.xml\.gz$")
"""What the build itself makes."""


def find_stray(path: str) -> str:
    """Say why a file, by its path in the site, is none of it; an empty text where it is."""
    if _MADE.search(path):
        return ""
    if _STRAY.search(path):
        return "is no file of a website"
    return "has the name of a draft or a copy" if _DRAFT.search(path) else ""
