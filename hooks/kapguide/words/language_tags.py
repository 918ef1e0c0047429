"""Tell tags of languages (`en`, `pt-BR`) from what people write in their place."""

from __future__ import annotations

import functools
import re
import unicodedata

from babel import Locale, localedata
from babel.core import get_global
from babel.languages import get_official_languages

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{4})?(?:-(?P<region>[a-z]{2}))?(?:-[a-z0-9]{1,8})*", re.I
)
_ACCENT = re.compile("[\u0300-\u036f]")
_PARTS, _SHORT = 2, 2


def is_language(tag: str) -> bool:
    """Whether a tag is a language's: the two letters where there are two ("en", not "eng").

    A part of two letters behind it is a country's.
    """
    found = _TAG.fullmatch(tag)
    if found is None or not _exists(found["language"].lower()):
        return False
    region = (found["region"] or "").upper()
    return not region or region in Locale("en").territories


def find_language(typed: str, site: str = "en") -> str:
    """Return the tag that was meant by a language's name, or by its code in another form.

    The name may be in the site's language. A country's code stands for its language where that
    has one alone.
    """
    if not typed:
        return ""
    parts = re.split(r"[-_]", typed.lower())
    regions = get_global("territory_aliases")
    region = (regions.get(parts[-1].upper()) or [parts[-1].upper()])[0] if parts[1:] else ""
    own = get_global("language_aliases").get(parts[0], parts[0])
    if not _exists(own):
        spoken = set(get_official_languages(parts[0].upper(), de_facto=True))
        names = _names(site)
        found = {names[parts[0]]} if parts[0] in names else spoken
        own = found.pop() if len(found) == 1 else ""
    known = region in Locale("en").territories
    meant = f"{own}-{region}" if own and known else own
    return meant if meant and is_language(meant) and len(parts) <= _PARTS else ""


def _exists(code: str) -> bool:
    """Whether a language has a code; of some, such as Samoan, there is but the name."""
    return localedata.exists(code) or (len(code) == _SHORT and code in Locale("en").languages)


@functools.cache
def _names(site: str) -> dict[str, str]:
    """Return the names of languages, in English, in the site's language and in each itself.

    Those with accents are there without them, too.
    """
    names: dict[str, str] = {}
    for called_in in filter(localedata.exists, ("en", site)):
        for code, name in Locale(called_in).languages.items():
            names.setdefault(name.lower(), code)
    for code in filter(localedata.exists, [*names.values()]):
        own = Locale(code).get_language_name() if len(code) == _SHORT else None
        if own:
            names.setdefault(own.lower(), code)
    bare = {_ACCENT.sub("", unicodedata.normalize("NFD", name)): name for name in names}
    return {typed: names[name] for typed, name in bare.items()} | names
