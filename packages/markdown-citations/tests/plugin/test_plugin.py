"""The plug-in `citations` in real builds."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_citations import mkdocs_options
from markdown_citations.exports import export_formats
from mkdocs.config import load_config

PACKAGE = Path(__file__).resolve().parents[2]
BIB = """@article{dore2019,
  author = {Dore, J. and Kew, A.}, title = {A study}, journal = {J}, year = {2019},
}
@article{kew2023,
  author = {Kew, A.}, title = {Another study}, journal = {J}, year = {2023},
}
"""
ONE = {"references.bib": BIB, "docs/index.md": "# A\n\nSo [@dore2019; @kew2023].\n"}
TWO = {**ONE, "docs/b.md": "# B\n\nSo [@kew2023].\n"}
LISTED = {**TWO, "docs/all.md": "# All\n\n::: references\n"}


def links(built: Any, selector: str, path: str) -> list[str]:
    return [str(node.attributes["href"]) for node in built.page(path).css(selector)]


def test_a_name_in_mkdocs_yml_is_enough(build_site: Any) -> None:
    """Strict, with MkDocs's own check of anchors, and nothing said."""
    built = build_site(ONE, None)
    assert (built.failed, built.log) == (False, [])
    assert built.texts(".citation") == ["[1, 2]"]
    assert len(built.texts("section.references li.csl-entry")) == 2


def test_options_of_the_extension_serve_the_plug_in(build_site: Any) -> None:
    """One mkdocs.yml for MkDocs and for a program that knows extensions only."""
    files = {**ONE, "other.bib": BIB.replace("A study", "Other")}
    options = {"bibliography": "other.bib", "style": "author-year"}
    built = build_site(files, markdown_extensions=[{"markdown_citations": options}])
    assert (built.failed, built.log) == (False, [])
    assert "Other" in built.texts("li.csl-entry")[0]
    assert built.texts(".citation") == ["(Dore and Kew 2019; Kew 2023)"]


@pytest.mark.parametrize("named", ["bibs", ["bibs/a.bib", "bibs/more"]], ids=["folder", "list"])
def test_bibliography_is_files_or_folders(build_site: Any, named: object) -> None:
    first, second = BIB.split("@article{kew")
    files = {
        "bibs/a.bib": first,
        "bibs/more/b.bib": f"@article{{kew{second}",
        "docs/index.md": ONE["docs/index.md"],
    }
    built = build_site(files, {"bibliography": named})
    assert (built.failed, built.log) == (False, [])
    assert len(built.texts("li.csl-entry")) == 2


def test_problems_fail_a_strict_build(build_site: Any) -> None:
    """With file, line and the nearest citekey; and what is unused is told, but stops nothing."""
    files = {**ONE, "docs/index.md": "# A\n\nSo [@dore2091].\n"}
    built = build_site(files)
    assert built.failed
    wrong, *unused = built.log
    assert wrong == (
        'WARNING: docs/index.md:3: citekey-unknown: no entry "dore2091" in references.bib. '
        'Did you mean "dore2019"?'
    )
    assert [line[:38] for line in unused] == [
        f"INFO: references.bib:{line}: entry-unused: " for line in (1, 4)
    ]


def test_codes_can_be_ignored(build_site: Any) -> None:
    files = {**ONE, "docs/index.md": "# A\n\nNone.\n"}
    built = build_site(files, {"ignore": ["entry-unused"]})
    assert (built.failed, built.log) == (False, [])


def test_missing_bibliography_is_a_problem(build_site: Any) -> None:
    built = build_site({"docs/index.md": "# A\n"}, {"bibliography": "no.bib"})
    assert built.failed
    assert [line.split(": ")[1:3] for line in built.log] == [["no.bib", "bibliography-missing"]]


def test_pages_that_cite_an_entry_are_named(build_site: Any) -> None:
    built = build_site(LISTED)
    assert (built.failed, built.log) == (False, [])
    cited = built.texts(".cited-by", "all/index.html")
    assert cited == ["Cited on: A", "Cited on: A, B"]
    assert links(built, ".cited-by a", "all/index.html")[-1] == "../b/#cite-kew2023-1"


def test_pages_that_cite_an_entry_can_be_left_out(build_site: Any) -> None:
    built = build_site(LISTED, {"cited_by": False})
    assert built.texts(".csl-entry-text", "all/index.html") != []
    assert built.texts(".cited-by", "all/index.html") == []
    assert "data-cited-by" not in (built.folder / "all/index.html").read_text("utf-8")


def test_page_of_all_entries_can_be_made(build_site: Any) -> None:
    built = build_site(TWO, {"references_page": "more/references.md"})
    assert (built.failed, built.log) == (False, [])
    page = "more/references/index.html"
    assert built.texts("h1", page) == ["References"]
    assert built.texts(".cited-by", page) == ["Cited on: A", "Cited on: A, B"]


def test_texts_can_be_changed(build_site: Any) -> None:
    """Also in the heading of the page that is made; an unknown one is told."""
    options = {"references_page": "all.md", "texts": {"references": "Quellen"}}
    built = build_site(ONE, options)
    assert (built.failed, built.log) == (False, [])
    assert built.texts("h1", "all/index.html") == ["Quellen"]
    assert built.texts("section.references h2") == ["Quellen"]
    assert build_site(ONE, {"language": "xx"}).failed


def test_page_of_that_name_stays(build_site: Any) -> None:
    files = {**ONE, "docs/references.md": "# Mine\n\n::: references year=2019\n"}
    built = build_site(files, {"references_page": "references.md"})
    assert built.texts("h1", "references/index.html") == ["Mine"]
    assert len(built.texts(".csl-entry", "references/index.html")) == 1


def test_without_lists_markers_lead_to_the_page_of_all_entries(build_site: Any) -> None:
    """Numbers still count on each page; the page with the list leads to itself."""
    files = {**LISTED, "docs/all.md": "# All\n\nSo [@dore2019].\n\n::: references\n"}
    built = build_site(files, {"page_bibliography": False})
    assert (built.failed, built.log) == (False, [])
    assert built.texts("section.references") == []
    there = ["all/#ref-dore2019", "all/#ref-kew2023"]
    assert links(built, ".citation a", "index.html") == there
    assert links(built, ".citation a", "b/index.html") == ["../all/#ref-kew2023"]
    assert links(built, ".citation a", "all/index.html") == ["#ref-dore2019"]


def test_without_any_list_somebody_is_told(build_site: Any) -> None:
    built = build_site(ONE, {"page_bibliography": False})
    assert built.failed
    assert built.log[0] == (
        "WARNING: docs/index.md: bibliography-not-shown: no page shows what this one cites: "
        "2 of its entries. Write ::: bibliography on it, or ::: references on another page."
    )


@pytest.mark.parametrize("always", [True, False])
def test_page_says_where_its_bibliography_stands(build_site: Any, always: bool) -> None:
    """The heading before it names it; a second line of the kind adds nothing."""
    page = "# A\n\nSo [@dore2019].\n\n## Sources\n\n::: bibliography\n\nEnd.\n\n::: bibliography\n"
    built = build_site({**ONE, "docs/index.md": page}, {"page_bibliography": always})
    assert [node.tag for node in built.page().css("main > *")] == ["h1", "p", "h2", "section", "p"]
    (section,) = built.page().css("section.references")
    assert section.attributes["aria-label"] == "Sources"
    assert section.css("h2") == []


def test_downloads_are_offered(build_site: Any) -> None:
    built = build_site(ONE, {"downloads": True})
    folder = built.folder / "downloads"
    assert {path.name for path in folder.iterdir()} == {one.file_name for one in export_formats()}
    assert {item["id"] for item in json.loads((folder / "references.json").read_text())}


def test_downloads_can_have_another_folder_or_none(build_site: Any) -> None:
    assert (build_site(ONE, {"downloads": "for/zotero"}).folder / "for/zotero").is_dir()
    assert list(build_site(ONE).folder.glob("**/references.bib")) == []


def test_pages_get_a_stylesheet_that_the_site_can_change(build_site: Any) -> None:
    """The first of all, or the site's own of that name, or none."""
    theme = "<main>{% for path in config.extra_css %}<link href={{ path }}>{% endfor %}</main>"
    files = {**ONE, "theme/main.html": theme, "docs/own.css": ""}
    built = build_site(files, extra_css=["own.css"])
    assert links(built, "link", "index.html") == ["assets/citations.css", "own.css"]
    assert ".csl-entry" in (built.folder / "assets/citations.css").read_text("utf-8")
    built = build_site(files, {"stylesheet": False})
    assert links(built, "link", "index.html") == []
    built = build_site({**files, "docs/assets/citations.css": "/* mine */"})
    assert (built.folder / "assets/citations.css").read_text("utf-8") == "/* mine */"


@pytest.mark.parametrize("wanted", [True, False])
def test_search_reads_no_markers_and_bibliographies(build_site: Any, wanted: bool) -> None:
    """Unless they are wanted in it; on the page they stand always."""
    plugins = ["search", {"citations": {"cache": False, "search": wanted}}]
    built = build_site(ONE, plugins=plugins)
    index = json.loads((built.folder / "search/search_index.json").read_text("utf-8"))
    text = next(doc["text"] for doc in index["docs"] if doc["location"] == "")
    assert ("A study" in text) is wanted
    assert ("So." in text) is not wanted
    assert built.texts("main > p") == ["So [1, 2]."]


def test_second_build_knows_nothing_of_the_first(build_site: Any) -> None:
    assert build_site({**ONE, "docs/index.md": "# A\n\nSo [@none].\n"}).failed
    assert build_site(LISTED).log == []


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "name of an option": (
        {"bibliografy": "a.bib"},
        'Unrecognised configuration name: bibliografy. Did you mean "bibliography"?',
    ),
    "kind of a bibliography": (
        {"bibliography": 3},
        "option 'bibliography': Expected a name or a list of names, but got 3.",
    ),
    "code": (
        {"ignore": ["entry-unsued"]},
        'option \'ignore\': No problem has the code "entry-unsued". Did you mean "entry-unused"?',
    ),
    "page": (
        {"references_page": "references"},
        "option 'references_page': Expected a Markdown file, such as \"references.md\": "
        '"references".',
    ),
    "folder": (
        {"downloads": 3},
        "option 'downloads': Expected a folder, true or false, but got 3.",
    ),
}


@pytest.mark.parametrize(("options", "message"), WRONG.values(), ids=WRONG)
def test_wrong_options_are_told(build_site: Any, options: dict[str, Any], message: str) -> None:
    """By MkDocs, before anything is built."""
    built = build_site(ONE, options)
    assert built.failed
    assert any(message in line for line in built.log), built.log
    assert not built.folder.exists()


def test_unknown_style_has_the_nearest_name(build_site: Any) -> None:
    built = build_site(ONE, {"style": "vancuover"})
    assert built.failed
    assert 'Did you mean "vancouver"?' in built.log[0]


def test_library_is_watched_once_it_is_there(tmp_path: Any) -> None:
    """The live preview rebuilds when a .bib file or a folder of them changes."""
    for name in ("docs/index.md", "a.bib", "bibs/b.bib"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    options = {"bibliography": ["a.bib", "bibs", "missing.bib"], "cache": False}
    settings = {"site_name": "S", "plugins": [{"citations": options}]}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    watched = {path.removeprefix(f"{tmp_path}/") for path in config.watch}
    assert watched == {"a.bib", "bibs", "bibs/b.bib"}


def test_every_option_is_documented() -> None:
    """In the README, in the order in which the plug-in has them."""
    text = (PACKAGE / "README.md").read_text("utf-8")
    table = text.split("\n## Options\n")[1].split("\n## ")[0]
    names = list(mkdocs_options.CitationsConfig())
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == names


def test_site_in_the_picture_builds(tmp_path: Path, build_folder: Any) -> None:
    folder = shutil.copytree(PACKAGE / "docs" / "picture", tmp_path / "picture")
    built = build_folder(folder)
    assert (built.failed, built.log) == (False, [])
    text = (folder / "docs" / "index.md").read_text("utf-8").partition("\n\n")[2]
    assert f"```md\n{text}```" in (PACKAGE / "README.md").read_text("utf-8")
