"""Find statements of what a treatment does, was found to do, or may lawfully do.

What is not known, what somebody else says, what only may be the case and what
a reader is told to do are no such statements.
"""

from __future__ import annotations

import functools
import re

from kapguide.claims.wording import (
    CHANGE,
    CONDITION,
    LASTING,
    PEOPLE,
    SHOW,
    STUDY,
    TREATMENT,
    TURN,
    as_written,
    compile_lower,
)

_T, _C, _P, _S = TREATMENT, CONDITION, PEOPLE, STUDY
_AUX = r"(?:(?:can|could|may|might|will|would|does|did|has|have|had|also|even|often|clearly)\s+)*"
_UP_TO_3 = r"(?:[\w’'-]+\s+){0,3}?"
_UP_TO_8 = r"(?:[\w’'/-]+[,;:]?\s+){0,8}?"

_UNKNOWN = compile_lower(
    r"\b(?:whether|unknown|unclear|nobody\s+(?:knows?|has|in|can)|a\s+guess|more\s+research|hopes?|the\s+idea|an\s+idea"
    r"|not\s+(?:yet\s+)?(?:been\s+)?(?:known|shown|established|settled|proven|proved|tested|clear)"
    r"|no\s+(?:study|trial|studies|trials|proof|one|good\s+evidence)"
    r"|can(?:not|’t|'t)\s+(?:\w+\s+)?(?:tell|show|say|prove)|few\s+(?:studies|trials)"
    r"|(?:may|might|does|do|did|could)\s+not\s+(?:mean|help|know)"
    r"|we\s+(?:have\s+)?found\s+(?:no|none|only))\b",
)
_SETTING = compile_lower(
    r"^(?:if|unless|suppose|imagine|perhaps|maybe|or\s+perhaps|how|why|which|who|what)\b",
    r"^(?:please\s+)?(?:ask|read|see|look|tell|talk|write|check|call|bring|take|weigh|compare|be"
    r"|walk|keep|learn|print|save|watch|think|note|remember|find|go|do|don[’']t|plan|set|get|use"
    r"|try|stop|stay|put|give|let|say|search|review)\b",
    r"\b(?:means|is\s+called|stands?\s+for|word\s+for)\b",
)

_TITLE = compile_lower(rf"\bwhat\s+(?:the\s+)?(?:same\s+)?{_S}\s+\w+")
"""A page is called "What the studies show"; to name it states nothing."""
_RIVAL = (
    r"(?:placebo|controls?|midazolam|usual\s+care|medications?|medicines?|antidepressants?|either"
    r"|therapy|psychotherapy|ECT|others?|ordinary|standard|without|before|any\s+other|those)"
)


_EFFECTS: tuple[re.Pattern[str], ...] = tuple(
    compile_lower(pattern)
    for pattern in (
        # Ketamine relieves depression.
        rf"\b(?:{_T}|it|this)\s+{_UP_TO_3}{_AUX}{CHANGE}\s+{_UP_TO_8}{_C}\b",
        # Ketamine had no effect on PTSD.
        rf"\b(?:{_T}|it)\s+{_UP_TO_3}(?:has|have|had)\s+(?:no|an?|little)\s+(?:\w+\s+)?effect\b",
        # Studies show that …
        rf"\b(?!cases?\b){_S}\s+(?:(?:has|have|had"
        rf"|(?:of|on|in|for|from)\s+[\w’'-]+(?:\s+[\w’'-]+)?)\s+){{0,3}}{SHOW}\b",
        # It has been shown to …; is linked to …; has been reported after …
        r"\b(?:shown|found|proven|proved|known|demonstrated)\s+to\b"
        r"|\b(?:linked|tied|associated)\s+(?:to|with)\b|\bproven\s+(?:record|effect|benefit)"
        r"|\breported\s+(?:after|in|by|with|at|better|less|more)\b|\bshown\s+promise\b",
        # The treatment is effective; works better; makes therapy better.
        rf"\b(?:{_T}|it|combination)\b.*\b(?:effective|addictive|well\s+tolerated"
        r"|more\s+successful|promising|superior)\b"
        rf"|\b(?:{_T}|it|combination)\s+{_UP_TO_8}(?:works?|acts?|worked)\s+(?:\w+\s+)?"
        r"(?:better|faster|best|within|for\s+(?!you))"
        rf"|\b{_T}\s+makes\s+(?:\w+\s+)?(?:psycho)?therapy\b|\b{_T}\s+passes\s+into\b",
        rf"\b(?:{_T}|{_P}|{_C}|it)\b.*\b(?:better|faster|sooner|higher|lower|fewer|more|less"
        rf"|worse|longer)\s+{_UP_TO_8}than\s+"
        rf"(?:in\s+the\s+|the\s+|with\s+|an?\s+|of\s+the\s+)?{_RIVAL}\b",
        r"\b(?:more|less)\s+dangerous\b|\b(?:are|is)\s+permanent\b",
        # People who had it recovered; were less likely to drink.
        rf"\b{_P}\s+{_UP_TO_8}(?:responded|recovered|relapsed|improved|stayed\s+(?:well|sober)"
        r"|showed\s+(?:\w+\s+)?improvement|(?:less|more)\s+likely)\b",
        # Depression fell; illness responds; seizures are more likely.
        rf"\b{_C}\s+{_UP_TO_3}{_AUX}{TURN}\b",
        rf"\b(?:{_C})\b.*\b(?:more|less)\s+likely\b",
        rf"\b{_T}\s+(?:\w+\s+)?can\s+be\s+misused\b"
        r"|\bcan\s+(?:become|get)\s+(?:dependent|addicted)\b",
        # Lasting relief; trauma predicts a better response.
        rf"\b{LASTING}\s+(?:relief|improvements?|benefits?|remission|results?)\b",
        r"\bpredict(?:s|ed)?\s+(?:an?\s+)?(?:\w+\s+)?(?:response|result|outcome|benefit)",
    )
)

_LAW = compile_lower(
    rf"\b{_T}\s+{_UP_TO_3}(?:is|are|was|were|been|has|have)\s+(?:not\s+|never\s+|only\s+)?(?:yet\s+)?"
    r"(?:been\s+)?(?:approved|licensed|illegal|legal|a\s+controlled)\b",
    r"\b(?:says?|asks?)\s+(?:its|the)\s+label\b|\bonly\s+in\s+certified\b|\bagainst\s+the\s+law\b",
    r"\bschedule\s+(?:I{1,3}|IV|V|[1-5])\b",
    r"\b(?:regulator|FDA|DEA|label)(?:\s+of\s+\w+)?\)?\s+(?:(?:has|does|did|have|may|had|not)\s+){0,2}"
    r"(?:warn|requir|approv|says?|asks?|allow|forbid|ban|judg|ends?|lists?|names?|check|rules)\w*",
    r"\b(?:by|under)\s+(?:federal|state|US)\s+law\b",
    r"\b(?:checked|approved|evaluated|judged|warned)\s+(?:\w+\s+)?(?:by|of)\s+"
    r"(?:the\s+)?(?:regulator|FDA|compounded|authorit)",
)


_CLAUSE = re.compile(r"[,;:.]")
_CONDITIONAL = compile_lower(r"\b(?:if|unless|in\s+case)\b")
_NO_EFFECT = compile_lower(
    r"\bno\s+(?:\w+\s+){0,2}(?:effect|difference|benefit|gain|improvement|better)\b",
    r"\b(?:not|never|nor|hardly|did\s+not)\s+(?:\w+\s+){0,3}?(?:improv\w+|better|help\w*|work\w*"
    r"|respond\w*|reliev\w*|eas\w+)\b|\bequally\b",
    r"\b(?:relaps\w+|lost|fad(?:e|es|ed)|wore\s+off|was\s+gone)\b",
)


def is_denied(sentence: str) -> bool:
    """Whether a sentence says that there was no effect, that it passed, or that nobody knows."""
    text = sentence.lower()
    return bool(_UNKNOWN.search(text) or _NO_EFFECT.search(text))


# Several checks ask for each sentence of the page at hand.
@functools.lru_cache(maxsize=256)
def find_effect(sentence: str) -> str:
    """Return the words that state an effect, a finding or a legal fact, or an empty text."""
    text = _folded(sentence)
    law = None if _SETTING.search(text) else _LAW.search(text)
    return as_written(sentence, law[0]) if law else find_result(sentence)


@functools.lru_cache(maxsize=256)
def find_result(sentence: str) -> str:
    """Return the words that state an effect or a finding, or an empty text."""
    text = _folded(sentence)
    if _SETTING.search(text) or _UNKNOWN.search(text):
        return ""
    for pattern in _EFFECTS:
        for effect in pattern.finditer(text):
            # "Call someone if your breathing slows" states nothing.
            clause = _CLAUSE.split(text[: effect.start()])[-1]
            if not _CONDITIONAL.search(clause):
                return as_written(sentence, effect[0])
    return ""


def _folded(sentence: str) -> str:
    return _TITLE.sub("…", sentence.strip().lower())
