"""Make a work of a record in PubMed's XML.

Elements and attributes: pubmed_190101.dtd and those after it, explained at
https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html
"""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree as etree

from markdown_citations.library.dates import format_date
from markdown_citations.library.names import Name
from markdown_citations.library.written_dates import MONTHS

from kapguide.registries.plain_text import plain
from kapguide.registries.work import NEWER, PREPRINT_NOTE, PUBMED, LaterNotice, RegisteredWork

_REFERENCES = {
    "RetractionIn": "retracted",
    "RetractedandRepublishedIn": "retracted",
    "ExpressionOfConcernIn": "concern",
    "ErratumIn": "corrected",
    "CorrectedandRepublishedIn": "corrected",
    "UpdateIn": NEWER,
}
"""What CommentsCorrections say of the work, by their RefType."""
_NOTICES_ON = frozenset({"RetractionOf", "ErratumFor", "ExpressionOfConcernFor"})
RETRACTED = "Retracted Publication"
_PREPRINT = "Preprint"
_DOI = re.compile(r"\bdoi:\s*(10\.\d{4,9}/\S+?)[.;,]?(?=\s|$)", re.I)
_MONTHS = {name[:3].lower(): at for at, name in enumerate(MONTHS, 1)}


def parse_article(record: etree.Element) -> RegisteredWork:
    """Make a work of a PubmedArticle or a PubmedBookArticle."""
    if record.tag == "PubmedBookArticle":
        return _parse_book(record)
    citation = record.find("MedlineCitation")
    citation = etree.Element("MedlineCitation") if citation is None else citation
    kinds = _texts(citation, "Article/PublicationTypeList/PublicationType")
    is_preprint = _PREPRINT in kinds
    journal = citation.find("Article/Journal")
    fields = {
        "title": _title(citation.find("Article/ArticleTitle"), citation),
        "journal": _text(journal, "Title"),
        "shortjournal": _text(citation, "MedlineJournalInfo/MedlineTA").replace(".", ""),
        "volume": _text(journal, "JournalIssue/Volume"),
        "number": _text(journal, "JournalIssue/Issue"),
        "pages": _pages(citation.find("Article/Pagination")),
        "pmid": _text(citation, "PMID"),
        **_identifiers(record.find("PubmedData/ArticleIdList"), citation.find("Article")),
    }
    years = _years(journal, citation)
    fields["year"] = years[0] if years else ""
    if is_preprint:
        fields = {
            **{
                name: text
                for name, text in fields.items()
                if name not in {"volume", "number", "pages"}
            },
            "howpublished": fields["journal"],
            "note": PREPRINT_NOTE,
        }
        del fields["journal"], fields["shortjournal"]
    references = citation.findall("CommentsCorrectionsList/CommentsCorrections")
    notices = [_notice(one) for one in references if one.get("RefType") in _REFERENCES]
    if RETRACTED in kinds and not any(one.status == "retracted" for one in notices):
        notices.append(LaterNotice("retracted", RETRACTED, PUBMED))
    author_list = citation.find("Article/AuthorList")
    return RegisteredWork(
        source=PUBMED,
        fields={name: text for name, text in fields.items() if text},
        entry_type="misc" if is_preprint else "article",
        authors=_people(author_list),
        others=author_list is not None and author_list.get("CompleteYN") == "N",
        kinds=kinds,
        years=years,
        abstract=" ".join(_texts(citation, "Article/Abstract/AbstractText")),
        notices=tuple(one for one in notices if one.status != NEWER),
        newer=tuple(one for one in notices if one.status == NEWER and not is_preprint),
        articles=tuple(
            one.doi or f"PMID {one.pmid}" for one in notices if one.status == NEWER and is_preprint
        ),
        is_preprint=is_preprint,
        notice_on=tuple(
            _text(one, "PMID") or _text(one, "RefSource")
            for one in references
            if one.get("RefType") in _NOTICES_ON
        ),
    )


def _parse_book(record: etree.Element) -> RegisteredWork:
    """Make a work of a book, or of a chapter in one, on NCBI's shelf."""
    document = record.find("BookDocument")
    document = etree.Element("BookDocument") if document is None else document
    book, chapter = document.find("Book"), _text(document, "ArticleTitle").rstrip(".")
    title = _text(book, "BookTitle")
    year = _text(document, "ContributionDate/Year") or _text(book, "PubDate/Year")
    fields = {
        "title": chapter or title,
        "booktitle": title if chapter and chapter != title else "",
        "publisher": _text(book, "Publisher/PublisherName"),
        "isbn": _text(book, "Isbn"),
        "year": year,
        "pmid": _text(document, "PMID"),
        **_identifiers(document.find("ArticleIdList"), None),
    }
    lists = [*document.findall("AuthorList"), *([] if book is None else book.findall("AuthorList"))]
    return RegisteredWork(
        source=PUBMED,
        fields={name: text for name, text in fields.items() if text},
        entry_type="incollection" if fields["booktitle"] else "book",
        authors=next((_people(one) for one in lists if one.get("Type") != "editors"), ()),
        editors=next((_people(one) for one in lists if one.get("Type") == "editors"), ()),
        kinds=_texts(document, "PublicationType"),
        years=(year,) if year else (),
        abstract=" ".join(_texts(document, "Abstract/AbstractText")),
    )


def _inside(element: etree.Element | None) -> str:
    """Return the text of an element; what stands in others inside it, too."""
    return "" if element is None else plain("".join(_flow(element)))


def _flow(element: etree.Element) -> list[str]:
    """Return the parts of a text; figures that stand high or low keep their marks."""
    name = str(element.tag).rpartition("}")[2]
    if name in {"tex-math", "annotation"}:
        return []
    parts = [html.escape(element.text or "")]
    for child in element:
        parts += [*_flow(child), html.escape(child.tail or "")]
    return [f"<{name}>", *parts, f"</{name}>"] if name in {"sup", "sub"} else parts


def _text(element: etree.Element | None, path: str) -> str:
    return "" if element is None else _inside(element.find(path))


def _texts(element: etree.Element, path: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_inside, element.findall(path))))


def _title(title: etree.Element | None, citation: etree.Element) -> str:
    """Return a title without its full stop, and without the brackets of a translation."""
    text = _inside(title)
    match = re.fullmatch(r"\[(.*)\]\.?", text)
    if match and _text(citation, "Article/VernacularTitle"):
        text = match[1]
    return text if text.endswith("...") else text.rstrip(".")


def _identifiers(ids: etree.Element | None, article: etree.Element | None) -> dict[str, str]:
    found = {one.get("IdType", "pubmed"): _inside(one) for one in ids} if ids is not None else {}
    if "doi" not in found and article is not None:
        found["doi"] = next(
            (_inside(one) for one in article.findall("ELocationID") if one.get("EIdType") == "doi"),
            "",
        )
    return {"doi": found.get("doi", ""), "pmcid": found.get("pmc", "")}


def _pages(pagination: etree.Element | None) -> str:
    """Return `1691--1706` for PubMed's 1691-706."""
    first, last = _text(pagination, "StartPage"), _text(pagination, "EndPage")
    if not first:
        first, _, last = re.sub(r"\s*[,;].*", "", _text(pagination, "MedlinePgn")).partition("-")
    return join_pages(first, last)


def join_pages(first: str, last: str) -> str:
    """Write a range as .bib files do; of one page, the page alone."""
    return f"{first}--{expand_page(first, last)}" if last and last != first else first


def expand_page(first: str, last: str) -> str:
    """Return the whole last page where its first digits are left out: 706 after 1691 is 1706."""
    first, last = first.strip(), last.strip()
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def _years(journal: etree.Element | None, citation: etree.Element) -> tuple[str, ...]:
    """Return the years in which it came out, that of the issue first."""
    issue = _text(journal, "JournalIssue/PubDate/Year")
    if not issue:
        match = re.search(r"\d{4}", _text(journal, "JournalIssue/PubDate/MedlineDate"))
        issue = match[0] if match else ""
    return tuple(
        dict.fromkeys(filter(None, (issue, *_texts(citation, "Article/ArticleDate/Year"))))
    )


def _people(people: etree.Element | None) -> tuple[Name, ...]:
    if people is None:
        return ()
    return tuple(name for name in map(_person, people.findall("Author")) if name.family)


def _person(author: etree.Element) -> Name:
    body = _text(author, "CollectiveName")
    if body:
        return Name(body.rstrip("."), literal=True)
    initials = " ".join(re.findall(r"[^\W\d_a-z][a-z]*", _text(author, "Initials")))
    return Name(
        _text(author, "LastName"),
        initials or _text(author, "ForeName"),
        suffix=_text(author, "Suffix").rstrip("."),
    )


def _notice(reference: etree.Element) -> LaterNotice:
    kind = reference.get("RefType", "")
    where = _text(reference, "RefSource")
    label = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).removesuffix(" In").capitalize()
    note = _text(reference, "Note")
    partial = "partial" in f"{where} {note}".lower() and _REFERENCES[kind] == "retracted"
    doi = _DOI.search(where)
    return LaterNotice(
        "concern" if partial else _REFERENCES[kind],
        "Partial retraction" if partial else label,
        PUBMED,
        _day(where),
        doi[1] if doi else "",
        _text(reference, "PMID"),
        where,
    )


def _day(where: str) -> str:
    """Return the day that `Lancet. 2010 Feb 6;375(9713):445` names."""
    match = re.search(r"\b(\d{4})(?:\s+([A-Z][a-z]{2})[a-z]*)?(?:\s+(\d{1,2}))?\s*[;.]", where)
    if not match:
        return ""
    month = _MONTHS.get((match[2] or "").lower(), 0)
    parts = (int(match[1]), month, int(match[3] or 0))
    return format_date(parts[: parts.index(0)] if 0 in parts else parts)
