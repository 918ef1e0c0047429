"""Snippets that look like what a check finds, and are right."""

from __future__ import annotations

from typing import Any

import pytest

TRIAL = "In a trial of 41 people, "

LEFT_ALONE: dict[str, list[str]] = {
    "citation-left": [
        "It helped some [@trial].",
        "Write to help@trial.example.",
        "Follow @somebody.",
        "It is `dore2019`, or covid2019, or x/dore2019.",
    ],
    "number-single-source": [
        "A study of 988 people.",
        "See [where to get help](get-help-now.md).",
        "It has 9,911 words.",
        "Press 2 for Spanish.",
        "Come to room 911, or to 988 North Main Street, off Route 911.",
        "Ste. 911 is at 988 5th Avenue.",
        "Our office is at 911 Martin Luther King Jr. Blvd, Suite 4.",
    ],
    "approval-false": [
        "Ketamine is approved as an anesthetic [@label].",
        "Ketamine is approved as an anesthetic, and used off-label for depression [@label].",
        "Ketamine is approved for surgery, not for depression [@label].",
        "Spravato is approved only for depression, and not for PTSD [@label].",
        "The ketamine label includes a warning on depression of breathing [@label].",
        "The FDA approved ketamine to put people to sleep without pain [@label].",
        "Ketamine is not approved for depression [@label].",
        "No ketamine lozenge is approved for depression [@label].",
        "Esketamine is approved for depression [@label].",
        "Esketamine is not approved for use at home [@label].",
        "Spravato is approved for depression, and after each visit you rest at home [@label].",
        "The label of ketamine does not name depression among its uses [@label].",
        "Ketamine never received approval for depression [@label].",
        "A relative of ketamine is approved for depression [@label].",
        "Ask for FDA-approved ketamine, which is used off-label for depression [@label].",
        "Ketamine, an anesthetic, was approved in 1970 [@label].",
        "KAP sessions are approved for payment by some insurers for depression [@label].",
        "Is ketamine approved for depression?",
        "Be wary of a clinic that says that ketamine is FDA-approved for depression.",
    ],
    "day-impossible": [
        "We open at 12:30 p.m. and close at 18:30. La cita de las 14:00 de la tarde, con Paz.",
        "We open on Monday, November 30, 2026, and on February 29.",
        "It starts on 31/12/2026, or 6/7/2026, from May 28–31.",
        "You may 35 times, or in May 45 people come. In August 95 to 100 degrees is common.",
        "The code `2027-13-05` stands in protocol 2021-14-03, as in report_2027-13-05.",
    ],
    "promise": [
        "She is the most senior nurse of the team, and ours is the most recent program in print.",
        "She is one of the most respected doctors in town. The paint needs a week to cure.",
        "You may raise your voice; we ask only that nobody gets hurt. Make sure no one gets hurt.",
        "You do not get hooked up to a monitor. Some people never get addicted, and some do.",
        "Our office is at 220 Miracle Mile, across from the theater.",
        "The new paint needs five days to cure, and the cured ham is in the kitchen with Dr. Cure.",
        "Breakthrough bleeding is bleeding between two periods.",
        "A ramp helps everyone, and the old telephone number is gone for good.",
        "With guaranteed issue, an insurer must sell a policy; the concrete must cure.",
        "We are across from the Revolutionary War Museum, on Miracle Lane.",
        "Ketamine is not a cure.",
        "Is it a cure?",
        "No study shows that it cures anything.",
        "Be wary of a clinic that promises a cure.",
        'They may call it a "miracle".',
        "> It is a miracle.",
        "The FDA gave it a breakthrough therapy designation.",
        "## Red flags\n\n- A guarantee that you get well.",
        "It is safe enough for some people.",
        "No one has to know, and nobody gets to touch you.",
        "Not everyone gets better.",
        "No pill is harmless.",
        "Nobody can say that you will feel better.",
        "Ask what the best treatment for you is.",
        "People who have no other treatment options took no other treatment.",
        "In the trial, no other treatment was given; no other team sees your notes.",
        "Your plan may say that no other treatment is covered.",
        "Everyone feels different after it.",
        "A secure room.",
    ],
    "stigma": [
        "Please wipe the dirty screen of the tablet.",
        "Have no alcoholic drinks.",
        "People with a substance use disorder.",
        "Alcoholics Anonymous is free.",
        "Substance Abuse and Mental Health Services Administration.",
        "The National Institute on Drug Abuse says so.",
        "The Victims of Crime Act pays.",
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
    "page-encoding": ["Café, naïve, Ângela: 5 °C, and “Ã” is a letter."],
    "gap-left": [
        "[Add a friend](risks.md)",
        "Fill in the form [a page long].",
        "I, ____, agree. Put a name here: ____ My medicines: ____",
        "Your card number shows as XXXX-XXXX-1234.",
        "My name is ____ and I agree. Sign here ____ and date it. I took ____ pills today.",
        "See [name of the drug](risks.md), and the year MMXX, or Super Bowl XX.",
        'It says "I [your name] agree," yes.',
        "Put the form (name on top) here. Signed by Dr. ______ Date ______",
        "A shirt is $XL or so, and it is 100% cotton.",
    ],
    "pasted-html": [
        "The [caption](risks.md) of it.",
        '<img src="assets/a.svg" alt="A room" width="20">',
        '<p class="plain">A.</p>',
    ],
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

ROWS = [
    pytest.param(code, snippet, id=f"{code}: {snippet[:40]!r}")
    for code, snippets in LEFT_ALONE.items()
    for snippet in snippets
]


@pytest.mark.parametrize(("code", "snippet"), ROWS)
def test_left_alone(codes: Any, code: str, snippet: str) -> None:
    """The check does not cry wolf."""
    assert code not in codes(snippet)
