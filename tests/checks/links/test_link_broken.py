"""What is said of a link that leads nowhere: what is proposed leads somewhere."""

from __future__ import annotations

from typing import Any

import pytest
from kapguide.project.addresses import Anchors, Part, judge_part


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ('<a href="assets/room.jpg">A quiet room</a>', 'Did you mean "../assets/room.jpg"?'),
        ('<a href="risks/">What the risks are</a>', 'Did you mean "../risks/"?'),
        ("<a href=risks/>What the risks are</a>", 'Did you mean "../risks/"?'),
        ("[What the risks are](Risks.md)", 'Did you mean "risks.md"?'),
        ("![A quiet room](assets\\room.jpg)", 'Did you mean "assets/room.jpg"?'),
        ("[What the risks are](“risks.md”)", "Take the curved quotation marks out"),
        (
            "[What the risks are](risks.md “Risks”)",
            "Type straight quotation marks around the title",
        ),
        ('[What the risks are](risks.md "Risks)', "Close the quotation marks of the title"),
    ],
)
def test_what_to_write(frame: Any, body: str, hint: str) -> None:
    """In HTML an address starts at the page, and no name of a file becomes one."""
    (problem,) = frame.found("link-broken", body=body)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="../assets/room.jpg" alt="A quiet room">',
        '<a href="../risks/">What the risks are</a>',
        '[What the risks are](risks.md "Risks")',
    ],
)
def test_what_was_proposed(codes: Any, body: str) -> None:
    assert codes(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "[Risks](riks.md).\n\nSee [risks](riks.md), or [more](riks.mdx).\n\n[A](riks.md)",
        "<a href='riks/'>Risks</a>\n\nSee <a id=a href=riks/>risks</a>, not riks/.\n\n"
        '<a href="riks/">A</a>, <a href="riks/a/">more</a> and `<a href="riks/">`',
    ],
)
def test_link_that_stands_twice(frame: Any, body: str) -> None:
    """Each line is to be mended, and is counted; another page's name begins alike."""
    found = frame.found("link-broken", body=body)
    same = [one.line for one in found if one.message == found[0].message]
    assert [line - same[0] for line in same] == [0, 2, 4]


@pytest.mark.parametrize(
    "other",
    [
        "```\n[x](riks.md)\n```",
        "<!-- [x](riks.md) -->",
        "Type `[x](riks.md)`.",
        "The file (riks.md) is gone.",
        "[x\\](riks.md)",
    ],
)
def test_line_that_has_no_link(frame: Any, other: str) -> None:
    (found,) = frame.found("link-broken", body=f"{other}\n\nSee [the risks](riks.md).")
    assert frame.source.split("\n")[found.line - 1] == "See [the risks](riks.md)."


def test_picture_that_is_not_there(frame: Any) -> None:
    """A file that shares its folder and its ending alone is another one."""
    (problem,) = frame.found("link-broken", body="![A bench](assets/garden-bench.jpg)")
    assert "Did you mean" not in problem.hint
    assert problem.cause == "page assets/garden-bench.jpg"


def test_picture_and_link_to_one_file(frame: Any) -> None:
    """Both are told as they were typed, whichever address the build made of them."""
    body = "![A bench](assets/bench.png)\n\nSee [the bench](assets/bench.png)."
    found = frame.found("link-broken", body=body)
    assert [one.line - found[0].line for one in found] == [0, 2]
    assert {one.message.split('"')[1] for one in found} == {"assets/bench.png"}


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("how-we-chose-the-studies", 'Did you mean "#how-the-studies-were-chosen"?'),
        ("risks-for-the-haert", 'Did you mean "#risks-for-the-heart"?'),
        ("Risks-for-the-heart", 'Did you mean "#risks-for-the-heart"?'),
        ("risks-for-the-liver", "{#risks-for-the-liver} behind it"),
        ("risks", "{#risks} behind it"),
        ("who-funded-this", "{#who-funded-this} behind it"),
    ],
)
def test_part_that_was_reworded(name: str, hint: str) -> None:
    """The heading that has its words is meant; where none has, the links are kept alive."""
    parts = ("how-the-studies-were-chosen", "risks-for-the-heart", "who-made-it")
    wrong = judge_part(Part("a.html", name), {"a.html": Anchors("\0".join(parts), "")})
    assert wrong is not None
    assert hint in wrong.hint


@pytest.mark.parametrize("address", ["plain.md", "./plain.md", "x/../plain.md"])
def test_page_that_is_linked_in_html(frame: Any, address: str) -> None:
    """The build makes no address of a file's name there; in Markdown it does."""
    frame.body = f'`[The page]({address})`\n\n<p>See <a href="{address}">the page</a>.</p>'
    html = frame.html.replace("../plain/", address)
    (problem,) = [one for one in frame.problems(html) if one.code == "link-broken"]
    assert frame.source.split("\n")[problem.line - 1].startswith("<p>See")
    assert problem.hint == f"Write [words]({address}): HTML names no file of docs."
