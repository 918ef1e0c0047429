"""Write entries for reference managers, search engines and other programs.

Text is the same on every run. Names and titles come out decoded, but in BibTeX
they stay as the file has them.
"""

from __future__ import annotations

from markdown_citations.exports.bibtex import to_bibtex
from markdown_citations.exports.csl_json import to_csl_json
from markdown_citations.exports.ris import to_ris

__all__ = ["to_bibtex", "to_csl_json", "to_ris"]
