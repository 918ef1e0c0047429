"""How long something lasts: `20`, `"15-30"` or `"120+"` minutes, and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kapguide.words import Words

_SPAN = re.compile(r"(?P<low>\d{1,4})(?:\s*[-–]\s*(?P<high>\d{1,4})|(?P<open>\+))?")


@dataclass(frozen=True, slots=True)
class Span:
    """From `low` to `high` minutes."""

    low: int
    high: int | None
    """None: at least `low`, with no end given."""

    def say(self, words: Words) -> str:
        """`15 to 30 minutes`, `2 to 3 hours`, `at least 2 hours`."""
        if self.high is None:
            return words.say("durations.at_least", time=_say(self.low, words))
        if self.low == self.high:
            return _say(self.low, words)
        hours = self.high >= 120
        low, high = (_say(end, words, hours=hours) for end in (self.low, self.high))
        # One unit is said once: "2 to 3 hours".
        if _in_hours(self.low, hours=hours) == _in_hours(self.high, hours=hours):
            low = low.partition(" ")[0]
        return words.say("durations.range", low=low, high=high)


def parse_span(value: object) -> Span | None:
    """Read a span; None where it is none, is empty of time or runs backwards."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    match = _SPAN.fullmatch(str(value).strip())
    if match is None:
        return None
    low = int(match["low"])
    high = None if match["open"] else int(match["high"] or low)
    if high == 0 or (high is not None and high < low) or (high is None and low == 0):
        return None
    return Span(low, high)


def _in_hours(minutes: int, *, hours: bool) -> bool:
    """Whether a number of minutes reads more easily in hours."""
    return hours and (minutes == 60 or (minutes >= 120 and minutes % 30 == 0))


def _say(minutes: int, words: Words, *, hours: bool = True) -> str:
    if not _in_hours(minutes, hours=hours):
        return words.say("durations.minutes", count=minutes)
    whole, half = divmod(minutes, 60)
    return words.say("durations.hours", count=f"{whole}½" if half else whole)
