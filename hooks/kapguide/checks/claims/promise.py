"""Hold that pages promise nothing: no cure, no miracle, no "proven safe"."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule

from kapguide.claims import kinds
from kapguide.claims.wording import compile_any
from kapguide.pages.page import Page
from kapguide.pages.prose import excused, sentences
from kapguide.project.project import Project, report

PROMISE = Rule(
    "promise",
    "error",
    "No word promises a result: cure, guaranteed, breakthrough, miracle, proven safe.",
    "FTC Health Products Compliance Guidance; DISCERN 12",
    "Ketamine is a breakthrough for many people.",
    "Ketamine is not a cure.",
)
RULES = (PROMISE,)

WORDS = compile_any(
    r"\b(?:cures?|cured|curative)\b",
    r"\bguarantee[ds]?\b|\bguaranteeing\b",
    r"\bbreakthroughs?\b(?!\s+(?:therapy\s+)?designation)",
    r"\bmirac(?:le|les|ulous|ulously)\b|\bmagic(?:al)?\s+(?:bullet|pill|cure)\b|\bwonder\s+drug\b",
    r"\b(?:proven|completely|totally|entirely|perfectly|absolutely)\s+(?:to\s+be\s+)?safe\b",
    r"\b100\s?%\s+(?:safe|effective)\b|\brisk-free\b|\bfree\s+of\s+(?:risks?|side\s+effects)\b",
    r"\b(?:no|without(?:\s+any)?|zero)\s+(?:side\s+effects|risks?\b(?!\s+(?:of|that|factor)))",
    r"\brevolution(?:ary|i[sz]\w+)\b|\btransformative\b|\blife-changing\b|\bgame[- ]chang\w+\b",
    r"\bwill\s+(?:heal|fix|transform|relieve|end|cure|free)\b|\bsure\s+to\s+(?:help|work)\b",
    r"\balways\s+works\b|\bworks\s+for\s+everyone\b|\bpermanent(?:ly)?\s+(?:relief|heal\w*)\b",
)


def check_promises(page: Page, project: Project) -> Iterator[Problem]:
    """Find words that promise, unless they are denied, asked about or warned of."""
    for sentence in sentences(page, headings=True):
        if not sentence.kinds & kinds.PROMISE:
            continue
        for match in WORDS.finditer(sentence.own):
            if not excused(sentence, match, page):
                yield report(
                    PROMISE,
                    f'"{match[0]}" promises more than anyone can know',
                    page,
                    project,
                    text=sentence.plain,
                    hint="Say what was found, in whom and how often, or leave it out.",
                )
                break
