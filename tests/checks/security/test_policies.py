"""The check of security policies: what is missing, too weak, or stops what is on the page."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest
from kapguide.checks.security.policy_missing import LONGEST_LINE
from markdown_citations.problems import Problem

SCRIPT = "document.documentElement.classList.add('js')"
STYLE = "p { color: #123 }"


def hashed(code: str, kind: str = "sha256") -> str:
    digest = base64.b64encode(hashlib.new(kind, code.encode()).digest()).decode()
    return f"'{kind}-{digest}'"


STRICT = (
    f"default-src 'none'; base-uri 'none'; img-src 'self' data:; "
    f"script-src 'self' {hashed(SCRIPT)}; style-src 'self' {hashed(STYLE)}"
)
REFERRER = '<meta name="referrer" content="no-referrer">'


def head(policy: str, *, referrer: str = REFERRER, rest: str = "") -> str:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"{meta}{referrer}{rest}<script>{SCRIPT}</script><style>{STYLE}</style>"


@pytest.fixture
def frame(guarded: Any) -> Any:
    """Give a page to put a policy into, beside one that has its own."""
    return guarded


@pytest.fixture
def foreign(frames: Any) -> Any:
    """Give a page of a site whose pages have no policy in them."""
    return frames()


def found(frame: Any) -> list[Problem]:
    """Give what the check says of the framed page; the other one is bare."""
    return [p for p in frame.problems() if p.path == "docs/plain.md" or "_headers" in p.path]


def codes(frame: Any) -> list[str]:
    return [problem.code for problem in found(frame)]


def test_strict_policy_and_what_it_names(frame: Any) -> None:
    """Hashes in the policy let exactly this script and this style be."""
    frame.head = head(STRICT)
    assert frame.problems() == ()


@pytest.mark.parametrize("kind", ["sha384", "sha512"])
def test_longer_hashes_count_too(frame: Any, kind: str) -> None:
    """W3C CSP 3 knows three sums."""
    frame.head = head(STRICT.replace(hashed(SCRIPT), hashed(SCRIPT, kind)))
    assert frame.problems() == ()


def test_script_that_the_policy_does_not_name(frame: Any) -> None:
    """A script changed after its hash was taken does not run, and is found."""
    frame.head = head(STRICT).replace("</script>", ";</script>")
    (problem,) = frame.problems()
    assert (problem.code, problem.severity) == ("inline-script", "error")
    assert "document.documentElement" in problem.message


def test_data_needs_no_hash(frame: Any) -> None:
    """JSON in a page is no script, neither for browsers nor for the policy."""
    frame.head = head(STRICT, rest='<script type="application/json">{"a": 1}</script>')
    assert frame.problems() == ()


def test_script_in_the_text_is_no_better_for_its_hash(frame: Any) -> None:
    """The build hashes what it finds; what an editor pasted is stopped all the same, once."""
    frame.head = head(STRICT)
    frame.body = f"<script>{SCRIPT}</script>"
    assert codes(frame) == ["inline-script"]


@pytest.mark.parametrize(
    ("policy", "why"),
    [
        (STRICT.replace("'self' 'sha", "'self' 'unsafe-inline' 'sha"), "'unsafe-inline'"),
        (STRICT.replace("script-src", "script-src 'unsafe-eval'"), "'unsafe-eval'"),
        (STRICT.replace("script-src", "script-src 'UNSAFE-EVAL'"), "'UNSAFE-EVAL'"),
        (STRICT.replace("style-src", "style-src 'unsafe-hashes'"), "'unsafe-hashes'"),
        (STRICT.replace("script-src", "script-src https:"), "https: under script-src"),
        (STRICT.replace("script-src", "script-src data:"), "data: under script-src"),
        (STRICT.replace("script-src", "script-src *"), "* under script-src"),
        (STRICT.replace("img-src", "img-src *"), "* under img-src"),
        (STRICT.replace("default-src 'none'; ", ""), "where objects may come from"),
        (STRICT.replace("base-uri 'none'; ", ""), "base-uri"),
        ("default-src *; base-uri 'none'", "* under default-src"),
        *(
            (STRICT.replace(f"{name} ", f"{name} {source} "), f"{source} under {name}")
            for name in ("script-src", "style-src", "default-src", "base-uri")
            for source in (
                *("https://*", "http://*:*", "*:443", "https://evil.example", "*.cdn.example"),
                *("cdn.example", "wss:", "'strict-dynamic'", "'wasm-unsafe-eval'"),
            )
        ),
        (f"{STRICT}; script-src-elem https://evil.example", "https://evil.example under script-s"),
        (f"{STRICT}; object-src plugins.example", "plugins.example under object-src"),
        (f"{STRICT}; worker-src blob:", "blob: under worker-src"),
        (f"{STRICT}; connect-src https://*", "https://* under connect-src"),
        (STRICT.replace("img-src", "img-src http://*:*"), "http://*:* under img-src"),
        (STRICT.replace("img-src", "img-src https:"), "https: under img-src"),
    ],
)
def test_weak_policy(frame: Any, policy: str, why: str) -> None:
    """What lets inline code or other hosts in again is an error, in the page and in `_headers`."""
    frame.head = head(policy)
    assert [p for p in found(frame) if p.code == "policy-weak" and why in p.message]
    frame.head = head(STRICT)
    headers = f"/*\n  Content-Security-Policy: {policy}\n  Referrer-Policy: no-referrer\n"
    frame.files = {**frame.files, "_headers": headers.encode()}
    weak = [p for p in found(frame) if p.code == "policy-weak" and why in p.message]
    assert {(p.path, p.severity) for p in weak} == {("site/_headers", "error")}


@pytest.mark.parametrize(
    "policy",
    [
        STRICT.replace("'self' 'sha", "'SELF' 'nonce-r4nd0m' 'report-sample' 'sha"),
        f"{STRICT}; object-src 'NONE'; worker-src 'self'; frame-ancestors 'none'",
        f"{STRICT}; connect-src https://forms.clinic.example; media-src blob:",
    ],
)
def test_policy_that_is_strict_enough(frame: Any, policy: str) -> None:
    """The site itself, hashes and nonces; what runs nothing may name other hosts one by one."""
    frame.head = head(policy)
    assert codes(frame) == []


def test_policy_that_comes_too_late(frame: Any) -> None:
    """Browsers hold to a policy from where it stands."""
    frame.head = f"<script>{SCRIPT}</script>{head(STRICT)}"
    (problem,) = frame.problems()
    assert problem.code == "policy-weak"
    assert "comes after a <script>" in problem.message


def test_policy_by_another_name(frame: Any) -> None:
    """Browsers compare the name as it stands, blanks and all."""
    frame.head = head(STRICT).replace('"Content-Security-Policy"', '" Content-Security-Policy "')
    assert "policy-missing" in codes(frame)


def test_policy_outside_of_the_head(frame: Any) -> None:
    """Browsers pass over it there."""
    frame.head = f"{REFERRER}<script>{SCRIPT}</script>"
    frame.after = f'<meta http-equiv="Content-Security-Policy" content="{STRICT}">'
    assert "policy-missing" in codes(frame)


def test_style_that_the_policy_does_not_name(frame: Any) -> None:
    """Neither a <style> nor a style="…": what an editor sees in the preview would be lost."""
    frame.head = head(STRICT).replace("#123", "#124")
    assert codes(frame) == ["policy-style"]
    frame.head = head(STRICT)
    frame.body = 'Bring <b style="color: red">somebody</b> with you.'
    (problem,) = found(frame)
    assert (problem.code, problem.severity, problem.line) == ("policy-style", "error", 12)
    assert 'style="color: red" of <b>' in problem.message


def test_style_on_a_line_of_its_own(frame: Any) -> None:
    """An attribute may stand behind any white space."""
    frame.head = head(STRICT)
    frame.after = '<p\nstyle="color: red">Bring somebody.</p>'
    assert codes(frame) == ["policy-style"]


def test_style_of_pasted_text(frame: Any) -> None:
    """It goes with what was pasted, of which another check tells."""
    frame.head = head(STRICT)
    pasted = "<p class=MsoNormal style='margin:0in'>Rest <b style='color: red'>well</b>.</p>"
    frame.body = pasted
    assert codes(frame) == ["pasted-html"]
    frame.body = f"{pasted}\n\n<p style='color: blue'>Rest.</p>"
    assert sorted(codes(frame)) == ["pasted-html", "policy-style"]


def test_style_without_a_policy(foreign: Any) -> None:
    """Other programs' sites are not held to a policy that they do not have."""
    foreign.body = 'Bring <b style="color: red">somebody</b> with you.'
    assert foreign.problems() == ()


@pytest.mark.parametrize("referrer", ["", '<meta name="referrer" content="unsafe-url">'])
def test_referrer_is_told(frame: Any, referrer: str) -> None:
    """A link elsewhere would say that its reader looked up ketamine."""
    frame.head = head(STRICT, referrer=referrer)
    (problem,) = frame.problems()
    assert (problem.code, problem.severity) == ("policy-referrer", "error")


def test_our_own_pages_may_be_told(frame: Any) -> None:
    """The References page marks the page that its reader came from."""
    frame.head = head(STRICT, referrer='<meta name="referrer" content="same-origin">')
    assert frame.problems() == ()


def test_theme_script_without_policy_warns_once(foreign: Any) -> None:
    """Without any policy the theme's own scripts are one warning for the site."""
    foreign.head = f"<script>{SCRIPT}</script>"
    (problem,) = foreign.problems()
    assert (problem.code, problem.severity) == ("policy-missing", "warning")


def _served(policy: str, more: str = "  Referrer-Policy: no-referrer\n") -> bytes:
    return f"/*\n  Content-Security-Policy: {policy}\n{more}/a.js\n  Cache-Control: x\n".encode()


def test_headers_alone_are_enough_for_a_site_that_has_no_other(foreign: Any) -> None:
    """A site may leave all to its host, where none of its pages has a policy."""
    foreign.head = f"<script>{SCRIPT}</script><style>{STYLE}</style>"
    foreign.files = {**foreign.files, "_headers": _served(STRICT)}
    assert foreign.problems() == ()
    foreign.other = '<meta http-equiv="refresh" content="0; url=../plain/">'
    assert not [p for p in foreign.problems() if p.code.startswith("policy")]


HOOKS = "hooks:\n  - hooks/begin_build.py\n  - hooks/finish_site.py # the policy\n"


@pytest.mark.parametrize("served", [True, False])
def test_page_left_out_among_others(frame: Any, served: bool) -> None:
    """Some hosts send no headers: where pages have their policy in them, each has."""
    frame.head = REFERRER
    if served:
        frame.files = {**frame.files, "_headers": _served(STRICT)}
    (problem,) = frame.problems()
    assert (problem.code, problem.path) == ("policy-missing", "docs/plain.md")
    assert problem.message == "the page has no security policy in its head"


def test_pages_left_out_though_the_build_gives_policies(foreign: Any) -> None:
    """Where the hook runs, `_headers` is its own work, and proves nothing of the pages."""
    foreign.files = {**foreign.files, "_headers": _served(STRICT)}
    foreign.config = HOOKS
    assert [(p.code, p.path) for p in foreign.problems()] == [
        ("policy-missing", "docs/plain.md"),
        ("policy-missing", "site/risks/index.html"),
    ]
    foreign.config = HOOKS.replace("- hooks/finish", "# - hooks/finish")
    assert foreign.problems() == ()


def test_words_about_a_policy_are_none(frame: Any) -> None:
    """The attribute counts."""
    words = "http-equiv=content-security-policy"
    frame.head = f'{REFERRER}<meta name="keywords" content="{words}">'
    assert codes(frame) == ["policy-missing"]


def test_headers_count_beside_the_page(frame: Any) -> None:
    """A browser runs only what both policies name."""
    frame.head = head(STRICT)
    frame.files = {**frame.files, "_headers": _served(STRICT.replace(hashed(SCRIPT), ""))}
    assert codes(frame) == ["inline-script"]


def test_headers_of_another_path_are_none(foreign: Any) -> None:
    """A policy for one folder leaves the others without."""
    foreign.head = f"<script>{SCRIPT}</script>"
    text = b"/*\n  Referrer-Policy: no-referrer\n/x/*\n  Content-Security-Policy: script-src 'self'"
    foreign.files = {**foreign.files, "_headers": text}
    assert [problem.code for problem in foreign.problems()] == ["policy-missing"]


def test_header_too_long_for_a_host(frame: Any) -> None:
    """Cloudflare Pages leaves out a line of more than 2,000 characters."""
    frame.head = head(STRICT)
    many = " ".join(hashed(str(number)) for number in range(40))
    longer = STRICT.replace("script-src", f"script-src {many}")
    frame.files = {**frame.files, "_headers": _served(longer)}
    (problem,) = found(frame)
    assert (problem.code, problem.path) == ("policy-missing", "site/_headers")
    assert str(LONGEST_LINE) in problem.message
