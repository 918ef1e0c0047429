"""What a policy lets pass, when it is malformed."""

from __future__ import annotations

import pytest
from kapguide.security.judging import allows_code, find_weaknesses

STRICT = "default-src 'none'; base-uri 'none'; script-src 'self' {}; style-src 'self'"
MALFORMED = ("sha256-abcde", "sha256-====", "sha256-é", "sha512-YQ==", "sha256-=", "sha384-a-_+/")


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_hash_names_nothing(name: str) -> None:
    """A hash of another length, or of no bytes at all, lets nothing pass and is said to be weak."""
    policy = STRICT.format(f"'{name}'")
    assert not allows_code(policy, "1", "script-src-elem")
    assert find_weaknesses(policy) == (f"has '{name}' under script-src",)


@pytest.mark.parametrize(
    ("policy", "allowed"),
    [
        ("img-src 'self'", True),
        ("script-src 'self'", False),
        ("script-src 'Unsafe-Inline'", True),
        ("default-src 'unsafe-inline'", True),
        # Browsers let pass no other code where one is named.
        ("script-src 'unsafe-inline' 'sha256-YQ=='", False),
    ],
)
def test_code_that_no_hash_names(policy: str, allowed: bool) -> None:
    """It passes where nothing is said of scripts, or all inline code is allowed."""
    assert allows_code(policy, "1", "script-src-elem") == allowed
