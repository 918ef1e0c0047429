"""What word processors and other websites leave in text that is pasted from them."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from kapguide.pages.visibility import with_above

_FORMS = (
    # Names of Word, of Apple's and Google's mail, of Notion and of makers of websites.
    r"class=[\"']?(?:Mso\w+|Apple-\w+|wp-block|elementor|et_pb|gmail_|notion-)",
    r"style=(?:\"[^\"]*|'[^']*|)(?:font-family|mso-)",
    # Paragraphs without words, for the space between others.
    r"<p(?:\s[^<>]*)?>(?:\s|<br\s*/?>|&nbsp;)*</p>",
    # Word's own elements, and what browsers of old knew.
    r"<(?:[ovwxm]|st1):\w+|<font\b|<center\b|<!\[(?:if|endif)\b",
    # Editors on the web, Google's documents, blocks of WordPress.
    r"data-pm-slice|id=[\"']?docs-internal-guid|<!-- /?wp:\w+",
    # WordPress's short codes, which are no link: [gallery ids="1"], [vc_row].
    r"\[/?(?:gallery|caption|embed|playlist|(?:vc|et_pb|su|fusion)_\w+|contact-form(?:-7)?)\b"
    r"[^\]\n(]*\](?!\()",
    # How things look, as HTML said it once.
    r"<[a-z]\w*\s(?:[^<>]*\s)?"
    r"(?:align|valign|bgcolor|cellpadding|cellspacing|border|hspace|vspace)=",
)
PASTED = re.compile("|".join(_FORMS), re.I)
"""In the source of a page."""


def is_pasted(node: LexborNode) -> bool:
    """Whether an element, or one around it, is a word processor's."""
    return any(map(_is_of_word, with_above(node)))


def _is_of_word(node: LexborNode) -> bool:
    named, style = ((node.attributes.get(name) or "").lower() for name in ("class", "style"))
    return named.startswith("mso") or "mso-" in style
