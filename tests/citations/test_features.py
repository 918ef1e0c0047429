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
        "test_numbering.py::test_numbers",
        "test_numbering.py::test_each_item_of_a_range_keeps_its_link",
    ),
    "prefix and suffix": (
        "test_contract.py::test_markdown_in_prefix_and_suffix",
        "test_pandoc.py::test_citations_agree_with_pandoc",
    ),
    "locators with every label, forced and forbidden": (
        "test_locators.py::test_reads_every_label_in_every_form",
        "test_locators.py::test_reads_no_locator",
        "test_pandoc.py::test_locators_agree_with_pandoc",
    ),
    "author suppressed, author in text, with a bracket behind": (
        "test_contract.py::test_the_authors_of_a_sentence_stand_before_the_marker",
        "test_numbering.py::test_authors_and_years",
        "test_syntax.py::test_reads",
    ),
    "Pandoc's rule for keys, braced keys": (
        "test_syntax.py::test_reads",
        "test_pandoc.py::test_citations_agree_with_pandoc",
    ),
    "escapes; code, HTML, links and addresses untouched": (
        "test_places.py::test_leaves_untouched",
        "test_unknown_citekeys.py::test_escaping_ends_it",
        "test_syntax.py::test_leaves_alone",
    ),
    "lists, tables, quotes, admonitions, footnotes, definition lists, tabs": (
        "test_places.py::test_works_wherever_markdown_does",
        "test_places.py::test_works_in_pymdown_blocks",
        "test_places.py::test_footnotes_cite_in_the_order_of_their_numbers",
    ),
    "snippets and whatever else is converted by itself": (
        "test_places.py::test_works_in_snippets",
        "test_extension.py::test_pages_nest",
        "test_elsewhere.py::test_html_is_the_same_everywhere",
    ),
    "numeric, author-year, any pybtex style": (
        "test_references.py::test_vancouver",
        "test_references.py::test_author_year",
        "test_other_styles.py::test_any_pybtex_style_by_name",
        "test_citeproc.py::test_agrees_but_for_what_is_meant",
        "test_site.py::test_a_page_chooses_its_style",
    ),
    "ranges collapse, et al., 2020a and 2020b": (
        "test_numbering.py::test_numbers",
        "test_printed_names.py::test_lists_of_names",
        "test_years.py::test_years_are_told_apart",
    ),
    "a list per page and one for the site, no clash of ids": (
        "test_site.py::test_the_references_page_lists_who_cites",
        "test_listing.py::test_the_bibliography_keeps_the_ids",
        "test_contract.py::test_a_heading_called_references_keeps_its_id_apart",
    ),
    "filtered and grouped lists": (
        "test_listing.py::test_filters",
        "test_listing.py::test_groups_by_keyword_repeat_as_links",
        "test_listing.py::test_groups_by_kind_of_study_go_by_strength",
        "test_listing.py::test_groups_by_year_start_with_the_newest",
        "test_listing.py::test_citing_pages_are_filled_in",
        "test_citations.py::test_works_without_scripts",
        "test_citations.py::test_filter_shows_what_fits_and_says_how_many",
    ),
    "several .bib files, keys unique, strings across them": (
        "test_bib_strings.py::test_strings_across_files",
        "test_reading.py::test_citekey_twice",
    ),
    "crossref, names included": (
        "test_inheritance.py::test_chapter_takes_names_and_titles",
        "test_inheritance.py::test_circle",
    ),
    "LaTeX accents and macros, UTF-8": (
        "test_latex.py::test_decode",
        "test_reading.py::test_not_utf8",
        "test_other_styles.py::test_other_styles_get_sound_latex",
    ),
    "back links, all of them, across pages, marking the one you came from": (
        "test_contract.py::test_every_link_of_a_citation_has_its_target",
        "test_site.py::test_the_references_page_lists_who_cites",
        "test_citations.py::test_way_back_is_marked",
        "test_citations.py::test_page_that_the_reader_came_from_is_marked",
        "test_citations_seen.py::test_link_and_way_back",
    ),
    "preview at the marker": (
        "test_citations_seen.py::test_study_is_shown_on_focus_and_hover",
        "test_citations_seen.py::test_esc_takes_it_away",
        "test_citations.py::test_first_tap_shows_and_second_follows",
        "test_citations.py::test_tap_elsewhere_or_esc_ends_it",
        "test_citations.py::test_nothing_of_a_preview_is_on_paper",
    ),
    "a copy button for the reference and for BibTeX": (
        "test_citations.py::test_reference_is_copied_as_it_stands",
        "test_citations.py::test_bibtex_of_each_entry_is_copied",
        "test_citations.py::test_failure_to_copy_is_said",
    ),
    "links by DOI, PMID, PMCID and address": (
        "test_contract.py::test_the_contract_of_the_bibliography",
        "test_safe_html.py::test_only_sound_addresses_become_links",
        "test_extension.py::test_values_come_out_harmless",
    ),
    "the pages that cite an entry, by title": (
        "test_listing.py::test_cited_by_is_filled_in",
        "test_site.py::test_the_references_page_lists_who_cites",
    ),
    "an unknown citekey: file, line, did you mean": (
        "test_site.py::test_an_unknown_key_fails_the_build_with_file_and_line",
        "test_unknown_citekeys.py::test_each_mention_of_an_unknown_key_has_its_line",
        "test_unknown_citekeys.py::test_a_misspelt_bare_key_is_reported_once",
    ),
    "all problems in one run, stable codes, silenceable": (
        "test_reports.py::test_reports_what_stands_wrong",
        "test_rules.py::test_each_rule_is_used",
        "test_site.py::test_a_warning_fails_the_command",
        "test_allowing.py",
    ),
    "a broken entry has a line and harms no neighbour": (
        "test_blocks.py::test_broken_block",
        "test_properties.py::test_neighbours_are_unharmed",
        "test_site.py::test_a_broken_entry_is_reported_once",
    ),
    "duplicate citekeys and works": (
        "test_reading.py::test_citekey_twice",
        "test_reading.py::test_citekey_differs_in_capitals",
        "test_duplicates.py::test_same_identifier",
        "test_duplicates.py::test_near_title",
    ),
    "required fields, unused entries, malformed values": (
        "test_checks.py::test_required_fields",
        "test_checks.py::test_unused",
        "test_faulty_values.py::test_invalid",
        "test_site.py::test_an_entry_that_no_page_cites_is_reported",
    ),
    "retracted, corrected, concern: shown, and stopped": (
        "test_site.py::test_a_retracted_study_stops_the_build",
        "test_study_checks.py::test_cited_though_taken_back",
        "test_rendering.py::test_status",
    ),
    "design, size, finding and limits with the entry": (
        "test_rendering.py::test_in_full_all_that_is_known",
        "test_contract.py::test_the_contract_of_the_bibliography",
        "test_rendering.py::test_every_text_has_its_label",
    ),
    "an edit shows at once": (
        "test_serve.py::test_every_edit_shows_at_once",
        "test_cache.py::test_a_change_formats_anew",
        "test_reading.py::test_unchanged_contents_are_not_parsed_again",
    ),
    "BibTeX, RIS, CSL-JSON; Zotero; JSON-LD": (
        "test_exports.py::test_bibtex_round_trip",
        "test_exports.py::test_ris_round_trip",
        "test_exports.py::test_csl_json",
        "test_site.py::test_downloads",
        "test_coins.py::test_zotero_reads_what_csl_json_says",
        "test_linked_data.py::test_works",
    ),
    "a search index without markers and bibliographies": (
        "test_site.py::test_search_knows_neither_markers_nor_bibliography",
        "test_search_text.py::test_all_comes_back",
    ),
    "names for who listens, real lists, roles": (
        "test_contract.py::test_the_contract_of_a_marker",
        "test_contract.py::test_the_contract_of_the_bibliography",
        "test_numbering.py::test_names_hold_what_is_seen",
        "test_axe.py",
    ),
    "paper": (
        "test_printing.py",
        "test_citations.py::test_nothing_of_a_preview_is_on_paper",
    ),
}


@cache
def names_by_file() -> dict[str, set[str]]:
    """Give the names of all tests by the name of their file, without importing them."""
    found: dict[str, set[str]] = {}
    for folder in (ROOT / "tests", ROOT / "packages"):
        for path in folder.rglob("test_*.py"):
            names = found.setdefault(path.name, set())
            tree = ast.parse(path.read_text("utf-8"))
            names |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return found


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature_has_its_tests(feature: str) -> None:
    """A row without a test, or with one that is gone, claims what nobody has shown."""
    assert FEATURES[feature]
    for named in FEATURES[feature]:
        name, _, test = named.partition("::")
        names = names_by_file().get(name, set())
        assert test in names if test else names, named
