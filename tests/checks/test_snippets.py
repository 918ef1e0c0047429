"""Tables of snippets for each check: what it finds, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import pytest

TRIAL = "In a trial of 41 people, "

FOUND: dict[str, list[str]] = {
    "citation-left": [
        "It helped some [@trial",
        "It helped some [ @trial ].",
        "It helped some [-@trial .",
        "As @trial found, it helped some.",
        "![A quiet room @trial](assets/room.jpg)",
        '<p title="@trial">It helped some.</p>',
    ],
    "number-single-source": [
        "Call 911 at once.",
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
    "pasted-html": [
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
    "unsafe-url": [
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

LEFT_ALONE: dict[str, list[str]] = {
    "citation-left": [
        "It helped some [@trial].",
        "Write to help@trial.example.",
        "Follow @somebody.",
    ],
    "number-single-source": [
        "A study of 988 people.",
        "See [where to get help](get-help-now.md).",
        "It has 9,911 words.",
        "Press 2 for Spanish.",
    ],
    "promise": [
        "Ketamine is not a cure.",
        "Is it a cure?",
        "No study shows that it cures anything.",
        "Be wary of a clinic that promises a cure.",
        'They may call it a "miracle".',
        "> It is a miracle.",
        "The FDA gave it a breakthrough therapy designation.",
        "## Red flags\n\n- A guarantee that you get well.",
        "It is safe enough for some people.",
        "A secure room.",
    ],
    "stigma": [
        "Have no alcoholic drinks.",
        "People with a substance use disorder.",
        "Alcoholics Anonymous is free.",
        "Substance Abuse and Mental Health Services Administration.",
        "Ketamine can be addictive, some say.",
        'He was called an "addict".',
    ],
    "suicide-words": ["He died by suicide.", "A suicide attempt.", "Thoughts of suicide."],
    "percent-without-counts": [
        f"{TRIAL}24% felt sick, or 10 of 41 [@trial].",
        "Your plan may pay 80% of it.",
        "You need not be 100% sure.",
    ],
    "mixed-denominators": [f"{TRIAL}20 in 100 felt sick, and 30 in 100 dizzy [@trial]."],
    "relative-only": [
        f"{TRIAL}relapse was half as common: 10 in 100, not 20 in 100 [@trial].",
        "It takes twice as long.",
        "Half the price is due now.",
        "You may feel twice as tired? Rest.",
    ],
    "design-unnamed": [
        f"{TRIAL}47 in 100 felt better [@trial].",
        "The trial had 41 people.\n\nAbout 47 in 100 felt better [@trial].",
        f"{TRIAL}47 in 100 felt better [@trial]. Then it was 12 in 100 [@trial].",
        f"{TRIAL}47 in 100 felt better [@trial].\n\nThey slept well.\n\nThey ate well.\n\n"
        "After a week it was 12 in 100 [@trial].",
        "The trial had 41 people [@trial].\n\nThey slept well.\n\nThey ate well.\n\n"
        "About 47 in 100 felt better [@trial].",
        f"{TRIAL}it was as follows [@trial]:\n\n- nausea in 24 in 100\n- headache in 10 in 100",
        "About 47 in 100 may sell it, says the label [@label].",
    ],
    "safety-hidden": [
        "The risks are few.",
        "<details><summary>Words</summary>Integration is a talk.</details>",
        '<abbr title="a safety program">REMS</abbr>',
    ],
    "headings": ["## One\n\n### Two\n\n## Three\n\n### Two"],
    "link-text": [
        "[what the risks are](risks.md)",
        "[![A quiet room](assets/room.jpg)](risks.md)",
        '<a href="../risks/" aria-label="What the risks are">more</a>',
    ],
    "new-tab": ['<a href="../risks/" target="_blank">The risks (opens a new tab)</a>'],
    "alt-text": [
        "![A quiet room](assets/room.jpg)",
        '<img src="../assets/room.jpg" alt="" role="presentation">',
        '<svg aria-hidden="true"><path d="M0 0"/></svg>',
        '<svg role="img" aria-label="Two bars"><path d="M0 0"/></svg>',
    ],
    "table-headers": ["| a | b |\n| --- | --- |\n| 1 | 2 |"],
    "markup-left": [
        "See [the risks](risks.md).",
        "    **code** here",
        "Room 3 # 4.",
        "Some **bold** text.",
        "p < 0.01 is a small number.",
    ],
    "pasted-html": ['<p class="plain">A.</p>'],
    "third-party": [
        "[the register](https://example.org/)",
        "![A room](assets/room.jpg)",
        '<link rel="canonical" href="https://kap-guide.example/plain/">',
        '<img src="https://kap-guide.example/assets/room.jpg" alt="A room">',
    ],
    "inline-script": [
        '<script type="application/json">{"a": 1}</script>',
        "Based on online data = good.",
    ],
    "unsafe-url": [
        '<img src="data:image/png;base64,AA" alt="A dot">',
        "[write to us](mailto:a@b.example)",
    ],
    "link-broken": [
        "[the risks](risks.md)",
        "[write](mailto:a@b.example)",
        "[call](tel:555)",
        "![A room](assets/room.jpg)",
        "[home](/)",
        "[home](https://kap-guide.example/risks/)",
        "[elsewhere](https://example.org/gone/)",
    ],
    "anchor-broken": [
        "[serious risks](risks.md#serious)",
        "[the top](#)",
        "[the top](#top)",
        "## The end {: #end }\n\n[the end](#end)",
    ],
    "notice-missing": [
        "Keep ketamine where children cannot reach it.",
        "Arrange for your children on the day of ketamine.",
        "Teenagers like music.",
        "Read [what is known of ketamine under 18](risks.md).",
        "::: notice under-18s\n\nKetamine was given to children.",
        "Nobody knows whether ketamine helps with depression.",
    ],
}


def _rows(table: dict[str, list[str]]) -> list[Any]:
    return [
        pytest.param(code, snippet, id=f"{code}: {snippet[:40]!r}")
        for code, snippets in table.items()
        for snippet in snippets
    ]


@pytest.mark.parametrize(("code", "snippet"), _rows(FOUND))
def test_found(codes: Any, code: str, snippet: str) -> None:
    """The check finds it."""
    assert code in codes(snippet)


@pytest.mark.parametrize(("code", "snippet"), _rows(LEFT_ALONE))
def test_left_alone(codes: Any, code: str, snippet: str) -> None:
    """The check does not cry wolf."""
    assert code not in codes(snippet)
