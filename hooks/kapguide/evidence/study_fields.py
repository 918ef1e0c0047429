"""The fields that this guide adds to an entry: what the study was and found.

CONTRIBUTING.md is made from them.
"""

from __future__ import annotations

from collections.abc import Mapping

from markdown_citations.library.customization import ExtraField

from kapguide.words import Words, load_words

KEYWORDS = ExtraField(
    "What the study is about, with commas between, in the words of other entries where they "
    "fit; the References page groups by it, and figures choose by it.",
    "depression, PTSD",
)


def make_fields(words: Words) -> Mapping[str, ExtraField]:
    """Return the fields by name, their values with what readers call each."""
    return {
        "studytype": ExtraField(
            "What kind of study or authority it is; the References page groups by it.",
            "randomized trial",
            words.group("study.types"),
        ),
        "design": ExtraField(
            "How the study was done, in a few plain words.",
            "Randomized, double-blind trial of a single infusion",
        ),
        "sample": ExtraField(
            "How many people or studies there were, in words, with the groups.",
            "40 people (17 ketamine, 23 midazolam)",
        ),
        "people": ExtraField(
            "The number of people as a bare number, for figures and tables; "
            "leave it out where nobody knows it.",
            "40",
        ),
        "population": ExtraField(
            "Who the people were, without words that label them.", "Adults with chronic PTSD"
        ),
        "comparator": ExtraField(
            "What the treatment was compared with, or that there was no comparison group.",
            "Midazolam, a sedative",
        ),
        "followup": ExtraField("For how long people were followed.", "4 weeks"),
        "finding": ExtraField(
            "What was found, in one to three short sentences, with counts and without doses.",
            "8 of 16 people responded.",
        ),
        "limitation": ExtraField(
            "What most limits the finding, in one or two short sentences.",
            "Only 16 people and no comparison group.",
        ),
        "psychotherapy": ExtraField(
            "Whether people had psychotherapy together with the medicine. Leave it out where "
            "the paper does not say. not-applicable is for rules, labels and general reviews.",
            "yes",
            words.group("study.with_therapy"),
        ),
        "status": ExtraField(
            "Whether the work was corrected, put in doubt or taken back. none: looked up on "
            "statusdate, nothing found. unchecked: on statusdate our record showed nothing, and "
            "nobody has confirmed it yet. corrected, concern: shown to readers. retracted, "
            "withdrawn: no page may cite it. `kapguide verify --write` sets it.",
            "unchecked",
            words.group("study.status_names"),
        ),
        "statusdate": ExtraField("The day of that check: year, month, day.", "2026-11-22"),
        "statusfrom": ExtraField(
            "Who was asked on that day; the publisher, where it is left out.",
            "Crossref and PubMed",
            words.group("study.status_from"),
        ),
        "statuslink": ExtraField(
            "Where the notice of the correction, concern or retraction can be read.",
            "https://doi.org/10.1136/bmj.q100",
        ),
        "statusnote": ExtraField(
            "What the correction, concern or retraction is about; readers see it.",
            "An erratum corrects a number in a table.",
        ),
        "unconfirmed": ExtraField(
            "Names of fields that we could not confirm, with commas between them. They may "
            "then be missing, and readers are told.",
            "author, year",
        ),
        "publishedas": ExtraField(
            "For a preprint: the citekey of its peer-reviewed version in the library.", "yermus2024"
        ),
        "background": ExtraField(
            "Marks an entry that no page cites, on purpose.", "yes", words.group("study.background")
        ),
    }


FIELD_NAMES = tuple(make_fields(load_words()))
