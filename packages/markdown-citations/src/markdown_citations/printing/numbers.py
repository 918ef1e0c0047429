"""Print pages and editions as NLM does."""

from __future__ import annotations

from markdown_citations.library.entries import split_pages, split_range
from markdown_citations.texts import Texts


def page_range(pages: str) -> str:
    """Return `189–98` for 189--198: the second number without what it repeats."""
    parts = []
    for part in split_pages(pages):
        first, *more = split_range(part)
        if len(more) > 1:  # no range that anybody knows
            parts.append(part)
            continue
        more = [] if more == [first] else more  # 5--5 is one page
        last = more[0] if more else ""
        if first.isdigit() and last.isdigit() and len(first) == len(last) and first < last:
            same = next(i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b)
            last = last[same:]
        # Pages may go on, 9--, but no article number does: syw022--.
        is_range = first and (last or (more and first.isdigit()))
        parts.append(f"{first}{'–' if is_range else ''}{last}")
    return ", ".join(filter(None, parts))


def ordinal(number: str, texts: Texts) -> str:
    """Return `2nd`; what is no number stays as it is."""
    if not number.isascii() or not number.isdigit() or len(number) > 3:  # 2020 is a year
        return number
    ends = [number, f"*{number[-2:]}", f"*{number[-1:]}", "*"]  # 11th, 12th and 13th are odd
    form = next((texts.ordinals[end] for end in ends if end in texts.ordinals), "{number}")
    return form.format(number=number)
