"""Bibliographies as people have them: what readers see, what programs get, what editors are told.

A case of cases/wild.json is a .bib file, a page, and checks: `shows` and `hides` are patterns
on what readers see, `html` and `not html` on the page itself, `tells` and `silent` on all
problems with their hints, `ris` and `bib` on the exports; `csl` has values by their place in
the item of `k1`.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from markdown_citations import check_library, read_library, to_bibtex, to_csl_json, to_ris

TODAY = date(2026, 11, 22)
CASES = json.loads((Path(__file__).parents[1] / "cases" / "wild.json").read_text("utf-8"))


def at(value: Any, place: str) -> Any:
    """Return what stands at `issued.date-parts.0`."""
    steps = [int(step) if step.isdigit() else step for step in place.split(".")]
    return reduce(lambda found, step: found[step], steps, value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_case_from_the_wild(case: dict[str, Any], convert: Any, tmp_path: Path) -> None:
    page = convert(case.get("text", "Text [@k1].\n"), bib=case["bib"])
    library, problems = read_library([tmp_path / "given.bib"], tmp_path)
    problems += check_library(library, today=TODAY)
    reader = " ".join(page.tree.body.text().replace("\N{NO-BREAK SPACE}", " ").split())
    told = "\n".join(map(str, [*problems, *page.problems]))
    texts = {"html": page.html, "ris": to_ris(library), "bib": to_bibtex(library)}
    texts |= {"shows": reader, "hides": reader, "not html": page.html}
    texts |= {"tells": told, "silent": told}
    for kind, pattern in case["checks"]:
        found = re.search(pattern, texts[kind]) is not None
        wanted = kind not in {"hides", "not html", "silent"}
        assert found is wanted, f"{kind}: {pattern}\n{texts[kind]}"
    items = {item["id"]: item for item in json.loads(to_csl_json(library))}
    for place, value in case.get("csl", {}).items():
        assert at(items["k1"], place) == value
