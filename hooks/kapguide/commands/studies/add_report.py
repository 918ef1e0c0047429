"""What `kapguide add` says: what was added, what a person adds, why something was not."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from markdown_citations.library.entries import Entry

from kapguide.commands.output import wrap
from kapguide.commands.studies.registry_options import Desk, tell
from kapguide.evidence.study_fields import KEYWORDS, make_fields
from kapguide.registries.drafting import Draft
from kapguide.registries.merging import best_value
from kapguide.registries.standing import describe_all
from kapguide.registries.work import Answers

_STATUS = {
    "none": "no correction or retraction known",
    "corrected": "this work has been corrected",
    "concern": "this work has been put in doubt",
    "withdrawn": "this work was withdrawn",
    "retracted": "this work was retracted",
}


def tell_added(draft: Draft, desk: Desk, *, written: bool) -> None:
    """Say what an entry holds, and what is left to do."""
    where = f"{desk.name}: added" if written else "Not written, only shown:"
    tell(f"{where} {draft.citekey}", "good")
    _detail(f'"{_title(draft.answers)}"')
    works = draft.answers.works
    _detail(f"From {' and '.join(work.source for work in works)}.")
    if draft.answers.registered:
        _detail(f"Status: {_STATUS[draft.standing.status]}.")
        _list_notices(draft)
    else:
        _detail("Status: unchecked. `kapguide verify` asks when you are online.")
    if draft.is_preprint:
        _detail(_tell_preprint(draft))
    if draft.unconfirmed:
        named = ", ".join(draft.unconfirmed)
        _detail(
            f"Nobody says its {named}: named under unconfirmed, until you find it in the paper."
        )
    if draft.proposed:
        _detail(f"Proposed: studytype = {{{draft.proposed}}}. Look whether it is right.")


def tell_rest(drafts: Sequence[Draft], desk: Desk) -> None:
    """Say what only a person can fill in, once for all."""
    missing = dict.fromkeys(name for draft in drafts for name in draft.missing)
    tell("Only you can fill in, from the paper, for example:")
    fields = {"keywords": KEYWORDS, **make_fields(desk.settings.words)}
    for name in missing:
        example = fields[name].example
        _detail(f"{name:<13} = {{{example}}},", " " * 17)
    tell(f"Then cite it on a page, [@{drafts[0].citekey}], and run `make site`.")


def _list_notices(draft: Draft) -> None:
    for line in describe_all(draft.standing.notices):
        _detail(line)


def tell_known(known: Entry | str, answers: Answers) -> None:
    """Say that a work is there already."""
    title = _title(answers)
    if isinstance(known, str):
        tell(f"Twice in what you gave, taken once: {known}", "warning")
        _detail(f'"{title}"')
        return
    tell(f"Already there: {known.citekey} ({known.path}:{known.line})", "warning")
    _detail(f'"{title}"')
    _detail(f"Cite it as [@{known.citekey}]. `kapguide verify {known.citekey}` compares it.")


def tell_refused(message: str, draft: Draft | None = None) -> None:
    """Say why a work was not added."""
    if draft is None:
        tell(wrap(f"Not added: {message}", ""), "error")
        return
    if draft.is_notice:
        head = f'Not added: "{_title(draft.answers)}" is itself a notice about another work.'
        tell(wrap(head, ""), "error")
        _detail(f"Add that work: kapguide add {draft.notice_on[0]}")
        return
    status = _STATUS[draft.standing.status]
    tell(wrap(f'Not added, for {status}: "{_title(draft.answers)}"', ""), "error")
    _list_notices(draft)
    _detail("No page may rest on it. To keep it on record, uncited: --background.")


def _tell_preprint(draft: Draft) -> str:
    if draft.published_as:
        return f"It is a preprint; the article is there as {draft.published_as}. Cite that one."
    if draft.articles:
        return f"It is a preprint that has become an article: kapguide add {draft.articles[0]}"
    return "It is a preprint: nobody has reviewed it yet, as the entry says."


def _title(answers: Answers) -> str:
    title = best_value(answers.works, "title")
    return textwrap.shorten(title, 110, placeholder=" …")


def _detail(text: str, more: str = "  ") -> None:
    tell(wrap(f"  {text}", more))
