"""Check that roles and attributes of WAI-ARIA exist, and that what is named by its id is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from markdown_citations.problems import is_slip
from selectolax.lexbor import LexborNode

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

TARGET = Rule(
    "aria-target",
    "error",
    "An element that names another by its id (aria-labelledby, aria-describedby, for, …) names "
    "one that is on the page.",
    "WCAG 2.2, 1.3.1 and 4.1.2",
    '<p aria-describedby="hint">Bring a list.</p>',
    '<p aria-describedby="hint">Bring a list.</p>\n<p id="hint">One page is enough.</p>',
)
ROLE = Rule(
    "role-unknown",
    "error",
    "A role is one that WAI-ARIA knows.",
    "WCAG 2.2, 4.1.2",
    '<p role="remark">Bring a list.</p>',
    '<p role="note">Bring a list.</p>',
)

UNKNOWN = Rule(
    "aria-unknown",
    "error",
    "An attribute that starts with aria- is one of WAI-ARIA, and its value one that it may have.",
    "WCAG 2.2, 4.1.2",
    '<p aria-lable="A list">Bring a list.</p>',
    '<p aria-label="A list">Bring a list.</p>',
)

_NAMING = (
    *(f"aria-{name}" for name in ("labelledby", "describedby", "controls", "owns", "details")),
    *("aria-errormessage", "aria-flowto", "aria-activedescendant", "for", "list", "form"),
)
_SELECTOR = ", ".join(("[role]", *(f"[{name}]" for name in _NAMING)))
_ROLES = (
    "alert alertdialog application article banner blockquote button caption cell checkbox code",
    "columnheader combobox comment complementary contentinfo definition deletion dialog document",
    "emphasis feed figure form generic grid gridcell group heading image img insertion link list",
    "listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox",
    "menuitemradio meter navigation none note option paragraph presentation progressbar radio",
    "radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider",
    "spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel",
    "term textbox time timer toolbar tooltip tree treegrid treeitem",
    "doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry",
    "doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit",
    "doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata",
    "doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index doc-introduction",
    "doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part",
    "doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc",
    "graphics-document graphics-object graphics-symbol",
)
"""Of WAI-ARIA 1.3, its Digital Publishing and Graphics modules, but for abstract ones."""
_KNOWN = frozenset(role for line in _ROLES for role in line.split())

_OF_ELEMENTS = MappingProxyType(
    {
        "a": "link",
        "aside": "complementary",
        "footer": "contentinfo",
        "header": "banner",
        "hr": "separator",
        "input": "textbox",
        "li": "listitem",
        "nav": "navigation",
        "ol": "list",
        "output": "status",
        "p": "paragraph",
        "progress": "progressbar",
        "section": "region",
        "select": "combobox",
        "td": "cell",
        "textarea": "textbox",
        "tr": "row",
        "ul": "list",
    }
)
"""The role that HTML gives an element, for who writes the element's name: of HTML-AAM."""

_ATTRIBUTES = (
    "activedescendant autocomplete braillelabel brailleroledescription checked colcount colindex",
    "colindextext colspan controls current describedby description details dropeffect errormessage",
    "flowto grabbed haspopup invalid keyshortcuts label labelledby level live orientation owns",
    "placeholder posinset pressed relevant roledescription rowcount rowindex rowindextext rowspan",
    "setsize sort valuemax valuemin valuenow valuetext",
)
_SWITCHES = (
    "atomic busy disabled expanded hidden modal multiline",
    "multiselectable readonly required selected",
)
_BOOLEAN = frozenset(f"aria-{name}" for line in _SWITCHES for name in line.split())
"""Whose value is true or false, or is left out."""
_ARIA = _BOOLEAN.union(f"aria-{name}" for line in _ATTRIBUTES for name in line.split())
_SIGNS = re.compile(r"[-_\s]")
_COUNT = re.compile(r"\d|(?<![A-Za-z])[A-Za-z](?![A-Za-z])|(?<=[a-z])[A-Z](?![A-Za-z])")
"""What tells one of several from the next: step-1, step-b, stepC."""
_NAME = re.compile(r"(?<=\s)aria-[\w-]+", re.I)


def check_targets(page: Page, project: Project) -> Problems:
    """Find roles that do not exist, and names of elements that are not there."""
    ids = frozenset(page.ids)
    for node in page.select(_SELECTOR):
        for name, value in node.attributes.items():
            if name == "role":
                for role in (value or "").lower().split():
                    if role not in _KNOWN:
                        message = f'there is no role "{role}"'
                        near = _meant(role, _KNOWN, _OF_ELEMENTS)
                        hint = near or "Take role= out; what the element is says most of it."
                        literal = f'role="{value}"'
                        yield report(ROLE, message, page, project, literal=literal, hint=hint)
            elif name in _NAMING:
                for target in (value or "").split():
                    if target not in ids:
                        message = f'{name} names "{target}", and nothing on the page has that id'
                        near = _meant(target, ids) or (_field_beside(node) if name == "for" else "")
                        hint = near or f'Give what is meant id="{target}", or take {name} out.'
                        literal = f'{name}="{value}"'
                        yield report(TARGET, message, page, project, literal=literal, hint=hint)
    yield from _check_attributes(page, project)


def _meant(typed: str, known: Iterable[str], own: Mapping[str, str] = MappingProxyType({})) -> str:
    bare = _SIGNS.sub("", typed).lower()
    alike = (name for name in sorted(known) if _SIGNS.sub("", name).lower() == bare)
    named = _COUNT.sub("", typed)
    slips = (
        name for name in sorted(known) if is_slip(typed, name) and _COUNT.sub("", name) != named
    )
    near = own.get(typed) or next(alike, "") or next(slips, "")
    return f'Did you mean "{near}"?' if near else ""


def _field_beside(label: LexborNode) -> str:
    """Say which field a label is for: the only one that stands beside it, by its id."""
    beside = label.parent.css("input[id], select[id], textarea[id]") if label.parent else []
    labels = label.parent.css("label") if label.parent else []
    alone = len(beside) == len(labels) == 1
    return f'Write for="{beside[0].attributes["id"]}".' if alone else ""


def _check_attributes(page: Page, project: Project) -> Problems:
    names = {name.lower() for name in _NAME.findall(page.html)}
    for name in sorted(names & _BOOLEAN | (names - _ARIA)):
        for node in page.select(f"[{name}]"):
            value = node.attributes.get(name)
            if name not in _ARIA:
                message = f"there is no attribute {name}"
                hint = _meant(name, _ARIA) or "Take it out."
            elif name in _BOOLEAN and (value or "").lower() not in {"true", "false", "undefined"}:
                message = f'{name}="{value or ""}" says neither true nor false'
                hint = f'Write {name}="true", or take it out.'
            else:
                continue
            source = project.source(page)
            typed = f'{name}="{value}"'
            literal = typed if source and source.find_literal(typed) else name
            yield report(UNKNOWN, message, page, project, literal=literal, hint=hint)


CHECK = Check((TARGET, ROLE, UNKNOWN), page=check_targets)
