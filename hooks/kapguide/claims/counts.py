"""Find the counts in a sentence: shares of people, sizes of studies, statistics.

Of a sentence: the first count about people, studies or outcomes; and for
comparisons, absolute and relative numbers apart.
Doses, dates, times, telephone numbers, ages, money and lengths of sessions are
no such counts: they are blanked before anything is looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kapguide.claims.wording import (
    NUMBER,
    PEOPLE,
    STUDY,
    TREATMENT,
    as_written,
    compile_lower,
    value_of,
)

_N, _P = NUMBER, PEOPLE
_UNITS = (
    r"(?:years?|months?|weeks?|days?|nights?|hours?|minutes?|mins?|seconds?|mg|milligrams?|grams?"
    r"|g|kg|kilos?|ml|pounds|degrees|dollars|%\s+(?:deposit|discount))"
)
_BLANKED = compile_lower(
    rf"\b(?:step|part|chapter|page|question|item|section|session|visit|week|day|month|room|stage"
    rf"|press|option|phase|floor|grade|level|number)\s+{_N}(?:\s+(?:of|in)\s+{_N})?\b",
    rf"\b(?:aged?|ages)\s+{_N}(?:\s*(?:to|and|or|-|–)\s*{_N})?",
    rf"\b{_N}(?:\s*(?:to|or|and|-|–)\s*{_N})?[\s-]{_UNITS}\b(?!\s+(?:people|patients|of\s+people))",
    r"\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b",
    r"\b\d{1,2}:\d{2}\b|\b\d{4}-\d{2}-\d{2}\b",
    r"\b(?:in|since|from|by|until|of)\s+(?:19|20)\d\d\b",
    r"\b100\s?(?:%|per ?cent)\s+(?:sure|certain|ready|clear|honest|free|cotton)",
)
_SIGNED = re.compile(r"\$\s?\d[\d,.]*|\(\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b")
"""Amounts and telephone numbers that start with a sign, before `_BLANKED` takes the rest."""
_MONEY = compile_lower(
    r"\b(?:deposit|prices?|costs?|fees?|pays?|paid|insurers?|discount|tax|refund|copay|bill)\b"
)

PERCENT = compile_lower(r"\b\d[\d.,]*\s?(?:%|per ?cent\b|percentage points?\b)")
FREQUENCY = compile_lower(
    rf"\b(?P<n>{_N})\s+(?P<word>in|of|out\s+of)\s+(?:every\s+|each\s+|the\s+|these\s+|those\s+"
    rf"|their\s+)?(?P<m>{_N})\b(?P<after>(?:\s+[\w’'-]+){{0,3}})"
)
RELATIVE = compile_lower(
    rf"\b(?:twice|{_N}\s+times|half|double)\s+(?:as\s+(?:likely|many|much|often|common|effective"
    r"|high|good|frequent)|more|less|the\s+(?:risk|rate|chance|odds|number|share)|higher|lower"
    r"|fewer)\b",
    rf"\b(?:\w+fold|{_N}[\s-]fold)\b",
    r"\b(?:doubl|tripl|halv)(?:e|es|ed|ing)\s+the\s+(?:risk|rate|chance|odds|number|share)",
    r"\b(?:rates?|risks?|odds|scores?|chances?|numbers?)\s+(?:\w+\s+)?(?:doubled|tripled|halved)",
    r"\b\d[\d.,]*\s?(?:%|per ?cent)\s+(?:less|more|lower|higher|fewer|better|worse|reduction"
    r"|increase|rise|fall|drop|decrease)",
    r"\b(?:fell|dropped|rose|cut|reduced|increased|decreased|lowered|raised|improved|went\s+down"
    r"|went\s+up)\s+(?:\w+\s+){0,4}?by\s+(?:about\s+)?(?:\d[\d.,]*\s?(?:%|per ?cent)|half|a\s+third"
    r"|a\s+quarter|two[\s-]thirds)",
)
_SHARE = compile_lower(
    rf"\b(?:half|(?:a|one)\s+(?:third|quarter|fifth|tenth)|{_N}[\s-](?:thirds|quarters|fifths"
    rf"|tenths)|the\s+majority)\s+of\s+(?:(?:all|the|our|its|their)\s+)*(?:[\w-]+\s+)?"
    rf"(?:{_P}|those|them|these|who)\b"
)
_MOST = compile_lower(
    rf"\b(?:most|nearly\s+all|almost\s+all)\s+(?:{_P}\s+)?(?:respond\w*|improv\w+|recover\w*"
    r"|relaps\w+|(?:feel|felt|get|got)\s+(?:\w+\s+)?(?:better|well|worse))"
)
_SIZED = compile_lower(
    rf"\b{_N}\s+(?:[\w-]+\s+){{0,3}}?(?:{_P}|trials|studies|cases|articles|reports)\b"
)
_WHOLE = compile_lower(
    rf"\b{_N}\s+(?:out\s+)?of\s+(?:the\s+|these\s+)?\d[\d,]*\b"
    rf"|\b(?:trial|study|group|pilot|series|review|survey)\s+(?:of|in|with)\s+(?:about\s+)?{_N}\b"
)
_OUTCOME = compile_lower(
    rf"\b(?:{STUDY}|took\s+part|enrolled|compared|pooled|randomi[sz]ed|improv\w+|better|relie\w+"
    r"|respon\w+|relaps\w+|recover\w*|remission|abstinen\w+|sober|worse|nausea|diz\w+|headaches?"
    r"|calmer|scores?|comparison\s+group)\b"
)
_COUNTED = compile_lower(rf"\b(?:{PEOPLE}|{STUDY}|who|whom)\b")
_TREATED = compile_lower(rf"\b{TREATMENT}\b")
_SHARE_OF_TOTAL = compile_lower(rf"\b{_N}\s+in\s+(?:every\s+)?{_N}(?:\s+{_P})?")
_CANNOT = compile_lower(r"\bcan(?:not|’t|'t)\s+(?:\w+\s+)?(?:tell|show|say|prove)\b")
_STATISTIC = compile_lower(
    r"\bp\s*[<=>≤≥]\s*0?\.\d",
    r"\b(?:odds|hazard|risk)\s+ratio\b|\bconfidence\s+interval\b|\b\d+%\s+CI\b|\beffect\s+size\b",
    r"\bn\s*=\s*\d",
    rf"\bof\s+(?:the\s+|these\s+|those\s+)?{_N}\s+(?:{_P}\s+)?who\b",
    r"\bof\s+(?:those|these)\s+\d+\b|\bin\s+every\s+\d+\b",
    r"\bhalf\s+(?:(?:of\s+them|later)\s+)?(?:had\s+)?(?:lost|relapsed|improved|responded)\b",
    r"\bscores?\s+(?:\w+\s+)?(?:fell|dropped|rose|improved|went)\b",
    r"\bmedian\s+(?:time|score|age|dose|number)\b",
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a sentence counts."""

    count: str = ""
    """The words of the first count about people, studies or outcomes."""
    frequencies: tuple[tuple[float, str, float], ...] = ()
    """Each "N in M" or "N of M" about people: N, "in" or "of", M."""
    percent: str = ""
    relative: str = ""
    """The words of the first relative effect: "twice as likely"."""
    text: str = ""
    """The sentence in lower case, without what is no such count."""

    @property
    def sized(self) -> bool:
        """Whether it says how many people or studies a study had."""
        # "47 in 100 people" is a share; no study had 100 people because of it.
        rest = _SHARE_OF_TOTAL.sub(" … ", self.text)
        return bool(_SIZED.search(rest) or _WHOLE.search(rest))


def read_numbers(sentence: str) -> Numbers:
    """Read the counts in a sentence."""
    text = _BLANKED.sub(" … ", _SIGNED.sub(" … ", sentence.lower()))
    percent, relative = PERCENT.search(text), RELATIVE.search(text)
    if (percent or relative) and _MONEY.search(text):
        percent = relative = None
    shares = _find_frequencies(text)
    first = next(iter(shares), None)
    found = percent[0] if percent else first[0] if first else relative[0] if relative else ""
    return Numbers(
        count=as_written(sentence, found or _find_other(text)),
        frequencies=tuple(share[1:] for share in shares),
        percent=as_written(sentence, percent[0]) if percent else "",
        relative=as_written(sentence, relative[0]) if relative else "",
        text=text,
    )


def _find_frequencies(text: str) -> list[tuple[str, float, str, float]]:
    found = []
    for match in FREQUENCY.finditer(text):
        small, large = value_of(match["n"]), value_of(match["m"])
        word = "of" if match["word"] == "of" else "in"
        if small > large or large < 2 or (word == "of" and not _counts_people(match)):
            continue
        found.append((match[0].removesuffix(match["after"]), small, word, large))
    return found


def _counts_people(match: re.Match[str]) -> bool:
    """Whether "N of M" counts people: "one of two rooms" does not, "12 of 15" does."""
    if _COUNTED.search(match["after"]):
        return True
    digits = match["n"][0].isdigit() and match["m"][0].isdigit()
    return digits and value_of(match["m"]) >= 10


def _find_other(text: str) -> str:
    for pattern in (_SHARE, _MOST, _STATISTIC):
        match = pattern.search(text)
        if match:
            return match[0]
    sized = _SIZED.search(text)
    if sized and not _CANNOT.search(text):
        rest = f"{text[: sized.start()]} {text[sized.end() :]}"
        large = sized[0][0].isdigit() and value_of(sized[0].split()[0]) >= 10
        if _OUTCOME.search(rest) or (large and _TREATED.search(rest)):
            return sized[0]
    return ""
