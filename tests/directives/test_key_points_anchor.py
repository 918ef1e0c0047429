"""The key points of a page have one anchor in every language."""

from __future__ import annotations

import pytest
from kapguide.directives.key_points_anchor import KeyPoints
from kapguide.words import load_words
from markdown import markdown


@pytest.mark.parametrize(
    ("language", "text", "html"),
    [
        ("en", "## Key points", '<h2 id="key-points">Key points</h2>'),
        ("es", "## Puntos clave", '<h2 id="key-points">Puntos clave</h2>'),
        ("es", "## Puntos *clave*", '<h2 id="key-points">Puntos <em>clave</em></h2>'),
        ("es", "## Puntos clave {#breve}", '<h2 id="breve">Puntos clave</h2>'),
        ("es", "### Puntos clave", '<h3 id="puntos-clave">Puntos clave</h3>'),
        ("es", "## Key points", '<h2 id="key-points">Key points</h2>'),
        ("en", "## Puntos clave", '<h2 id="puntos-clave">Puntos clave</h2>'),
        (
            "es",
            "## Puntos clave\n\n## Puntos clave",
            '<h2 id="key-points">Puntos clave</h2>\n<h2 id="puntos-clave">Puntos clave</h2>',
        ),
    ],
)
def test_anchor(language: str, text: str, html: str) -> None:
    """That of a second-level heading with these words and no anchor of its own."""
    extensions = ["attr_list", "toc", KeyPoints(load_words(language))]
    assert markdown(text, extensions=extensions) == html
