"""Read a figure's data from a page's front matter, strictly.

Every reader of a figure type asks for the keys that it knows and collects
all faults, so that an editor sees them in one run.

Takes what YAML gave: any value at all.
Gives typed values, and for each fault where it is and how to mend it.
Must stay free of the figure types and of drawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_citations.problems import did_you_mean

Step = str | int
Place = tuple[Step, ...]
"""Where a value stands, from the front matter's top: `("figures", "x", "groups", 0)`."""

FaultCode = Literal["figure-data-missing", "figure-data-wrong", "figure-numbers", "figure-entry"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a figure's data."""

    code: FaultCode
    place: Place
    message: str
    hint: str = ""


def format_place(place: Place) -> str:
    """Write a place as editors read it: `figures.x.groups, item 1: count`."""
    text = ""
    for step in place:
        if isinstance(step, int):
            text += f", item {step + 1}:"
        else:
            text += f" {step}" if text.endswith(":") else f".{step}" if text else step
    return text.removesuffix(":")


class Fields:
    """One mapping of the front matter, read key by key.

    A getter returns a usable value even after a fault, so that reading goes
    on; whoever holds `faults` decides that nothing is drawn.
    """

    def __init__(self, data: object, place: Place, faults: list[Fault]) -> None:
        self.place = place
        self.faults = faults
        self._known: list[str] = []
        self._data: Mapping[object, object] = {}
        if isinstance(data, Mapping):
            self._data = data
        else:
            self.fault("figure-data-wrong", "", 'should hold lines such as "title: …"')

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def fault(self, code: FaultCode, name: str, message: str, hint: str = "") -> None:
        """Note a fault of one key, or of the mapping itself where the name is empty."""
        place = (*self.place, name) if name else self.place
        self.faults.append(Fault(code, place, f"{format_place(place)} {message}", hint))

    def value(self, name: str, *, required: bool = True) -> object:
        """Return what stands under a key; None, and a fault if required, where nothing does."""
        self._known.append(name)
        value = self._data.get(name)
        if value is None and required:
            self.fault("figure-data-missing", name, "is missing", f'Add a line "{name}: …"')
        return value

    def text(self, name: str, *, limit: int, required: bool = True) -> str:
        """Return a text of at most `limit` characters, its white space folded."""
        value = self.value(name, required=required)
        if value is None:
            return ""
        return self._text(value, name, limit)

    def _text(self, value: object, name: str, limit: int) -> str:
        if not isinstance(value, str) or not value.strip():
            self.fault("figure-data-wrong", name, "is not a text", 'Put it in quotes: "…"')
            return ""
        text = " ".join(value.split())
        if len(text) > limit:
            self.fault(
                "figure-data-wrong",
                name,
                f"has {len(text)} characters",
                f"There is room for {limit}",
            )
        return text

    def texts(self, name: str, *, low: int, high: int, limit: int) -> tuple[str, ...]:
        """Return a list of texts; none is required where `low` is 0."""
        value = self.value(name, required=low > 0)
        return tuple(self._text(item, name, limit) for item in self._items(value, name, low, high))

    def flag(self, name: str) -> bool:
        """Return true or false; false where the key is missing."""
        value = self.value(name, required=False)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.fault("figure-data-wrong", name, f'is "{value}"', "Write true or false")
        return False

    def count(self, name: str, *, total: int) -> int:
        """Return a whole number from 0 to `total`."""
        value = self.value(name)
        if value is None:
            return 0
        if isinstance(value, bool) or not isinstance(value, int):
            self.fault("figure-data-wrong", name, f'is "{value}"', "Write a whole number")
            return 0
        if not 0 <= value <= total:
            self.fault("figure-numbers", name, f"is {value}, out of a total of {total}")
        return value

    def choice(self, name: str, choices: Sequence[str], *, required: bool = True) -> str:
        """Return one of the given words."""
        value = self.value(name, required=required)
        if value is None or value in choices:
            return str(value or "")
        hint = did_you_mean(str(value), choices) or f"Write one of: {', '.join(choices)}"
        self.fault("figure-data-wrong", name, f'is "{value}"', hint)
        return ""

    def mappings(self, name: str, *, low: int, high: int) -> list[Fields]:
        """Return the mappings of a list, each to be read in its turn."""
        items = self._items(self.value(name), name, low, high)
        return [Fields(item, (*self.place, name, i), self.faults) for i, item in enumerate(items)]

    def _items(self, value: object, name: str, low: int, high: int) -> list[object]:
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault("figure-data-wrong", name, "is not a list", 'Start each line with "- "')
            return []
        if not low <= len(value) <= high:
            wanted = f"{low}" if low == high else f"{low} to {high}"
            self.fault("figure-data-wrong", name, f"has {len(value)} items, not {wanted}")
        return value

    def close(self) -> None:
        """Find the keys that nobody asked for; call it last."""
        for key in self._data:
            if key not in self._known:
                hint = did_you_mean(str(key), self._known) or f"Known: {', '.join(self._known)}"
                self.fault("figure-data-wrong", str(key), "is not known here", hint)
