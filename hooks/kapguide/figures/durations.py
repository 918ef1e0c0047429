"""How long something lasts, in minutes, as people say it.

Takes `20`, `"15-30"` or `"120+"`. Gives a span and its words: "at least 2 hours".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPAN = re.compile(r"(?P<low>\d{1,4})(?:\s*[-–]\s*(?P<high>\d{1,4})|(?P<open>\+))?")


@dataclass(frozen=True, slots=True)
class Span:
    """From `low` to `high` minutes."""

    low: int
    high: int | None
    """None: at least `low`, with no end given."""

    def __str__(self) -> str:
        """`15 to 30 minutes`, `2 to 3 hours`, `at least 2 hours`."""
        if self.high is None:
            return f"at least {_say(self.low)}"
        if self.low == self.high:
            return _say(self.low)
        hours = self.high >= 120
        low, high = _say(self.low, hours=hours), _say(self.high, hours=hours)
        number, _, unit = low.partition(" ")
        return f"{number if unit.rstrip('s') == high.split()[1].rstrip('s') else low} to {high}"


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


def _say(minutes: int, *, hours: bool = True) -> str:
    """Say a number of minutes, in hours where that reads more easily."""
    if hours and minutes == 60:
        return "1 hour"
    if hours and minutes >= 120 and minutes % 30 == 0:
        whole, half = divmod(minutes, 60)
        return f"{whole}{'½' if half else ''} hours"
    return f"{minutes} minute{'' if minutes == 1 else 's'}"
