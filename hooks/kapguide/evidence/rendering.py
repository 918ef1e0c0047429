"""Show beside an entry what the study was and found."""

from __future__ import annotations

from html import escape

from markdown_citations.library.customization import Annotation
from markdown_citations.library.entries import Entry

from kapguide.evidence.study import Study, describe_study
from kapguide.words import Words

_BRIEF = {"sample", "finding", "limitation"}
_CONTROLS = dict.fromkeys((*range(32), 127))


def annotate(entry: Entry, words: Words) -> Annotation:
    """Describe a study; nothing where the entry says nothing.

    In brief it is one paragraph, in full every labelled text, a line each.
    """
    study = describe_study(entry, words)
    people = ""
    if study.people:
        number = words.format_number(study.people)
        people = words.say("study.people", count=study.people, number=number)
    summary = ", ".join(filter(None, (study.kind, people)))
    return Annotation(
        summary=f"{summary}." if summary else "",
        brief=_render(study, words, full=False),
        full=_render(study, words, full=True),
    )


def _render(study: Study, words: Words, *, full: bool) -> str:
    blocks = (_facts(study, words, full=full), *_status(study, full=full))
    return "\n".join(filter(None, blocks))


def _facts(study: Study, words: Words, *, full: bool) -> str:
    texts = [(words["study.kind"], study.kind)]
    texts += [(part.label, part.text) for part in study.parts if full or part.field in _BRIEF]
    if full:
        texts.append((words["study.psychotherapy"], study.psychotherapy))
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
