"""Texts that nobody meant: for each reader, what its format is made of, torn and put together.

`hostile(words, sample)` gives the texts of one format: crumbs of it, a sound sample with
crumbs put in and pieces taken out, runs of one crumb, and any text at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

LONGEST_RUN = 500
"""How often one crumb may stand in a row: for footnotes Python-Markdown itself is quadratic."""

SIGNS = (
    *("\n", "\r\n", "\r", "\t", " ", "\0", "\x1b", "\ufeff", "\u2028", "\u200b", "\u202e"),
    *("é", "Ω", "😀", "\\", "{", "}", "[", "]", "(", ")", "<", ">", '"', "'", "`", "&", "#"),
    *("@", "*", "_", "|", ":", ";", ",", ".", "!", "?", "%", "=", "-", "--", "0", "9999999999"),
)
"""What is special to some format."""


def hostile(words: Sequence[str], sample: str) -> SearchStrategy[str]:
    """Give texts in and around a format that is made of `words`."""
    crumb = st.sampled_from([*words, *SIGNS])
    crumbs = st.lists(crumb, max_size=40).map("".join)
    run = st.tuples(st.sampled_from([*words, *SIGNS]), st.integers(2, LONGEST_RUN)).map(
        lambda drawn: drawn[0] * drawn[1]
    )
    piece = st.one_of(crumbs, crumbs, run, st.text(max_size=30))
    change = st.tuples(st.integers(0, len(sample)), st.integers(0, 30), piece)
    changed = st.lists(change, min_size=1, max_size=4).map(lambda drawn: _change(sample, drawn))
    return st.one_of(changed, changed, crumbs, run, st.text(max_size=200))


def _change(sample: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """Put each text in at its place, for so many letters that stood there."""
    for at, dropped, put in changes:
        sample = sample[:at] + put + sample[at + dropped :]
    return sample


CITATIONS = hostile(
    (
        *("[@", "@", "@{", "[-@", "@trial", "[@trial]", "; @trial", "@trial [", ", p. ", "pp. 3-4"),
        *("see ", "]", "](", "[^1]", "[^1]: ", "`", "```\n", "    ", "- ", "> ", "| a |\n", "^["),
        *(
            "::: references\n",
            "# ",
            "<div>",
            "<b markdown>",
            "<!--",
            "{#a}",
            "**",
            "\\@",
            "a@b.org",
        ),
    ),
    "# A study\n\nIt helped [see @trial, pp. 3-4; -@other] some, as @trial [p. 5] says.\n\n"
    "- A list [@other].\n\n| a | b |\n| - | - |\n| [@trial] | x |\n\nA note.[^1]\n\n"
    "[^1]: See @{trial}.\n\n::: references\n",
)
"""Markdown with citations."""

BIBLIOGRAPHY = hostile(
    (
        *("@article{", "@string{", "@comment{", "@preamble{", "@misc(", "}", "a,", "title = {"),
        *("author = ", " and ", "year = 2020,", "# a", "crossref = {trial}", "jan", "date = {"),
        *("doi = {10.1000/", "2020-13-40", "pages = {1--", "\\'{e}", "{\\", "$^2$", "others", "–"),
    ),
    '@string{j = "A Journal"}\n@article{trial,\n  author = {Doe, Jo and Roe, Al},\n'
    "  title = {A {PTSD} trial},\n  journal = j # { of Trials},\n  year = {2019},\n"
    "  pages = {1--9},\n  doi = {10.1000/abc},\n}\n\n@misc{other, title = {Other}, "
    "date = {2020-05-06}, url = {https://a.example/}, crossref = {trial}}\n",
)
"""A .bib file."""

FRONT_MATTER = hostile(
    (
        *(
            "---\n",
            "...\n",
            "title: ",
            "figures:\n",
            "  x:\n",
            "    type: course\n",
            "- ",
            "? ",
            "|",
        ),
        *("&a ", "*a", "<<: *a\n", "!!bool ", "!!timestamp ", "!!int ", "!!set ", "!!binary "),
        *(
            "2026-02-30",
            "2026-01-01",
            "9999-12-31",
            "0001-01-01",
            "review:\n",
            "allow: [",
            "{a: b}",
        ),
        *("0x_", "1e999", ".inf", "~", "null", "yes", "1:60:60", "review_every: 36\n", ">-\n"),
    ),
    "---\ntitle: A page\ndescription: What it says.\ntype: treatment\nsources_checked: 2026-11-01\n"
    "review:\n  reviewer: A. Doe\n  credentials: MD\n  date: 2026-11-01\nreview_every: 12\n"
    "index_terms: [one, two]\nallow:\n  - code: promise\n    reason: a quotation\nfigures:\n  x:\n"
    "    type: course\n    title: A course\n    caption: From start to end.\n    phases:\n"
    "      - {label: One, length: 1 hour}\n      - {label: Two, length: 2 days}\n---\n\n"
    "# A page\n\n::: figure x\n",
)
"""A page with settings at its top."""

SETTINGS = hostile(
    (
        *("site_name: ", "site_url: ", "docs_dir: ", "nav:\n", "  - a.md\n", "theme: ", "extra:\n"),
        *("  clinic: ", "markdown_extensions: ", "INHERIT: ", "!ENV ", "!relative ", "!!python/x "),
        *("&a ", "*a", "[", "{", "2026-02-30", "http://[::1", "../", "/", "mkdocs.yml", "0x_", "~"),
        *("  topic: ", "  language: ", "- kapguide.citations: ", "{bibliography: ", "5", "true"),
    ),
    "site_name: A guide\nsite_url: https://a.example/guide/\ndocs_dir: docs\n"
    "theme: {name: material, language: en, custom_dir: looks}\nnav:\n  - Home: index.md\n"
    "  - Risks:\n      - risks.md\nnot_in_nav: |\n  /drafts/\nvalidation: {nav: {absolute_links: "
    "relative_to_docs}}\nmarkdown_extensions:\n  - abbr\n  - kapguide.citations: {bibliography: "
    "[a.bib]}\nextra:\n  topic: ketamine\n  clinic: {name: A clinic, prices: '$1'}\n",
)
"""mkdocs.yml."""

OWN_WORDS = hostile(
    (
        *("[", "]\n", "[[", "]]\n", "= ", '"', "'''", "[dates]\n", "[pieces]\n", "[topic]\n"),
        *("day = ", "months = ", "spoken_of = ", "pattern = ", "{day}", "{study}", "{", "{{"),
        *("\\b", "(?", "[1, 2]", "{ a = 1 }", "true", "2026-01-01", "one = ", "count.other = "),
    ),
    '[dates]\nday = "{day} {month} {year}"\nmonths = ["a", "b"]\n[numbers]\ndecimal = ","\n'
    "[pieces]\nstudy = ['trials?', 'stud(?:y|ies)']\n[topic]\nspoken_of = '\\b(?:TMS)\\b'\n"
    "notices_beside_words = [{ name = 'crisis', about = 'x', pattern = '{study}' }]\n"
    "[handouts]\nsize = { one = '{count} page', other = '{count} pages' }\n",
)
"""A site's own words/en.toml."""

BUILT = hostile(
    (
        *(
            "<main>",
            "</main>",
            "<article>",
            "</article>",
            "<div>",
            "<p>",
            "<b>",
            "<a href='",
            "<svg>",
        ),
        *(
            "<script>",
            "</script>",
            "<style>",
            "<!--",
            "-->",
            "<template>",
            "<table>",
            "<td>",
            "<li>",
        ),
        *("<script type='application/ld+json'>", "{", "[", '"@type": ', '"@graph": [', "1e999"),
        *(
            "style='",
            "hidden ",
            "class='citation' ",
            "data-notice='crisis' ",
            "<nav>",
            "<iframe src=",
        ),
        *(
            "<meta http-equiv='",
            "Content-Security-Policy' ",
            "content='",
            "sha256-abc'",
            "refresh'",
        ),
        *(
            "http://[",
            "javascript:",
            "&#0;",
            "&#xD800;",
            "<h1>",
            "<h6>",
            "<img srcset='a 1x,",
            "<time",
        ),
        *("<progress>", "<plaintext>", "<textarea>", "<base href=", "srcdoc='", "%", "%ff", "#"),
    ),
    '<!doctype html><html lang="en"><head><title>A page - A guide</title>'
    '<meta name="description" content="What it says."><meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; script-src 'self' 'sha256-abc='\"><style>p {color: #123}</style>"
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": '
    '"MedicalWebPage", "name": "A page", "citation": [{"@id": "#ref-a", "name": "A"}]}</script>'
    '</head><body><nav><a href="../">Home</a></nav><main><article><h1 id="a">A page</h1>'
    '<p>It helped 3 of 10 people <span class="citation" data-cites="trial"><a href="#ref-trial">1'
    '</a></span>.</p><img src="a.png" alt="A room"><table><tr><th>a</th></tr></table><ul>'
    '<li>One</li></ul><div class="notice" data-notice="crisis"><a href="tel:911">911</a></div>'
    '<p class="review">Checked on <time datetime="2026-11-01" data-review="checked">then</time></p>'
    '<ol class="csl-bib-body"><li class="csl-entry" id="ref-trial">Doe J. 2019.</li></ol></article>'
    "</main></body></html>",
)
"""A built page."""

HEADERS = hostile(
    (
        "/*\n",
        "  ",
        "Content-Security-Policy: ",
        "Referrer-Policy: ",
        "script-src ",
        "'sha256-",
        ";",
    ),
    "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'\n  Referrer-Policy: no\n",
)
"""The file of headers of a host."""

STYLESHEET = hostile(
    (
        *(
            ".notice",
            "[data-notice]",
            "*",
            ">",
            "~",
            ":is(",
            ":not(",
            "::before",
            "{",
            "}",
            "display:",
        ),
        *(
            "none",
            "opacity:",
            "calc(",
            "var(--a)",
            "--a:",
            "@media print",
            "@import url(",
            "@layer a",
        ),
        *(
            "#fff",
            "rgb(0 0 0 / 0)",
            "clip-path:",
            "transform:",
            "/*",
            "*/",
            "!important",
            "&",
            "\\9 ",
        ),
    ),
    ".notice { --ground: #fff; color: #123; background: var(--ground); }\n"
    "@media print { .notice:not(.x) > p { opacity: 0.5; transform: scale(1) } }\n",
)
"""A stylesheet."""
