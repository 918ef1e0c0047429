"""What people type leads to the page they mean: among the first three, in a crisis the first.

The theme's own search worker answers, in the browser, from the real site's index.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

CRISIS = Path(__file__).resolve().parents[2] / "docs/_includes/crisis.md"
FOUND = {
    "risks": (
        "side effects",
        "is it safe",
        "addictive",
        "addiction",
        "bladder",
        "nausea",
        "death",
        "liver",
        "memory",
        "can you die from ketamine",
    ),
    "what-is-kap": ("k", "special k"),
    "legal-status other-options": ("spravato", "esketamine"),
    "evidence": (
        "does it work",
        "does kap work",
        "success rate",
    ),
    "evidence-depression": ("depression", "bipolar depression", "mania", "quality of life"),
    "evidence-trauma-anxiety": ("anxiety", "ptsd", "ocd", "trauma", "panic attacks"),
    "evidence-alcohol-substances": ("cocaine", "heroin", "quit drinking"),
    "evidence-others": ("pain", "eating disorder", "anorexia", "change my personality"),
    "cost": ("cost", "price", "how much", "how much does it cost", "insurance", "medicare"),
    "sessions": (
        "how long",
        "how many sessions",
        "how long does it last",
        "trip",
        "what does it feel like",
        "infusion",
    ),
    "sessions risks": ("high", "k hole", "hallucinations"),
    "therapist-role": ("therapist",),
    "legal-status": (
        "legal",
        "fda",
        "approved",
        "schedule iii",
        "ketamine by mail",
        "telehealth",
        "mindbloom",
    ),
    "get-help-now": (
        "suicidal",
        "suicide",
        "kill myself",
        "want to die",
        "overdose",
        "emergency",
        "help",
        "help me",
        "sucidal",
        "suicde",
    ),
    "under-18s": ("teen", "teenager", "child"),
    "under-18s family-and-friends": ("my son",),
    "who-should-not": (
        "pregnant",
        "pregnancy",
        "breastfeeding",
        "bipolar",
        "schizophrenia",
        "xanax",
        "glaucoma",
        "lamotrigine",
        "grapefruit",
    ),
    "who-should-not risks": ("high blood pressure",),
    "who-should-not evidence-alcohol-substances": ("alcohol", "drinking"),
    "getting-ready": ("can i drive", "driving", "drive", "eat before", "fasting"),
    "getting-ready afterwards": ("work next day",),
    "other-options": ("antidepressant", "ect", "tms", "alternatives"),
    "other-options how-it-works evidence-trauma-anxiety": ("emdr",),
    "choosing-a-clinic": ("clinic", "clinic near me", "find a clinic"),
    "legal-status getting-ready": ("at home",),
    "sessions legal-status": ("lozenge",),
    "sessions other-options": ("nasal spray",),
    "what-is-kap index": ("ketamine", "kap"),
    "what-is-kap sessions how-it-works": ("psychedelic",),
    "other-options what-is-kap": ("mdma",),
    "family-and-friends": ("wife", "husband"),
    "afterwards sessions": ("integration",),
    "afterwards": ("comedown",),
    "practical-questions": ("coffee", "nausea medicine", "birth control", "drug test"),
    "about": ("privacy", "who wrote this"),
    "how-it-works": ("neuroplasticity",),
    "glossary legal-status": ("meaning of off-label",),
    "resources": ("find a therapist", "support group", "samhsa", "join a study"),
    "suicidal-thoughts": ("hopelessness",),
    "other-options evidence-depression": ("psilocybin", "quetiapine"),
}
"""The page or pages, one of which comes among the first three, and what was typed."""
NUMBERS = sorted({*re.findall(r"\((?:tel|sms):(\d+)\)", CRISIS.read_text("utf-8"))})
ROWS = [(query, pages) for pages, queries in FOUND.items() for query in queries]
ROWS += [(number, "get-help-now") for number in NUMBERS]

START = """async () => {
  const {base, search} = JSON.parse(document.getElementById("__config").textContent);
  const worker = new Worker(search);
  const ask = (type, data) => new Promise((done) => {
    worker.onmessage = (event) => done(event.data);
    worker.postMessage({type, data});
  });
  const index = await fetch(new URL("search/search_index.json", new URL(base, location)));
  await ask(0, {...await index.json(), options: {suggest: false}});
  window.find = async (query) => (await ask(2, query)).data.items.map(
    (sections) => sections.find(({location}) => !location.includes("#")).location,
  );
}"""


@pytest.fixture(scope="module")
def find(browser: Browser, site_url: str) -> Iterator[Callable[[str], list[str]]]:
    """Give the search: the pages for what was typed, the best first, by their names."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site_url}404.html")
    page.evaluate(START)

    def run(query: str) -> list[str]:
        found = page.evaluate("query => find(query)", query)
        return [path.strip("/") or "index" for path in found]

    yield run
    context.close()


@pytest.mark.handed_over
@pytest.mark.parametrize(("query", "pages"), ROWS, ids=[query for query, _ in ROWS])
def test_what_is_typed_is_found(find: Callable[[str], list[str]], query: str, pages: str) -> None:
    """`search_terms` and `index_terms` of the page's head make it so: add the words there."""
    first = find(query)[: 1 if pages == "get-help-now" else 3]
    assert set(first) & set(pages.split()), first


@pytest.mark.handed_over
def test_unfinished_words_find_it_already(find: Callable[[str], list[str]]) -> None:
    """The search answers while somebody types."""
    for typed in ("blad", "insur", "pregn", "suici"):
        assert find(typed), typed
    assert find("qqqqq") == []


@pytest.fixture(scope="module")
def docs(built_site: Path) -> list[dict[str, str]]:
    """Give what the index holds of the real site."""
    found = json.loads((built_site / "search/search_index.json").read_text("utf-8"))["docs"]
    assert len(found) > 150
    return list(found)


def test_results_read_as_sentences(docs: list[dict[str, str]]) -> None:
    """No marker, and no blank where one was; nothing of what a study was and found."""
    for entry in docs:
        text = entry["title"] + entry["text"]
        for wrong in (" .", " ,", "[1", "Back to text", "Kind of study:", "span", "Limits:"):
            assert wrong not in text, (entry["location"], wrong)


def test_what_every_page_carries_is_found_where_it_belongs(docs: list[dict[str, str]]) -> None:
    """Neither the notices nor the menu stand in the index once for each page."""
    for words in ("Need help right now?", "not medical advice", "Skip to the page", "Close menu"):
        pages = {
            entry["location"].partition("#")[0]
            for entry in docs
            if words in entry["title"] + entry["text"]
        }
        assert len(pages) <= 3, (words, pages)
    assert [entry for entry in docs if entry["location"].startswith("a-to-z/")] == []


@pytest.mark.handed_over
def test_no_page_shows_its_search_terms(built_site: Path, docs: list[dict[str, str]]) -> None:
    """They are for the search alone: slang and misspellings are nobody's reading."""
    for path in built_site.rglob("*.html"):
        text = path.read_text("utf-8")
        for word in ("sucidal", "Mindbloom", "k hole"):
            assert word not in text, (path, word)
    assert sum("sucidal." in entry.get("terms", ()) for entry in docs) == 1
