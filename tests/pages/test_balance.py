"""Tags that close what a text did not open, or leave open what it did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.pages.tags.balance import find_unbalanced


def told(text: str) -> list[str]:
    return [f"</{tag.name}>" if tag.closes else f"<{tag.name}>" for tag in find_unbalanced(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, x < y and a > b.",
        '<div class="a>b"><p>One<p>Two</div>',
        "<ul><li>One<li>Two</ul>",
        "<table><tr><td>1<td>2</table>",
        "A line<br>and an <img src=a.jpg> and <hr/>.",
        "`</div>` and ``a ` </article>`` are code.",
        "```html\n</article>\n<div>\n```\n",
        "~~~\n</article>\n~~~",
        "<!-- </article> -->",
        "Write to <nurse@clinic.example> or see <https://clinic.example/a>.",
        "<script>if (a < b) c('</div>')</script>",
        "<textarea></div></textarea>",
        "<svg><path d='M0 0'/><g/></svg>",
        "<a href=x>a link</a>",
        "</p>",
        "Some <b>bold `</div>` code</b>.",
        "> ```\n> </div>\n> ```",
        "A dose <low is small.",
        "<!-- one -- two > </div> -->",
        '<abbr title="1 < 2">x</abbr>',
        "<p>One\n\n<p>Two",
        '<p markdown="1">One\n\n## Two',
        "Text and <p>One\n\n## Two",
        "<p>One</p>\n\n## Two",
        "<ul>\n<li>One\n\n<li>Two\n</ul>\n\n## Two",
    ],
)
def test_balanced(text: str) -> None:
    """Optional end tags, void elements, code, comments and addresses are all right."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("</article>", ["</article>"]),
        ("</ARTICLE\n>", ["</article>"]),
        ("</article/>", ["</article>"]),
        ("</article x='y'>", ["</article>"]),
        ("</article>\n\ntext\n\n<article>", ["</article>", "<article>"]),
        ("- a list </div>", ["</div>"]),
        ("> a quote </main>", ["</main>"]),
        ("    </div>", ["</div>"]),
        ("a `tick </div>", ["</div>"]),
        ("a `tick\n\n</div> and ` another", ["</div>"]),
        ("<div>`</article>`</div>", ["</article>"]),
        ("\\`</div>\\`", ["</div>"]),
        ("<div><span></div></span>", ["<span>"]),
        ("<div><span></div></span></span>", ["<span>", "</span>"]),
        ("<div hidden>", ["<div>"]),
        ("<div/>", ["<div>"]),
        ("<progress>", ["<progress>"]),
        ("<textarea>", ["<textarea>"]),
        ("<script>a()", ["<script>"]),
        ("<div title='a>b'", ["<div>"]),
        ("<b>bold</b></b>", ["</b>"]),
        ("<p>One\n\n## Two", ["<p>"]),
        ("<li>One\n<li>Two\n\nRest", ["<li>"]),
        ("<p>One\n<p>Two\n\nRest", ["<p>"]),
        ("<!-- a --></div>", ["</div>"]),
        ("A comment <!-- that ends nowhere\n\n</div>", ["</div>"]),
        ("- a ` tick\n- and </div> ` another", ["</div>"]),
        ("# A ` tick\n\n# And </div> ` another", ["</div>"]),
        ("> ```\n>\n> </div>\n>\n> ```", ["</div>"]),
        ("``` is no fence with words\n\n</div>\n\n```", ["</div>"]),
        ("A dose <low </div> is small.", ["</div>"]),
    ],
)
def test_unbalanced(text: str, tags: list[str]) -> None:
    """As a browser reads it."""
    assert told(text) == tags


PIECES = st.sampled_from(
    [
        *("<div>", "</div>", "<b>", "</b>", "<p>", "</p>", "<br>", "`", "``", "```", "\n\n"),
        *("<!--", "-->", "text", "<script>", "</"),
    ]
)


@given(st.lists(PIECES, max_size=12))
def test_whole_elements_add_nothing(pieces: list[str]) -> None:
    """What is whole in itself changes nothing about the rest."""
    text = "".join(pieces)
    assert told(f"<i>whole</i>\n\n{text}") == told(text)


@pytest.mark.parametrize(
    "piece",
    ["</a", "<a ", "`", "``` ` ``", "<!--", "<!-- -->", "<a b='", "<a <", "</b>", "<b>", "```\n"],
)
def test_time_is_linear(piece: str) -> None:
    """A text that only starts things, and a megabyte of it, is read at once."""
    assert isinstance(find_unbalanced(piece * (1_000_000 // len(piece))), list)
