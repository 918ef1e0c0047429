"""Mistakes in links, pictures and files of a page.

Each with the changes that make it, and the exact messages that the build gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

LINK = "(risks.md)"
IMAGE = "![A quiet room with two chairs](assets/room.svg)"
INDEX = "docs/index.md"
RISKS = "docs/risks.md"


MISTAKES: Mapping[str, tuple[Mapping[str, Any] | str, tuple[str, ...]]] = {
    "link to .html": (
        {INDEX: (LINK, "(risks.html)")},
        (
            'WARNING: docs/index.md:20: link-broken: the link "risks.html" leads nowhere. '
            'Did you mean "risks.md"?',
        ),
    ),
    "link to a page that was renamed": (
        {RISKS: None},
        (
            'WARNING: docs/index.md:20: link-broken: the link "risks.md" leads nowhere. '
            "Was the page renamed? Write the new name, and redirects: [risks.md] at the top of the "
            "new page. Was it removed? Take the links out.",
        ),
    ),
    "link of a notice to a page that is not there": (
        {
            "docs/_includes/disclaimer.md": ("who knows you.", "who knows [you](riks.md)."),
        },
        (
            'WARNING: docs/_includes/disclaimer.md:6: link-broken: the link "riks.md" leads '
            "nowhere. "
            'Did you mean "risks.md"?',
        ),
    ),
    "link to a heading that was renamed": (
        {INDEX: (LINK, "(risks.md#on-that-day)")},
        (
            'WARNING: docs/index.md:20: anchor-broken: the link "risks.md#on-that-day" names '
            'a part that the page does not have. Did you mean "#on-the-day"?',
        ),
    ),
    "link without words": (
        {INDEX: ("[what the risks are]", "[here]")},
        (
            'WARNING: docs/index.md:20: link-text: the link "here" does not say where it '
            "leads. Use the words for what stands at the other end: [what the risks "
            "are](risks.md).",
        ),
    ),
    "image that is not there": (
        {INDEX: ("assets/room.svg", "assets/rome.svg")},
        (
            'WARNING: docs/index.md:23: link-broken: the link "assets/rome.svg" leads '
            'nowhere. Did you mean "assets/room.svg"?',
        ),
    ),
    "image without words": (
        {INDEX: (IMAGE, "![](assets/room.svg)")},
        (
            'WARNING: docs/index.md:23: alt-text: the image "room.svg" has no words for '
            "who cannot see it. Write them between the brackets: ![a quiet room with two "
            "chairs](…).",
        ),
    ),
    "image from another site": (
        {INDEX: ("assets/room.svg", "https://photos.example/room.jpg")},
        (
            "WARNING: docs/index.md:23: third-party: the page loads "
            '"https://photos.example/room.jpg" from another host. Put the file into '
            "docs/assets and link to that, or take it out.",
        ),
    ),
    "photo of 9 MB": (
        {
            INDEX: ("assets/room.svg", "assets/room.jpg"),
            "docs/assets/room.jpg": b"\xff\xd8" + b"\0" * 9_000_000,
        },
        (
            'WARNING: docs/index.md:23: weight: the image "room.jpg" has 9.0 MB. Save it '
            "at the width at which it is shown (at most 1,200 pixels).",
        ),
    ),
    "video in a frame": (
        '<iframe src="https://video.example/1" title="A film"></iframe>',
        (
            "WARNING: docs/index.md:19: third-party: the page loads "
            '"https://video.example/1" from another host. Put the file into docs/assets '
            "and link to that, or take it out.",
        ),
    ),
    "accidental script": (
        "<script>alert(1)</script>",
        (
            "WARNING: docs/index.md:19: inline-script: a script in the text of the page: "
            '"alert(1)". Take it out, or put it into a file of docs/assets.',
        ),
    ),
    "link in a new tab": (
        '<a href="risks/" target="_blank">What the risks are</a>',
        (
            'WARNING: docs/index.md:19: new-tab: the link "What the risks are" opens a new '
            'tab without saying so. Take target="_blank" out.',
        ),
    ),
    "risk in a folded part": (
        "<details><summary>More</summary>Do not drive until the next day.</details>",
        (
            'WARNING: docs/index.md:19: safety-hidden: "drive" stands in a part that must '
            "be opened. Take it out of there, so that nobody can miss it.",
        ),
    ),
}


@pytest.mark.parametrize(("changes", "messages"), MISTAKES.values(), ids=MISTAKES)
def test_mistake(hold: Any, changes: Any, messages: tuple[str, ...]) -> None:
    """The build says exactly this."""
    hold(changes, messages)
