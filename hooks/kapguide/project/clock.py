"""The one clock: which day it is, for whatever is dated."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime


def current_day(environment: Mapping[str, str] = os.environ) -> date:
    """Return today, or the day of SOURCE_DATE_EPOCH, by which builds are reproduced."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()
