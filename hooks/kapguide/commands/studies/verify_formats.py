"""What `kapguide verify` found, for a terminal, GitHub, an issue or another program."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

import click
from markdown_citations.problems import Problem

from kapguide.commands.output import escape_markdown, paint, wrap
from kapguide.pages.citing import CitingPlace
from kapguide.problems.handbook import format_table
from kapguide.problems.reports import count, format_annotation
from kapguide.registries.comparing import FieldComparison
from kapguide.registries.standing import describe_all
from kapguide.registries.verification import Verification


@dataclass(frozen=True, slots=True)
class Findings:
    """What a run found."""

    found: Sequence[Verification]
    cited: Mapping[str, Sequence[CitingPlace]]
    """Where pages cite works that were corrected, put in doubt or taken back."""
    questions: int
    """How many questions were asked."""
    whole: bool
    """Show every field."""

    @property
    def problems(self) -> list[Problem]:
        """What should be mended or looked at, those that must be first."""
        found = [problem for one in self.found for problem in one.problems]
        return sorted(found, key=lambda problem: problem.severity)

    def summarise(self) -> str:
        """Sum it up in a line or two."""
        differ = sum(one.differs for one in self.found)
        asked = [one for one in self.found if one.can_be_asked]
        agree = sum(one.is_registered and not one.differs for one in asked)
        absent = sum(not one.is_registered for one in asked)
        parts = [f"{agree} agree", f"{differ} differ"]
        parts += [f"{absent} found nowhere"] if absent else []
        if other := len(self.found) - len(asked):
            parts.append(f"{other} without DOI or PubMed number, so not asked for")
        return (
            f"{count(len(self.found), 'entry').replace('entrys', 'entries')}: {', '.join(parts)}."
        )


def format_text(findings: Findings) -> str:
    """Format for a terminal of 80 columns: a paragraph an entry, then the summary."""
    parts = []
    quiet, unasked = [], []
    for one in findings.found:
        if not one.can_be_asked:
            unasked.append(one.entry.citekey)
        elif findings.whole or not one.is_quiet:
            parts.append(_format_entry(one, findings))
        else:
            quiet.append(one.entry.citekey)
    if quiet:
        parts.append(_list("Agree, and no correction or retraction known:", quiet))
    if unasked:
        parts.append(_list("No DOI or PubMed number, so not asked for:", unasked))
    differ = any(one.differs for one in findings.found)
    parts.append(paint(wrap(findings.summarise(), ""), "error" if differ else "good"))
    return "\n\n".join(parts)


def _list(title: str, citekeys: Sequence[str]) -> str:
    listed = wrap("  " + ", ".join(citekeys), "")
    return f"{title}\n{listed}"


def _format_entry(one: Verification, findings: Findings) -> str:
    entry = one.entry
    lines = [f"{entry.citekey} ({entry.path}:{entry.line})"]
    for problem in one.problems:
        text = problem.message.removeprefix(f"{entry.citekey}: ")
        level = "differs" if problem.severity == "error" else "look"
        head = paint(f"{level}:", problem.severity)
        lines.append(_item(head, f"{text}. {problem.hint}"))
    if one.is_registered and one.comparisons:
        lines.append(_item("status:", _tell_status(one)))
    if findings.whole:
        by_verdict: dict[str, list[str]] = {}
        for comparison in one.comparisons:
            by_verdict.setdefault(comparison.verdict, []).append(_tell(comparison))
        for verdict in ("agrees", "not in the entry", "not in the registries"):
            if verdict in by_verdict:
                lines.append(_item(f"{verdict}:", ", ".join(by_verdict[verdict])))
    for place in findings.cited.get(entry.citekey, ()):
        lines.append(_item("cited:", f'{place.path}:{place.line}: "{place.text}"'))
    return "\n".join(lines)


def _tell(comparison: FieldComparison) -> str:
    if comparison.verdict == "not in the entry":
        return f"{comparison.field} {comparison.theirs}"
    return comparison.field


def _tell_status(one: Verification) -> str:
    asked = " and ".join(work.source for work in one.answers.registered)
    if one.standing.notices:
        return "; ".join(describe_all(one.standing.notices))
    ours = one.entry.get("status") or "none"
    also = f"; the entry says {ours}" if ours not in {"none", "unchecked"} else ""
    return f"no correction or retraction known to {asked}{also}"


def _item(head: str, text: str) -> str:
    """Wrap a text behind its head, whose colours have no width."""
    bare = "x" * len(click.unstyle(head))
    return wrap(f"  {bare} {text}", "  ").replace(bare, head, 1)


def format_notes(findings: Findings) -> str:
    """Format as workflow commands, which GitHub shows beside the files."""
    problems = findings.problems
    for citekey, places in findings.cited.items():
        problems += [
            Problem("cited", f"{citekey} is cited here", place.path, place.line, "", "warning")
            for place in places
        ]
    notes = map(format_annotation, problems)
    return "\n".join([*notes, findings.summarise()])


def format_issue(findings: Findings) -> str:
    """Format as Markdown, for the text of an issue."""
    parts = [findings.summarise()]
    for one in findings.found:
        if not one.problems:
            continue
        lines = [f"### {one.entry.citekey}", ""]
        lines += [_list_item(problem, one) for problem in one.problems]
        places = findings.cited.get(one.entry.citekey, ())
        if places:
            rows = [
                (f"`{place.path}:{place.line}`", escape_markdown(place.text)) for place in places
            ]
            lines += ["", format_table(("cited", "sentence"), rows)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _list_item(problem: Problem, one: Verification) -> str:
    mark = "**differs**: " if problem.severity == "error" else ""
    return f"- {mark}{escape_markdown(_bare(problem, one))}"


def _bare(problem: Problem, one: Verification) -> str:
    return f"{problem.message.removeprefix(f'{one.entry.citekey}: ')}. {problem.hint}".strip()


def format_data(findings: Findings) -> str:
    """Format for other programs."""
    entries = [
        {
            "citekey": one.entry.citekey,
            "path": one.entry.path,
            "line": one.entry.line,
            "asked": [work.source for work in one.answers.registered],
            "status": one.standing.status if one.is_registered else None,
            "notices": [
                {**asdict(notice), "address": notice.address} for notice in one.standing.notices
            ],
            "fields": [asdict(comparison) for comparison in one.comparisons],
            "problems": [asdict(problem) for problem in one.problems],
            "cited": [place._asdict() for place in findings.cited.get(one.entry.citekey, ())],
        }
        for one in findings.found
    ]
    counts = {
        "entries_checked": len(findings.found),
        "differ": sum(one.differs for one in findings.found),
        "questions": findings.questions,
    }
    return json.dumps({"version": 1, **counts, "entries": entries}, indent=2, ensure_ascii=False)


FORMATS: Mapping[str, Callable[[Findings], str]] = {
    "text": format_text,
    "github": format_notes,
    "markdown": format_issue,
    "json": format_data,
}
