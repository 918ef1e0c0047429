"""The one clock: which day it is, for whatever is dated.

It is the day in UTC, everywhere and for everybody, so that two machines agree. Where
somebody's own day is another one, `markdown_citations.library.dates.is_future` gives
them a day's grace.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

from kapguide.project.config_file import CannotRun

VARIABLE = "SOURCE_DATE_EPOCH"
"""The environment's variable by which builds are reproduced (reproducible-builds.org)."""
END = 2**32
"""Compressed files, the site map's for one, have room for no later second."""


def current_day(environment: Mapping[str, str] = os.environ) -> date:
    """Return the day of SOURCE_DATE_EPOCH if it is set, else today.

    Raises CannotRun where it is set to anything but a number of seconds.
    """
    written = environment.get(VARIABLE)
    if written is None:
        return _today()
    short = written.isascii() and written.isdigit() and len(written) <= len(str(END))
    if not short or int(written) >= END:
        raise CannotRun(
            f"{VARIABLE} is {written[:40]!a}, which is no day from 1970 to 2105. Set it to "
            "the seconds since 1970 as a whole number, 1795305600 for November 22, 2026, or "
            f"unset it: unset {VARIABLE}"
        )
    return datetime.fromtimestamp(int(written), UTC).date()


def latest_day(environment: Mapping[str, str] = os.environ) -> date:
    """Return the last day of which nobody can say that it is yet to come.

    A site may be built as of a day before its pages were last checked, as a build that
    is repeated is: what was done since then is done. Raises CannotRun as `current_day`.
    """
    return max(current_day(environment), _today())


def _today() -> date:
    return datetime.now(UTC).date()
