"""Whether a fact of the clinic is what its name says: a number, plain words, an address."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from kapguide.front_matter.yaml_words import quote
from kapguide.pages.page import Page, fold
from kapguide.pages.telephone import find_numbers
from kapguide.project.clinic_facts import ON_EVERY_PAGE, Clinic, ClinicFact

_TELEPHONES = frozenset({"telephone", "phone", "fax"})
_MAILS = frozenset({"email", "e_mail", "mail"})
_URLS = frozenset({"url", "website"})
MAIL = r"[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}"
"""The pattern of an e-mail address."""
_URL = r"https?://[\w-]+(?:\.[\w-]+)+(?:[:/?#][^\s<>()]*)?"
_MAIL_ALONE = re.compile(rf"<{MAIL}>|\[[^\]]+\]\(mailto:{MAIL}\)|{MAIL}")
_URL_ALONE = re.compile(rf"<{_URL}>|\[[^\]]+\]\({_URL}\)|{_URL}")
_EXTENSION = re.compile(r"[\s,;(]*(?:ext(?:ensi[oó]n)?\.?|x|#|int\.)\s*\d{1,6}\)?", re.I)
_NO_WORDS = re.compile(
    rf"\[[^\]]*\]\([^)]*\)|\*\*[^*]+\*\*|</?[a-z][^>]*>|https?:\S*|www\.\S+|{MAIL}", re.I
)
"""What plain words are not: Markdown, HTML, and where one writes or looks."""
_HALF_MAIL = re.compile(rf"(?<![\w.+@/-])(?!{MAIL})[\w.+-]+@[\w.-]*")
_HALF_URL = re.compile(r"\bhttps?:(?!//[^\s/])[^\s)>]*", re.I)

_LETTER = re.compile(r"[^\W\d_]")


class WrongForm(NamedTuple):
    """What a fact is not, and what to write."""

    message: str
    hint: str


def is_number_alone(text: str) -> bool:
    """Whether a text is one telephone number, at most with an extension."""
    text = text.strip()
    numbers = find_numbers(text)
    if not numbers or not text.startswith(numbers[0]):
        return False
    behind = text[len(numbers[0]) :]
    return not behind or bool(_EXTENSION.fullmatch(behind))


def judge_form(fact: ClinicFact) -> WrongForm | None:
    """Say what is wrong with a fact that is no text of its kind; an empty one is none."""
    name, text = fact.name, (fact.text or "").strip()
    is_wrong, kind, hint = False, "", ""
    if name in _TELEPHONES:
        such = f"{fact.name}: {quote(next(iter(find_numbers(text)), '555-0100'))}"
        is_wrong, kind = not is_number_alone(text), "telephone number alone"
        hint = (
            f"Write one number, as in {such}. Other numbers and words go into after_hours or "
            "contact."
        )
    elif name in _MAILS:
        is_wrong, kind = not _MAIL_ALONE.fullmatch(text), "e-mail address"
        hint = "Write one address, as in <desk@clinic.example>."
    elif name in _URLS:
        is_wrong, kind = not _URL_ALONE.fullmatch(text), "address of a website"
        hint = "Write the whole address, as in <https://clinic.example/>."
    if text and is_wrong:
        return WrongForm(f'the clinic\'s "{fact.name}" is no {kind}: {quote(text)}', hint)
    return None if kind else _judge_words(fact.name, text)


def _judge_words(name: str, text: str) -> WrongForm | None:
    """Say what in the words of a fact readers could not use."""
    if name in ON_EVERY_PAGE:
        found = _NO_WORDS.search(text)
        wrong = found[0] if found else "" if _LETTER.search(text) or name == "name" else text
        hint = "Write plain words here; a website or an e-mail address goes into contact."
        message = f'the clinic\'s "{name}" is shown as it was typed, and has {quote(wrong)}'
        return WrongForm(message, hint) if wrong else None
    half = _HALF_MAIL.search(text) or _HALF_URL.search(text)
    if not half:
        return None
    kind = "e-mail address" if "@" in half[0] else "address of a website"
    message = f'the clinic\'s "{name}" has {quote(half[0])}, which is no whole {kind}'
    return WrongForm(message, "Write it whole, and try it once.")


def find_wrong_lines(page: Page, clinic: Clinic) -> Collection[str]:
    """Return what a page shows of facts that have a wrong form: this is told already, once."""
    wrong = [fact for fact in clinic.facts.values() if judge_form(fact)]
    if page.main is None or not wrong:
        return ()
    boxes = {fold(node.text()) for node in page.main.css(".clinic-fact p")}
    typed = {fold(fact.text or "") for fact in wrong}
    below = page.main.css(".clinic p") if any(f.name in ON_EVERY_PAGE for f in wrong) else ()
    return (boxes & typed) | {fold(node.text()) for node in below}
