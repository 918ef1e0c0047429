"""Check that no text of staff closes an element of the page around it, or swallows its rest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import yaml

from kapguide.checks.definition import Check, Page, Problem, Problems, Project, Rule, Site
from kapguide.front_matter.bounded_yaml import BoundedLoader
from kapguide.pages.source_lines import Source
from kapguide.pages.tags.balance import VOID, Tag, find_unbalanced, is_element
from kapguide.pages.wording.pasted_markup import PASTED

UNBALANCED = Rule(
    "tag-unbalanced",
    "error",
    "A page, a notice or a setting closes the HTML elements that it opens, and no others: those "
    "around it are the template's.",
    "WHATWG HTML",
    "</div>\n\nRest for a day.",
    "<div>Rest for a day.</div>",
)


def check_page(page: Page, project: Project) -> Problems:
    """Look at a page's Markdown and at its settings."""
    source = project.markdown(page)
    if source is not None:
        yield from _check_source(source)


def check_shared(site: Site, project: Project) -> Problems:
    """Look at the notices and at mkdocs.yml."""
    for source in project.templates:
        if source.path.endswith(".md"):
            yield from _check_source(source)
    if project.config is not None:
        for line, value in _read_values(project.config.text):
            yield from _judge(value, project.config.path, line)


def _check_source(source: Source) -> Iterator[Problem]:
    front = source.front_matter
    for path, value in front.texts():
        yield from _judge(value, source.path, front.lines[path])
    first = front.body_line
    body = "".join(source.text.splitlines(keepends=True)[first - 1 :])
    yield from _judge(body, source.path, first)


def _judge(text: str, path: str, line: int) -> Iterator[Problem]:
    """Report the tags of a text that starts on a line."""
    found = find_unbalanced(text)
    pairs = {one: two for one, two in pairwise(found) if _are_one(one, two, text)}
    for tag in found:
        if tag in pairs.values():
            continue
        if PASTED.search(text[tag.at : text.find(">", tag.at) + 1 or None]):
            continue  # pasted-html names it
        if not (tag.closes or is_element(tag.name)):
            message = f"<{tag.name}> is no element of HTML, and what stands in it is not shown"
            hint = "Write it without < and >; a link is [words](file.md)."
        elif tag in pairs:
            message = f"<{tag.name}> is closed by </{pairs[tag].name}>"
            hint = f"Write </{tag.name}> in place of </{pairs[tag].name}>."
        elif tag.name in VOID:
            message = f"</{tag.name}> is no tag"
            hint = f"Take it out, or write <{tag.name}>, which stands alone, in its place."
        elif tag.closes:
            message = f"</{tag.name}> closes what this text did not open"
            hint = "Take it out; to speak of a tag, write it as code: `<b>`."
        elif tag.outer:
            message = f"<{tag.name}> is still open where </{tag.outer}> stands"
            hint = f"Write </{tag.name}> before </{tag.outer}>, or take <{tag.name}> out."
        else:
            message = f"<{tag.name}> is left open, and would hold the rest of the page"
            hint = f"Write </{tag.name}> where it ends, or take it out."
        yield UNBALANCED.problem(message, path, line + text.count("\n", 0, tag.at), hint)


def _are_one(one: Tag, two: Tag, text: str) -> bool:
    """Whether an end tag was meant for the start tag before it, in the same paragraph."""
    between = text[one.at : two.at]
    if PASTED.match(between) or two.name in VOID or not is_element(one.name):
        return False
    return two.closes and not (one.closes or one.outer or "\n\n" in between)


def _read_values(text: str) -> Iterator[tuple[int, str]]:
    """Give each text in a file of settings, names among them, with its line."""
    waiting: list[yaml.Node | None] = [yaml.compose(text, BoundedLoader)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node.start_mark.line + 1, node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


CHECK = Check((UNBALANCED,), page=check_page, site=check_shared)
