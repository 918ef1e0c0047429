"""Tell the address of a file that only one machine, or one office's network, has."""

from __future__ import annotations

import re

_LOCAL = re.compile(
    r"(?:[A-Za-z]:|file:|sandbox:|attachment:|webkit-fake-url:|about:|Macintosh(?: |%20)HD:|\\|%5C"
    r"|blob:|cid:|mhtml:|ms-\w+:|smb:|afp:|nfs:|content:|onedrive:|x-apple\w*:"
    r"|(?:https?:)?//(?:localhost|127\.0\.0\.1|\[::1\]|192\.168\.[\d.]+|10\.[\d.]+)(?![\w.])"
    r"|(?:\.\./)*~[\w.-]*/|%\w+%[\\/]|\$HOME/).*",
    re.I,
)
_OF_A_USER = re.compile(
    r"/(?:Users|home)/[^/]+/.*\.\w+|/(?:Volumes|private/var|var/folders|tmp|mnt/[a-z])/.+"
)
"""Addresses of a machine's own folders, which as those of a site mean another place."""


def is_local(address: str) -> bool:
    """Whether an address leads to a file that no other reader has."""
    return bool(_LOCAL.match(address) or _OF_A_USER.fullmatch(address))
