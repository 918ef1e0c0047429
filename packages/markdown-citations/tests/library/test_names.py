"""Authors and editors, taken apart."""

from __future__ import annotations

import pytest
from counting import measure_growth
from markdown_citations.library.names import Name, parse_name, parse_names, split_names


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Dore, J. and Kew, B. M.", ["Dore, J.", "Kew, B. M."]),
        ("Dore, J.\tAND Kew", ["Dore, J.", "Kew"]),
        ("{VA and DoD} and Kew, B.", ["{VA and DoD}", "Kew, B."]),
        ("Andersen, A. and Brand, B.", ["Andersen, A.", "Brand, B."]),
        ("A and and B", ["A", "", "B"]),
        ("and {B}", ["", "{B}"]),
        ("", [""]),
        (r"A \{ and B", [r"A \{", "B"]),
    ],
)
def test_split(value, names):
    """Only an "and" of its own, outside braces, parts names."""
    assert split_names(value) == names


@pytest.mark.parametrize(
    ("value", "families", "others"),
    [
        ("useprefix=true and Ludwig van Beethoven", ["Beethoven"], False),
        ("id=roe1, family=Roe, given=Ada and nosortothers=false", ["Roe"], False),
        ("Olive, K. A. et al.", ["Olive"], True),
        ("Olive, K. A. and et al", ["Olive"], True),
        ("Abe, F. et.al.", ["Abe"], True),
        (
            "Roe, A. (1953-....) and Doe, B. (1951-....)",
            ["Roe, A. (1953-....)", "Doe, B. (1951-....)"],
            False,
        ),
        ("Santiago Ramón y Cajal", ["Cajal"], False),
        ("Abe, F. and Co-authors", ["Abe"], True),
        ("Etal, A. and Alba, E. T.", ["Etal", "Alba"], False),
        ("Roe, A. and {et al.}", ["Roe"], True),
        ("Roe, A. u. a.", ["Roe"], True),
        ("Food and Drug Administration", ["Food and Drug Administration"], False),
        ("Roe, Ada and The ABC Group", ["Roe", "The ABC Group"], False),
        ("Ada Roe and ABC Group", ["Roe", "ABC Group"], False),
    ],
)
def test_what_is_nobody(value, families, others):
    """Neither biblatex's options of a list nor "et al." is a person."""
    names, has_others = parse_names(value)
    assert [name.family for name in names] == families
    assert has_others == others


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dore, J.", Name("Dore", "J.")),
        ("Jennifer Ann Dore", Name("Dore", "Jennifer Ann")),
        ("Zarate, Jr, C. A.", Name("Zarate", "C. A.", suffix="Jr")),
        ("aan het Rot, M.", Name("Rot", "M.", particle="aan het")),
        ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", particle="van")),
        ("Lopez Jaramillo, C.", Name("Lopez Jaramillo", "C.")),
        ("De Leo, J. A.", Name("De Leo", "J. A.")),
        ("Batres-Y-Carr, T. M.", Name("Batres-Y-Carr", "T. M.")),
        (r"{\'E}tienne, M{\"u}", Name("Étienne", "Mü")),
        ("{Hospira, Inc.}", Name("Hospira, Inc.", literal=True)),
        ("{NICE} {UK}", Name("UK", "NICE")),
        ("Roe, John 3rd", Name("Roe", "John", suffix="3rd")),
        ("Roe, {Ada (Addy)}", Name("Roe", "Ada (Addy)")),
        ("Roe1, Ada", Name("Roe1, Ada", literal=True)),
        ("Roe, Ada (0000-0002-1825-0097)", Name("Roe, Ada (0000-0002-1825-0097)", literal=True)),
        ("‘Abd al-Ra’uf", Name("al-Ra’uf", "‘Abd")),
        ("Aristotle", Name("Aristotle")),
        ("李明", Name("李明")),
        ("A, b, c, d, e", Name("A, b, c, d, e", literal=True)),
        ("family=Berg, given=Henri, prefix=de", Name("Berg", "Henri", "de")),
        ("given=Ann, family=Moe, suffix=Jr", Name("Moe", "Ann", suffix="Jr")),
        ('"given={Jean, Paul}", family=Sartre, useprefix=false', Name("Sartre", "Jean, Paul")),
        ("given=Eva de, family=Alm", Name("Alm", "Eva", "de")),
        ("given=Plato", Name("Plato", literal=True)),
        (r"\'{E}va Tardo", Name("Tardo", "Éva")),
        (r"{\'A}ine Roe", Name("Roe", "Áine")),
        (r"{\OE}uvre, Jean", Name("Œuvre", "Jean")),
        ("Alm, Eva de", Name("Alm", "Eva", "de")),
        ("Berg, Jan van der", Name("Berg", "Jan", "van der")),
        ("Hazzard, K. R. a", Name("Hazzard", "K. R. a")),
        ("Hazzard, K. d", Name("Hazzard", "K. d")),
        ("Kempis, Thomas à", Name("Kempis", "Thomas", "à")),
        ("Weyden, R v d", Name("Weyden", "R", "v d")),
        ("Poe, Joshua j", Name("Poe", "Joshua j")),
        ("Silva, F. da Costa e", Name("Silva", "F. da Costa", "e")),
        ("hooks, bell", Name("hooks", "bell")),
        ("Zarate, C. A., Jr.", Name("Zarate", "C. A.", suffix="Jr.")),
        ("Carlos A. Zarate Jr.", Name("Zarate", "Carlos A.", suffix="Jr.")),
        ("Carlos Zarate, Jr.", Name("Zarate", "Carlos", suffix="Jr.")),
        ("Zarate Jr., Carlos", Name("Zarate", "Carlos", suffix="Jr.")),
        ("King, Martin L. III", Name("King", "Martin L.", suffix="III")),
        ("Smith, V", Name("Smith", "V")),
        ("World Health Organization", Name("World Health Organization", literal=True)),
        ("Institute of {M}ental {H}ealth", Name("Institute of Mental Health", literal=True)),
        ("Roe, A.,", Name("Roe", "A.")),
        (r"\textbf{Roe, Ada}", Name("Roe", "Ada")),
        (r"\textbf{Roe}, Ada", Name("Roe", "Ada")),
        ("Ada Roe, PhD", Name("Ada Roe, PhD", literal=True)),
        ("Prof. Dr. Ada Roe", Name("Prof. Dr. Ada Roe", literal=True)),
        ("Ada Roe, Jim Doe", Name("Ada Roe, Jim Doe", literal=True)),
        ("family=Roe, given=Ada (Addy)", Name("Roe, Ada (Addy)", literal=True)),
    ],
)
def test_parse(text, name):
    """BibTeX's forms, particles, suffixes, bodies; LaTeX decoded."""
    assert parse_name(text) == name


def test_others():
    """ "and others" is no name."""
    assert parse_names("Jelovac, A. and others") == ([Name("Jelovac", "A.")], True)
    assert parse_names("") == ([], False)


@pytest.mark.parametrize("crumb", [",", ", ", ";", "; ", "and ", "& "])
def test_separators_cost_no_more_than_their_number(crumb):
    """Thousands of them, with no name between, are taken apart at once."""
    assert measure_growth(lambda count: parse_names("Roe, Ann " + crumb * count), 1_000) < 8
