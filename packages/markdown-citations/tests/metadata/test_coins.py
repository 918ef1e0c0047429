"""COinS: what goes out comes in again, by the rules of those who read it."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_citations import to_csl_json
from markdown_citations.library.entry_types import ENTRY_TYPES
from markdown_citations.metadata.coins import (
    describe_context,
    encode_context,
    hide_coins,
    render_coin,
)
from selectolax.lexbor import LexborHTMLParser

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


def titles(html: str) -> list[str]:
    return [n.attributes["title"] or "" for n in LexborHTMLParser(html).css("span.Z3988[title]")]


def test_an_article(make_entry) -> None:
    """Each key once, in the order of the format; encoded is what a query cannot hold."""
    entry = make_entry(
        "article",
        author="Dor{\\'e}, J. and {Hospira, Inc.}",
        title="Ketamine & 50\\% of {PTSD}: a=b",
        journal="Journal of Psychoactive Drugs",
        shortjournal="J Psychoactive Drugs",
        year="2019",
        date="2019-03-15",
        volume="51",
        number="2",
        pages="189--198",
        doi="10.1080/02791072.2019.1587556",
        pmid="30917760",
        issn="0279-1072",
    )
    assert encode_context(describe_context(entry)) == (
        "ctx_ver=Z39.88-2004"
        "&rft_id=info:doi/10.1080/02791072.2019.1587556"
        "&rft_id=info:pmid/30917760"
        "&rft_val_fmt=info:ofi/fmt:kev:mtx:journal"
        "&rft.genre=article"
        "&rft.atitle=Ketamine%20%26%2050%25%20of%20PTSD:%20a%3Db"
        "&rft.jtitle=Journal%20of%20Psychoactive%20Drugs"
        "&rft.stitle=J%20Psychoactive%20Drugs"
        "&rft.volume=51&rft.issue=2&rft.pages=189-198&rft.spage=189&rft.epage=198"
        "&rft.issn=0279-1072"
        "&rft.au=Dor%C3%A9,%20J."
        "&rft.au=Hospira%20Inc.,"
        "&rft.date=2019-03-15"
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"type": "book", "publisher": "House", "address": "Town", "edition": "2"},
         {"is": "book", "title": "T", "publisher": "House", "place": "Town", "edition": "2"}),
        ({"type": "book", "isbn": "9783161484100", "series": "A Series"},
         {"is": "book", "title": "T", "ISBN": "9783161484100", "series": "A Series"}),
        ({"type": "incollection", "booktitle": "The Book", "publisher": "House", "pages": "7--9"},
         {"is": "bookSection", "title": "T", "publicationTitle": "The Book", "publisher": "House",
          "pages": "7-9"}),
        ({"type": "inproceedings", "booktitle": "Talks"},
         {"is": "conferencePaper", "title": "T", "publicationTitle": "Talks"}),
        ({"type": "techreport", "institution": "NICE", "url": "https://nice.org.uk/a"},
         {"is": "report", "title": "T", "publisher": "NICE", "url": "https://nice.org.uk/a"}),
        ({"type": "phdthesis", "school": "A University"},
         {"is": "thesis", "title": "T", "publisher": "A University"}),
        ({"type": "misc", "url": "https://fda.gov/x?a=1&b=2", "howpublished": "FDA alert"},
         {"is": "webpage", "title": "T", "publicationTitle": "FDA alert",
          "url": "https://fda.gov/x?a=1&b=2"}),
        ({"type": "misc"}, {"is": "document", "title": "T"}),
        ({"type": "dataset", "publisher": "House", "language": "en"},
         {"is": "dataset", "title": "T", "publisher": "House", "language": "en"}),
        ({"type": "misc", "eprinttype": "medrxiv", "howpublished": "medRxiv",
          "doi": "10.1101/2023.01"},
         {"is": "journalArticle", "title": "T", "publicationTitle": "medRxiv",
          "DOI": "10.1101/2023.01"}),
        ({"type": "article", "url": "javascript:alert(1)", "doi": "nonsense", "pmid": "12a"},
         {"is": "journalArticle", "title": "T"}),
    ],
    ids=[
        "book", "book in a series", "chapter", "talk", "report", "thesis", "web page",
        "neither paper nor web page", "dataset", "preprint", "untrusted identifiers",
    ],
)  # fmt: skip
def test_each_kind_of_work(make_entry, read_as_zotero, fields, expected) -> None:
    """Zotero sees the kind of work and every field; what is malformed is left out."""
    others = {name: value for name, value in fields.items() if name != "type"}
    entry = make_entry(fields["type"], title="T", year="2020", **others)
    item = read_as_zotero(titles(render_coin(entry))[0])
    assert {"is": item.kind, **item.fields} == {**expected, "date": "2020"}


@pytest.mark.parametrize(
    ("entry_type", "kind"),
    [
        ("booklet", "book"),
        ("electronic", "webpage"),
        ("inreference", "bookSection"),
        ("legislation", "statute"),
        ("mvproceedings", "book"),
        ("mvreference", "book"),
        ("online", "webpage"),
        ("periodical", "journalArticle"),
        ("reference", "book"),
        ("software", "computerProgram"),
        ("unpublished", "manuscript"),
        ("weird", "document"),
    ],
)
def test_kinds_of_other_types(make_entry, read_as_zotero, entry_type, kind) -> None:
    """Zotero's word for what OpenURL has no format for."""
    assert read_as_zotero(titles(render_coin(make_entry(entry_type, title="T")))[0]).kind == kind


def test_a_patent(make_entry) -> None:
    """OpenURL has a format for patents, with number and holder."""
    entry = make_entry("patent", title="T", author="Dore, J.", number="US1", holder="A House")
    assert encode_context(describe_context(entry)) == (
        "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:patent"
        "&rft.title=T&rft.number=US1&rft.assignee=A%20House&rft.inv=Dore,%20J."
    )


def test_an_issue_of_a_periodical(make_entry) -> None:
    """Its title is the journal's; it is no article."""
    entry = make_entry("periodical", title="A Journal", number="3")
    pairs = dict(describe_context(entry))
    assert (pairs["rft.genre"], pairs["rft.jtitle"], pairs["rft.issue"]) == (
        "issue",
        "A Journal",
        "3",
    )
    assert "rft.atitle" not in pairs


@pytest.mark.parametrize("entry_type", ENTRY_TYPES)
def test_every_type_has_a_format_of_the_standard(entry_type) -> None:
    """No type is left to a default."""
    style, _, genre = ENTRY_TYPES[entry_type].openurl.partition(" ")
    genres = {
        "journal": {"article", "issue", "preprint"},
        "book": {"book", "bookitem", "proceeding", "report"},
        "dissertation": {""},
        "patent": {""},
        "dc": {
            *("webpage", "dataset", "statute", "computerProgram", "manuscript", "document"),
            *("artwork", "audioRecording", "case", "film", "letter", "presentation"),
            *("standard", "videoRecording"),
        },
    }
    assert genre in genres[style]


@pytest.mark.parametrize(
    ("author", "creators"),
    [
        ("Zarate, Jr, C. A. and aan het Rot, M.", [("Zarate", "C. A. Jr"), ("aan het Rot", "M.")]),
        ("{US Food and Drug Administration}", [("US Food and Drug Administration", "")]),
        (
            "{Drug Enforcement Administration, Justice} and {Department of Health}",
            [("Drug Enforcement Administration, Justice", ""), ("Department of Health", "")],
        ),
        (
            "Morgan, C. J. A. and {A Committee (X)}",
            [("Morgan", "C. J. A."), ("A Committee (X)", "")],
        ),
        ("Plato", [("Plato", "")]),
        ("Li, Wei and Krystal, John H. and others", [("Li", "Wei"), ("Krystal", "John H.")]),
        ("López-Roca, A. L.", [("López-Roca", "A. L.")]),
    ],
    ids=[
        "suffix and particle",
        "a body",
        "two bodies",
        "a body behind a person",
        "one word",
        "whole given names",
        "accents",
    ],
)
def test_names_stay_whole(make_entry, read_as_zotero, author, creators) -> None:
    """No body is cut into given and family name, no one comes twice, the order stays."""
    entry = make_entry("article", title="T", author=author)
    assert read_as_zotero(titles(render_coin(entry))[0]).creators == creators


SAMPLES = """
@article{one, author = {Dore, J. and van der Berg, A. and {A Body, a Group}}, title = {A {B}: c},
  journal = {A Journal}, shortjournal = {A J}, year = {2019}, month = mar, volume = {51},
  number = {2}, pages = {189--198}, doi = {10.1234/x}}
@incollection{two, author = {Kew, Ana}, title = {Part}, booktitle = {Whole}, date = {2020-05-04}}
@misc{three, author = {{VA and DoD}}, title = {A rule}, year = {2025}, url = {https://a.b/c}}
"""


def test_zotero_reads_what_csl_json_says(read, read_as_zotero) -> None:
    """Both exports say the same of title, numbers, day and names."""
    library, _ = read(SAMPLES)
    items = [read_as_zotero(title) for title in titles(hide_coins(map(render_coin, library)))]
    exported = json.loads(to_csl_json(library))
    assert len(items) == len(exported) == 3
    for item, csl in zip(items, exported, strict=True):
        fields = item.fields
        assert fields["title"] == csl["title"]
        assert fields.get("DOI", "") == csl.get("DOI", "")
        if csl["type"] == "article-journal":
            for name, other in (
                ("publicationTitle", "container-title"),
                ("journalAbbreviation", "container-title-short"),
                ("volume", "volume"),
                ("issue", "issue"),
                ("pages", "page"),
            ):
                assert fields.get(name, "") == csl.get(other, ""), csl["id"]
        day = [int(part) for part in fields["date"].split("-")] if "date" in fields else []
        assert day == csl.get("issued", {"date-parts": [[]]})["date-parts"][0], csl["id"]
        expected = [
            (
                author.get("literal", "").replace(",", "" if place else ",")
                or f"{author.get('non-dropping-particle', '')} {author['family']}".strip(),
                f"{author.get('given', '')} {author.get('suffix', '')}".strip(),
            )
            for place, author in enumerate(csl.get("author", []))
            if author.get("literal") != "others"
        ]
        assert item.creators == expected, csl["id"]


@given(st.lists(st.tuples(st.just("rft.atitle"), TEXT), min_size=1))
def test_any_text_survives(pairs) -> None:
    """Quotes, ampersands, tags, plus signs: decoded as a query, all is as it was."""
    from html import escape

    html = f'<span class="Z3988" title="{escape(encode_context(pairs))}"></span>'
    assert parse_qsl(titles(html)[0], keep_blank_values=True) == pairs


def test_nobody_meets_the_spans(make_entry) -> None:
    """They are empty, in an element that is hidden by its attribute and not by a style."""
    tree = LexborHTMLParser(hide_coins([render_coin(make_entry("article", title="<b>&\"'"))]))
    (box,) = tree.css("div.coins")
    assert "hidden" in box.attributes
    assert tree.body.text() == ""
    assert tree.css("[style], b") == []
    assert hide_coins([]) == ""
