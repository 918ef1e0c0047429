"""Names of bodies and of people are told apart."""

from __future__ import annotations

import re

import pytest
from markdown_citations.library.checks.authors import check_names
from markdown_citations.library.names import parse_names
from markdown_citations.library.people.braced_people import people_in_braces
from markdown_citations.library.people.name_parts import looks_like_a_body


@pytest.mark.parametrize(
    ("name", "is_body"),
    [
        ("World Health Organization", True),
        ("Hospira, Inc.", True),
        ("Wikipedia contributors", True),
        ("Health Canada", True),
        ("Justice Smith", False),
        ("Centers for Disease Control", True),
        ("Compass Pathways plc", True),
        ("Bundesinstitut für Arzneimittel", True),
        ("Ada Roe (School of Medicine)", False),
        ("Ada Roe ada@clinic.org", False),
        ("T. Force", False),
        ("Universität Wien", True),
        ("Agencia Española de Medicamentos", True),
        ("Europäische Kommission", True),
        ("Maria de la Cruz", False),
        ("John Smith", False),
        ("Smith, John", False),
        ("{World Health Organization}", False),
    ],
)
def test_a_body_without_braces(name: str, is_body: bool) -> None:
    assert looks_like_a_body(name) is is_body


def test_people_in_one_pair_of_braces() -> None:
    """A body's name may hold an "and"; two inverted names in it are two people."""
    assert people_in_braces("{Roe, Ada and Doe, Jim}") == ["Roe, Ada", "Doe, Jim"]
    assert people_in_braces("{Roe A, Doe J}") == ["Roe, A.", "Doe, J."]
    assert people_in_braces("{Roe, Ada; Doe, Jim}") == ["Roe, Ada", "Doe, Jim"]
    assert people_in_braces("{Ada Roe and Jim Doe}") == ["Ada Roe", "Jim Doe"]
    assert people_in_braces("{Anna Roe and Xoana Kay}") == ["Anna Roe", "Xoana Kay"]
    assert people_in_braces("{Smith and Nephew}") == []
    assert people_in_braces("{Procter Gamble and Marks Spencer}") == []
    names = r"{M{\"u}ller, Klaus and Garc{\'i}a, Ana}"
    assert people_in_braces(names) == ["Müller, Klaus", "García, Ana"]
    assert people_in_braces("{Institute of Psychiatry, London and University of Chile, Lima}") == []
    assert people_in_braces("{Departamento de Salud, Trabajo and Bienestar, Puerto Rico}") == []
    assert people_in_braces("{{Clinic} Roe, Ada and Doe, Jim}") == []
    assert people_in_braces("{Food and Drug Administration}") == []
    assert people_in_braces("{Weleda AG, Roche AG}") == []
    assert people_in_braces("{U.S Food & Drug Administration}") == []
    assert people_in_braces("{Roe, Ada and }") == []
    assert people_in_braces("{Smith, Jones and Partners}") == []
    assert people_in_braces(r"{Taylor \& Francis}") == []
    assert people_in_braces("Roe, Ada and Doe, Jim") == []


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("WHO, Department of Mental Health", "WHO, Department of Mental Health"),
        ("Roe, Ada and NIMH, Office of Research", "NIMH, Office of Research"),
        ("Roe, University of York", "Roe, University of York"),
        ("Roe, University of Victoria", "Roe, University of Victoria"),
        ("CDC, Division of Sleep Health", "CDC, Division of Sleep Health"),
        (
            "Substance Abuse and Mental Health Services Administration, Office of Studies",
            "Substance Abuse and Mental Health Services Administration, …",
        ),
    ],
)
def test_a_body_behind_a_comma_is_nobody_s_given_name(value: str, told: str) -> None:
    """WHO DOMH would be printed."""
    [(_, message, _)] = check_names(value)
    assert message == f'this looks like the name of a body: "{told}"'
    assert parse_names(value)[0][-1].literal


@pytest.mark.parametrize(
    ("value", "proposed"),
    [
        ("Ministry of Health, Office of Research", ["Ministry of Health, Office of Research"]),
        ("Roe, Ada and Clinic of York, Office of Law", ["Clinic of York, Office of Law"]),
        ("University of York, Department of Psychiatry and Neuroscience", []),
        ("Ministry of Food and Drink, Office of Food Safety", []),
        ("Roe, Ada and Office of Quality and Safety in Health", []),
        (
            "Roe, Ada and Office of Quality and World Health Organization",
            [
                "Office of Quality",
                "World Health Organization",
            ],
        ),
    ],
)
def test_a_body_that_an_and_has_cut_is_not_proposed(value: str, proposed: list[str]) -> None:
    hints = [hint for _, _, hint in check_names(value)]
    assert re.findall(r"\{([^{}]*)\}", "\n".join(hints)) == proposed
    assert all(hint.startswith("Put a body's name into braces") for hint in hints)


@pytest.mark.parametrize(
    "value",
    [
        "LEE, Duke of York",
        "ROE, Ada of York",
        "Jones, Group Captain Peter",
        "Roe, Staff Sergeant A.",
    ],
)
def test_a_title_behind_a_comma_is_no_body(value: str) -> None:
    assert not [*check_names(value)]
    assert not parse_names(value)[0][0].literal


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("ELIZABETH, Queen of England", "Write: Elizabeth, Queen of England"),
        ("BERKELEY, George Bishop of Cloyne", "Write: Berkeley, George Bishop of Cloyne"),
    ],
)
def test_a_title_behind_capitals(value: str, hint: str) -> None:
    assert [one for _, _, one in check_names(value)] == [hint]


def test_a_body_that_was_turned_round_is_proposed() -> None:
    [(_, _, hint)] = check_names("Development, Bureau of Urban")
    assert hint == "Write: {{Bureau of Urban Development}}"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Ada Roe, Jim Doe and Ann Kew & ABC Study Group", "and Ann Kew and {ABC Study Group}"),
        ("Ada Roe, Jim Doe and ABC Study Group & Ann Kew", "and {ABC Study Group} and Ann Kew"),
        ("Roe A, Doe B and Mental Health & Care Group", r"{Mental Health \& Care Group}"),
        ("Roe, A. and U.S. Food & Drug Administration", r"{U.S. Food \& Drug Administration}"),
    ],
)
def test_a_person_beside_a_body_stands_apart(value: str, shown: str) -> None:
    assert shown in [*check_names(value)][-1][2]


@pytest.mark.parametrize("body", [r"Minist{\`e}re de la Sant{\'e}", r"{\'E}COLE DES MINES"])
def test_a_body_with_accents_in_braces_is_shown_in_two_pairs(body: str) -> None:
    [(_, _, hint)] = check_names(body)
    assert f": {{{{{body}}}}}" in hint
    assert not [*check_names(f"{{{body}}}")]


@pytest.mark.parametrize(
    "body",
    [
        "Canadian Agency for Drugs and Technologies in Health",
        "European Agency for Safety and Health at Work",
        "Institute for Quality and Efficiency in Health Care",
    ],
)
def test_a_body_that_an_and_has_cut_is_one(body: str) -> None:
    """Drugs CAf, Health Ti would be printed."""
    [(_, _, hint)] = check_names(body)
    assert f": {{{{{body}}}}};" in hint
    assert [name.family for name in parse_names(body)[0]] == [body]


@pytest.mark.parametrize(
    "value",
    [
        "World Health Organization and Department of Psychiatry",
        "University of York and Ada Roe of York",
        "University of Zurich and Hans in der Au",
        "Ministry of Health and Ministry of Labour",
    ],
)
def test_what_stands_beside_a_body_is_another(value: str) -> None:
    assert len(parse_names(value)[0]) == 2
