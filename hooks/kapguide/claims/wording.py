"""Word lists that several checks share, as pieces of regular expressions.

One list a kind of word, so that a check that misses a word is mended for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ONES = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905 - a list of words
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905 - the same
_VALUES = {word: n for n, word in enumerate(_ONES, 1)} | {
    word: n * 10 for n, word in enumerate(_TENS, 2)
}

NUMBER_WORDS = frozenset(_VALUES)

NUMBER = (
    rf"(?:\d[\d,]*(?:\.\d+)?|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|{'|'.join(_ONES)})"
)
"""A number in digits or, up to ninety-nine, in words."""

PEOPLE = (
    r"(?:people|persons|patients|participants|clients|adults|veterans|women|men|teenagers|teens"
    r"|adolescents|children|volunteers|users|individuals|respondents|students|members|soldiers)"
)
STUDY = (
    r"(?:trials?|study|studies|reviews?|surveys?|reports?|meta-analys[ie]s|analys[ie]s|research"
    r"|researchers|evidence|data|experiments?|cases?|series|cohort|articles|papers?|records|pilot"
    r"|guidelines?|guidance|experts|authors|psychiatrists)"
)
TREATMENT = (
    r"(?:ketamine|esketamine|KAP|KAT|treatments?|therapy|therapies|psychotherapy|CBT|EMDR|ECT"
    r"|infusions?|injections?|medicines?|medications?|drugs?|doses?|combination|sessions?|sprays?"
    r"|lozenges?|antidepressants?|SSRIs|benzodiazepines?|opioids?|alcohol|theophylline"
    r"|stimulants?|MAOIs|pills|substances|dissociation|approach|products?|midazolam|use)"
)
CONDITION = (
    r"(?:depress\w+|anxi\w+|PTSD|OCD|pain|moods?|symptoms?|suicid\w+|cravings?|drinking|alcohol use"
    r"|relapses?|addict\w+|dependence|bulimia|anorexia|eating disorders?|trauma|sleep"
    r"|inflammation|synaps[ei]s?|neuroplasticity|connections|bladder|liver|kidneys?|memory"
    r"|breathing|blood pressure|heart|seizures?|brain|psychosis|nausea|diz\w+|headaches?|baby"
    r"|illness\w*|sedation|sleepiness|abstinence|thoughts|disorders?|results?|benefits?|effects?"
    r"|relief|improvements?|receptors?|risks?|dangers?|worse|dependent)"
)

CHANGE = (
    r"(?:improv|reduc|reliev|eas|lower|lift|treat|cur|heal|prevent|restor|promot|increas|rais|cut"
    r"|decreas|damag|harm|caus|strengthen|enhanc|affect|slow|worsen|trigger|bring|provid|mak"
    r"|speed|protect|eliminat|lead|help|outperform|deepen|add|block|injur|chang)"
    r"(?:e|es|s|ed|d|ing|ting)?"
)
"""What a treatment does to a condition."""

SHOW = (
    r"(?:shows?|showed|shown|suggests?|suggested|finds?|found|demonstrates?|demonstrated|observed"
    r"|indicates?|indicated|confirms?|confirmed|proves?|proved|supports?|supported|says?|wrote"
    r"|reports|recommends?|rates?|ranks?|graded|puts?|ties|tells|warns?|lists)"
)
"""What a study does."""

TURN = (
    r"(?:fell|falls?|dropped|rose|rises?|decreased?s?|increased?s?|improved?s?|eased|lifted"
    r"|doubled|halved|responds?|responded|lasted|worsened|slow|slowed|slows)"
)
"""What a condition does."""

LASTING = r"(?:lasting|rapid|fast|quick|long-term|significant|marked|strong|profound|robust)"
"""How relief is praised."""


def value_of(number: str) -> float:
    """Turn a number that `NUMBER` matched into its value."""
    text = number.lower().replace(",", "")
    if text[0].isdigit():
        return float(text)
    return float(sum(_VALUES[word] for word in text.split("-")))


def compile_lower(*patterns: str) -> re.Pattern[str]:
    """Compile alternatives for text in lower case: twice as fast as ignoring case."""
    return re.compile(_join(patterns).lower().replace("(?p<", "(?P<"))


def as_written(sentence: str, words: str) -> str:
    """Return words that were found in lower case as the sentence has them."""
    at = sentence.lower().find(words)
    return sentence[at : at + len(words)] if words and at >= 0 else words


def compile_any(*patterns: str) -> re.Pattern[str]:
    """Compile alternatives to one pattern, upper and lower case alike."""
    return re.compile(_join(patterns), re.I)


def _join(patterns: Iterable[str]) -> str:
    r"""Join alternatives; where all start at a word (\b), that is looked for once."""
    found = [part for pattern in patterns for part in _alternatives(pattern)]
    if any(not part.startswith(r"\b") for part in found):
        return "|".join(found)
    words = "|".join(part.removeprefix(r"\b") for part in found)
    return rf"\b(?:{words})"


def _alternatives(pattern: str) -> list[str]:
    """Split a pattern at those of its bars that stand in no brackets."""
    parts, depth, within = [""], 0, False
    for sign in re.findall(r"\\.|.", pattern, re.S):
        within = sign == "[" or (within and sign != "]")
        if not within:
            depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth and not within:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


PROMISES = compile_lower(
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
"""Words that promise a result."""
