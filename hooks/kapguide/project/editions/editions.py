"""Read in which languages a site is published: one file of settings for each.

`extra.languages: [es]` in mkdocs.yml names them. The settings of `es` stand in mkdocs.es.yml
beside it, its pages in a folder of their own, with the names of those that they follow; what
is built of them goes into the folder es/ of the site.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml
from pathspec import GitIgnoreSpec

from kapguide.front_matter.setting_lines import find_setting_line
from kapguide.notices.notice import read_notices
from kapguide.pages.source_lines import name_file
from kapguide.project.config_file import CannotRun, ConfigFile, read_config
from kapguide.project.disk import INCLUDES
from kapguide.project.engine_pages.page_list import SitePage, list_pages
from kapguide.project.project import Languages
from kapguide.project.settings import Settings, read_settings

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language's code is part of a path, and must lead nowhere else."""
AS_IT_IS = "edition:"
"""Before an address in another language's folder until a page is finished: an engine leaves
an address with a scheme alone, and would change one that leads out of its own folder."""


@dataclass(frozen=True, eq=False)
class Edition:
    """The site in one language."""

    settings: Settings
    folder: str = ""
    """Where it lies in the published site: empty for the first, else `es/`."""

    @property
    def language(self) -> str:
        """Its code, as `lang` and `hreflang` have it."""
        return self.settings.language

    @cached_property
    def pages(self) -> Mapping[str, SitePage]:
        """Its pages by the names of their files, which are the same in each language."""
        return {page.path: page for page in list_pages(self.settings)}


@dataclass(frozen=True, slots=True, eq=False)
class Editions:
    """All editions of a site, the one at hand among them."""

    own: Edition
    all: Sequence[Edition] = field(default=())
    """The first is the one that the others follow."""

    @property
    def first(self) -> Edition:
        """The edition that the others follow."""
        return self.all[0]

    @property
    def others(self) -> Sequence[Edition]:
        """Those in other languages."""
        return [edition for edition in self.all if edition is not self.own]

    def seen_by(self, settings: Settings) -> Editions:
        """Return the same, with the edition at hand that has these settings."""
        holding = (edition for edition in self.all if edition.settings is settings)
        return replace(self, own=next(holding, self.own))

    def place(self, edition: Edition, file: str) -> str:
        """Name a file of another edition as seen from the folder of this one."""
        return posixpath.relpath(edition.folder + file, self.own.folder or ".")

    def link(self, edition: Edition, file: str, target: str) -> str:
        """Return the address of another edition's page as a built file of this one links it.

        `target` is relative to that edition: `risks/`, or empty for its home page.
        """
        folder = posixpath.dirname(self.own.folder + file) or "."
        found = posixpath.relpath(edition.folder + target or ".", folder)
        return f"{found}/" if not target or target.endswith("/") else found

    def folders_within(self, edition: Edition) -> Sequence[str]:
        """Name the folders in that of an edition which hold others."""
        folders = (other.folder for other in self.all if other is not edition)
        return [name for name in folders if name and not edition.folder]

    def elsewhere(self) -> frozenset[str]:
        """Return what is built of the pages in other languages, as `place` names it."""
        return frozenset(
            self.place(edition, page.file)
            for edition in self.others
            for page in edition.pages.values()
        )

    def alternates(self, name: str) -> Mapping[str, str]:
        """Return the addresses of a page by language; none where it is in one language only."""
        found = {
            edition.language: urljoin(edition.settings.site_url, edition.pages[name].url)
            for edition in self.all
            if name in edition.pages and edition.settings.site_url
        }
        return found if len(found) > 1 else {}

    def languages(self) -> Languages:
        """Return what the checks of this edition need of the others."""
        names = self.own.pages
        addresses = {name: found for name in names if (found := self.alternates(name))}
        if self.own is self.first:
            return Languages(self.elsewhere(), addresses)
        followed = {page.path: page.source for page in self.first.pages.values()}
        first = self.first.settings
        notices = read_notices(first.docs / INCLUDES, first.root)
        docs = self.own.settings.docs
        assets = frozenset(name_file(path, docs) for path in docs.glob("assets/**/*"))
        return Languages(self.elsewhere(), addresses, followed, notices, assets)

    def foreign_docs(self) -> tuple[Path, ...]:
        """Return the folders of pages in other languages that lie in the folder of ours."""
        folders = (edition.settings.docs for edition in self.others)
        return tuple(one for one in folders if one.is_relative_to(self.own.settings.docs))

    def holder(self, path: Path) -> Edition:
        """Return the edition in whose folder of pages a file lies; the first for any other."""
        whole = path.resolve()
        inside = [e for e in self.all if whole.is_relative_to(e.settings.docs.resolve())]
        return max(inside, key=lambda e: len(e.settings.docs.resolve().parts), default=self.first)


def read_editions(settings: Settings) -> Editions:
    """Read all editions of the site that has these settings.

    Raises CannotRun where one that is named is not there, says another language, or has no
    pages of its own.
    """
    files = read_config(settings.file)
    holder = next((file for file in files if _read_languages(file)), None)
    if holder is None:
        own = Edition(settings)
        return Editions(own, (own,))
    found: list[Edition] = []
    for code in ("", *_read_languages(holder)):
        path = holder.path
        if code:
            path = path.with_name(f"{path.stem}.{code}{path.suffix}")
            _require_new(code, found, holder)
        if not path.is_file():
            named = f"{_place(holder)}: the language {code} is named under extra.languages"
            raise CannotRun(f"{named}, and there is no {path.name}. Write one, or take it out.")
        same = path.resolve() == settings.file.resolve()
        edition = Edition(settings if same else read_settings(path), f"{code}/" if code else "")
        if code and edition.language != code:
            line = find_setting_line(read_config(path)[0].text, "theme", "language")
            must = f"its theme.language must be {_write(code)}"
            hint = f"Write language: {_write(code)} below theme:, with two spaces before it."
            raise CannotRun(f"{path.name}:{line}: {must}. {hint}")
        for other in found:
            _require_apart(edition, other)
        found.append(edition)
    at_hand = (edition for edition in found if edition.settings is settings)
    return Editions(next(at_hand, found[0]), tuple(found))


def _require_new(code: str, others: Sequence[Edition], holder: ConfigFile) -> None:
    """Raise CannotRun where there is an edition in a language already; case does not count."""
    if any(other.language.lower() == code.lower() for other in others):
        raise CannotRun(
            f"{_place(holder)}: extra.languages names {code}, and the site is in that language "
            "already. It names those besides the language of this file, each once."
        )


def _require_apart(edition: Edition, other: Edition) -> None:
    """Raise CannotRun where pages of an edition would be built in another language, too."""
    docs, whole = edition.settings.docs, other.settings.docs
    if docs == whole:
        raise CannotRun(f"{edition.settings.file.name}: it needs a docs_dir of its own.")
    name = docs.relative_to(whole).as_posix() if docs.is_relative_to(whole) else ""
    excluded = GitIgnoreSpec.from_lines(other.settings.excluded)
    if name and not excluded.match_file(f"{name}/index.md"):
        language = f"the language {other.language}" if other.folder else "the first language"
        raise CannotRun(
            f"{other.settings.file.name}: name {name}/ under exclude_docs, or its pages are "
            f"built in {language}, too."
        )


def find_page(editions: Editions, path: Path) -> tuple[Edition, SitePage] | None:
    """Return the page that is made of a file, in whichever language."""
    edition = editions.holder(path)
    name = name_file(path.resolve(), edition.settings.docs.resolve())
    page = edition.pages.get(name)
    return (edition, page) if page else None


def _read_languages(file: ConfigFile) -> list[str]:
    extra = file.values.get("extra")
    named: Any = extra.get("languages") if isinstance(extra, dict) else None
    if named is None:
        return []
    place = _place(file)
    if not isinstance(named, list):
        raise CannotRun(f"{place}: extra.languages is a list of codes of languages, as in [es].")
    for code in named:
        if isinstance(code, bool):
            raise CannotRun(
                f"{place}: extra.languages names {str(code).lower()}, which is what YAML reads in "
                'no, off, yes and on. Put the code of the language in quotes: ["no"].'
            )
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            raise CannotRun(
                f'{place}: extra.languages names "{code}", which is no code of a language. It is '
                "a list of codes of languages, as in [es]."
            )
    return list(dict.fromkeys(named))


def _place(file: ConfigFile) -> str:
    return f"{file.path.name}:{find_setting_line(file.text, 'extra', 'languages')}"


def _write(code: str) -> str:
    """Write a code as YAML has to have it: without quotes it reads `no` as false."""
    return code if yaml.safe_load(code) == code else f'"{code}"'
