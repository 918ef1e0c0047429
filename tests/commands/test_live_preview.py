"""`kapguide serve`: what is wrong in mkdocs.yml is told before anything starts."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from kapguide.commands import main


def test_settings_that_cannot_be_read(tmp_path: Path) -> None:
    """In plain words, with file, line and the mend."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Rest: a clinic\n", "utf-8")
    result = CliRunner().invoke(main, ["serve", "--project", str(tmp_path)])
    assert result.exit_code == 2
    assert result.output == (
        'Error: mkdocs.yml:1: the value of "site_name" cannot be read as it stands, for it has a '
        'colon. Put the whole value in straight quotes: site_name: "Rest: a clinic"\n'
    )
