"""Hold an entry against both registries: its fields, its status, its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_citations.library.entries import Entry, Library, split_list
from markdown_citations.problems import Problem, Rule

from kapguide.problems.invocation import COMMAND
from kapguide.registries.abstract_numbers import missing_numbers
from kapguide.registries.comparing import COMPARED, FieldComparison, compare, is_same_work
from kapguide.registries.identity import find_citekey
from kapguide.registries.merging import best_value
from kapguide.registries.standing import (
    NOTHING_KNOWN,
    TAKEN_BACK,
    Standing,
    describe,
    judge,
    newest,
    who_was_asked,
    worse,
)
from kapguide.registries.work import Answers, RegisteredWork

_FROM = "KAP Guide"
STATUS = Rule(
    "registry-status",
    "error",
    "An entry has the status that Crossref, Retraction Watch and PubMed know of its work.",
    "ICMJE",
    "status = {none}, of a work that Retraction Watch lists as retracted",
    "status = {retracted}, statusdate = {2026-11-22}, statusnote = {The doses were wrong.}",
)
MISTAKEN = Rule(
    "registry-other-work",
    "error",
    "A DOI or PubMed number belongs to the work of its entry.",
    _FROM,
    "pmid = {30917761}, which is another paper's",
    "pmid = {30917760}",
)
DIFFERS = Rule(
    "registry-differs",
    "error",
    "The fields of an entry are those that Crossref or PubMed has.",
    _FROM,
    "volume = {15}, where both have 51",
    "volume = {51}",
)
ABSENT = Rule(
    "registry-absent",
    "warning",
    "Crossref and PubMed know the DOI and the PubMed number of an entry.",
    _FROM,
    "doi = {10.1080/02791072.2019.9999999}",
    "doi = {10.1080/02791072.2019.1587556}",
)
PUBLISHED = Rule(
    "registry-published",
    "warning",
    "A preprint that has become an article names it.",
    _FROM,
    "note = {Preprint, not peer reviewed}",
    "publishedas = {yermus2024}",
)
NEWER = Rule(
    "registry-newer",
    "warning",
    "A review or guideline is its newest version.",
    _FROM,
    "doi = {10.1002/14651858.CD011612.pub2}, of which there is a third version",
    "doi = {10.1002/14651858.CD011612.pub3}",
)
NUMBERS = Rule(
    "registry-numbers",
    "warning",
    "What is not in the abstract was read in the paper: look again at numbers that are not.",
    _FROM,
    "people = {47}, and the abstract says 41",
    "people = {41}",
)
_LOOK_UP = {
    "doi": "https://doi.org/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/",
}
ELSEWHERE = "It may be DataCite's, as those of data, reports and some preprints are."


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found of one entry."""

    entry: Entry
    answers: Answers
    comparisons: tuple[FieldComparison, ...] = ()
    standing: Standing = NOTHING_KNOWN
    problems: tuple[Problem, ...] = ()

    @property
    def is_registered(self) -> bool:
        """Whether a registry has the work, as far as the entry says how to ask for it."""
        return bool(self.answers.registered)

    @property
    def can_be_asked(self) -> bool:
        """Whether the entry has a number by which to ask."""
        return any(self.answers.by.values())

    @property
    def is_quiet(self) -> bool:
        """Whether all agrees and nothing was ever published about the work."""
        harmless = self.entry.get("status") in {"", "none", "unchecked"}
        return not self.problems and not self.standing.notices and harmless

    @property
    def differs(self) -> bool:
        """Whether something must be mended."""
        return any(problem.severity == "error" for problem in self.problems)


def verify(
    entry: Entry, answers: Answers, library: Library, values: Mapping[str, float]
) -> Verification:
    """Judge one entry; `values` holds the numbers that are written in words."""
    works = answers.registered
    if not works:
        problems = tuple(_absent(entry, answers))
        return Verification(entry, answers, problems=problems)
    mistaken = [work for work in works if not is_same_work(entry, work)]
    if mistaken:
        problems = tuple(_mistaken(entry, work) for work in mistaken)
        return Verification(entry, answers, problems=problems)
    comparisons, standing = tuple(compare(entry, works)), judge(answers)
    problems = (
        *_status(entry, standing),
        *_differing(entry, comparisons),
        *_absent(entry, answers),
        *_published(entry, works, library),
        *_newer(entry, works, library),
        *_numbers(entry, works, values),
    )
    return Verification(entry, answers, comparisons, standing, problems)


def changes(found: Verification, today: str) -> dict[str, str]:
    """Return the fields that `--write` sets, as plain text; an empty text removes a field.

    A status never gets better by itself, and no text is written for readers.
    """
    if not found.is_registered or any(one.code == MISTAKEN.code for one in found.problems):
        return {}
    entry, status = found.entry, found.standing.status
    made: dict[str, str] = {}
    if worse(status, entry.get("status")) or entry.get("status") in {
        "",
        "none",
        "unchecked",
        status,
    }:
        made |= {"status": status, "statusdate": today, "statusfrom": who_was_asked(found.answers)}
        worst = found.standing.worst
        made["statuslink"] = worst.address if worst else ""
    unconfirmed = split_list(entry.get("unconfirmed"))
    for name in unconfirmed:
        supplied = name == "title" and entry.get("title").startswith("[")
        said = best_value(found.answers.registered, name) if name in COMPARED else ""
        if said and (supplied or not entry.get(name)):
            made[name] = said
    if filled := [name for name in unconfirmed if name in made]:
        made["unconfirmed"] = ", ".join(name for name in unconfirmed if name not in filled)
    return made


def _status(entry: Entry, standing: Standing) -> Iterator[Problem]:
    ours = entry.get("status") or "no status"
    worst = standing.worst
    if worst is not None and worse(standing.status, ours):
        message = f"{standing.status}, but the entry says {ours}: {describe(worst)}"
        hint = f"Read the notice; then {COMMAND} verify --write sets the status."
        if standing.status in TAKEN_BACK:
            hint = "Take it off every page, with what rests on it; `--write` sets the status."
        yield entry.problem(STATUS, message, "status", hint)
    for notice in standing.unknown:
        message = f"a notice of a kind that is not known here: {describe(notice)}"
        yield entry.problem(NEWER, message, "status", "Read it, and set the status by hand.")


def _mistaken(entry: Entry, work: RegisteredWork) -> Problem:
    name = "doi" if work.source == "Crossref" and entry.get("doi") else "pmid"
    name = (
        name if entry.get(name) else next((n for n in ("doi", "pmid", "pmcid") if entry.get(n)), "")
    )
    message = f'{name} {entry.get(name)} belongs to another work: "{work.get("title")[:90]}"'
    return entry.problem(MISTAKEN, message, name, "Look up the right one.")


def _differing(entry: Entry, comparisons: Sequence[FieldComparison]) -> Iterator[Problem]:
    for one in comparisons:
        if one.verdict == "differs":
            ours, theirs = _shorten(one.ours, one.theirs)
            message = f'{one.field}: "{ours}" here, "{theirs}" at {one.source}'
            yield entry.problem(DIFFERS, message, one.field, "Look into the paper who is right.")


def _shorten(ours: str, theirs: str) -> tuple[str, str]:
    """Shorten two long texts to where they begin to differ."""
    if max(len(ours), len(theirs)) <= 60:
        return ours, theirs
    start = next(
        (at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other),
        min(len(ours), len(theirs)),
    )
    start = max(0, start - 20)
    return tuple(  # type: ignore[return-value]
        ("… " if start else "")
        + text[start : start + 50]
        + (" …" if len(text) > start + 50 else "")
        for text in (ours, theirs)
    )


def _absent(entry: Entry, answers: Answers) -> Iterator[Problem]:
    """Report numbers that a registry does not know; a DOI may be registered elsewhere."""
    registered = {"doi": answers.crossref, "pmid": answers.pubmed, "pmcid": answers.pubmed}
    for name, registry in (("doi", "Crossref"), ("pmid", "PubMed"), ("pmcid", "PubMed")):
        number = answers.by.get(name, "")
        if number and registered[name] is None and (name != "pmcid" or not answers.by.get("pmid")):
            label = {"doi": f"DOI {number}", "pmid": f"number {number}"}.get(name, number)
            message, hint = f"{registry} has no {label}", f"Look it up at {_LOOK_UP[name]}{number}"
            if name == "doi":
                message = f"Crossref does not hold this DOI: {number}"
                hint = f"{ELSEWHERE} {hint}"
            yield entry.problem(ABSENT, message, name, hint)


def _published(
    entry: Entry, works: Sequence[RegisteredWork], library: Library
) -> Iterator[Problem]:
    articles = [article for work in works for article in work.articles]
    if articles and not entry.get("publishedas"):
        key = find_citekey(library, articles)
        hint = f"Write publishedas = {{{key}}}." if key else f"Add it: {COMMAND} add {articles[0]}"
        message = f"the preprint has become an article: {', '.join(dict.fromkeys(articles))}"
        yield entry.problem(PUBLISHED, message, "doi", hint)


def _newer(entry: Entry, works: Sequence[RegisteredWork], library: Library) -> Iterator[Problem]:
    latest = newest([notice for work in works for notice in work.newer])
    if latest is None or find_citekey(library, [latest.doi, f"PMID {latest.pmid}"]):
        return
    hint = f"Look at it: {latest.address}" if latest.address else "Look for it."
    yield entry.problem(NEWER, f"there is a newer version: {describe(latest)}", "doi", hint)


def _numbers(
    entry: Entry, works: Sequence[RegisteredWork], values: Mapping[str, float]
) -> Iterator[Problem]:
    abstract = " ".join(f"{work.get('title')} {work.abstract}" for work in works if work.abstract)
    if not abstract:
        return
    missing: dict[str, list[str]] = {}
    for name, number in missing_numbers(entry, abstract, values):
        missing.setdefault(name, []).append(number)
    for name, numbers in missing.items():
        verb = "is" if len(numbers) == 1 else "are"
        message = f"{name}: {', '.join(numbers)} {verb} not in the abstract"
        yield entry.problem(NUMBERS, message, name, "Look into the paper.")
