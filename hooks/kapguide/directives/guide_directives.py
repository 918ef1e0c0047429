"""Show in a page what stands elsewhere, and say of its facts which have ended.

| line | shows |
| --- | --- |
| `::: notice NAME` | a text of docs/_includes |
| `::: figure NAME` | a drawing of what the front matter describes |
| `::: clinic NAME` | a fact of `extra.clinic` in mkdocs.yml |
| `::: a-to-z` | all pages, and what people look for in them |

An engine makes this anew for each page, and some only to see that it loads. So nothing
is read before a page is converted; then the build at hand says which page it is.
"""

from __future__ import annotations

from functools import lru_cache

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown_citations.directives import DirectiveExtension, Handler

from kapguide.directives.a_to_z import IndexedPage, list_handler
from kapguide.directives.clinic import clinic_handler
from kapguide.directives.key_points_anchor import KeyPoints
from kapguide.directives.nesting import report_nested
from kapguide.directives.other_languages import OtherLanguages
from kapguide.figures.directive import FigureDirective
from kapguide.front_matter.search_terms import read_texts
from kapguide.notices.ended_facts import EndedFacts
from kapguide.notices.links import NoticeLinks
from kapguide.notices.notice import notice_handler, read_notices
from kapguide.pages.source_lines import name_file
from kapguide.project.build_context import BuildContext
from kapguide.project.disk import INCLUDES
from kapguide.project.engine_pages.page_at_hand import find_build
from kapguide.project.engine_pages.page_list import list_pages
from kapguide.security.links_out_of_docs import find_outside


class GuideDirectives(Extension):
    """Follows the lines of one page after another."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Come before all else, for what this adds must be there when blocks are parsed."""
        md.preprocessors.register(_Begin(md), "guide begin", 210)


class _Begin(Preprocessor):
    """Adds what follows the lines, once it is known whose page this is."""

    md: Markdown

    def run(self, lines: list[str]) -> list[str]:
        """Change no line."""
        build = find_build(self.md)
        for extension in _make_extensions(build) if build else ():
            extension.extendMarkdown(self.md)
        return lines


@lru_cache(maxsize=1)
def _make_extensions(build: BuildContext) -> tuple[Extension, ...]:
    """Make what one build needs, with the library and the notices as they are now."""
    place, report, words = build.place, build.report, build.words
    notices = read_notices(build.docs / INCLUDES, build.root)
    figure = FigureDirective(build.library, place, report, words)
    docs = name_file(build.docs, build.root)
    handlers: dict[str, Handler] = {
        "notice": notice_handler(notices, place, report),
        "figure": figure,
        "clinic": clinic_handler(build.clinic, place, report, words),
        "a-to-z": list_handler(lambda: _list_index(build), place, report, words, docs),
    }
    return (
        DirectiveExtension(handlers, report_nested(place, report)),
        NoticeLinks(place, (build.docs, build.editions.first.settings.docs), build.root),
        OtherLanguages(build),
        KeyPoints(words),
        EndedFacts(place, build.today, words),
        _FigureEnd(figure, build),
    )


def _list_index(build: BuildContext) -> list[IndexedPage]:
    """List the pages; the A to Z has the title of their own, not the menu's."""
    return [
        IndexedPage(
            page.path,
            page.own_title,
            read_texts(page.front_matter.get("index_terms")),
        )
        for page in list_pages(build.settings)
        if not any(find_outside(build.docs / page.path, build.docs, build.root))
    ]


class _FigureEnd(Extension):
    """Says at a page's end which figures it described and did not show."""

    def __init__(self, figure: FigureDirective, build: BuildContext) -> None:
        super().__init__()
        self.figure, self.build = figure, build

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        md.postprocessors.register(_ReportUnplaced(self), "figures unplaced", 0)


class _ReportUnplaced(Postprocessor):
    def __init__(self, end: _FigureEnd) -> None:
        super().__init__()
        self.end = end

    def run(self, text: str) -> str:
        """Change no text."""
        for problem in self.end.figure.find_unplaced():
            self.end.build.report(problem)
        return text
