"""Scripts of a template may stand on a page; those of nobody may not, whatever a policy names."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

import pytest

SCRIPT = "document.documentElement.classList.add('js')"
STYLE = "p { color: #123 }"


def _hashed(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


STRICT = (
    f"default-src 'none'; base-uri 'none'; img-src 'self' data:; "
    f"script-src 'self' {_hashed(SCRIPT)}; style-src 'self' {_hashed(STYLE)}"
)


def _head(policy: str) -> str:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    referrer = '<meta name="referrer" content="no-referrer">'
    return f"{meta}{referrer}<script>{SCRIPT}</script><style>{STYLE}</style>"


TEMPLATES = (
    f"<head><script>{SCRIPT}</script><style>{STYLE}</style></head>",
    '{% if a %}<script type=module>go("{{ base_url }}"{% if b %},1{% endif %})</script>{% endif %}',
)


@pytest.fixture
def themed(guarded: Any) -> Any:
    """Give a page whose templates are known, with the policy that the build gives it."""
    guarded.page_templates, guarded.head = TEMPLATES, _head(STRICT)
    return guarded


@pytest.mark.parametrize(
    "code",
    [SCRIPT, 'go("..")', 'go("https://guide.example/x?a=b&c",1)', 'go("/",1)'],
    ids=["as it stands", "a value filled in", "an address", "a piece that may be there"],
)
def test_script_of_a_template(themed: Any, code: str) -> None:
    """What a template holds, with what it fills in, is ours."""
    policy = STRICT.replace("script-src", f"script-src {_hashed(code)}")
    themed.head = _head(policy) + f"<script>{code}</script>"
    assert themed.problems() == ()


@pytest.mark.parametrize(
    "script",
    [
        "<script>evil()</script>",
        f"<script>{SCRIPT};evil()</script>",
        '<script>go("");evil("")</script>',
        '<script>go("\\x22")</script>',
        "<svg><script src=a.js>evil()</script></svg>",
        "<template><script>evil()</script></template>",
        "<template><template><script>evil()</script></template></template>",
        "<noscript></noscript><script type=module>evil()</script>",
    ],
)
@pytest.mark.parametrize("place", ["head", "after", "behind the article"])
def test_script_of_no_template(themed: Any, script: str, place: str) -> None:
    """Wherever it stands, and even where a policy names it."""
    html = {
        "head": lambda: themed.html.replace("</head>", f"{script}</head>"),
        "after": lambda: themed.html.replace("</footer>", f"{script}</footer>"),
        "behind the article": lambda: themed.html.replace(
            "<article>", f"<article></article>{script}<article>"
        ),
    }[place]()
    for code in re.findall(r"<script[^>]*>(.*?)</script>", script):
        html = html.replace("script-src ", f"script-src {_hashed(code)} ")
    assert themed.found("inline-script", html)


def test_style_of_no_template(themed: Any) -> None:
    """Even where a policy names it: a theme has its styles in files."""
    code = "body{display:none}"
    themed.head = _head(STRICT.replace("style-src", f"style-src {_hashed(code)}"))
    html = themed.html.replace("</footer>", f"<style>{code}</style></footer>")
    (problem,) = themed.found("policy-style", html)
    assert problem.message == f'a style that no template has: "{code}"'


@pytest.mark.parametrize("tag", ["body onload", "svg onload", "input autofocus onfocus"])
def test_event_handler_anywhere(themed: Any, tag: str) -> None:
    """Around the text too: it may have come by a title or another setting."""
    html = themed.html.replace("</footer>", f"<{tag}='evil()'></footer>")
    html = html.replace("<body>", f"<{tag}='evil()'>") if tag.startswith("body") else html
    assert themed.found("inline-script", html)


def test_script_from_a_setting_is_named_with_its_line(themed: Any) -> None:
    """An editor of mkdocs.yml learns where it stands; once, though it is on every page."""
    themed.config = 'site_name: x\ncopyright: "<script>evil()</script>"\n'
    script = "<script>evil()</script>"
    themed.other = themed.other.replace("</main>", f"</main>{script}")
    html = themed.html.replace("</footer>", f"{script}</footer>")
    (problem,) = themed.found("inline-script", html)
    assert (problem.path, problem.line) == ("mkdocs.yml", 2)


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ('count("G-1234")', ("mkdocs.yml", 5, "The theme makes it of extra.analytics.property")),
        ('count("G-9")', (None, None, "Take it out")),
    ],
)
def test_script_that_a_theme_makes_of_a_setting(
    themed: Any, code: str, place: tuple[str | None, int | None, str]
) -> None:
    """Its line is told: no file of the project has the script."""
    themed.config = (
        "site_name: G\nextra:\n  analytics:\n    provider: google\n    property: G-1234\n"
    )
    themed.head += f"<script>{code}</script>"
    path, line, hint = place
    (problem,) = themed.found("inline-script")
    assert problem.hint.startswith(hint)
    assert (problem.path == path, problem.line) == (path is not None, line)
