"""Settings exchanged by whole blocks, as somebody with an editor would."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from kapguide.commands.starting.settings_blocks import drop_languages, exchange_blocks, split_blocks

OURS = """# The file's own words.
site_name: Ours
# Where it is.
site_url: https://ours.example/
theme:
  name: material
  # Calm.
  font: false

nav:
  - Home: index.md
"""


@pytest.mark.parametrize(
    ("others", "kept", "gone"),
    [
        pytest.param("site_name: Theirs\n", "# Where it is.", "Ours\n", id="one line"),
        pytest.param("# New.\nsite_url: x\n", "# New.\nsite_url: x", "Where", id="its comment"),
        pytest.param("nav:\n  - A: a.md\n", "  - A: a.md", "index.md", id="a list"),
        pytest.param("watch:\n  - words\n", "  font: false", "nothing of ours", id="a new one"),
    ],
)
def test_a_block_is_exchanged_with_its_comment(others: str, kept: str, gone: str) -> None:
    """All else stays, comments too."""
    text = exchange_blocks(OURS, others)
    assert kept in text
    assert gone not in text
    assert yaml.safe_load(text) == {**yaml.safe_load(OURS), **yaml.safe_load(others)}


NAMES = st.sampled_from(["site_name", "nav", "theme", "extra", "hooks"])
VALUES = st.one_of(st.integers(), st.lists(st.integers(), min_size=1), st.booleans())
TABLES = st.dictionaries(NAMES, VALUES)


@given(TABLES, TABLES)
def test_the_settings_are_those_of_both(ours: dict[str, object], theirs: dict[str, object]) -> None:
    """Where both say something, the second counts."""
    texts = [yaml.safe_dump(table, sort_keys=False) if table else "" for table in (ours, theirs)]
    assert (yaml.safe_load(exchange_blocks(*texts)) or {}) == {**ours, **theirs}


@given(st.text(alphabet="a:#- \n1", max_size=40))
def test_splitting_loses_nothing(text: str) -> None:
    """Whatever a file holds, each line is in some block, unless a key is there twice."""
    blocks = split_blocks(text)
    assert sum(map(len, blocks.values())) <= len(text)
    if len(blocks) == 1:
        assert blocks[""] == text


@pytest.mark.parametrize(
    "named",
    [
        "  languages: [es]\n",
        "  languages: [es, pt-BR]\n",
        "  # In each of these.\n  # They follow.\n  languages: [es,\n    pt-BR]\n",
        "  languages:\n    - es\n    # and soon\n    - pt-BR\n",
        "  languages:\n  - es\n  - pt-BR\n",
        "  languages: # all\n    - es\n",
        "",
    ],
    ids=["one", "two", "on two lines", "a list", "a list without indents", "a remark", "none"],
)
@pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "between", "last"])
def test_languages_go_however_they_are_written(named: str, place: int) -> None:
    """And their folders; all else stays to the byte."""
    others = ["  topic: ketamine\n", "  # Whose it is.\n  clinic:\n    name: A\n"]
    rest = (
        "site_name: A\ntheme:\n  languages: 1\nexclude_docs: |\n  _includes/\n  es-old/\nextra:\n"
    )
    given = rest.replace("  es-old/\n", "  es/\n  es-old/\n  pt-BR/\n") + "".join(
        [*others[:place], named, *others[place:]]
    )
    assert drop_languages(given, ["es", "pt-BR"]) == rest + "".join(others)
