"""What our citations can do, and which tests show it: a table, held against the tests.

A row names what citation systems of other site generators offer, or what their
users ask for. Each of its tests must exist; what a test asserts is read there.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

FEATURES: dict[str, tuple[str, ...]] = {
    "groups, one link per item": (
        "packages/markdown-citations/tests/page/test_numbering.py::test_numbers",
        "packages/markdown-citations/tests/page/test_numbering.py::test_each_item_of_a_range_keeps_its_link",
    ),
    "prefix and suffix": (
        "packages/markdown-citations/tests/page/test_extension.py::test_markdown_in_prefix_and_suffix",
        "packages/markdown-citations/tests/language/test_pandoc.py::test_citations_agree_with_pandoc",
    ),
    "locators with every label, forced and forbidden": (
        "packages/markdown-citations/tests/language/test_syntax.py::test_reads_every_label_in_every_form",
        "packages/markdown-citations/tests/language/test_syntax.py::test_reads_no_locator",
        "packages/markdown-citations/tests/language/test_pandoc.py::test_locators_agree_with_pandoc",
    ),
    "author suppressed, author in text, with a bracket behind": (
        "packages/markdown-citations/tests/page/test_extension.py::test_the_authors_of_a_sentence_stand_before_the_marker",
        "packages/markdown-citations/tests/page/test_numbering.py::test_authors_and_years",
        "packages/markdown-citations/tests/language/test_syntax.py::test_reads",
    ),
    "Pandoc's rule for keys, braced keys": (
        "packages/markdown-citations/tests/language/test_syntax.py::test_reads",
        "packages/markdown-citations/tests/language/test_pandoc.py::test_citations_agree_with_pandoc",
    ),
    "escapes; code, HTML, links and addresses untouched": (
        "packages/markdown-citations/tests/page/test_extension.py::test_leaves_untouched",
        "packages/markdown-citations/tests/page/test_extension.py::test_escaping_ends_it",
        "packages/markdown-citations/tests/language/test_syntax.py::test_leaves_alone",
    ),
    "lists, tables, quotes, admonitions, footnotes, definition lists, tabs": (
        "packages/markdown-citations/tests/page/test_extension.py::test_works_wherever_markdown_does",
        "packages/markdown-citations/tests/page/test_extension.py::test_works_in_pymdown_blocks",
        "packages/markdown-citations/tests/page/test_extension.py::test_footnotes_cite_in_the_order_of_their_numbers",
    ),
    "snippets and whatever else is converted by itself": (
        "packages/markdown-citations/tests/page/test_extension.py::test_works_in_snippets",
        "packages/markdown-citations/tests/page/test_extension.py::test_pages_nest",
        "tests/elsewhere/test_elsewhere.py::test_html_is_the_same_everywhere",
    ),
    "numeric, author-year, any pybtex style": (
        "packages/markdown-citations/tests/styles/test_styles.py::test_vancouver",
        "packages/markdown-citations/tests/styles/test_styles.py::test_author_year",
        "packages/markdown-citations/tests/styles/test_styles.py::test_any_pybtex_style_by_name",
        "packages/markdown-citations/tests/styles/test_citeproc.py::test_agrees_but_for_what_is_meant",
        "tests/citations/test_site.py::test_a_page_chooses_its_style",
    ),
    "ranges collapse, et al., 2020a and 2020b": (
        "packages/markdown-citations/tests/page/test_numbering.py::test_numbers",
        "packages/markdown-citations/tests/styles/test_styles.py::test_lists_of_names",
        "packages/markdown-citations/tests/styles/test_styles.py::test_years_are_told_apart",
    ),
    "a list per page and one for the site, no clash of ids": (
        "tests/citations/test_site.py::test_the_references_page_lists_who_cites",
        "packages/markdown-citations/tests/page/test_listing.py::test_the_bibliography_keeps_the_ids",
        "packages/markdown-citations/tests/page/test_extension.py::test_a_heading_called_references_keeps_its_id_apart",
    ),
    "filtered and grouped lists": (
        "packages/markdown-citations/tests/page/test_listing.py::test_filters",
        "packages/markdown-citations/tests/page/test_listing.py::test_groups_by_keyword_repeat_as_links",
        "packages/markdown-citations/tests/page/test_listing.py::test_groups_by_kind_of_study_go_by_strength",
        "packages/markdown-citations/tests/page/test_listing.py::test_groups_by_year_start_with_the_newest",
        "packages/markdown-citations/tests/page/test_listing.py::test_citing_pages_are_filled_in",
        "tests/browser/test_citations.py::test_works_without_scripts",
        "tests/browser/test_citations.py::test_filter_shows_what_fits_and_says_how_many",
    ),
    "several .bib files, keys unique, strings across them": (
        "packages/markdown-citations/tests/library/test_reading.py::test_strings_across_files",
        "packages/markdown-citations/tests/library/test_reading.py::test_citekey_twice",
    ),
    "crossref, names included": (
        "packages/markdown-citations/tests/library/test_crossref.py::test_chapter_takes_names_and_titles",
        "packages/markdown-citations/tests/library/test_crossref.py::test_circle",
    ),
    "LaTeX accents and macros, UTF-8": (
        "packages/markdown-citations/tests/library/test_latex.py::test_decode",
        "packages/markdown-citations/tests/library/test_reading.py::test_not_utf8",
        "packages/markdown-citations/tests/styles/test_styles.py::test_other_styles_get_sound_latex",
    ),
    "back links, all of them, across pages, marking the one you came from": (
        "packages/markdown-citations/tests/page/test_extension.py::test_every_link_of_a_citation_has_its_target",
        "tests/citations/test_site.py::test_the_references_page_lists_who_cites",
        "tests/browser/test_citations.py::test_way_back_is_marked",
        "tests/browser/test_citations.py::test_page_that_the_reader_came_from_is_marked",
        "tests/browser/test_citations_seen.py::test_link_and_way_back",
    ),
    "preview at the marker": (
        "tests/browser/test_citations_seen.py::test_study_is_shown_on_focus_and_hover",
        "tests/browser/test_citations_seen.py::test_esc_takes_it_away",
        "tests/browser/test_citations.py::test_first_tap_shows_and_second_follows",
        "tests/browser/test_citations.py::test_tap_elsewhere_or_esc_ends_it",
        "tests/browser/test_citations.py::test_nothing_of_a_preview_is_on_paper",
    ),
    "a copy button for the reference and for BibTeX": (
        "tests/browser/test_citations.py::test_reference_is_copied_as_it_stands",
        "tests/browser/test_citations.py::test_bibtex_of_each_entry_is_copied",
        "tests/browser/test_citations.py::test_failure_to_copy_is_said",
    ),
    "links by DOI, PMID, PMCID and address": (
        "packages/markdown-citations/tests/page/test_extension.py::test_the_contract_of_the_bibliography",
        "packages/markdown-citations/tests/styles/test_styles.py::test_only_sound_addresses_become_links",
        "packages/markdown-citations/tests/page/test_extension.py::test_values_come_out_harmless",
    ),
    "the pages that cite an entry, by title": (
        "packages/markdown-citations/tests/page/test_listing.py::test_cited_by_is_filled_in",
        "tests/citations/test_site.py::test_the_references_page_lists_who_cites",
    ),
    "an unknown citekey: file, line, did you mean": (
        "tests/citations/test_site.py::test_an_unknown_key_fails_the_build_with_file_and_line",
        "packages/markdown-citations/tests/page/test_extension.py::test_each_mention_of_an_unknown_key_has_its_line",
        "packages/markdown-citations/tests/page/test_extension.py::test_a_misspelt_bare_key_is_reported_once",
    ),
    "all problems in one run, stable codes, silenceable": (
        "packages/markdown-citations/tests/page/test_extension.py::test_reports_what_stands_wrong",
        "packages/markdown-citations/tests/test_rules.py::test_each_rule_is_used",
        "tests/citations/test_site.py::test_a_warning_fails_the_command",
        "tests/checks/test_allowing.py",
    ),
    "a broken entry has a line and harms no neighbour": (
        "packages/markdown-citations/tests/library/test_reading.py::test_broken_block",
        "packages/markdown-citations/tests/library/test_properties.py::test_neighbours_are_unharmed",
        "tests/citations/test_site.py::test_a_broken_entry_is_reported_once",
    ),
    "duplicate citekeys and works": (
        "packages/markdown-citations/tests/library/test_reading.py::test_citekey_twice",
        "packages/markdown-citations/tests/library/test_reading.py::test_citekey_differs_in_capitals",
        "packages/markdown-citations/tests/library/test_duplicates.py::test_same_identifier",
        "packages/markdown-citations/tests/library/test_duplicates.py::test_near_title",
    ),
    "required fields, unused entries, malformed values": (
        "packages/markdown-citations/tests/library/test_checks.py::test_required_fields",
        "packages/markdown-citations/tests/library/test_checks.py::test_unused",
        "packages/markdown-citations/tests/library/test_checks.py::test_invalid",
        "tests/citations/test_site.py::test_an_entry_that_no_page_cites_is_reported",
    ),
    "retracted, corrected, concern: shown, and stopped": (
        "tests/citations/test_site.py::test_a_retracted_study_stops_the_build",
        "tests/evidence/test_study_checks.py::test_cited_though_taken_back",
        "tests/evidence/test_study.py::test_status",
    ),
    "design, size, finding and limits with the entry": (
        "tests/evidence/test_rendering.py::test_in_full_all_that_is_known",
        "packages/markdown-citations/tests/page/test_extension.py::test_the_contract_of_the_bibliography",
        "tests/evidence/test_study.py::test_parts",
    ),
    "an edit shows at once": (
        "tests/citations/test_serve.py::test_every_edit_shows_at_once",
        "packages/markdown-citations/tests/test_cache.py::test_a_change_formats_anew",
        "packages/markdown-citations/tests/library/test_reading.py::test_unchanged_contents_are_not_parsed_again",
    ),
    "BibTeX, RIS, CSL-JSON; Zotero; JSON-LD": (
        "packages/markdown-citations/tests/exports/test_exports.py::test_bibtex_round_trip",
        "packages/markdown-citations/tests/exports/test_exports.py::test_ris_round_trip",
        "packages/markdown-citations/tests/exports/test_exports.py::test_csl_json",
        "tests/machine_data/test_site.py::test_downloads",
        "packages/markdown-citations/tests/exports/test_coins.py::test_zotero_reads_what_csl_json_says",
        "packages/markdown-citations/tests/exports/test_linked_data.py::test_works",
    ),
    "a search index without markers and bibliographies": (
        "tests/citations/test_site.py::test_search_knows_neither_markers_nor_bibliography",
        "packages/markdown-citations/tests/page/test_search_text.py::test_all_comes_back",
    ),
    "names for who listens, real lists, roles": (
        "packages/markdown-citations/tests/page/test_extension.py::test_the_contract_of_a_marker",
        "packages/markdown-citations/tests/page/test_extension.py::test_the_contract_of_the_bibliography",
        "packages/markdown-citations/tests/page/test_numbering.py::test_names_hold_what_is_seen",
        "tests/browser/test_axe.py",
    ),
    "paper": (
        "tests/browser/test_printing.py",
        "tests/browser/test_citations.py::test_nothing_of_a_preview_is_on_paper",
    ),
}


@cache
def names_of(path: Path) -> set[str]:
    """Give the names of a file's tests, without importing it."""
    tree = ast.parse(path.read_text("utf-8"))
    return {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature_has_its_tests(feature: str) -> None:
    """A row without a test, or with one that is gone, claims what nobody has shown."""
    assert FEATURES[feature]
    for named in FEATURES[feature]:
        name, _, test = named.partition("::")
        path = ROOT / name
        assert path.is_file(), named
        assert test in names_of(path) if test else names_of(path), named
