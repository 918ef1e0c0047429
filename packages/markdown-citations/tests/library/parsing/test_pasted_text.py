"""References that somebody pasted into a .bib file as they were, and comments."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_citations import read_library
from markdown_citations.library.parsing.pasted_text import find_pasted

ENTRY = "@misc{a,\n title = {One}}\n"
AS_TEXT = (
    "Dore J, Turnipseed B. Ketamine assisted psychotherapy. J Psychoactive Drugs. "
    "2019;51(2):189-198."
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("PMID- 30917760\nOWN - NLM\nTI  - Ketamine\n", "NBIB"),
        ("TY  - JOUR\nAU  - Dore, J\nER  - \n", "RIS"),
        ("%0 Journal Article\n%A Dore, J\n", "EndNote"),
        ('[{"id": "a", "type": "book"}]\n', "CSL-JSON"),
        ("10.1080/02791072.2019.1587556\n", "a DOI"),
        ("https://doi.org/10.1080/0279\n", "a DOI"),
        ("PMID: 30917760\n", "a PubMed number"),
        ("https://pubmed.ncbi.nlm.nih.gov/30917760/\n", "a PubMed number"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC9207256/\n", "Central"),
        ("PMC9207256\n", "Central number"),
        ("<xml><records><record>\n", "EndNote"),
        ("RT Journal Article\nA1 Roe, A\n", "RefWorks"),
        ("PT J\nAU Roe, A\nER\n", "Web of Science"),
        ("\\bibitem{roe} A. Roe, A title.\n", "in LaTeX"),
        # The styles APA, MLA, Harvard, AMA, and PubMed's own
        ("Roe, A., & Doe, J. (2019). A title. The Journal, 51(2), 189–198.\n", "as text"),
        ('Roe, Ada, et al. "A title." The Journal 51.2 (2019): 189-198.\n', "as text"),
        ("Roe, A. and Doe, J., 2019. A title. The Journal, 51(2), pp.189-198.\n", "as text"),
        (f"{AS_TEXT}\n", "as text"),
        (f"{AS_TEXT} doi: 10.1080/0279. PMID: 30917760.", "as text"),
    ],
)
def test_a_pasted_reference(read, text: str, what: str) -> None:
    """It is told what it is, where it stands; entries around it are read."""
    library, problems = read(f"{ENTRY}% a note\n\n{text}\n@misc{{b, title = {{Two}}}}\n")
    assert list(library.entries) == ["a", "b"]
    assert [(problem.line, problem.code) for problem in problems] == [(5, "text-pasted")]
    assert what in problems[0].message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "10.1136/one\n\nhttps://doi.org/10.1080/two\n\nPMID: 35110300\n",
            [(1, "10.1136/one 10.1080/two"), (5, "35110300")],
            id="one below the other",
        ),
        pytest.param("10.1136/one\n10.1080/two\n", [(1, "10.1136/one 10.1080/two")], id="a list"),
        pytest.param(
            '%0 Journal Article\n%T Dreams\n%R 10.1136/one\n\n[{"DOI": "10.1080/two"}]\n',
            [(1, "10.1136/one"), (5, "10.1080/two")],
            id="two forms",
        ),
        pytest.param(
            "TY  - JOUR\nDO  - 10.1136/one\nER  - \n\nTY  - JOUR\nDO  - 10.1080/two\nER  - \n",
            [(1, "10.1136/one 10.1080/two")],
            id="a whole file of RIS",
        ),
        pytest.param(
            f"{AS_TEXT} doi: 10.1136/one\n{AS_TEXT}\n{AS_TEXT} doi: 10.1080/two\n",
            [(1, "10.1136/one 10.1080/two")],
            id="a list of references",
        ),
        pytest.param(
            "Roe A.\nBMJ. 2022;376:e067194. doi: 10.1136/one.\nPMID: 35110300; PMCID: PMC8808464\n",
            [(2, "10.1136/one")],
            id="one reference with two numbers",
        ),
        pytest.param(
            "1. J Psychoactive Drugs. 2019 Apr-Jun;51(2):189-198. doi:\n10.1080/two. Epub.\n\n"
            "A title of the work.\n\nDOI: 10.1080/two\nPMID: 30917760 [Indexed]\n",
            [(1, "10.1080/two")],
            id="PubMed's abstract",
        ),
        pytest.param(
            "1. Dreams. 2019;51(2):189-198. doi: 10.1080/two. Epub.\n\nA title.\n\n"
            "Comment in\n    BMJ. 2019;366:l5000. doi: 10.1136/cc.\n\n"
            "Erratum in\n    Dreams. 2020;52(1):1. doi: 10.1080/err.\n\nDOI: 10.1080/Two\n\n"
            "2. Rest. 2020;1(2):3-4. doi: 10.1136/one. Epub.\n",
            [(1, "10.1080/two 10.1136/one")],
            id="what PubMed says of other works",
        ),
        pytest.param(
            "TY  - JOUR\nAB  - Of rest.\n\nData: https://doi.org/10.1136/data\n\nAs in 10.1136/b\n"
            "DO  - 10.1080/two\nER  - \n\n10.1136/one\n",
            [(1, "10.1080/two"), (10, "10.1136/one")],
            id="an abstract of RIS in paragraphs",
        ),
        pytest.param(
            "TY  - JOUR\nDO  - 10.1080/two\n\n10.1136/one\n",
            [(1, "10.1080/two"), (4, "10.1136/one")],
            id="RIS without its end",
        ),
        pytest.param(
            "TY  - JOUR\nER  - \n\n10.1136/one\n",
            [(1, "DOI"), (4, "10.1136/one")],
            id="RIS without a DOI, before another's",
        ),
        pytest.param(
            "Roe, A. (2019). A title. Dreams, 51(2), 1-9.\n\n"
            "Doe, J. (2020). Rest. Dreams, 52(2), 1-9. https://doi.org/10.1136/one\n",
            [(1, "10.1136/one")],
            id="two as text, one with a DOI",
        ),
        pytest.param(
            "1. Journal of Dreams. 2019;51(2):189-198.\n\nA title.\n\nPMID: 30917760\n\n"
            "2. Journal of Rest. 2019;51(2):189-198.\n\nA title.\n\nDOI: 10.1136/one\n",
            [(1, "10.1136/one"), (5, "30917760")],
            id="two of PubMed's abstracts, one with a DOI",
        ),
        pytest.param(
            "TY  - JOUR\nDO  - 10.1080/two\nER  - \n10.1136/one\n",
            [(1, "10.1080/two"), (4, "10.1136/one")],
            id="another right behind RIS",
        ),
        pytest.param(
            "%0 Book\n%R 10.1080/two\nRoe, A. (2019). Rest. Sleep, 1(2), 3. doi:10.1136/one\n",
            [(1, "10.1080/two"), (3, "10.1136/one")],
            id="another right behind EndNote's",
        ),
        pytest.param(
            "%0 Book\n%X Rest\nand sleep. doi:10.1136/one\n%R 10.1080/two\n",
            [(1, "10.1080/two")],
            id="EndNote's abstract on two lines",
        ),
        pytest.param("Dreams, 10.1136/one\n\n10.1080/two\n", [(3, "10.1080/two")], id="a note"),
    ],
)
def test_several_references(text: str, told: list[tuple[int, str]]) -> None:
    """Each is named, one problem for each form; one work is told once."""
    problems = find_pasted(text, "a.bib", 1, "add {identifier}")
    assert [(problem.line, problem.hint) for problem in problems] == [
        (line, f"add {identifiers}") for line, identifiers in told
    ]


def test_lines_of_the_others_are_named() -> None:
    [problem] = find_pasted("\n".join(f"10.1136/a{n}\n" for n in range(9)), "a.bib", 1)
    assert problem.message.endswith("; more of them on line 3, 5, 7, 9, 11 and 3 more")


@pytest.mark.parametrize(
    "text",
    [
        "@comment a word",
        "Papers (2019): some",
        "% doi: 10.1080/0279",
        "# 10.1080/0279",
        "A list of the studies that we cite.",
        "% TY  - X",
    ],
)
def test_what_is_no_reference(read, text: str) -> None:
    """A comment may say anything."""
    assert read(f"{text}\n{ENTRY}{text}\n")[1] == []


def test_a_caller_says_what_to_do(tmp_path: Path) -> None:
    """Who has a command that writes entries names it."""
    path = tmp_path / "a.bib"
    path.write_text("doi: 10.1080/0279\n", "utf-8")
    _, problems = read_library([path], tmp_path, "Run: add {identifier}")
    assert [problem.hint for problem in problems] == ["Run: add 10.1080/0279"]


def test_comments_inside_an_entry(read) -> None:
    """Biber skips them; a % in a value or a citekey is a sign as any other."""
    library, problems = read(
        "% outside { of all\n"
        "@article{k%1, % the first {\n"
        "  % title = {Old},\n"
        "  title = {50\\% % of {all}},\n"
        '  note = "a % b", % { open\n'
        "  % the end }\n"
        "}\n"
        "@misc{b, title = {Two},\n"
    )
    assert dict(library["k%1"].fields) == {"title": "50\\% % of {all}", "note": "a % b"}
    assert library["k%1"].field_lines == {"title": 4, "note": 5}
    assert [(problem.line, problem.code) for problem in problems] == [(8, "entry-broken")]


DOUBLED = "@string{a0 = {x}}\n" + "".join(
    f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 40)
)


def test_strings_that_double_each_other(read) -> None:
    """586 bytes would come to a terabyte: the first that is too long is told, and cut."""
    library, problems = read(DOUBLED + "@misc{k, note = a39 # { and } # a39}")
    assert [(problem.line, problem.code) for problem in problems] == [(18, "string-long")]
    assert len(library["k"].get("note")) == 100_000


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_wide_encoding_is_one_problem(read, encoding: str) -> None:
    library, problems = read("@misc{a,\r\n title = {Müller},\r\n}\r\n".encode(encoding))
    assert library["a"].get("title") == "Müller"
    assert [problem.code for problem in problems] == ["bibliography-encoding"]
