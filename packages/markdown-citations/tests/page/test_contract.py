"""The HTML that a citation and a bibliography promise to styles and scripts."""

from __future__ import annotations

from typing import Any

import pytest


def test_markdown_in_prefix_and_suffix(convert: Any) -> None:
    page = convert("[see *the* `code` in [it](x.html) @dore2019, p. 3, **our** italics\\; yes]")
    marker = page.one("span.citation")
    assert marker.text() == "[see the code in it 1, p.\u00a03, our italics; yes]"
    assert [node.tag for node in marker.css("em, code, strong, a[href='x.html']")] == [
        "em",
        "code",
        "a",
        "strong",
    ]


def test_a_citation_inside_a_suffix(convert: Any) -> None:
    page = convert("[@dore2019, cited by @kew2023] and [@fda2023]")
    assert [node.text() for node in page.all("a[role=doc-biblioref]")] == ["1", "2", "3"]
    assert page.problems == []


def test_the_authors_of_a_sentence_stand_before_the_marker(convert: Any) -> None:
    """They belong to the sentence: a search for "Dore" must find it."""
    page = convert("As @dore2019 [p. 3] and @kew2023 and @fda2023 and @nobody say.")
    assert page.text == (
        "As Dore et al.\u00a0[1, p.\u00a03] and Kew and Lee\u00a0[2] and "
        "US Food and Drug Administration\u00a0[3] and What the study was about, in…\u00a0[4] say."
    )
    assert page.markers == ["[1, p.\u00a03]", "[2]", "[3]", "[4]"]


def test_the_contract_of_a_marker(convert: Any) -> None:
    """Styles, search engines and other programs rely on it."""
    page = convert("a [@dore2019; @fda2023] b [@dore2019; @nobody]")
    first, second = page.all("span.citation")
    assert first.attributes["data-cites"] == "dore2019 fda2023"
    assert "data-search-exclude" in first.attributes
    links = first.css("a") + second.css("a")
    assert [link.attributes["id"] for link in links] == [
        "cite-dore2019-1",
        "cite-fda2023-1",
        "cite-dore2019-2",
        "cite-nobody-1",
    ]
    assert [link.attributes["aria-label"] for link in links] == [
        "Reference 1, Dore 2019",
        "Reference 2, US Food and Drug Administration 2023",
        "Reference 1, Dore 2019",
        "Reference 3, What the study was about, in…",
    ]
    assert links[0].attributes["data-entry"] == (
        "Dore et al. 2019. Ketamine Assisted Psychotherapy (KAP): Patient Demographics. "
        "Study without comparison group."
    )


def test_the_contract_of_the_bibliography(convert: Any) -> None:
    page = convert("a [@dore2019] b [@kew2023] c [@dore2019]")
    section = page.one("section.references[role=doc-bibliography]")
    heading = section.css_first("h2")
    assert (heading.text(), heading.attributes["id"]) == ("References", "references")
    assert section.attributes["aria-labelledby"] == "references"
    item = page.one("ol.csl-bib-body > li#ref-dore2019")
    assert [(link.text(), link.attributes["href"]) for link in item.css("p.csl-entry-text a")] == [
        (
            "https://doi.org/10.1080/02791072.2019.1587556",
            "https://doi.org/10.1080/02791072.2019.1587556",
        ),
        ("PMID: 30917760", "https://pubmed.ncbi.nlm.nih.gov/30917760/"),
        ("PMCID: PMC7654321", "https://pmc.ncbi.nlm.nih.gov/articles/PMC7654321/"),
    ]
    assert item.css_first("p.kind").text() == "Study without comparison group"
    back = [
        (link.text(), link.attributes["href"], link.attributes["aria-label"])
        for link in item.css("a[role=doc-backlink]")
    ]
    assert back == [
        ("1", "#cite-dore2019-1", "Back to text, place 1: reference 1, Dore 2019"),
        ("2", "#cite-dore2019-2", "Back to text, place 2: reference 1, Dore 2019"),
    ]
    alone = page.one("li#ref-kew2023 a[role=doc-backlink]")
    assert (alone.text(), alone.attributes["aria-label"]) == (
        "Back to text",
        "Back to text: reference 2, Kew 2023",
    )


def test_every_link_of_a_citation_has_its_target(convert: Any) -> None:
    source = "[@dore2019; @kew2023; @fda2023] @smith2020a [@dore2019]\n\n- [@nobody]\n"
    page = convert(source)
    ids = [node.attributes["id"] for node in page.all("[id]")]
    assert len(ids) == len(set(ids))
    targets = [n.attributes["href"] for n in page.all("[role=doc-biblioref], [role=doc-backlink]")]
    assert len(targets) == 12
    assert all(target.removeprefix("#") in ids for target in targets)


def test_a_heading_called_references_keeps_its_id_apart(convert: Any) -> None:
    page = convert("# References\n\n[@dore2019]\n")
    assert [node.attributes["id"] for node in page.all("h1, h2")] == ["references_1", "references"]


def test_a_page_without_citations_has_no_bibliography(convert: Any) -> None:
    assert convert("text").html == "<p>text</p>"


def test_a_key_of_odd_signs_has_a_sound_id(convert: Any) -> None:
    bib = "@misc{a/b%c, title={A}}\n@misc{a~b, title={B}}\n@misc{é:1, title={C}}\n"
    page = convert("[@a/b%c; @a~b] [@é:1]", bib=bib)
    assert [n.attributes["id"] for n in page.all("li.csl-entry")] == [
        "ref-a~2f~b~25~c",
        "ref-a~7e~b",
        "ref-é:1",
    ]
    assert page.all("[href='#ref-a~2f~b~25~c']")


def test_an_abbreviation_changes_no_marker(convert: Any) -> None:
    """Markers are numbers while Markdown works, and a number may be an abbreviation."""
    source = "*[0]: null\n*[1]: one\n\nKAP [@dore2019] and [@kew2023] 1.\n"
    page = convert(source, extensions=("abbr",))
    assert page.markers == ["[1]", "[2]"]
    assert page.one("abbr").text() == "1"


@pytest.mark.parametrize("cited", ["[@dore2019]", "[see @dore2019, p. 3]", "@dore2019"])
def test_attributes_go_to_the_marker(convert: Any, cited: str) -> None:
    """As to any other element: `{.quiet}` right behind it."""
    page = convert(f"A {cited}{{.quiet #here}} b.\n", extensions=("attr_list",))
    marker = page.one("span.citation")
    assert marker.attributes["class"] == "citation quiet"
    assert marker.attributes["id"] == "here"
    assert "{" not in page.text
    assert page.text.startswith("A Dore" if cited.startswith("@") else "A [")


def test_an_old_citekey_leads_to_its_entry(convert: Any) -> None:
    """biblatex's `ids`: both names of a work are one number."""
    bib = "@misc{new2020, ids = {old2019, older}, title = {A title}, year = {2020}}"
    page = convert("One [@old2019], two [@new2020], three: @older.\n", bib=bib)
    assert page.codes == []
    assert page.markers == ["[1]", "[1]", "[1]"]
