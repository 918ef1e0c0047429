"""Check that no stylesheet of the site hides the disclaimer or the crisis lines.

The page may carry a notice in full, and a rule takes it away again: one that
selects it, something in it, or something that it stands in.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cssselect2 import ElementWrapper

from kapguide.checks.definition import Check, Page, Problem, Problems, Project, Site, report
from kapguide.checks.notices import crisis, disclaimer
from kapguide.checks.once import Noted, tell_once
from kapguide.notices.notice import EVERYWHERE
from kapguide.notices.on_page import wanted_text
from kapguide.pages.page import fold
from kapguide.pages.style.concealment import find_concealment, find_cover
from kapguide.pages.style.contrast import find_colour, measure_contrast
from kapguide.pages.style.stylesheets import Stylesheet, read_stylesheet
from kapguide.pages.style.styling import ComputedStyle, Found, Said, Styles, wrap_tree

HIDDEN = {"crisis": crisis.HIDDEN, "disclaimer": disclaimer.HIDDEN}
_HINT = "Take the rule out: every reader must see this, on paper too."
_ALIKE = 1.6
"""The contrast below which a text is not seen on its ground; WCAG asks for 4.5."""
_GROUNDS = ("background", "background-color")
_IN_PAGE = "<style>"


class _Hiding(NamedTuple):
    """What hides an element, and the rule that says so."""

    what: str
    found: Found


def check_notice_styles(site: Site, project: Project) -> Problems:
    """Find rules that hide a notice; one of a stylesheet does so on many pages."""
    return tell_once(site.noted(note_styles, project))


def note_styles(page: Page, site: Site, project: Project) -> tuple[Noted, ...]:
    """Note the rules that hide a notice on a page."""
    own = "\n".join(node.text() for node in page.select("style"))
    styles = _read_styles(site, own)
    root = page.tree.root
    if page.redirect or root is None:
        return ()
    tree = wrap_tree(root)
    main = tree.query("main") or tree
    marked = list(main.query_all("[data-notice]"))
    return tuple(
        _report(name, hiding, page, site, project)
        for name in EVERYWHERE
        if name in project.notices
        for box in [one for one in marked if one.etree_element.get("data-notice") == name]
        or _find_text(main, wanted_text(project.notices[name]))
        for hiding in _find_hiding(box, styles)
    )


@functools.lru_cache(maxsize=4)
def _read_styles(site: Site, own: str) -> Styles:
    sheets: dict[str, Stylesheet] = {}
    for path in sorted(site.files):
        if path.lower().endswith(".css"):
            sheets[path] = read_stylesheet(site.read(path).decode("utf-8", "replace"))
    if own:
        sheets[_IN_PAGE] = read_stylesheet(own)
    return Styles(sheets)


def _find_text(inside: ElementWrapper, wanted: str) -> list[ElementWrapper]:
    """Find the innermost element that holds a notice's text, for want of one that is marked."""
    found: list[ElementWrapper] = []
    waiting = [inside]
    while waiting:
        holding = [one for one in waiting if wanted in fold("".join(one.etree_element.itertext()))]
        found = holding[-1:] or found
        waiting = [child for one in holding[-1:] for child in one.iter_children()]
    return found


def _find_hiding(box: ElementWrapper, styles: Styles) -> Iterator[_Hiding]:
    within = [styles.find(element) for element in box.iter_subtree()]
    animations = tuple(styles.hiding_animations.items())
    for style in (*reversed(within[0].above), *within):
        yield from _judge(style, animations)
    for style in within:
        yield from _blend(style)


# Most pages are told the same of most elements.
@functools.lru_cache(maxsize=4096)
def _judge(style: ComputedStyle, animations: Sequence[tuple[str, str]]) -> tuple[_Hiding, ...]:
    """Say what hides an element by itself."""
    named = dict(animations)
    return tuple(hiding for said in style.said for hiding in _judge_said(said, named))


def _judge_said(said: Said, animations: Mapping[str, str]) -> Iterator[_Hiding]:
    if said.part:
        cover = find_cover(said.values) if said.part in ("before", "after") else ""
        if cover:
            yield _Hiding(f"::{said.part} lies over it, {cover}", said.by[cover.partition(":")[0]])
        return
    hiding = find_concealment(said.values)
    if hiding:
        yield _Hiding(hiding, said.by[hiding.partition(":")[0]])
    for name in ("animation", "animation-name"):
        for moved in said.values.get(name, "").replace(",", " ").split():
            if moved in animations:
                what = f"{name}: {moved}, which sets {animations[moved]}"
                yield _Hiding(what, said.by[name])


@functools.lru_cache(maxsize=4096)
def _blend(style: ComputedStyle) -> tuple[_Hiding, ...]:
    """Say where a text has the colour of its ground."""
    found = []
    for said in style.said:
        colour = find_colour(said.values.get("color", ""))
        if colour is None or said.part:
            continue
        grounds = (_ground(one.said, said.condition) for one in (style, *style.above))
        ground = next(filter(None, grounds), None)
        if ground and measure_contrast(colour, ground) < _ALIKE:
            what = f"color: {said.values['color']} on its own ground"
            found.append(_Hiding(what, said.by["color"]))
    return tuple(found)


def _ground(every: Iterable[Said], condition: str) -> tuple[float, float, float] | None:
    """Give an element's ground under a condition, or that which it always has."""
    under = {said.condition: said.values for said in every if not said.part}
    values = under.get(condition, under.get("", {}))
    return next(filter(None, (find_colour(values.get(name, "")) for name in _GROUNDS)), None)


def _report(
    name: str, hiding: _Hiding, page: Page, site: Site, project: Project
) -> tuple[object, Problem]:
    sheet, rule = hiding.found
    message = f'the rule "{rule.selector}" hides the notice {name}: {hiding.what}'
    if sheet == _IN_PAGE:
        literal = rule.selector
        return None, report(HIDDEN[name], message, page, project, literal=literal, hint=_HINT)
    problem = HIDDEN[name].problem(message, site.prefix + sheet, rule.line, _HINT)
    return (sheet, message), problem


CHECK = Check((crisis.HIDDEN, disclaimer.HIDDEN), site=check_notice_styles, note=note_styles)
