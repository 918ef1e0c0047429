"""Check that the clinic's own facts are texts of their form, and that readers see each."""

from __future__ import annotations

import re

from markdown import markdown
from markdown_citations.problems import did_you_mean

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site
from kapguide.pages.page import fold, parse_page
from kapguide.project.clinic_facts import ON_EVERY_PAGE, WHERE, ClinicFact
from kapguide.project.fact_forms import judge_form

VALUE = Rule(
    "clinic-fact-value",
    "error",
    "A fact of the clinic is a text: one in quotes, or several lines after `|`.",
    "KAP Guide",
    "prices: [100, 200]",
    'prices: "A session costs … (checked on …)."',
)
UNSHOWN = Rule(
    "clinic-fact-unshown",
    "warning",
    "Each fact of the clinic that mkdocs.yml holds is shown on some page.",
    "KAP Guide",
    "extra:\n  clinic:\n    adress: 12 Main Street",
    "extra:\n  clinic:\n    address: 12 Main Street",
)
FORM = Rule(
    "clinic-fact-form",
    "error",
    "A fact of the clinic is what its name says: the telephone a number alone, name and address "
    "plain words, and addresses whole.",
    "RFC 3966; KAP Guide",
    'extra:\n  clinic:\n    telephone: "call 555-0100 or come by"',
    'extra:\n  clinic:\n    telephone: "555-0100"',
)
UNTRANSLATED = Rule(
    "clinic-fact-untranslated",
    "warning",
    "Each fact of the clinic that pages in another language show is said in that language.",
    "WCAG 2.2, 3.1.1; KAP Guide",
    'mkdocs.yml alone: prices: "A session costs $500."',
    'and mkdocs.es.yml: prices: "Una sesión cuesta $500."',
)
_BLANKS = re.compile(r"\s+")


def check_facts(site: Site, project: Project) -> Problems:
    """Find facts that are no text, or none of their form, and facts that no page shows."""
    facts = project.clinic.facts
    shown = frozenset[str]().union(*site.noted(note_facts, project)) if facts else frozenset()
    for fact in facts.values():
        if fact.text is None:
            message = f'the clinic\'s "{fact.name}" is no text'
            hint = f'Write {fact.name}: "…", or {fact.name}: | and the text on the lines below.'
            yield VALUE.problem(message, fact.path, fact.line, hint)
        elif wrong := judge_form(fact):
            yield FORM.problem(wrong.message, fact.path, fact.line, wrong.hint)
        elif fact.text.strip() and fact.name not in shown and _is_wanted(fact, site, project):
            message = f'no page shows the clinic\'s "{fact.name}"'
            others = [name for name in (*ON_EVERY_PAGE, *facts) if name != fact.name]
            hint = did_you_mean(fact.name, others) or (
                f"Write the line ::: clinic {fact.name} into a page where readers look for it."
            )
            yield UNSHOWN.problem(message, fact.path, fact.line, hint)
    for fact in project.clinic.beside.values():
        wanted = fact.name in (*ON_EVERY_PAGE, *facts) and not project.clinic.say(fact.name)
        if wanted and (fact.text or "").strip() and not _is_asked(fact.name, project):
            message = (
                f'no page shows "{fact.name}", for it stands under extra: and not under clinic:'
            )
            yield UNSHOWN.problem(message, fact.path, fact.line, WHERE)


def _is_asked(name: str, project: Project) -> bool:
    """Whether a template asks for what stands under `extra` by this name."""
    asked = re.compile(rf"\bextra(?:\.|\[['\"]){re.escape(name)}\b")
    return any(map(asked.search, project.page_templates))


def check_languages(site: Site, project: Project) -> Problems:
    """Find the facts that pages in another language show in the words of the first."""
    own = project.config.path if project.config else ""
    shown = frozenset[str]().union(*site.noted(note_facts, project))
    inherited = (fact.name for fact in project.clinic.facts.values() if fact.path != own)
    names = [name for name in inherited if name in shown and name not in ON_EVERY_PAGE]
    if project.languages.followed is not None and names:
        message = f"pages in another language show in the words of the first: {', '.join(names)}"
        hint = f"Say them in the language {project.words.language} under extra: clinic: in {own}."
        yield UNTRANSLATED.problem(message, own, 1, hint)


def _is_wanted(fact: ClinicFact, site: Site, project: Project) -> bool:
    """Whether some page must show a fact: in another language none need show what it inherits."""
    own = project.config.path if project.config else fact.path
    return site.complete and (project.languages.followed is None or fact.path == own)


def note_facts(page: Page, site: Site, project: Project) -> frozenset[str]:
    """Note which facts a page shows, wherever on it."""
    wanted = {fact.name: words for fact in project.clinic.facts.values() if (words := _words(fact))}
    body = page.tree.body if wanted and not page.redirect else None
    whole = _squeeze(body.text(separator=" ")) if body else ""
    return frozenset(name for name, words in wanted.items() if words in whole)


def _words(fact: ClinicFact) -> str:
    """Return a fact as pages show it, without its Markdown."""
    text = (fact.text or "").strip()
    page = parse_page(f"<main>{markdown(text)}</main>", fact.path) if text else None
    return _squeeze(fold(page.shown)) if page else ""


def _squeeze(text: str) -> str:
    """Take all blanks out: where an element starts or ends, some come and go."""
    return _BLANKS.sub("", text)


CHECK = Check((VALUE, FORM, UNSHOWN), site=check_facts, note=note_facts)
LANGUAGES = Check((UNTRANSLATED,), site=check_languages, note=note_facts)
