"""What word processors and other websites leave in text that is pasted from them."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

PASTED = re.compile(
    r"class=[\"']?(?:Mso\w+|Apple-\w+|wp-block|elementor|et_pb|gmail_|notion-)"
    r"|style=(?:\"[^\"]*|'[^']*|)font-family|<p(?:\s[^<>]*)?>(?:\s|<br\s*/?>|&nbsp;)*</p>|style=(?:\"[^\"]*|'[^']*|)mso-|<(?:[ovwxm]|st1):\w+|<font\b|<center\b"
    r"|data-pm-slice|<!\[(?:if|endif)\b|id=[\"']?docs-internal-guid|<!-- /?wp:\w+"
    r"|\[/?(?:gallery|caption|embed|playlist|(?:vc|et_pb|su|fusion)_\w+|contact-form(?:-7)?)\b[^\]\n(]*\](?!\()"
    r"|<[a-z]\w*\s(?:[^<>]*\s)?(?:align|valign|bgcolor|cellpadding|cellspacing|border|hspace|vspace)=",
    re.I,
)
"""In the source of a page."""


def is_pasted(node: LexborNode) -> bool:
    """Whether an element, or one around it, is a word processor's."""
    around: LexborNode | None = node
    while around is not None:
        named, style = (around.attributes.get(name) or "" for name in ("class", "style"))
        if named.lower().startswith("mso") or "mso-" in style.lower():
            return True
        around = around.parent
    return False
