"""The live preview after edits is that of a fresh start, byte for byte.

MkDocs's own `serve` runs, but for its wait for changes: the edits are made one after
the other, and each is built by the function that `serve` would call.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.serve import serve
from mkdocs.livereload import LiveReloadServer

ROOT = Path(__file__).resolve().parent.parent.parent
Edit = Callable[[Path], None]
Site = dict[str, bytes]


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the small clinic's site, with all that it is made of."""
    folder = tmp_path / "clinic"
    shutil.copytree(ROOT / "tests" / "sites" / "clinic", folder)
    shutil.copytree(ROOT / "docs" / "_includes", folder / "docs" / "_includes")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../../", f"{ROOT}/"), "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def preview(clinic: Path, monkeypatch: pytest.MonkeyPatch, log: Any) -> Callable[..., list[Site]]:
    """Serve the site, make edits, give what is served after the first build and after each."""

    def run(*edits: Edit) -> list[Site]:
        sites: list[Site] = []

        def edit_and_build(self: LiveReloadServer, **options: object) -> None:
            sites.append(_read(Path(self.root)))
            for edit in edits:
                edit(clinic)
                try:
                    self.builder()
                except (Exception, SystemExit):
                    continue  # the server goes on as well, and shows what was there
                sites.append(_read(Path(self.root)))

        monkeypatch.setattr(LiveReloadServer, "serve", edit_and_build)
        monkeypatch.setattr(LiveReloadServer, "shutdown", lambda self: self.server_close())
        serve(str(clinic / "mkdocs.yml"))
        _ = log.lines  # problems on the way are meant
        return sites

    return run


def _read(folder: Path) -> Site:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _differences(one: Site, other: Site) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _write(name: str, text: str) -> Edit:
    def edit(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return edit


def _replace(name: str, old: str, new: str) -> Edit:
    def edit(folder: Path) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return edit


def _remove(name: str) -> Edit:
    return lambda folder: (folder / name).unlink()


def _settings(text: str) -> Callable[[Path], tuple[Edit, Edit]]:
    """Give the edit that breaks mkdocs.yml, and the one that mends it again."""

    def both(clinic: Path) -> tuple[Edit, Edit]:
        sound = (clinic / "mkdocs.yml").read_text("utf-8")
        return _write("mkdocs.yml", sound + text), _write("mkdocs.yml", sound)

    return both


BROKEN = {
    "YAML that cannot be read": "\nextra: [",
    "an unknown setting": "\nsite_nam: A\n",
    "a setting of the wrong type": "\nplugins: 5\n",
    "a value and a name that are wrong": "\nsite_nam: A\nuse_directory_urls: perhaps\n",
    "an address that is none": '\nsite_url: "http://[::1"\n',
    "a plug-in that is not there": "\nplugins: [nowhere]\n",
    "a bibliography that is none": "\nmarkdown_extensions:\n  - kapguide.citations: "
    "{bibliography: 5}\n",
    "another language": "\ntheme: {name: material, language: de}\n",
    "no hooks": "\nhooks: []\n",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_settings_that_were_mended(
    clinic: Path, preview: Callable[..., list[Site]], text: str
) -> None:
    """Nothing of the broken settings is left: no problem of then, and no state."""
    fresh = preview()[0]
    again = preview(*_settings(text)(clinic))[-1]
    assert _differences(again, fresh) == []


INDEX, BIB = "docs/index.md", "references.bib"
NEW = "---\ntitle: New\ndescription: A new page.\ntype: reference\n---\n\n# New\n\nA study [@{}].\n"
EDITS: tuple[tuple[Edit, Edit], ...] = (
    (_replace(INDEX, "# ", "# It is a cure: "), _replace(INDEX, "# It is a cure: ", "# ")),
    (_write("docs/new.md", NEW.format("nobody2020")), _remove("docs/new.md")),
    (_write("docs/_includes/new.md", "Ask.\n"), _remove("docs/_includes/new.md")),
    (_replace(BIB, "title", "titel"), _replace(BIB, "titel", "title")),
    (_replace(BIB, "@article{", "@artikel{"), _replace(BIB, "@artikel{", "@article{")),
    (_write("docs/old.html", "<main>Old</main>"), _remove("docs/old.html")),
    (_replace("docs/risks.md", "---\n", "---\na: [[\n"), _replace("docs/risks.md", "a: [[\n", "")),
    (_write("docs/assets/new.css", "p { color: #123 }"), _remove("docs/assets/new.css")),
    (
        _replace("docs/_includes/crisis.md", "988", "989"),
        _replace("docs/_includes/crisis.md", "989", "988"),
    ),
    (
        _replace("mkdocs.yml", "Small clinic", "Large clinic"),
        _replace("mkdocs.yml", "Large clinic", "Small clinic"),
    ),
    (
        _replace("mkdocs.yml", "references.bib}", "docs}"),
        _replace("mkdocs.yml", "docs}", "references.bib}"),
    ),
    (
        _replace("mkdocs.yml", "attr_list, ", ""),
        _replace("mkdocs.yml", "[md_in_html", "[attr_list, md_in_html"),
    ),
    (_write("docs/broken.md", "---\n" * 3 + "[" * 300), _remove("docs/broken.md")),
    (_write("docs/_problems/index.md", "# Mine\n"), _remove("docs/_problems/index.md")),
    (_write("docs/deep/new.md", NEW.format("x")), _remove("docs/deep/new.md")),
)
"""Each edit with the one that takes it back."""


def test_preview_after_thirty_edits(clinic: Path, preview: Callable[..., list[Site]]) -> None:
    """Each edit shows what a fresh start would show; when all are taken back nothing is left."""
    edits = [*(edit for edit, _ in EDITS), *(back for _, back in reversed(EDITS))]
    assert len(edits) >= 30
    first = preview()[0]
    sites = preview(*edits)
    assert len(sites) == len(edits) + 1, "each edit is built"
    assert _differences(sites[-1], first) == []
    for edit in edits[: len(EDITS)]:
        edit(clinic)
    assert _differences(sites[len(EDITS)], preview()[0]) == []
