"""Stylesheets that repeat themselves, or hold numbers of thousands of digits."""

from __future__ import annotations

import pytest
from kapguide.checks.notices.notice_styles import note_styles
from kapguide.checks.running import check_site
from kapguide.notices.notice import Notice
from kapguide.pages.page import parse_page
from kapguide.pages.style.stylesheets import read_declarations, read_stylesheet
from kapguide.project.project import Project, Site

DOUBLING = "a" + "{& & " * 40 + "{color:red}" + "}" * 40


def test_rules_that_double_themselves() -> None:
    """Forty rules within each other would stand for a selector of a terabyte."""
    read = read_stylesheet(DOUBLING)
    assert sum(len(rule.selector) for rule in read.rules) < 100_000


@pytest.mark.parametrize("depth", [10, 150, 300, 2000])
def test_selector_that_goes_deep(depth: int) -> None:
    """One that Python cannot compile stops the page with a reason: it may hide a notice."""
    rule = f"{':is(' * depth}p{')' * depth} {{ display: none }}"
    html = f"<style>{rule}</style><main><p>In danger, call.</p><p>No advice.</p></main>"
    texts = {"crisis": "In danger, call.\n", "disclaimer": "No advice.\n"}
    notices = {name: Notice(name, f"docs/_includes/{name}.md", t) for name, t in texts.items()}
    site = Site([parse_page(html, "site/a.html", "a.html")], {"a.html": 1})
    found = {one.code: one.message for one in check_site(site, Project(notices=notices)).problems}
    if depth < 200:
        assert "crisis-hidden" in found
    else:
        assert "too deep within itself" in found["guide-failed"]


@pytest.mark.parametrize("selector", ["|", "a|", "*|", "p, |", "[a|", ":is(|)", "&", ""])
def test_selector_that_is_none(selector: str) -> None:
    """What nobody understands is passed over, as browsers do."""
    html = f"<style>{selector} {{ color: red }}</style><main><p>In danger, call.</p></main>"
    notices = {"crisis": Notice("crisis", "docs/_includes/crisis.md", "In danger, call.\n")}
    page = parse_page(html, "site/a.html", "a.html")
    assert note_styles(page, Site([page], {}), Project(notices=notices)) == ()


@pytest.mark.parametrize("css", ["width: {}px", "width: {}", "width: 0.{}em", "--a: {}"])
def test_number_of_thousands_of_digits(css: str) -> None:
    """Python makes no such number; a browser takes it for a very large one."""
    ((name, value, _),) = read_declarations(css.format("9" * 5000))
    assert name == css.partition(":")[0]
    assert value.count("9") == 40
