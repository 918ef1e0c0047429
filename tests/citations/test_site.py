"""The hook cite_sources.py in real builds."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BIB = """@article{dore2019,
  author = {Dore, J. and Kew, A. and Lee, B.}, title = {A study}, journal = {J}, year = {2019},
  doi = {10.1000/a}, studytype = {survey}, status = {none}, statusdate = {2026-01-02},
  design = {Survey}, sample = {3 people}, people = {3}, population = {Adults},
  finding = {They were well.}, limitation = {Only three.}, psychotherapy = {no},
  comparator = {None}, followup = {1 day}, keywords = {depression},
}
@article{kew2023,
  author = {Kew, A.}, title = {Another study}, journal = {J}, year = {2023},
  doi = {10.1000/b}, studytype = {survey}, status = {none}, statusdate = {2026-01-02},
  design = {Survey}, sample = {3 people}, people = {3}, population = {Adults},
  finding = {They were well.}, limitation = {Only three.}, psychotherapy = {no},
  comparator = {None}, followup = {1 day}, keywords = {anxiety},
}
"""
SETTINGS: dict[str, Any] = {
    "hooks": ["cite_sources", "tidy_search", "finish_site"],
    "markdown_extensions": [
        *("attr_list", "tables", "footnotes", "def_list", "admonition", "toc"),
        {"kapguide.citations": {"bibliography": "references.bib", "cache": ""}},
    ],
    "validation": {"links": {"anchors": "warn"}},
}
BOTH = "cite [@dore2019; @kew2023]\n"


def markers(built: Any, page: str = "index.html") -> list[str]:
    return [node.text() for node in built.page(page).css("span.citation")]


def test_cites_in_a_real_build(build_site: Any) -> None:
    """Strict, and MkDocs's own check of anchors has nothing to say."""
    built = build_site({"references.bib": BIB, "docs/index.md": f"# A\n\n{BOTH}"}, **SETTINGS)
    assert (built.failed, built.lines) == (False, [])
    assert markers(built) == ["[1, 2]"]
    assert len(built.page("index.html").css("li.csl-entry")) == 2


def test_a_nested_list_before_a_paragraph_is_read_in_order(build_site: Any) -> None:
    page = (
        "- a\n    - b [@kew2023]\n\nc [@dore2019]\n\n"
        "| a | b |\n|---|---|\n| [@dore2019] | x[^1] |\n\n[^1]: y [@kew2023]\n"
    )
    built = build_site({"references.bib": BIB, "docs/index.md": page}, **SETTINGS)
    assert (built.failed, markers(built)) == (False, ["[1]", "[2]", "[2]", "[1]"])


def test_an_unknown_key_fails_the_build_with_file_and_line(build_site: Any) -> None:
    files = {
        "references.bib": BIB,
        "docs/index.md": f"---\ntitle: x\n---\n\n# A\n\n{BOTH}",
        "docs/more.md": "---\ntitle: x\n---\n\nb\n\n- c [@dore2091]\n- d [@kew2032]\n",
    }
    built = build_site(files, **SETTINGS)
    assert built.failed
    assert built.lines == [
        'WARNING: docs/more.md:7: citekey-unknown: no entry "dore2091" in references.bib. '
        'Did you mean "dore2019"?',
        'WARNING: docs/more.md:8: citekey-unknown: no entry "kew2032" in references.bib. '
        'Did you mean "kew2023"?',
    ]


def test_a_broken_bibliography_names_its_line(build_site: Any) -> None:
    bib = f"@misc{{broken,\n  title = {{A,\n\n{BIB}"
    built = build_site({"references.bib": bib, "docs/index.md": BOTH}, **SETTINGS)
    assert built.failed
    assert any(line.startswith("WARNING: references.bib:") for line in built.lines)
    assert markers(built) == ["[1, 2]"], "its neighbours are unharmed"


def test_a_missing_bibliography_is_one_message(build_site: Any) -> None:
    built = build_site({"docs/index.md": "text\n"}, **SETTINGS)
    assert built.failed
    assert len(built.lines) == 1
    assert "bibliography-missing" in built.lines[0]


def test_a_second_build_starts_afresh(build_site: Any) -> None:
    """`mkdocs serve` keeps modules: nothing of the first build may reach the second."""
    files = {"references.bib": BIB, "docs/index.md": f"{BOTH}\n[@nope]\n"}
    first = build_site(files, **SETTINGS)
    assert first.failed
    assert [line.split()[1] for line in first.lines] == ["docs/index.md:3:"]
    changed = BIB.replace("Dore, J.", "Doré, J.")
    second = build_site({"references.bib": changed, "docs/index.md": BOTH}, **SETTINGS)
    assert (second.failed, second.lines) == (False, [])
    assert "Doré J" in second.page("index.html").css_first("#ref-dore2019").text()


def test_the_references_page_lists_who_cites(build_site: Any) -> None:
    files = {
        "references.bib": BIB,
        "docs/index.md": f"# Start\n\n{BOTH}",
        "docs/sub/more.md": "# More\n\n[@kew2023]\n",
        "docs/references.md": "# References\n\n::: references group=page\n\n::: references\n",
    }
    built = build_site(files, **SETTINGS)
    assert (built.failed, built.lines) == (False, [])
    page = built.page("references/index.html")
    cited = {
        item.attributes["id"]: [
            (link.text(), link.attributes["href"]) for link in item.css(".cited-by a")
        ]
        for item in page.css("li.csl-entry")
    }
    assert cited == {
        "ref-dore2019": [("Start", "../#cite-dore2019-1")],
        "ref-kew2023": [
            ("Start", "../#cite-kew2023-1"),
            ("More", "../sub/more/#cite-kew2023-1"),
        ],
    }
    assert [(n.text(), n.attributes["href"]) for n in page.css("h3 a")] == [
        ("More", "../sub/more/"),
        ("Start", "../"),
    ]
    assert built.page("sub/more/index.html").css("#cite-kew2023-1")


def test_an_entry_that_no_page_cites_is_reported(
    build_site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Information, not a warning: it asks somebody to look, and stops no strict build."""
    caplog.set_level(logging.INFO, logger="mkdocs.hooks")
    built = build_site({"references.bib": BIB, "docs/index.md": "[@kew2023]\n"}, **SETTINGS)
    assert (built.failed, built.lines) == (False, [])
    assert [message.split(": ")[:2] for message in caplog.messages] == [
        ["references.bib:1", "entry-unused"]
    ]


def test_a_retracted_study_stops_the_build(build_site: Any) -> None:
    bib = BIB.replace("status = {none}", "status = {retracted}", 1)
    built = build_site({"references.bib": bib, "docs/index.md": BOTH}, **SETTINGS)
    assert built.failed
    said = "entry-retracted: dore2019: a page cites a retracted work"
    assert {line.partition(f": {said}")[0] for line in built.lines if said in line} == {
        "WARNING: docs/index.md:1",
        "WARNING: references.bib:3",
    }
    warning = built.page("index.html").css_first("#ref-dore2019 .study-warning")
    assert "do not rely on it" in warning.text()


def test_a_page_chooses_its_style(build_site: Any) -> None:
    page = f"---\ncitation_style: author-year\n---\n\n{BOTH}"
    files = {"references.bib": BIB, "docs/index.md": page, "docs/more.md": BOTH}
    built = build_site(files, **SETTINGS)
    assert (built.failed, built.lines) == (False, [])
    assert markers(built) == ["(Dore et al. 2019; Kew 2023)"]
    assert markers(built, "more/index.html") == ["[1, 2]"]


def test_search_knows_neither_markers_nor_bibliography(build_site: Any) -> None:
    """But who searches for an author finds the page that lists all entries."""
    files = {
        "references.bib": BIB,
        "docs/index.md": "# A\n\nBefore [@dore2019, p. 3] after, as @kew2023 says.\n\n## B\n\nx\n",
        "docs/references.md": "# All\n\n::: references as=links\n\n## Full\n\n::: references\n",
    }
    built = build_site(files, plugins=["material/search"], **SETTINGS)
    assert (built.failed, built.lines) == (False, [])
    index = json.loads((built.folder / "site/search/search_index.json").read_text("utf-8"))
    texts = {entry["location"]: entry["text"] for entry in index["docs"]}
    assert texts[""].split() == ["<p>Before", "after,", "as", "Kew", "says.</p>"]
    assert "References" not in {entry["title"] for entry in index["docs"]}
    assert "#references" not in texts
    assert "Dore J, Kew A, Lee B" in texts["references/#full"]
    assert "Dore" not in texts["references/"]
    assert "Cited on" not in texts["references/#full"]
    assert "data-search" not in built.page("index.html").html


def test_building_twice_gives_the_same_bytes(build_site: Any) -> None:
    """Also from the cache on disk."""
    extensions = ["attr_list", {"kapguide.citations": {"bibliography": "references.bib"}}]
    settings = {**SETTINGS, "markdown_extensions": extensions}
    files = {"references.bib": BIB, "docs/index.md": BOTH}
    first = build_site(files, **settings).page("index.html").html
    assert (
        build_site(files, **settings).folder / ".cache/citations/style-vancouver.json"
    ).is_file()
    assert build_site(files, **settings).page("index.html").html == first


def test_works_without_the_hook(build_site: Any, log: Any) -> None:
    """Another site generator knows the extension by its name only; mkdocs.yml is the same."""
    files = {"references.bib": BIB, "docs/index.md": f"# Start\n\n{BOTH}\n[@nope]\n"}
    hooks = ["cite_sources", "tidy_search"]
    with_hook = build_site(files, **{**SETTINGS, "hooks": hooks, "strict": False})
    before = with_hook.page("index.html").css_first("article").html
    os.chdir(with_hook.folder)
    without = build_site(files, **{**SETTINGS, "hooks": [], "strict": False})
    # Marked for a search: here no search has read the marks and taken them away.
    html = without.page("index.html").css_first("article").html
    assert re.sub(' data-search-exclude="true"', "", html) == before
    told = [line for line in log.lines if "docs/index.md:5: citekey-unknown" in line]
    assert len(told) == 2, "by the hook, and by the extension alone"


@pytest.fixture(autouse=True)
def _stay_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test change the folder that it works in, for itself only."""
    monkeypatch.chdir(Path.cwd())


def test_a_warning_fails_the_command(build_site: Any) -> None:
    """The hook logs where `--strict` counts."""
    built = build_site({"references.bib": BIB, "docs/index.md": "[@nope]\n"}, **SETTINGS)
    assert built.lines
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", "other"],
        cwd=built.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "docs/index.md:1: citekey-unknown" in done.stderr


def test_a_broken_entry_is_reported_once(build_site: Any) -> None:
    """One slip in references.bib is one message, not one for each place that cites the entry."""
    broken = BIB.replace("status = {none}, statusdate", "status = {none, statusdate", 1)
    built = build_site({"references.bib": broken, "docs/index.md": f"# A\n\n{BOTH}"}, **SETTINGS)
    assert built.failed
    assert [line.split(": ")[1:3] for line in built.lines] == [["references.bib:3", "entry-broken"]]
