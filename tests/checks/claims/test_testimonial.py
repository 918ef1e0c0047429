"""Stories of people who were treated, and what only sounds like one."""

from __future__ import annotations

from typing import Any

import pytest

STORIES = (
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
)
NO_STORIES = (
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
