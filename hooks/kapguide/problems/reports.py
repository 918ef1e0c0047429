"""Write problems down: for a terminal, GitHub, another program, code scanning.

The problems are sorted already. The command line adds colour by the `paint` that it
hands in.
"""

from __future__ import annotations

import html
import itertools
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from markdown_citations.problems import Problem, Rule, show_unseen, sort_problems

from kapguide.problems.handbook import format_table

_MARKUP = re.compile(r"[\\`*_\[\]~!]|(?<=:)//|@(?=\w)|#(?=\d)|(?<=www)\.")
"""What GitHub's Markdown would make something of: links and mentions without brackets too."""

Paint = Callable[[str, str], str]
"""Colours a text: `paint(text, "error")`; plain where there are no colours."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found."""

    problems: Sequence[Problem]
    silenced: Sequence[tuple[Problem, str]] = ()
    """Problems that their pages allow, each with the reason."""
    pages: int = 0
    """How many pages were looked at."""

    def __post_init__(self) -> None:
        shown = [(problem, show_unseen(reason)) for problem, reason in self.silenced]
        object.__setattr__(self, "silenced", shown)

    @property
    def errors(self) -> int:
        """How many problems block publishing."""
        return sum(problem.severity == "error" for problem in self.problems)


def join_reports(reports: Sequence[Report]) -> Report:
    """Tell what several runs found as that of one, each problem once."""
    problems = dict.fromkeys(problem for report in reports for problem in report.problems)
    silenced = [item for report in reports for item in report.silenced]
    return Report(sort_problems(problems), silenced, sum(report.pages for report in reports))


def count(number: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summarise(report: Report) -> str:
    """Sum a run up in one line."""
    looked = f"{count(report.pages, 'page')} checked"
    if not report.problems:
        return f"{looked}, no problems."
    warnings = len(report.problems) - report.errors
    files = len({problem.path for problem in report.problems})
    found = [count(report.errors, "error")] if report.errors else []
    found += [count(warnings, "warning")] if warnings else []
    return f"{looked}: {' and '.join(found)} in {count(files, 'file')}."


def format_text(report: Report, paint: Paint = lambda text, style: text) -> str:
    """Format for a terminal: a paragraph a file, then the summary."""
    parts = []
    for _, group in itertools.groupby(report.problems, key=lambda problem: problem.path):
        parts.append("\n".join(_line(problem, paint) for problem in group) + "\n")
    if report.silenced:
        lines = [f"  {_allowed(*item)}" for item in report.silenced]
        parts.append("\n".join(["Allowed by their pages:", *lines]) + "\n")
    if report.problems:
        parts.append("CONTRIBUTING.md says what each code means.")
    style = "error" if report.errors else "warning" if report.problems else "good"
    parts.append(paint(summarise(report), style))
    return "\n".join(parts)


def format_remarks(report: Report) -> list[str]:
    """Format for a log that has the problems already: those allowed, then the summary."""
    return [*(_allowed(*item) for item in report.silenced), summarise(report)]


def _allowed(problem: Problem, reason: str) -> str:
    return f"{problem} (allowed: {reason})"


def _line(problem: Problem, paint: Paint) -> str:
    mark = paint(problem.code, problem.severity)
    level = " (warning)" if problem.severity == "warning" else ""
    return str(problem).replace(f"{problem.code}: ", f"{mark}{level}: ", 1)


def format_github(report: Report) -> str:
    """Format as workflow commands, which GitHub shows on the changed lines."""
    return "\n".join([*map(format_annotation, report.problems), summarise(report)])


def format_annotation(problem: Problem) -> str:
    """Format one problem as a workflow command."""
    place = [f"file={_property(problem.path)}"] if problem.path else []
    place += [f"line={problem.line}"] if problem.line else []
    place.append(f"title={_property(problem.code)}")
    return f"::{problem.severity} {','.join(place)}::{_data(_told(problem))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def format_markdown(report: Report) -> str:
    """Format as the summary of a GitHub job."""
    lines = [f"**{summarise(report)}**", ""]
    if report.problems:
        rows = [
            (_cell(p.path), str(p.line or ""), f"`{p.code}`", _cell(_told(p)))
            for p in report.problems
        ]
        lines.append(format_table(("file", "line", "message", ""), rows))
    for problem, reason in report.silenced:
        place, why = _cell(problem.path), _cell(reason)
        lines += ["", f"Allowed: `{problem.code}` in {place}, because: {why}"]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """Keep words from being taken for Markdown or HTML: a summary shows pictures and links."""
    return _MARKUP.sub(r"\\\g<0>", html.escape(text, quote=False))


def _told(problem: Problem) -> str:
    return f"{problem.message}. {problem.hint}" if problem.hint else problem.message


def format_json(report: Report) -> str:
    """Format for other programs."""
    return json.dumps(
        {
            "version": 1,
            "pages": report.pages,
            "errors": report.errors,
            "warnings": len(report.problems) - report.errors,
            "problems": [asdict(problem) for problem in report.problems],
            "silenced": [
                {**asdict(problem), "reason": reason} for problem, reason in report.silenced
            ],
        },
        indent=2,
        ensure_ascii=False,
    )


def parse_report(text: str) -> Report:
    """Read back what `format_json` wrote."""
    read = json.loads(text)
    silenced = [(dict(item), str(item["reason"])) for item in read["silenced"]]
    for fields, _ in silenced:
        del fields["reason"]
    return Report(
        [Problem(**fields) for fields in read["problems"]],
        [(Problem(**fields), reason) for fields, reason in silenced],
        read["pages"],
    )


def format_sarif(report: Report, rules: Mapping[str, Rule]) -> str:
    """Format as SARIF 2.1.0, which code scanning services read."""
    used = sorted({problem.code for problem in report.problems})
    described = [_sarif_rule(code, rules.get(code)) for code in used]
    results = [_sarif_result(problem) for problem in report.problems]
    for problem, reason in report.silenced:
        silenced = _sarif_result(problem)
        silenced["suppressions"] = [{"kind": "inSource", "justification": reason}]
        results.append(silenced)
    driver = {"name": "kapguide", "rules": described}
    return json.dumps(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "results": results}],
        },
        indent=2,
        ensure_ascii=False,
    )


def _sarif_rule(code: str, rule: Rule | None) -> dict[str, object]:
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.rule},
        "help": {"text": f"{rule.rule} ({rule.source})\nWrong: {rule.wrong}\nRight: {rule.right}"},
        "defaultConfiguration": {"level": rule.severity},
    }


def _sarif_result(problem: Problem) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": problem.code,
        "level": problem.severity,
        "message": {"text": _told(problem)},
    }
    if problem.path:
        place: dict[str, object] = {"artifactLocation": {"uri": problem.path}}
        if problem.line:
            place["region"] = {"startLine": problem.line}
        result["locations"] = [{"physicalLocation": place}]
    return result
