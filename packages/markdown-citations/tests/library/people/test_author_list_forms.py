"""A list of any people, in any form that programs and styles give: nobody else is proposed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_citations.library.checks.authors import check_names
from markdown_citations.library.names import Name, parse_names
from markdown_citations.library.people.author_lists import as_bibtex


@dataclass(frozen=True)
class Person:
    family: str
    given: str
    suffix: str = ""

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in re.split(r"[ -]", self.given))

    @property
    def dotted(self) -> str:
        return " ".join(f"{letter}." for letter in self.initials)

    def behind(self, given: str, comma: str = ", ") -> str:
        """The given names behind the family name, and `Jr.` behind both."""
        return f"{self.family}{comma}{given}" + (f", {self.suffix}." if self.suffix else "")

    def ahead(self, given: str) -> str:
        return f"{given} {self.family}" + (f", {self.suffix}." if self.suffix else "")


def joined(separator: str, last: str) -> Callable[[Sequence[str]], str]:
    return lambda names: last.join(filter(None, [separator.join(names[:-1]), names[-1]]))


FORMS: dict[str, Callable[[Sequence[Person]], str]] = {
    "PubMed": lambda people: ", ".join(
        f"{p.family} {p.initials}" + (f" {p.suffix}" if p.suffix else "") for p in people
    ),
    "PubMed, semicolons": lambda people: "; ".join(
        f"{p.family} {p.initials}" + (f", {p.suffix}" if p.suffix else "") for p in people
    ),
    "AMA, points": lambda people: ", ".join(
        f"{p.family} {p.dotted}" + (f" {p.suffix}" if p.suffix else "") for p in people
    ),
    "APA": lambda people: joined(", ", ", & ")([p.behind(p.dotted) for p in people]),
    "Harvard": lambda people: joined(", ", " and ")([p.behind(p.dotted) for p in people]),
    "IEEE": lambda people: joined(", ", ", and ")([p.ahead(p.dotted) for p in people]),
    "Google Scholar": lambda people: ", ".join(p.ahead(p.initials) for p in people),
    "MLA": lambda people: joined(", ", ", and ")(
        [people[0].behind(people[0].given), *(p.ahead(p.given) for p in people[1:])]
    ),
    "a web page": lambda people: ", ".join(p.ahead(p.given) for p in people),
    "a web page, &": lambda people: joined(", ", " & ")([p.ahead(p.given) for p in people]),
    "a web page, and": lambda people: joined(", ", " and ")([p.ahead(p.given) for p in people]),
    "marks": lambda people: ", ".join(f"{p.ahead(p.given)}{n}" for n, p in enumerate(people, 1)),
    "degrees": lambda people: ", ".join(f"{p.ahead(p.given)}, PhD" for p in people),
    "semicolons": lambda people: "; ".join(p.behind(p.given) for p in people),
    "semicolons, in order": lambda people: "; ".join(p.ahead(p.given) for p in people),
    "commas alone": lambda people: ", ".join(p.behind(p.given) for p in people),
    "BibTeX": lambda people: " and ".join(p.behind(p.given) for p in people),
    "BibTeX, in order": lambda people: " and ".join(p.ahead(p.given) for p in people),
    "BibTeX and commas": lambda people: joined(" and ", ", ")([p.ahead(p.given) for p in people]),
}


def _apart(words: str) -> list[str]:
    return words.split("|")


INVERTED = {"PubMed", "PubMed, semicolons", "AMA, points", "APA", "Harvard", "semicolons"}
INVERTED |= {"commas alone", "BibTeX"}
FAMILIES = _apart(
    "Dore|Kew|Li|Ng|Wolfson|Smith-Jones|O'Neil|van den Berg|de la Cruz|McIntyre|von Restorff"
    "|dos Santos|D'Andrea|Müller|Łukasz|Øster|Alexander|Thomas|Jordan|Roe"
)
# Nobody can tell them from given names in direct order.
DOUBLE = ["Garcia Lopez", "Lopez Jaramillo", "Ó Briain", "De Leo"]
GIVEN = _apart(
    "Ada|Jim|Brent|Shannon|Jean-Luc|Mary Ann|Jennifer A.|Wei|Itzel Ximena|José|Åse|Carlos"
    "|Alberto|Robert M|B. Ivo"
)


SURE = ["PubMed", "PubMed, semicolons", "AMA, points", "APA", "IEEE", "semicolons", "degrees"]


def people(families: Sequence[str]) -> st.SearchStrategy[list[Person]]:
    suffix = st.sampled_from(["", "", "", "", "Jr"])
    person = st.builds(Person, st.sampled_from(families), st.sampled_from(GIVEN), suffix)
    return st.lists(person, min_size=1, max_size=5)


def key(name: Name) -> tuple[str, str, str]:
    """A person by family name, initials and suffix."""
    given = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name.given))
    whole = re.findall(r"[A-ZÀ-Þ]", name.given) if name.given.isupper() else []
    return name.whole_family, "".join(whole) or given, name.suffix.strip(".")


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=150)
@given(data=st.data())
def test_nobody_else_is_proposed(form: str, data: st.DataObject) -> None:
    """A line is proposed with these people and no others, or none is."""
    listed = data.draw(people([*FAMILIES, *DOUBLE] if form in INVERTED else FAMILIES))
    value = FORMS[form](listed)
    line = as_bibtex(value)
    if line:
        names, others = parse_names(line)
        wanted = [(person.family, person.initials, person.suffix) for person in listed]
        assert [key(name) for name in names] == wanted, value
        assert not others
        assert list(check_names(line)) == []


@pytest.mark.parametrize("form", SURE)
@settings(max_examples=150)
@given(data=st.data())
def test_a_form_that_can_be_read_in_one_way_alone(form: str, data: st.DataObject) -> None:
    listed = data.draw(people([*FAMILIES, *DOUBLE] if form in INVERTED else FAMILIES))
    assume(len(listed) > 1)
    assert as_bibtex(FORMS[form](listed)), FORMS[form](listed)
