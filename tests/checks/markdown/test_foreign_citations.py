"""Citations as other programs write them are named, and the right form is shown."""

from __future__ import annotations

from typing import Any

import pytest
from counting import measure_growth
from kapguide.pages.wording.foreign_citations import find_foreign

CITATIONS = [
    pytest.param(r"It helped \[@dore2019].", "[@dore2019]", id="backslash before the bracket"),
    pytest.param(r"It helped \[@dore2019\].", "[@dore2019]", id="backslashes on both sides"),
    pytest.param(r"It helped [@dore2019\].", "[@dore2019]", id="backslash at the end"),
    pytest.param(
        r"It helped \[-@dore2019, p. 5\].", "[-@dore2019, p. 5]", id="escaped, with a page"
    ),
    pytest.param(r"It helped \[@dore2019; @trial\].", "[@dore2019; @trial]", id="escaped pair"),
    pytest.param("It helped [dore2019].", "[@dore2019]", id="no @"),
    pytest.param("It helped [[dore2019]].", "[@dore2019]", id="two brackets"),
    pytest.param("It helped [^dore2019].", "[@dore2019]", id="a footnote's sign"),
    pytest.param("It helped [smith2020; jones2021a].", "[@smith2020; @jones2021a]", id="unknown"),
    pytest.param("It helped @[dore2019].", "[@dore2019]", id="@ before the bracket"),
    pytest.param("It helped @{dore2019}.", "[@dore2019]", id="@ before a brace"),
    pytest.param(r"It helped \cite{dore2019}.", "[@dore2019]", id="LaTeX"),
    pytest.param(
        r"It helped \parencite[p. 5]{dore2019,trial}.", "[@dore2019; @trial]", id="natbib"
    ),
    pytest.param("It helped {cite}`dore2019`.", "[@dore2019]", id="MyST"),
    pytest.param("It helped :cite:p:`dore2019`.", "[@dore2019]", id="Sphinx"),
    pytest.param("It helped (Dore2019).", "[@dore2019]", id="a capital"),
    pytest.param(
        "It helped [Dore et al. 2019; Kew et al., 2023].",
        "[@dore2019; @citekey]",
        id="as they are printed",
    ),
    pytest.param("It helped [-dore2019].", "[@dore2019]", id="a hyphen without an @"),
    pytest.param("It helped [#dore2019].", "[@dore2019]", id="a hash"),
    pytest.param("It helped [DOI: 10.1000/182].", "[@citekey]", id="a DOI"),
    pytest.param("It helped [PMID 30917760].", "[@citekey]", id="a number of PubMed"),
    pytest.param("It helped [@dore2019]].", "[@dore2019]", id="one bracket too many"),
    pytest.param(
        "It helped [@dore2019]].\nIt did [@trial].", "[@dore2019]", id="and a sound one behind it"
    ),
    pytest.param(
        "It helped [see @dore2019.\nSo [@trial] says.",
        "[see @dore2019]",
        id="a bracket that nothing closes",
    ),
    pytest.param(
        "It helped [see @dore2019, p. 3. It had [0, 1) mg.",
        "[see @dore2019, p. 3]",
        id="a bracket that nothing closes, with a page",
    ),
    pytest.param(
        "It helped [see @dore2019; @trial and more.",
        "[see @dore2019; @trial]",
        id="a bracket that nothing closes around two",
    ),
    pytest.param("It helped.<sup>3</sup> Rest.", "[@citekey]", id="a number set higher"),
    pytest.param("It helped.^3,4^ Rest.", "[@citekey]", id="a number between carets"),
    pytest.param("It helped some¹².", "[@citekey]", id="a number that is high by itself"),
]


@pytest.mark.parametrize(("body", "right"), CITATIONS)
def test_citation_of_another_program(frame: Any, body: str, right: str) -> None:
    """It is named with its line, and the right form is shown."""
    frame.body = f"Rest well.\n\n{body}"
    found = frame.found("citation-escaped")
    assert [p.hint for p in found] == [f"Write {right}."]
    assert found[0].line == len(frame.source.split(body)[0].splitlines()) + 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("It helped [@dore2019].", id="as it should be"),
        pytest.param("A citation is written `[@citekey]`.", id="a form to be shown"),
        pytest.param("It helped [see @dore2019, pp. 3 and 5; also @trial].", id="with words"),
        pytest.param("It helped [@{dore2019}].", id="a citekey in braces"),
        pytest.param("It helped [see @trial; @{dore2019}, p. 5].", id="braces, with words"),
        pytest.param("As @dore2019 (see @trial) says.", id="in the text"),
        pytest.param("It helped [see @dore2019\nand @trial, p. 3].", id="over two lines"),
        pytest.param("It was so [sic], and [in part] as he [the doctor] said.", id="brackets"),
        pytest.param("So [see @dore2019]. The dose was [0, 1) mg.", id="an open range"),
        pytest.param("[see @dore2019]. In [0, 1) mg, and so on [", id="open ones behind it"),
        pytest.param(r"So [see @dore2019] and [see @trial]; he said \[sic.", id="escaped bracket"),
        pytest.param(r"So \[see @dore2019\].", id="escaped brackets"),
        pytest.param("So [see @dore2019, as [he] said].", id="a bracket within"),
        pytest.param("[what the risks are](risks.md)", id="link"),
        pytest.param("`\\cite{dore2019}`", id="code"),
        pytest.param("<!-- [dore2019] -->", id="comment"),
        pytest.param(r"Write to clinic\@example.org.", id="e-mail"),
        pytest.param("The trial [label] was small.", id="a citekey that is a word"),
        pytest.param("A room of 12 m², 10<sup>2</sup> cm<sup>3</sup>.", id="powers"),
        pytest.param("The 4<sup>th</sup> of July.", id="letters set higher"),
    ],
)
def test_what_is_no_foreign_citation(codes: Any, body: str) -> None:
    """Brackets have other uses."""
    assert "citation-escaped" not in codes(body)


def test_citekeys_without_a_year() -> None:
    """What has another sign than letters is hardly a word: [label] may be one."""
    found = find_foreign("It says so [^fda_label], and so [label].", {"fda_label", "label"})
    assert [each.meant for each in found] == ["[@fda_label]"]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        pytest.param(r"\citep{dore2019}", "[@dore2019]", id="natbib"),
        pytest.param("`[@dore2019]`", "[@dore2019]", id="as code"),
        pytest.param("`[@dore2019, p. 5]`", "[@dore2019]", id="as code, with a page"),
        pytest.param("(dore2019)", "[@dore2019]", id="round brackets"),
        pytest.param("[^@dore2019]", "[@dore2019]", id="as a footnote"),
        pytest.param("[*@dore2019*; *@trial*, p. 4]", "[@dore2019; @trial, p. 4]", id="italics"),
        pytest.param("[&dore2019]", "[@dore2019]", id="another sign"),
        pytest.param("[$@dore2019, p. 5 & 6]", "[@dore2019, p. 5 & 6]", id="a sign in the place"),
        pytest.param("[@ dore2019]", "[@dore2019]", id="a blank behind the @"),
        pytest.param("[\u00a0@\u00a0dore2019]", "[@dore2019]", id="blanks that do not break"),
        pytest.param("[@\u200bdore2019]", "[@dore2019]", id="a sign that is not seen"),
        pytest.param("[＠dore2019]", "[@dore2019]", id="a full-width @"),
        pytest.param("【@dore2019】", "[@dore2019]", id="lenticular brackets"),
        pytest.param("［@dore2019; @trial］", "[@dore2019; @trial]", id="full-width brackets"),
        pytest.param("{{@dore2019}}", "[@dore2019]", id="two braces"),
        pytest.param("⟦@dore2019⟧", "[@dore2019]", id="brackets of formulas"),
        pytest.param("<@dore2019>", "[@dore2019]", id="angle brackets"),
        pytest.param("^[@dore2019]", "[@dore2019]", id="an inline footnote"),
        pytest.param("[[@dore2019]]", "[@dore2019]", id="two brackets with an @"),
        pytest.param("[cite:@dore2019]", "[@dore2019]", id="Org"),
        pytest.param("[cite/t:@dore2019]", "[@dore2019]", id="Org, with a style"),
        pytest.param("(@dore2019]", "[@dore2019]", id="two kinds of brackets"),
        pytest.param("{Dore, 2019, #12}", "[@dore2019]", id="EndNote"),
        pytest.param("{Dore, 2019 #12}", "[@dore2019]", id="EndNote, without a comma"),
        pytest.param("{Nobody, 2020, #1}", "[@citekey]", id="EndNote, of no work that is known"),
        pytest.param("(Dore et al., 2019)", "[@dore2019]", id="as an author and a year"),
        pytest.param("[Dore 2019]", "[@dore2019]", id="as an author and a year in brackets"),
        pytest.param("(Dore, 2019; O'Brien 2023)", "[@dore2019; @citekey]", id="two as printed"),
        pytest.param("(@dore2019; Kew 2023)", "[@dore2019; @citekey]", id="one of two as printed"),
        pytest.param(
            "(see Kew & Lee 2023; @trial)", "[@citekey; @trial]", id="the first as printed"
        ),
        pytest.param("(Lee et al. 2020)", "[@citekey]", id="an author and a year, unknown"),
        pytest.param("(See Dore et al., 2019)", "[@dore2019]", id="See before the author"),
        pytest.param("[See Dore 2019]", "[@dore2019]", id="See in brackets"),
        pytest.param("(Dore et al., 2019, p. 4)", "[@dore2019, p. 4]", id="printed, with a page"),
        pytest.param("(Dore 2019: 4–6)", "[@dore2019, pp. 4–6]", id="printed, with pages"),
        pytest.param("(cf. Dore 2019)", "[@dore2019]", id="cf. before the author"),
        pytest.param("(e.g., Dore, 2019)", "[@dore2019]", id="e.g. before the author"),
        pytest.param("(véase Dore y cols., 2019)", "[@dore2019]", id="in Spanish"),
        pytest.param("(van der Dore et al., 2019)", "[@dore2019]", id="particles"),
        pytest.param("(Dore, Kew, & Lee, 2019)", "[@dore2019]", id="three authors"),
        pytest.param("(Dore, Kew and Lee 2019)", "[@dore2019]", id="three authors and no comma"),
        pytest.param("[1]", "[@citekey]", id="as a number"),
        pytest.param("【4†source】", "[@citekey]", id="ChatGPT"),
        pytest.param("【12:3†L40-L44】", "[@citekey]", id="ChatGPT, with lines"),
        pytest.param(":contentReference[oaicite:2]{index=2}", "[@citekey]", id="ChatGPT, copied"),
        pytest.param("[2, 4–6]", "[@citekey]", id="as several numbers"),
        pytest.param("[dore2019, p. 3]", "[@dore2019, p. 3]", id="no @, with a page"),
        pytest.param("[see dore2019]", "[see @dore2019]", id="no @, with a word"),
        pytest.param("{dore2019}", "[@dore2019]", id="braces without an @"),
        pytest.param("@dore2019]", "[@dore2019]", id="a bracket that nothing opens"),
    ],
)
def test_other_signs_around_a_citekey(frame: Any, typed: str, right: str) -> None:
    """Told once, though the sentence makes a claim; what is proposed passes."""
    frame.body = f"Rest well.\n\nIn it, 235 people felt sick {typed}."
    found = [p for p in frame.problems() if p.code in {"citation-escaped", "claim-uncited"}]
    assert [(p.code, p.hint) for p in found] == [("citation-escaped", f"Write {right}.")]
    assert found[0].line == frame.source[: frame.source.index(typed)].count("\n") + 1
    frame.body = f"Rest well.\n\nSo it is {right}."
    assert frame.found("citation-escaped") == []


@pytest.mark.parametrize(
    "body",
    [
        "The paper (@dore2019) is long.",
        "The papers (@dore2019; @trial) are long.",
        "It was a year (June 2019; July 2020).",
        "It is so (see [@dore2019]).",
        "Write to <ana@clinic.example>.",
        "It was a year (maybe2019) ago.",
        "The {name} stays, and {Dore, 2019}.",
        "It costs more 【in euros】.",
        "See [a][@dore2019].",
        "See [[@dore2019], and more].",
        "The law (Congress, 2019) and a day (May 2019).",
        "The move (Portland, Oregon, 2019) and the talk (Lima, Peru, May 2019: 12).",
        "See [see @dore2019] and [the list [@dore2019]].",
        "See [1](risks.md), and note [^1].\n\n[^1]: Rest.",
        "A {name} and a (word).",
    ],
)
def test_other_signs_that_are_right(codes: Any, body: str) -> None:
    assert "citation-escaped" not in codes(body)


def test_citation_among_printed_works() -> None:
    """In square brackets it is a citation, and citation-malformed says what else there is."""
    assert [*find_foreign("It helped [@dore2019; Kew 2023].", {"dore2019"})] == []
    (found,) = find_foreign("It helped (@dore2019; Kew 2023).", {"dore2019"})
    assert found.meant == "[@dore2019; @citekey]"


@pytest.mark.parametrize("sign", ["【1†", "【@a ", "[@a ", "[@ a ", "{Dore 2019 #1", "[doi 1"])
def test_signs_that_nothing_closes(sign: str) -> None:
    """A text of many is read as fast as others: each is looked at up to the next."""
    assert [*find_foreign(sign * 1000, ())] == []
    assert measure_growth(lambda count: [*find_foreign(sign * count, ())], 1000) < 8
