"""What this guide adds to the entries of its library."""

from __future__ import annotations

from functools import cache, partial

from markdown_citations.library.customization import Customization

from kapguide.evidence.rendering import annotate
from kapguide.evidence.study_checks import check_evidence, may_lack, undescribed
from kapguide.evidence.study_fields import make_fields
from kapguide.problems.invocation import COMMAND
from kapguide.words import Words


@cache
def make_customization(words: Words) -> Customization:
    """Add study fields with their rules, and beside each entry what the study was and found."""
    return Customization(
        fields=make_fields(words),
        annotate=partial(annotate, words=words),
        check=check_evidence,
        may_lack=may_lack,
        lacking_hint='Add it; if you cannot confirm it, name it in "unconfirmed".',
        may_be_unused=lambda entry: entry.get("background") == "yes",
        opens_group=lambda entry: not undescribed(entry),
        pasted_hint=(
            f"Take it out, and run: {COMMAND} add {{identifier}}. It looks the work up and "
            "writes the entry."
        ),
        unused_hint="Cite it, remove it, or mark it with background = {yes}.",
    )
