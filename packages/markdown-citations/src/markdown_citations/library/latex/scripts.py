"""Set what LaTeX writes with signs of its own: figures high or low, formulas, angles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import partial

_SUPERSCRIPT = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
        strict=True,
    )
)
_SUBSCRIPT = dict(
    zip(
        "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
        strict=True,
    )
)
_DOUBLE_STRUCK = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ1", "𝔸𝔹ℂ𝔻𝔼𝔽𝔾ℍ𝕀𝕁𝕂𝕃𝕄ℕ𝕆ℙℚℝ𝕊𝕋𝕌𝕍𝕎𝕏𝕐ℤ𝟙")
_RAISED = {"∘": "°", "o": "°", "∗": "*", "⋆": "*"}


def set_script(sign: str, text: str) -> str:
    """Set figures high or low; words, such as the "th" of 5th, stand as they are."""
    text, table = text.strip(), _SUPERSCRIPT if sign == "^" else _SUBSCRIPT
    if sign == "^" and text in _RAISED:
        return _RAISED[text]
    is_word = len(text) > 1 and text.isalpha()
    if is_word or not all(c in table or c == "/" for c in text):
        return text
    return "".join(table.get(c, c) for c in text)


def set_formula(text: str) -> str:
    """Set a formula of chemistry, as mhchem does: figures behind an element low, charges high."""
    text = re.sub(r"\^(\d*[+-]?)", lambda match: set_script("^", match[1]), text)
    text = re.sub(r"(?<=[A-Za-z)\]])\d+", lambda match: set_script("_", match[0]), text)
    text = re.sub(r"(?<=[\w)\]])[+-](?![\w>])", lambda match: set_script("^", match[0]), text)
    return text.replace("<->", "↔").replace("->", "→")


def set_angle(text: str) -> str:
    """Set degrees, minutes and seconds, as siunitx does: `45;30;10` is 45°30′10″."""
    pairs = zip(text.split(";"), "°′″", strict=False)
    return "".join(number.strip() + sign for number, sign in pairs if number.strip())


def set_number(text: str) -> str:
    """Set a number as siunitx does: `1.5e-3` is 1.5 × 10⁻³, `5 +- 1` is 5 ± 1."""
    text = re.sub(r"\s*(?:\+-|\\pm)\s*", " ± ", re.sub(r"(?<=\d)\s*x\s*(?=\d)", " × ", text))
    return re.sub(r"(?<=\d)[eE]([+-]?\d+)", lambda match: f" × 10{set_script('^', match[1])}", text)


def set_ordinal(text: str) -> str:
    """Set `3` as the package nth does: 3rd."""
    if not text.isdecimal():
        return text
    ends = {"1": "st", "2": "nd", "3": "rd"}
    return text + ("th" if text[-2:-1] == "1" else ends.get(text[-1], "th"))


def set_numbers(texts: list[str], form: str) -> str:
    """Set numbers as siunitx does: a `list` such as `1;2;3`, a `range` from one to another."""
    if form == "list":
        return ", ".join(set_number(text.strip()) for text in texts[0].split(";"))
    return "–".join(map(set_number, texts))


def set_small_capitals(text: str) -> str:
    """Set a word of small capitals alone in capitals: BC, and D-serine, which is not d-serine."""
    return text.upper() if text.islower() and " " not in text else text


def set_above(text: str, mark: str) -> str:
    """Set a sign above one letter; above more no sign reaches."""
    return unicodedata.normalize("NFC", text + mark) if len(text) == 1 else text


def set_double_struck(text: str) -> str:
    """Set letters as those of sets of numbers are: ℝ."""
    return text.translate(_DOUBLE_STRUCK)


def set_space(length: str) -> str:
    """Set a blank for a space of some length; one below nothing draws signs together."""
    return "" if length.startswith("-") else " "


SETTERS: Mapping[str, Callable[[str], str]] = {
    **{"ang": set_angle, "ce": set_formula, "ch": set_formula, "nth": set_ordinal},
    **dict.fromkeys(("uppercase", "MakeUppercase"), str.upper),
    **dict.fromkeys(("lowercase", "MakeLowercase"), str.lower),
    "textsc": set_small_capitals,
    **dict.fromkeys(("hspace", "vspace"), set_space),
    **dict.fromkeys(("mathbb", "mathds", "Bbb"), set_double_struck),
    **dict.fromkeys(("vec", "overrightarrow"), partial(set_above, mark="\u20d7")),
    **dict.fromkeys(("overline", "widebar"), partial(set_above, mark="\u0305")),
    "widehat": partial(set_above, mark="\u0302"),
    "widetilde": partial(set_above, mark="\u0303"),
}
"""By the commands whose argument they set."""
