"""What readers see of Markdown that was mistyped, and of other programs' markup.

In the order in which they are looked for: the first that a block has is told.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kapguide.pages.page import CITATION


class Mistyped(NamedTuple):
    """Signs that are shown as they were typed."""

    pattern: re.Pattern[str]
    hint: str
    """What to do about them."""


TICK = "There are no boxes to tick: take the brackets out."
CODE = "Code stands between two `, a block of it between two lines of ```."
_FENCE = "Take the line out; where it opens a block of code, such a line closes the block as well."
_BOX = (
    'A box starts with !!! note "Its title", on a line of its own, and each line of its text with '
    "four spaces."
)
LINK = "A link is [words](file.md), with no space in between."
CHARACTER = "Write the character itself."
BOLD = "Bold text is **like this**, with no space inside the stars."
OPENED = "It is opened and not closed: write {} behind the last word meant as well."
CLOSED = "It is closed and not opened: write {} before the first word meant as well."
"""Of a sign that a paragraph has once alone; both name it."""
_COMMAND = "Take the command out: it is of another program."
DIRECTIVES = ("notice", "figure", "clinic", "references", "a-to-z")
OTHER_DIRECTIVE = (
    "Take the line out: there are ::: notice NAME, ::: figure NAME, ::: clinic NAME, "
    "::: references and ::: a-to-z, and no line ends them."
)
_DIRECTIVES = f"(?:{'|'.join(DIRECTIVES)})"

_ROWS: tuple[tuple[str, str], ...] = (
    # <<<<<<< HEAD, of a merge
    (
        r"(?:^|(?<=\s))(?:<{7}|>{7}|={7})(?:\s\S+|$)",
        "Keep one of the two versions, and take the marks out.",
    ),
    # [words] (file.md), words](file.md
    (r"\]\s?\([^)\s]*(?:\s[^)]*)?\)?", LINK),
    # !(assets/room.jpg)[words]
    (r"!\(\S+\.\w{2,4}\)\s?\[[^\]\n]*\]", "An image is ![words](assets/file.svg)."),
    # !(words)[room.jpg]
    (
        r"!\([^)\n]*\)\s?\[\S+\.(?:png|jpe?g|svg|webp|gif|avif)\]",
        "An image is ![words](assets/file.svg).",
    ),
    # [words][@citekey]
    (rf"\[[^\]\[\n]+\](?={CITATION})", "Take the brackets around the words out."),
    # words (file.md#part), (words)[file.md]
    (r"\(+\S*\.md(?:#[^)\s]*)?\)+|\)\s?\[\S*(?:\.md\b|://)[^\s\]]*\]", LINK),
    # [words][file.md], [file.md]
    (r"\[[^\]]*\]\[\S*(?:\.md\b|://)[^\]]*\]|\[\S+\.md(?:#\S*)?\]", LINK),
    # [words]file.md, [words]https://…
    (r"\[[^\]\[]+\](?:[\w./-]+\.md\b|https?://)\S*", LINK),
    # [cid:image001.png@01DB7F2A], of a mail
    (
        r"\[cid:[^\]]*\]",
        "Put the image into docs/assets, and write ![what it shows](assets/file.svg).",
    ),
    # [!words](file.svg) alone in its paragraph: of the link its words are left
    (r"^!(?=[^\W\d_][^:!]*$)", "An image is ![what it shows](assets/file.svg)."),
    # ![words (file.svg)
    (r"(?<!<)!\[[^\]\[(]*(?:\([^)\s]*\)?)?", "An image is ![what it shows](assets/file.svg)."),
    # [words][name]
    (r"!?\[[^\]]*\]\[[^\]]*\]", "The name in the second brackets is defined nowhere."),
    # [[file]], of a wiki
    (r"\[\[[^\[\]]+\]\]", LINK),
    (r"\[\^[\w-]+\]", "The footnote is defined nowhere."),
    # [!NOTE], !! note, ??? note, /// note
    (r"^(?:\[![A-Za-z]+\]|!!!?\s?[\w\"]+|\?\?\?\+?\s?[\w\"]+|///\s?\w+)", _BOX),
    # === "Title"
    (
        r"^={3}[+!]?\s?[\w\"“].*",
        "There are no tabs here: write a heading, and take the four spaces below it away.",
    ),
    (r"^\[[ xX]\]\s", TICK),
    (rf"^:{{1,2}}\s{_DIRECTIVES}\b", "Such a line starts with three colons."),
    (
        rf":::(?<!\S:::):*\s*{_DIRECTIVES}\b",
        "It stands alone on its line, with an empty line before and behind it.",
    ),
    (r":::(?<!\S:::):*(?:\s*\w[\w-]*)?", OTHER_DIRECTIVE),
    # **words, words.**, ** words **, __words, words__
    (
        r"\*\*(?:(?=\w)|(?<=[\w.,;:!?)]\*\*)|(?=\s[^*]+\s\*\*))"
        r"|(?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w)",
        BOLD,
    ),
    (r"##(?<!\S##)#{0,4}\s+\w+", "A heading has an empty line before it."),
    # {: .name }, {{ name }}, {% name %}; but no citation in two braces
    (
        rf"\{{(?!{{[^}}]*{CITATION})[:#.%{{][^}}]*\}}?|(?<!{CITATION})[%}}]\}}",
        "See that the brackets are closed and the quotes straight.",
    ),
    # $x^2$, x^2, x^{2}
    (
        r"\$(?=[^\s$])[^$\n]*[\^_\\{}=][^$\n]*\$|(?<=\w)\^(?:\w+\^?|\{[^}\s]*\})",
        "There are no formulas here: write the sign itself, as in x².",
    ),
    # H~2~O, (x)^2^
    (
        r"(?<=\w)~(?!\w~~)[^\s~]{1,8}~(?!~)|(?<=\S)\^[^\s^]{1,8}\^",
        "Nothing is set lower or higher here: write the sign itself, as in H₂O.",
    ),
    (
        r"&(?:amp|nbsp|lt|gt|quot|apos|[mn]dash|hellip|[lr][sd]quo|copy|reg|trade|bull|#\d+)"
        r"(?!\w);?",
        CHARACTER,
    ),
    # h2. Title of Textile, == Title == of a wiki
    (r"^(?:h[1-6]\.|={2,6})\s\S.*", "A heading starts with ## and a blank."),
    # :what a term means; :smile: is below
    (
        r"(?<!\S):(?=[^\W\d_]{2}|[AEIY]\s)(?![a-z_]{2,}:)",
        "A colon and a blank start what a term means.",
    ),
    (
        r"Error! [A-Z][\w ]+ not (?:found|defined)\.",
        "Write what it led to: a word processor could not find it.",
    ),
    # //words//, '''words''', [b]words[/b]: of wikis and forums
    (r"(?<![:\w/])//(?=\w)[^/\n]*(?<=\S)//(?!\w)", "Emphasis is *like this*."),
    (r"'{3}(?=\w)|(?<=\w)'{3}", "Bold text is **like this**."),
    (r"\[/?(?:b|i|u|url|img|quote|list|size|color|center)(?:=[^\]\n]*)?\](?![(\[])", _COMMAND),
    # <!- words, <!— words, words -->
    (
        r"<\s?!\s?[-–—]+|-->|<-{2,}",
        "A comment starts with <!-- and ends with -->: close it, or take it out.",
    ),
    (
        r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>",
        "Take the tag out, or see that it is closed, and each of its quotation marks too.",
    ),
    (r"^(?:~{3,}|`{3,})", _FENCE),
    # \newpage
    (r"(?<![\w:\\])\\[a-z]{3,}\b", _COMMAND),
    (
        r"\{[A-Za-z][\w-]*\}",
        "A name for links is {#name}, with no space inside; else take the braces out.",
    ),
    # :smile:
    (r"(?<![\w:]):[a-z_]{3,}:(?![\w:])", CHARACTER),
    (r"~~(?=\S)|==(?=\w)|(?<=\w)==", "Nothing is struck out or marked here: take the signs out."),
    (r"\\(?=[^\w\s]|\s|$)", "Take the backslash out."),
    (r"`+", f"{CODE} An apostrophe is '."),
    (
        r"(?:TODO(?<!\wTODO)|FIXME(?<!\wFIXME)|TKTK(?<!\wTKTK)|XXX(?<!\wXXX))\b|[Ll]orem ipsum",
        "Write what is meant to stand here.",
    ),
)
MISTYPED = tuple(Mistyped(re.compile(pattern, re.M), hint) for pattern, hint in _ROWS)

ONE_SIGN = Mistyped(
    re.compile(
        # *words, and * words* whose first star stands apart
        r"(?<=\s)\*(?=[^\W\d_])|(?<=\s)\*\s(?=\w[^*]*[^\W\d_]\*(?!\w))"
        # _words, words_
        r"|(?<![^\s(\"“])_(?=[^\W\d_])|(?<=[^\W_])_(?=[\s.,;:!?)]|$)"
    ),
    "Emphasis is *like this*, with the sign on both sides; for the sign itself write \\{}.",
)
"""May be meant, and has a backslash then; its hint names the sign."""
