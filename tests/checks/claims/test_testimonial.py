"""Stories of people who were treated, and what only sounds like one."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest
from markdown_citations.problems import Problem

TOLD = tuple(
    csv.reader(
        Path(__file__).with_name("stories.tsv").read_text("utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
"""What clinics print of those whom they treated, and what stands on honest pages."""

STORIES = (
    "Maria has been our patient since 2014, and she sleeps again.",
    "> KAP saved my life.",
    '"I finally feel like myself again," says Anna.',
    "It changed his life.",
    "> After three sessions, I slept again. — Sarah, 34",
    "My depression is gone.",
    "It worked for her.",
    "I can highly recommend it.",
    "I'm so grateful to the team.",
    "> It was calm. — John D., a veteran",
    "## Success stories",
    "## What our patients say",
    "## Testimonials",
    "Rated 4.9 out of 5.",
    "★★★★★ Good.",
    "Best decision I ever made.",
    "It gave her her life back.",
    "Thanks to ketamine, I laugh again.",
    "I no longer feel empty.",
    "We are a five-star clinic.",
    "- It gave me my joy back.",
    "It changed everything for me.",
    "“Ketamine saved me,” a veteran told us.",
    "> “Ketamine saved my life.”",
    "As one client said, “I got my life back.”",
    '"My depression lifted after two sessions."',
    "5 stars — Anna",
    "“I feel better than I have in years.”",
    "After two infusions I felt better.",
    "“I felt like a new person the next morning.” — M.",
    "One patient told us: “For the first time in years, I wanted to live.”",
    "“I woke up and the darkness was gone.”",
    "“KAP gave me hope again.”",
    "Anna, 42: “I sleep through the night now.”",
    "★★★★★ “Life changing!” — Google review",
    "“The staff are amazing and I can’t recommend them enough.”",
    "“I finally stopped drinking thanks to this clinic.”",
    '"I have not had a panic attack since my third session."',
    "James came to us after ten years of depression. Today he is back at work.",
    "“It was the best thing I ever did for myself.”",
    "“Ketamine therapy changed everything.” — a mother of two",
    "“I’m a different person now,” says one of our patients.",
    "Read what our clients say about us",
    "“My husband has his wife back.”",
    "A former client wrote, “I smile again.”",
    "“I feel better when I rest, and since ketamine I rest well.”",
    "I was skeptical, but three sessions later I felt alive.",
    "“After my first session, I cried with joy.”",
    "“This place saved me.” – Lisa R.",
    "“My PTSD is so much better.” —David",
    "> I had tried everything. Then I tried ketamine, and I am happy again.",
    "“I am living proof that it works.”",
    "I am better now, thanks to KAP.",
    "Since I started KAP, my anxiety is down.",
    "“I owe my recovery to Dr. Lee.”",
    "I got better here.",
    "Nothing else worked. Ketamine did. — Tom",
    "I have this clinic to thank.",
    "We treated Lena for PTSD.",
    "“Do not wait as long as I did.” — Henry, treated here",
    "“Honest and kind.” — M.T., Denver",
    "I came in hopeless and walked out smiling.",
    "> It is the first summer in ten years that I look forward to. — Dana, 51",
    "My brother was suicidal; six sessions later he is planning his wedding.",
    "I was a skeptic. Now I tell all my friends to come here.",
    "I have my evenings with my kids again, and I have KAP to thank.",
    '"Nobody could help my wife until she came to this clinic."',
    '"It works! I am proof." — Priya',
    "My panic attacks stopped after the fourth infusion.",
    "KAP was a turning point for me.",
    '"Worth every penny." — Steve',
    '"I can feel again." — Lou',
    "I went in for my first infusion in May and have not looked back.",
    '"For me, it was life before and after ketamine."',
    "Tom was out of options. Ketamine brought him back to his family.",
    "> I sleep, I eat, I laugh. Thank you all. — M. R.",
    '"My mom is my mom again." — her daughter',
    "This clinic is the reason I am still here.",
    '"I used to dread mornings. Not any more." — Grace, patient since 2024',
    "Thank you to the whole staff for giving me hope.",
    "I wish I had found this place sooner.",
    '"I cried happy tears on the drive home." — Beth, 44',
    '"Best money we ever spent." — the Garcias',
    "I don't know where I would be without this team.",
    "After a decade of dark days, KAP let the light in for me.",
    "The sessions changed the way I see myself, and my marriage is stronger for it.",
    '"Skeptical at first, now a believer." — Jo',
    '"This treatment is nothing short of life-saving." — P. M.',
    "Our client Mike went from daily panic to running marathons.",
    '"No more pills for me," says Ken, who finished his sessions in spring.',
    "It took away the pain that I had carried since the war. — a Marine",
    "My whole family noticed the change after my second infusion.",
    "Ketamine let me feel love again.",
    "> I am a nurse, and I was the worst skeptic. It worked.",
    'One of our patients put it best: "I was asleep for years, and now I am awake."',
)
NO_STORIES = (
    "Anemia (uh-NEE-me-uh) is treated. P.A.D. is another name. The E.R. is open.",
    "Can I feel better?",
    'Tell them: "I do not feel better."',
    "What happens if I panic?",
    "Be wary of a clinic that says “it saved my life”.",
    "Your life may change.",
    "Ask me anything.",
    "## Patient information",
    "No story such as “it changed my life” is proof.",
    "Save the date.",
    "> The studies are small. — A review",
    "People felt better in a trial [@trial].",
    "“I feel better when I rest.”",
    "I feel better when I rest.",
    '"How do I know if it is working for me?"',
    "- “Will I feel better after the first session?”",
    "- “What if I do not feel better?”",
    "> “Why am I not happy on the days after?”",
    "## What if I feel worse?",
    "## How will I feel better?",
    "Say: “I feel unsafe when I am alive to this.”",
    '"I am free on Monday afternoon," you might say.',
    "Tell the team “I am feeling better today, and I want to stop.”",
    "You may think: “I no longer want to take my medicine.”",
    "If you think “I am better off dead”, call for help.",
    "Write down: “My mood is better on days when I sleep.”",
    "A person may say: “I cannot thank my family yet.”",
    "A note for your journal: “Today I felt better after a walk.”",
    "“I want to know if my pain will be better.”",
    "Say “I have no longer than an hour.”",
    "“After treatment, I will need a ride home.”",
    "After the session, I want someone to take me home.",
    "“With my treatment, I also take lithium.”",
    "“I can recommend a friend who will drive me.”",
    "“What has helped me before?”",
    "Ask yourself: what helped me last time? What worked for me?",
    "“I would feel better if you came with me.”",
    "It is a list of what has worked for them before.",
    "Write: “I am happy for my doctor to know.”",
    "“I am alive because people cared” is a line from a crisis workbook.",
    "Ask: “Can you recommend someone if I no longer feel safe?”",
    "Say what has worked for you, and what worked for her may not work for you.",
    "“My pain is better left alone,” you may think.",
    "The trial asked people to rate: “I feel happy most of the time.”",
    "A form may have lines such as “I felt hopeful again this week”.",
    "“I no longer have insurance.”",
    "- I no longer take sedatives.",
    "- I can thank the person who drives me.",
    "“I got better sleep when I put the phone away.”",
    "I'm so grateful to you for driving me.",
    "“I became happy when I heard the music” is no reason to skip the talk.",
    "I can recommend this to nobody until I know more.",
    "I would not recommend it to anyone with a bad heart.",
    "- I have told the team about my medicines.",
    "Part I was about the risks of the sessions.",
    "I would not recommend driving that day.",
    "If nothing else has worked, your doctor may bring up ketamine.",
    '"I am here to ask about ketamine," is a good way to start.',
    '"I was told that it works for most people. Is that true?"',
    '"I have tried two medicines, and I still feel low," you can say.',
    "Some people say that they feel worse for a day.",
    '"I want to stop" is enough; nobody may argue.',
    '"I can\'t recommend that you drive," the nurse will say.',
    "We do not print what patients say about us.",
    "In a survey, 12 of 41 people said that they would do it again [@trial].",
    '"I am not sure that I want this," is fine to say.',
    '"Will I remember what I said?" Many people do.',
    "I, the patient, agree that I have read this page.",
    "Nobody here got better overnight, and no honest clinic says so.",
    "Note how you slept, what you ate and what made you laugh.",
    "A nurse told us that most people bring a blanket.",
    'Ask a clinic: "How many of your patients got better, and how do you know?"',
    "I. Checks before the session. II. The session.",
    'If a friend says, "It changed everything," ask what changed, and for how long.',
    'Reviews on the web are often paid for; do not trust "It worked!"',
    'Ask the clinic: "What happens if I feel worse after my sessions?"',
    "My, what a long list; take it one step at a time.",
    'Some clinics print praise such as "best decision ever"; look for numbers in its place.',
    'If you think, "I cannot go on," call someone now.',
    "I am your guide on this page, said the cartoon owl.",
    'Your partner might say: "I am glad that you rest."',
    '"May I bring my dog?" Ask before the day.',
    "After my session, who drives? Put a name here: ____",
    "When a friend says that it worked for him, be glad for him, and ask your doctor.",
    "Some people feel calm again within hours, and some do not [@trial].",
    '"I had a bad night" is enough of a reason to call before you come.',
    "A good therapist will ask what I, as a reader, might forget: do you sleep?",
    'You may hear, "I tried it and it worked." Ask how long it lasted.',
    'Tell the nurse: "I took my pill this morning."',
    "My medicines: ____ My allergies: ____",
    '"I felt nothing the first time," people sometimes say, and that is fine.',
    "In one study, people wrote about their sessions in their own words [@trial].",
    "Some people thank the team with a card; you need not.",
    "A person who had 12 sessions may still relapse.",
    "The rules are the same for me as for you, the doctor may say.",
    "I-80 leads to the clinic; take exit 5.",
    'The letter to your boss can be short: "I have a medical visit on Friday."',
    "If my heart races, what do I do? Tell the team.",
    "People with a port may have had it placed years ago.",
    "Your therapist was trained for this, and so was the nurse.",
    '"I took the bus" is not a safe plan for the way home.',
    "Ask how the clinic picked its staff and what they learned.",
    "Nobody can promise that ketamine will give you your life back.",
    "An ad with five smiling faces tells you nothing about the other ninety-five.",
    "Write to us if a page was wrong or left you worried.",
    "Maria has run the front desk since 2014, and she speaks English and Portuguese.",
    "Ana has been our nurse since 2019, and she has a quiet voice.",
    "Jorge has managed our billing office for years, and he answers the phone.",
)
"""Questions, words to say, plans, and days that are better for no treatment."""


@pytest.mark.parametrize("body", STORIES)
def test_testimonial(codes: Any, body: str) -> None:
    """In quotations, lists and headings as well."""
    assert "testimonial" in codes(body)


@pytest.mark.parametrize("body", NO_STORIES)
def test_no_testimonial(codes: Any, body: str) -> None:
    assert "testimonial" not in codes(body)


@pytest.mark.parametrize(
    ("start", "found"),
    [("I feel better", False), ("After two sessions I feel better", True), ("I am reborn", True)],
)
def test_what_makes_a_story_of_a_good_day(codes: Any, start: str, found: bool) -> None:
    """To feel better is a story where a treatment is said to have done it."""
    assert ("testimonial" in codes(f"{start}. Ketamine is a medicine.")) is found


@pytest.mark.parametrize(
    ("kind", "body"), [(kind, body) for language, kind, body in TOLD if language == "en"]
)
def test_told_of_one_person(codes: Any, kind: str, body: str) -> None:
    """Somebody's own words, one who is named, praise; or general words, questions, forms."""
    assert ("testimonial" in codes(body)) is (kind == "story")


@pytest.mark.parametrize(
    ("kind", "body"), [(kind, body) for language, kind, body in TOLD if language == "es"]
)
def test_told_in_spanish(
    spanish: Callable[[str], tuple[Problem, ...]], kind: str, body: str
) -> None:
    found = {problem.code for problem in spanish(markdown.markdown(body))}
    assert ("testimonial" in found) is (kind == "story")


@pytest.mark.parametrize(
    ("lead", "found"),
    [("You can say:", False), ("Say one of these:", False), ("One of our patients wrote:", True)],
)
def test_line_before_quotations(codes: Any, lead: str, found: bool) -> None:
    """What a line gives readers to say is no story; what it says a patient said is one."""
    assert ("testimonial" in codes(f"{lead}\n\n- “I had a hard week after it.”")) is found


@pytest.mark.parametrize(
    "said",
    [
        "“After my third session I could laugh with my kids again,” says Megan, 41.",
        "When I read “no cure”, I was sad, and **KAP gave me my life back**.",
    ],
)
def test_line_of_a_story_at_the_end_of_a_paragraph(frame: Any, said: str) -> None:
    """Where the words around the quotation stand, and not where the paragraph starts."""
    frame.body = f"A plan may say no.\nAsk your plan about it.\n{said}"
    (problem,) = frame.found("testimonial")
    assert problem.line == frame.source.split("\n").index(said) + 1


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("“I got my life back,” says one of our patients.\nWe have 5 stars.", [0, 1]),
        ("“I sleep again,” said one of our happy patients.\nWe are glad.", [0]),
        ("We have 5 stars.\n“I sleep again,” says a patient of ours.", [0, 1]),
    ],
)
def test_praise_beside_a_quotation(frame: Any, body: str, lines: list[int]) -> None:
    """Each at its line, and one sentence with both once."""
    frame.body = body
    first = frame.source.split("\n").index(body.partition("\n")[0]) + 1
    found = sorted(problem.line for problem in frame.found("testimonial"))
    assert found == [first + line for line in lines]
