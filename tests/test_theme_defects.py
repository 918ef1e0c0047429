"""The theme's defects that were measured in 9.8.1, and the test that guards each mend.

A defect whose test goes is open again: this table says which.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

GUARDS = {
    1: ("single keys move the reader", ["test_no_single_key_moves_or_steals_the_focus"]),
    2: ("the menu has no button", ["test_menu_opens_and_closes_by_keyboard"]),
    3: (
        "what is closed keeps its focus stops",
        ["test_every_focus_stop_can_be_seen", "test_closed_search_has_no_stops"],
    ),
    4: ("links in text by colour alone", ["test_links_in_text_are_underlined"]),
    5: ("wide tables scroll by mouse alone", ["test_wide_table_scrolls_by_keyboard"]),
    6: (
        "search without name, announcement and way back",
        [
            "test_search_is_named",
            "test_count_of_results_is_announced",
            "test_esc_closes_and_returns_the_focus",
            "test_tab_goes_through_the_results",
        ],
    ),
    7: ("faint colours", ["test_colours_stand_out", "test_nothing_that_axe_finds"]),
    8: (
        "boxes to tick without a label",
        ["test_headings_hold_no_signs_and_pages_no_boxes_to_tick"],
    ),
    9: ("small print", ["test_no_text_is_small", "test_results_are_not_small"]),
    10: ("tiny marks", ["test_targets_are_large_enough"]),
    11: ("signs in headings", ["test_headings_hold_no_signs_and_pages_no_boxes_to_tick"]),
    12: ("no skip link on some pages", ["test_skip_link_is_first_and_leads_to_the_page"]),
    13: ("nobody says where one is", ["test_every_page_says_where_the_reader_is"]),
    14: (
        "a thin focus ring",
        ["test_every_focus_stop_can_be_seen", "test_fixed_colours_stand_out"],
    ),
    15: (
        "print loses what matters",
        [
            "test_notices_are_seen",
            "test_page_prints_whole",
            "test_all_columns_fit_on_paper",
            "test_what_is_folded_is_printed_open",
        ],
    ),
    16: ("little works without scripts", ["test_site_works_without_scripts"]),
    17: (
        "other hosts are asked",
        ["test_a_visit_leaves_nothing_behind", "test_no_page_names_what_another_host_would_serve"],
    ),
    18: ("folded menus open by Space alone", ["test_menu_holds_every_page_at_any_depth"]),
    19: ("the menu makes large sites slow", ["test_menu_of_a_large_site_can_be_pruned"]),
}


@pytest.fixture(scope="module")
def tests(root: Path) -> dict[str, str]:
    """Give every test's name and docstring."""
    found = {}
    for path in (root / "tests").rglob("test_*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                found[node.name] = ast.get_docstring(node) or ""
    return found


def test_all_nineteen_are_listed() -> None:
    """As they were measured."""
    assert sorted(GUARDS) == list(range(1, 20))


@pytest.mark.parametrize("number", GUARDS, ids=[f"{n} {words}" for n, (words, _) in GUARDS.items()])
def test_defect_is_guarded(tests: dict[str, str], number: int) -> None:
    """Each test is there, and one of them says in its docstring which defect it guards."""
    names = GUARDS[number][1]
    assert [name for name in names if name not in tests] == []
    said = " ".join(tests[name].partition(":")[0] for name in names)
    assert str(number) in said.replace(",", " ").split()
