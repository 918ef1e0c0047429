"""Names in biblatex's form: what nobody reads in them is told, mended, and printed."""

from __future__ import annotations

import pytest
from markdown_citations.library.checks.authors import check_names
from markdown_citations.library.names import Name, parse_name, parse_names


@pytest.mark.parametrize(
    ("name", "stray", "mended"),
    [
        ("familiy=Berg, given=Henri", "familiy", "family=Berg, given=Henri"),
        ("family=Berg, given Henri", "given Henri", "family=Berg, given=Henri"),
        ("family=Berg, given: Henri", "given: Henri", "family=Berg, given=Henri"),
        ("family Berg, given=Henri", "family Berg", "family=Berg, given=Henri"),
        (
            "family=Berg, given=Henri, prefx=de",
            "prefx",
            "family=Berg, given=Henri, prefix=de",
        ),
        ("family=Berg, given=Henri, prefix de", "prefix de", "family=Berg, given=Henri, prefix=de"),
        ("last=Berg, first=Henri", "last", "family=Berg, given=Henri"),
        ("surname=Berg, given=Henri, id=b1", "surname", "family=Berg, given=Henri, id=b1"),
    ],
)
def test_a_part_that_nobody_reads(name: str, stray: str, mended: str) -> None:
    """It was lost in silence, in print and in exports."""
    [(_, message, hint)] = check_names(f"Roe, Ada and {name}")
    assert message == f'"{stray}" is no part of a name: "{name}"'
    assert hint == f"Write: {mended}"
    assert parse_name(name) == parse_name(mended)
    assert not [*check_names(f"Roe, Ada and {mended}")]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("family=Berg, given=Henri, nick=Rik", "Berg, Henri, Rik"),
        ("family=Berg, Henri, id=b1", "Berg, Henri"),
        ("Berg, given=Henri", "Berg, Henri"),
        ("family=Berg, given=Henri, given=Jan", "Berg, Henri, Jan"),
        ("Berg, Henri, family-i=B", "Berg, Henri"),
    ],
)
def test_nothing_is_lost_where_nobody_can_be_sure(name: str, printed: str) -> None:
    [(_, _, hint)] = check_names(name)
    assert hint == "The parts of a name are: family=Berg, given=Henri, prefix=de, suffix=Jr"
    assert parse_name(name) == Name(printed, literal=True)


@pytest.mark.parametrize(
    ("name", "mended"),
    [
        ("family=Berg given=Henri", "family=Berg, given=Henri"),
        ("family=Berg; given=Henri", "family=Berg, given=Henri"),
        ("family=Berg, given=Henri prefix: de", "family=Berg, given=Henri, prefix=de"),
        ("family: Berg, given: Henri", "family=Berg, given=Henri"),
        ("{family=Berg, given=Henri}", "family=Berg, given=Henri"),
    ],
)
def test_parts_that_run_together(name: str, mended: str) -> None:
    [(_, _, hint)] = check_names(name)
    assert hint == f"Write: {mended}"
    assert parse_name(name) == Name("Berg", "Henri", "de" if "de" in mended else "")


@pytest.mark.parametrize(
    "value",
    [
        "family=Berg, given=Henri, prefix=de, useprefix=true",
        "family=Berg, given=Jean-Luc, given-i=JL and Roe, Ada",
        "id=roe1, family=Roe, given=Ada and nosortothers=false",
        "family=Berg, given=Henri, nametemplates=long, sortingnamekeytemplatename=x",
        "useprefix=true and Ludwig van Beethoven",
        "family={Berg, Inc}, given={Henri, Jan}",
        "{E=mc Group: family=all}",
        "family=Berg, given=Henri,",
        "family=Berg, given=Henri, orcid=0000-0002-1825-0097",
        "family=Berg, given=Henri, title=Dr, gender=sm",
    ],
)
def test_what_biblatex_reads(value: str) -> None:
    assert not [*check_names(value)]
    assert parse_names(value)[0][0].family in {
        *("Berg", "Roe", "Beethoven", "Berg, Inc", "E=mc Group: family=all"),
    }


@pytest.mark.parametrize(
    "name",
    [
        *("Family Health International", "Family Planning", "Last Mile Health", "Surname Society"),
        *("Family: A Study Group", "Family and Work Institute", "First Nations, Given Group"),
    ],
)
def test_a_body_whose_name_begins_as_a_part(name: str) -> None:
    """In braces it stays whole; nobody has written a sign of biblatex's."""
    assert not [*check_names(f"{{{name}}}")]
    assert parse_names(f"{{{name}}}")[0] == [Name(name, literal=True)]
    assert not [*check_names(f"{{{name}}}, {{NICE}}")][1:]
    assert all("family=" not in hint for _, _, hint in check_names(f"{{{name}}}, {{NICE}}"))
    assert all("family=" not in hint for _, _, hint in check_names(name))
