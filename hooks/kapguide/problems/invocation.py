"""How the command is called on a machine on which somebody has typed `make`, and no more."""

from __future__ import annotations

COMMAND = ".venv/bin/python -m kapguide"
