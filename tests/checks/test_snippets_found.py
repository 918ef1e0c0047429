"""Snippets in which each check finds something."""

from __future__ import annotations

from typing import Any

import pytest

TRIAL = "In a trial of 41 people, "

FOUND: dict[str, list[str]] = {
    "citation-left": [
        "It helped some [@trial",
        r"As \@trial found, it helped some.",
        "It helped some [ @trial ].",
        "It helped some [-@trial .",
        "As @trial found, it helped some.",
        "As ref:dore2019 found, it helped some.",
        "It helped some <cite>dore2019</cite>.",
        "![A quiet room @trial](assets/room.jpg)",
        '<p title="@trial">It helped some.</p>',
    ],
    "number-single-source": [
        "Call 911 at once.",
        "Leave the building. 911 will help.",
        "Text 988, day or night.",
        "- 988",
        "Veterans press 3.",
        "Veterans press **3**.",
        "Call 1-800-273-8255.",
        "Call 1-800-273-TALK.",
        "## Call 988",
    ],
    "promise": [
        "Ketamine cures depression.",
        "It is a cure for many.",
        "We guarantee relief.",
        "A breakthrough in care.",
        "It works like a miracle.",
        "It has been proven safe.",
        "It has no side effects.",
        "It is 100% safe.",
        "Nobody ever gets addicted to it.",
        "Everyone gets better.",
        "All of our patients improve.",
        "It never fails.",
        "You will feel better.",
        "It works for everybody.",
        "We are the best clinic in town.",
        "Ketamine is harmless.",
        "Treatment without any risk.",
        "The effect is revolutionary.",
        "A transformative experience.",
        "It will heal your trauma.",
        "It is 100% safe.",
        "## A miracle for the mind",
    ],
    "stigma": [
        "The clinic treats addicts.",
        "Many alcoholics drink again.",
        "He has a history of substance abuse.",
        "She suffers from depression.",
        "They are victims of trauma.",
        "The mentally ill need care.",
        "PTSD sufferers may try it.",
    ],
    "suicide-words": [
        "He committed suicide.",
        "After a failed suicide attempt, she came.",
        "There was a completed suicide.",
        "One successful suicide was reported.",
        "He succeeded in killing himself.",
    ],
    "percent-without-counts": [f"{TRIAL}24% felt sick [@trial]."],
    "mixed-denominators": [f"{TRIAL}1 in 5 felt sick, and 30 in 100 dizzy [@trial]."],
    "relative-only": [
        "It was twice as likely to help [@trial].",
        "Relapse was half as common [@trial].",
        "The risk fell by 30% [@trial].",
        "Cravings dropped threefold [@trial].",
        "Rates doubled [@trial].",
        "It was 30% less frequent [@trial].",
    ],
    "design-unnamed": [
        "About 47 in 100 felt better [@trial].",
        "In a trial, 47 in 100 felt better [@trial].",
        "Among 41 people, 47 in 100 felt better [@trial].",
        "It counted, as they say [@trial]:\n\n- nausea in 24 in 100\n- headache in 10 in 100",
        f"{TRIAL}47 in 100 felt better [@trial].\n\n## Later\n\nThen 12 in 100 did [@trial].",
        "A report had 235 people [@dore2019].\n\nIt is a clinic's own.\n\n"
        "With a trial, 47 in 100 felt better [@trial].",
    ],
    "json-ld": ['<script type="application/LD+JSON">{"@type": "Thing"</script>'],
    "safety-hidden": [
        "<details><summary>More</summary>The risks are few.</details>",
        '<div class="tabbed-set"><p>Tell them about allergies.</p></div>',
        '<span title="Call 911 if breathing slows down">Note</span>',
        "<details open><summary>Side effects</summary>Nausea.</details>",
    ],
    "headings": [
        "# A second first",
        "### Skipped one",
        "## Twice\n\nA.\n\n## Twice\n\nB.",
        "<h2></h2>",
    ],
    "link-text": [
        "[here](risks.md)",
        "[Click here](risks.md).",
        "[read more](risks.md)",
        "[this page](risks.md)",
        "[https://example.org/](https://example.org/)",
        "[](risks.md)",
        "[![](assets/room.jpg)](risks.md)",
    ],
    "new-tab": ['<a href="https://example.org/" target="_blank">the register</a>'],
    "alt-text": [
        "![](assets/room.jpg)",
        "![room.jpg](assets/room.jpg)",
        "![image](assets/room.jpg)",
        '<img src="assets/room.jpg">',
        '<svg role="img"><path d="M0 0"/></svg>',
    ],
    "table-headers": [
        "<table><tr><td>a</td></tr></table>",
        "|  | b |\n| --- | --- |\n| 1 | 2 |\n\n| a |  |\n| --- | --- |\n| 1 | 2 |",
    ],
    "table-columns": ["| a | b | c | d |\n| --- | --- | --- | --- |\n| 1 | 2 | 3 | 4 |"],
    "markup-left": [
        "See [the risks] (risks.md).",
        "See [the risks][nowhere].",
        "A note.[^1]",
        "Some **bold text.",
        "<<<<<<< HEAD\nOne.",
        "Rest well.\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other",
        "Text.\n::: notice under-18s and more",
        "Ask us.\n:::",
        ":::",
        "::: note\n\nAsk us.",
        "Please ** ask us first ** now.",
        "An {: .odd } list.",
        "Fish &amp;amp; chips.",
        "{{ clinic.name }} is here.",
        "TODO: say more.",
        "An &lt;b&gt;odd&lt;/b&gt; tag.",
    ],
    "page-encoding": [
        "It isnâ€™t so.",
        "The cafÃ© is closed.",
        "At 5Â°C.",
        "It isn\x92t so.",
        "voilÃ  tout",
    ],
    "gap-left": [
        "[INSERT PHONE NUMBER HERE]",
        "[Image: a quiet room]",
        "It helped [ref].",
        "Call [your phone number].",
    ],
    "pasted-html": [
        '<span style="font-family:Calibri">A.</span>',
        '<b style="font-weight:normal" id="docs-internal-guid-1">A.</b>',
        '<span class="Apple-converted-space">A.</span>',
        "<!-- wp:paragraph -->\nA.\n<!-- /wp:paragraph -->",
        '[gallery ids="1,2"]',
        "[vc_row]A.[/vc_row]",
        '<p align="center">A.</p>',
        '<table border="1"><tr><th>A</th></tr></table>',
        "A.\n\n<p><br></p>",
        '<p class="MsoNormal">A.</p>',
        '<span style="mso-bidi-font-size:10pt">A.</span>',
        "<p>A.<o:p></o:p></p>",
        '<font color="red">A.</font>',
    ],
    "third-party": [
        "![A room](https://example.org/room.jpg)",
        "![A room](//example.org/room.jpg)",
        '<iframe src="https://video.example/1" title="A film"></iframe>',
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="https://fonts.example/css">',
        '<link rel="preconnect" href="https://fonts.example">',
        '<style>@import "https://fonts.example/css";</style>',
        '<p style="background: Url(https://fonts.example/a.png)">A.</p>',
        "<style>p { background: url(https://img.example/a.png) }</style>",
        "<p style=\"background: url('//img.example/a.png')\">A.</p>",
        '<img srcset="https://img.example/a.png 2x" src="assets/room.jpg" alt="A room">',
        '<video poster="https://img.example/a.png" title="A film"></video>',
        '<form action="https://form.example/"></form>',
        '<a href="risks.md" ping="https://track.example/">What the risks are</a>',
    ],
    "inline-script": [
        "<script>track()</script>",
        '<p onclick="track()">A.</p>',
        '<img src="assets/room.jpg" alt="A room" onerror="x()">',
        "<script type=module>track()</script>",
    ],
    "page-language": ['<p lang="">Rest.</p>'],
    "unsafe-url": [
        '<iframe srcdoc="Rest."></iframe>',
        '<a href="javascript:void(0)">Go back to the list</a>',
        '<a href=" JavaScript:void(0)">Go back to the list</a>',
        '<a href="java\tscript:void(0)">Go back to the list</a>',
        '<a href="&#106;avascript:void(0)">Go back to the list</a>',
        '<a href="data:text/html,hello">A small page</a>',
        '<iframe src="data:text/html,hello" title="A page"></iframe>',
    ],
    "link-broken": [
        "[the risks](riks.md)",
        "![A room](assets/roam.jpg)",
        "[the form](assets/form.pdf)",
        "[the start](/elsewhere/)",
        "[above all](../../x/)",
        "[our page](https://kap-guide.example/gone/)",
    ],
    "anchor-broken": ["[the end](#end)", "[serious risks](risks.md#serius)"],
    "notice-missing": [
        "Ketamine was given to children.",
        "Two adolescents had esketamine.",
        "KAP is rarely used under 18.",
        f"{TRIAL}ketamine eased depression in 12 of 41 [@trial].",
    ],
}

ROWS = [
    pytest.param(code, snippet, id=f"{code}: {snippet[:40]!r}")
    for code, snippets in FOUND.items()
    for snippet in snippets
]


@pytest.mark.parametrize(("code", "snippet"), ROWS)
def test_found(codes: Any, code: str, snippet: str) -> None:
    """The check finds it."""
    assert code in codes(snippet)
