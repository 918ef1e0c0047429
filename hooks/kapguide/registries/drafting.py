"""Make a new entry of what the registries say, and name what only a person can add."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from markdown_citations.library.entries import Library
from markdown_citations.library.entry_types import ENTRY_TYPES

from kapguide.evidence.bib_editing import encode, format_entry
from kapguide.registries.identity import find_citekey
from kapguide.registries.merging import entry_type_of, make_citekey, merge, propose_study_type
from kapguide.registries.standing import Standing, judge, who_was_asked
from kapguide.registries.work import Answers

FOR_PEOPLE = (
    *("keywords", "studytype", "design", "sample", "people", "population", "comparator"),
    *("followup", "finding", "limitation", "psychotherapy"),
)
"""What no registry knows."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A new entry, not yet written."""

    answers: Answers
    citekey: str
    entry_type: str
    block: str
    """The entry as it stands in the file."""
    standing: Standing
    missing: tuple[str, ...]
    """The fields that a person fills in."""
    unconfirmed: tuple[str, ...]
    """Fields that its type needs and no registry has."""
    proposed: str
    """The `studytype` that was taken from PubMed's publication types."""
    published_as: str
    """For a preprint: the citekey of its article, if that is in the library."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Names of the articles that the preprint became."""
        return tuple(dict.fromkeys(one for work in self.answers.works for one in work.articles))

    @property
    def is_preprint(self) -> bool:
        """Whether it was not reviewed by peers."""
        return any(work.is_preprint for work in self.answers.works)

    @property
    def is_notice(self) -> bool:
        """Whether it is itself a notice about another work."""
        return bool(self.notice_on)

    @property
    def notice_on(self) -> tuple[str, ...]:
        """The works that it is a notice about."""
        return tuple(dict.fromkeys(one for w in self.answers.works for one in w.notice_on))


def draft_entry(
    answers: Answers,
    *,
    taken: Collection[str],
    library: Library,
    today: date,
    offline: bool,
    background: bool,
) -> Draft:
    """Make an entry; `taken` are the citekeys that others have."""
    fields = merge(answers)
    entry_type = entry_type_of(answers)
    standing = judge(answers)
    proposed = propose_study_type(answers)
    articles = [one for work in answers.works for one in work.articles]
    published_as = find_citekey(library, articles)
    lacking = tuple(_lacking(entry_type, fields))
    fields |= {
        "publishedas": published_as,
        "background": "yes" if background else "",
        "unconfirmed": ", ".join(lacking),
        "studytype": proposed,
        "status": "unchecked" if offline else standing.status,
        "statusdate": today.isoformat(),
        "statusfrom": "" if offline else who_was_asked(answers),
        "statuslink": standing.worst.address if standing.worst else "",
    }
    encoded = {name: value for name, text in fields.items() if (value := encode(name, text))}
    citekey = make_citekey(answers, taken)
    missing = [name for name in FOR_PEOPLE if name != "studytype" or not proposed]
    if standing.notices:
        missing.append("statusnote")
    return Draft(
        answers,
        citekey,
        entry_type,
        format_entry(entry_type, citekey, encoded),
        standing,
        tuple(missing),
        lacking,
        proposed,
        published_as,
    )


def _lacking(entry_type: str, fields: Collection[str]) -> list[str]:
    """Return the fields that the type needs; of `year|date` the first is named."""
    needed = ENTRY_TYPES[entry_type].required.split()
    return [
        one.split("|")[0] for one in needed if not any(name in fields for name in one.split("|"))
    ]
