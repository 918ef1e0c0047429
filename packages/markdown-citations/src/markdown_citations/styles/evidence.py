"""Show with an entry what the study was and found.

Takes an entry. Gives HTML: one paragraph for the list at the end of a page,
every labelled text, a line each, for the page that lists all studies.
Must stay free of the words: `describe_study` writes them.
"""

from __future__ import annotations

from html import escape

from markdown_citations.library.entries import Entry
from markdown_citations.library.study import Study, describe_study

_BRIEF = {"sample", "finding", "limitation"}
_CONTROLS = dict.fromkeys((*range(32), 127))


def render_study(entry: Entry, *, full: bool) -> str:
    """Describe a study; nothing where the entry says nothing."""
    study = describe_study(entry)
    blocks = (_facts(study, full=full), *_status(study, full=full))
    return "".join(f"\n{block}" for block in blocks if block)


def summarise(entry: Entry) -> str:
    """Say in a few words what the study was: `Randomized trial, 403 people.`."""
    study = describe_study(entry)
    people = f"{study.people:,} people" if study.people else ""
    words = ", ".join(filter(None, (study.kind, people)))
    return f"{words}." if words else ""


def _facts(study: Study, *, full: bool) -> str:
    texts = [("Kind of study", study.kind)]
    texts += [(part.label, part.text) for part in study.parts if full or part.field in _BRIEF]
    if full:
        texts.append(("Psychotherapy", study.psychotherapy))
    sentences = [f"<b>{_safe(k)}:</b> {_safe(text.rstrip('.'))}." for k, text in texts if text]
    between = "<br />\n" if full else " "
    return f'<p class="study">{between.join(sentences)}</p>' if sentences else ""


def _status(study: Study, *, full: bool) -> list[str]:
    """Say what readers must not overlook, and on the full list also what is fine."""
    shown = []
    if study.status.warns:
        shown.append(("study-status study-warning", study.status.sentence))
    elif full and (study.kind or study.parts):
        shown.append(("study-status", study.status.sentence))
    if study.unconfirmed:
        shown.append(("study-status", study.unconfirmed))
    return [f'<p class="{name}">{_safe(text)}</p>' for name, text in shown]


def _safe(text: str) -> str:
    """Escape a text and drop the marks by which Markdown finds its own placeholders."""
    return escape(text.translate(_CONTROLS))
