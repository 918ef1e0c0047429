"""Say whether a work was corrected, put in doubt or taken back: the worst that is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kapguide.registries.merging import is_marked
from kapguide.registries.work import CROSSREF, PUBMED, Answers, LaterNotice, RegisteredWork

RANKS = ("none", "corrected", "concern", "withdrawn", "retracted")
"""From harmless to worst."""
TAKEN_BACK = frozenset({"withdrawn", "retracted"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a work."""

    status: str
    """As in the field `status`, but never `unchecked`."""
    notices: tuple[LaterNotice, ...]
    """All that are known, the worst first, then the latest."""
    unknown: tuple[LaterNotice, ...] = ()
    """Notices of a kind that we don't know."""

    @property
    def worst(self) -> LaterNotice | None:
        """The notice that decides, preferably one that can be read."""
        deciding = [one for one in self.notices if one.status == self.status]
        return max(deciding, key=lambda one: (bool(one.address), one.day), default=None)


NOTHING_KNOWN = Standing("none", ())


def judge(answers: Answers) -> Standing:
    """Find the worst that the registries know of a work."""
    notices = [notice for work in answers.works for notice in _all_notices(work)]
    known = [one for one in notices if one.status]
    known.sort(key=lambda one: (RANKS.index(one.status), one.day), reverse=True)
    status = known[0].status if known else "none"
    return Standing(status, tuple(known), tuple(one for one in notices if not one.status))


def _all_notices(work: RegisteredWork) -> Iterable[LaterNotice]:
    """Give a work's notices, and what its title alone tells."""
    yield from work.notices
    title = work.get("title")
    if is_marked(title):
        status = (
            "withdrawn"
            if title.lstrip("[ ").lower().startswith(("withdrawn", "removed"))
            else "retracted"
        )
        if not any(one.status in TAKEN_BACK for one in work.notices):
            label = f'The title begins with "{title.split(":")[0].split(" ")[0].strip("[]:")}"'
            yield LaterNotice(status, label, work.source)


def who_was_asked(answers: Answers) -> str:
    """Return the registries that have a record of the work, as in the field `statusfrom`."""
    found = [
        name for name in (CROSSREF, PUBMED) if any(w.source == name for w in answers.registered)
    ]
    return " and ".join(found)


def describe(notice: LaterNotice) -> str:
    """`Retraction, 2024-05-01 (Retraction Watch): https://doi.org/10.…`."""
    text = ", ".join(filter(None, (notice.label, notice.day)))
    where = notice.address or notice.where
    return f"{text} ({notice.source}){': ' + where if where else ''}"


def describe_all(notices: Sequence[LaterNotice]) -> list[str]:
    """Describe notices; one that several registries know is told once."""
    told: dict[tuple[str, str], list[LaterNotice]] = {}
    for notice in notices:
        told.setdefault((notice.status, notice.address or notice.where), []).append(notice)
    return [
        describe(replace(same[0], source=", ".join(dict.fromkeys(one.source for one in same))))
        for same in told.values()
    ]


def worse(one: str, other: str) -> bool:
    """Tell whether the first status is worse than the second; `unchecked` is none."""
    return RANKS.index(one) > (RANKS.index(other) if other in RANKS else 0)


def newest(notices: Sequence[LaterNotice]) -> LaterNotice | None:
    """Return the latest of several."""
    return max(notices, key=lambda one: one.day, default=None)
