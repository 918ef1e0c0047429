"""The days by which somebody must look at a page again, as its settings give them.

A page has one for its sources, and one for each fact that ends on a known day. The
checks, the review line and `kapguide due` all ask here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kapguide.front_matter.days import add_months, read_day
from kapguide.front_matter.parsing import KeyPath
from kapguide.words import Words

WARN_AHEAD = 60
"""So many days before it falls due, a build begins to speak of it."""


@dataclass(frozen=True, slots=True)
class DatedFact:
    """Something that holds until a known day."""

    fact: str
    """What holds, in a line."""
    until: date
    """Its last day."""
    then: str = ""
    """What readers are told once it has ended, in Markdown; empty where nobody wrote it."""

    def explain_end(self, words: Words) -> str:
        """Return what readers are told once it has ended, in Markdown."""
        return self.then or words.say("review.ended", day=words.format_day(self.until))


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which somebody must look again."""

    day: date
    setting: KeyPath
    """Where it stands in the front matter."""
    fact: DatedFact | None = None
    """None for the sources of the whole page."""

    @property
    def hint(self) -> str:
        """What to do about it."""
        if self.fact:
            return "Look it up again: mend the page and the date, or take the fact out."
        return "Hold the page against its sources, then set sources_checked to that day."

    def is_past(self, today: date) -> bool:
        """Whether the day is over."""
        return today > self.day

    def is_near(self, today: date, days: int = WARN_AHEAD) -> bool:
        """Whether the day is over, or is so few days away."""
        return (self.day - today).days <= days

    def describe(self, today: date, words: Words) -> str:
        """Say what is due, without a full stop."""
        day, past = words.format_day(self.day), self.is_past(today)
        if self.fact:
            return f'"{self.fact.fact}" {"held" if past else "holds"} until {day}'
        return f"the next check of the sources {'was' if past else 'is'} due on {day}"


def read_facts(front_matter: Mapping[str, object]) -> dict[KeyPath, DatedFact]:
    """Read `dated_facts`, each by where it stands; what cannot be read is left out."""
    written = front_matter.get("dated_facts")
    found: dict[KeyPath, DatedFact] = {}
    for number, item in enumerate(written if isinstance(written, list) else ()):
        until = read_day(item.get("until")) if isinstance(item, dict) else None
        if until:
            fact, then = (item.get(name) for name in ("fact", "then"))
            text = then.strip() if isinstance(then, str) else ""
            line = "".join(c if c.isprintable() else " " for c in str(fact or ""))
            found["dated_facts", number] = DatedFact(" ".join(line.split()), until, text)
    return found


def read_deadlines(front_matter: Mapping[str, object]) -> list[Deadline]:
    """Read all deadlines of a page, the earliest first."""
    checked = read_day(front_matter.get("sources_checked"))
    months = front_matter.get("review_every")
    found = [Deadline(f.until, (*p, "until"), f) for p, f in read_facts(front_matter).items()]
    if checked and isinstance(months, int) and not isinstance(months, bool) and 0 < months <= 1200:
        found.append(Deadline(add_months(checked, months), ("sources_checked",)))
    return sorted(found, key=lambda deadline: deadline.day)
