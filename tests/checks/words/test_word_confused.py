"""Words that sound alike are not mixed up."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("It takes more then an hour.", "more than"),
        ("Rather then wait, ask.", "rather than"),
        ("It was better then before.", "better than"),
        ("You rest and than go home.", "and then"),
        ("You should of asked.", "should have"),
        ("Each has it's effects.", "its effects"),
        ("Its not a cure.", "it's not"),
        ("Without it's yes you pay.", "without its"),
        ("Your not alone.", "you're not"),
        ("It has side affects.", "side effects"),
        ("Ask for medical advise.", "medical advice"),
        ("You may loose hope.", "may lose"),
        ("The team does it's best.", "does its"),
        ("Talk to there doctor.", "their doctor"),
        ("It is different then before.", "different than"),
        ("Your never alone.", "you're never"),
        ("They can breath.", "can breathe"),
        ("You are suppose to rest.", "supposed to"),
        ("Who's turn is it?", "whose turn"),
        ("You wont feel it.", "you won't"),
        ("They cant stay.", "they can't"),
        ("The affects of it vary.", "the effects"),
        ("If your taking medicines, say so.", "you're taking"),
        ("Do not loose hope.", "not lose"),
        ("Ask you doctor first.", "your doctor"),
        ("Bring you're coat.", "your coat"),
        ("There mood may change.", "their mood"),
        ("We except all plans.", "we accept"),
        ("It has less symptoms.", "fewer symptoms"),
        ("It effects your sleep.", "it affects"),
        ("Share with them about there plan.", "their plan"),
        ("Wait, if your ill.", "you're ill"),
        ("It is to much.", "too much"),
        ("You need too ask.", "to ask"),
        ("It my be so.", "may be"),
        ("Stay away form the road.", "from the"),
        ("Ask weather you may eat.", "whether you"),
        ("Wait for two week.", "two weeks"),
        ("They was kind.", "they were"),
        ("Call us if you has questions.", "you have"),
        ("It can lasts for hours.", "can last"),
        ("It may not cover the hole cost.", "whole cost"),
        ("He nurse comes in.", "the nurse"),
        ("Talk about you medicines.", "your medicines"),
        ("Sit were you like.", "where you"),
        ("Wait for one weeks.", "one week"),
        ("Bring some one.", "someone"),
        ("Ask how too use it.", "to use"),
        ("It is more common then pain.", "common than"),
    ],
)
def test_confused(frame: Any, body: str, right: str) -> None:
    frame.body = body
    hints = [problem.hint for problem in frame.problems() if problem.code == "word-confused"]
    assert hints == [f'Write "{right}".']


@pytest.mark.parametrize(
    "body",
    [
        "First rest, then eat.",
        "It takes more. Then you go.",
        "If so, then ask.",
        "It is more than that, and then some.",
        "It's not a cure, and its effects vary.",
        "He was older; then he came.",
        "Of course you could, of all people.",
        "It's best to rest, and it's way too long.",
        "Are there doctors, friends or medicines?",
        "Your nervous system and your sick child.",
        "Take a breath, from breath to breath.",
        "In cold weather or rain, wait. It is no use to you.",
        "If you nurse a baby, or partner with us, be true to who you are.",
        "Are there symptoms, pain or feelings? You're family.",
        "Is there plan enough? They went there. Plan it, if your sick child sleeps.",
        "It leads to much pain, and is open to high doses. You need too much of it.",
        "My need is great. A form the clinic has. Maybe used cars are fine. A lead to follow.",
        "In cold weather you rest. It is a two week wait, and these patient groups are large.",
        "It is referred to by the name that the passed exam had; an 'a' too (the first).",
        "What helps you is rest. How can costs rise? Ask a patients’ group.",
        "You own it, and it has effects; there is less time.",
        "It is a different form of the medicine. Fill in the take home form the day before.",
        "They worry that my work comes first, and I tell you my need. I made it my cause.",
        "A visit in May should be booked. Your living will must be on file, or a will takes time.",
        "A living will tells doctors what you want. Those who can should rest.",
        "As it was, May came.",
        "It is a quiet safe place; stay quiet well into the night. Her affect on arrival was flat.",
        "It is a phase three trial. Some body parts may feel numb. You have out of pocket costs.",
        "You do what you have to by law. Let us now look. It is good for your self esteem.",
        "The change was to low doses. Many peoples have used plants. It is to soon be closed.",
        "From there home is near. Give us your ok. Rest your tired, sore eyes.",
        "When you're heart sick.",
        "You will feel better then. Is it more common then? Rest more then, and less later.",
        "Before dinner take vitamin A the day before, or vitamin A an hour before.",
        "Is it maybe harder?",
        "A turn of your head. The pipe has lead to remove.",
        "How can advice help? If any advise rest.",
        "They may too be asked. The light is on of its own accord.",
        "It is not quite music to my ears.",
        "Keep your arm bare with care. If you lose clothes, or put warm cloths on. Kindness and "
        "patience are vital. A patient whose coming visit is near.",
        "For this patients need a driver.",
        "You get complimentary care. Call when you can except on Sundays. Vitamin A doses vary.",
        "The pronoun they is right, and the effect on one such as you has passed. Few question it.",
        "Those in the room were your friends. For some of you symptoms pass. Is he patient enough?",
        "Those we care for advise us. It is proof of the passed exam.",
        "Ask for this to effect change.",
        "All plans except one, and a loose coat for you. Talk to the nurse who knows you.",
    ],
)
def test_not_confused(frame: Any, body: str) -> None:
    assert frame.found("word-confused", body=body) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Va ha descansar.", "a descansar"),
        ("Es mas fuerte.", "más fuerte"),
        ("El efecto de el medicamento.", "del"),
        ("No a dormido bien.", "ha dormido"),
        ("Ay que descansar.", "hay que"),
        ("Duerma, sino puede leer.", "si no puede"),
        ("Es la problema de hoy.", "el problema"),
        ("Levante el mano.", "la mano"),
        ("Las paciente llegan.", "las pacientes"),
        ("Son los efecto de siempre.", "los efectos"),
        ("Abren los puerta.", "las puertas"),
        ("Ay un parque.", "hay un"),
        ("El enfermera llega.", "la enfermera"),
        ("El es quien decide.", "él es"),
        ("Los sesiones son largas.", "las sesiones"),
        ("Es una tratamiento largo.", "un tratamiento"),
        ("No creo que halla comido.", "haya comido"),
        ("¿Que pasa hoy?", "¿qué pasa"),
        ("Es para mi.", "para mí"),
        ("No se si puedo.", "sé si"),
        ("Si se a mareado, avise.", "ha mareado"),
        ("Usted a de firmar.", "ha de"),
        ("Echo esto, descanse.", "hecho esto"),
        ("Espere asta las nueve.", "hasta las"),
        ("Usted tan bien puede llamar.", "también"),
    ],
)
def test_confused_in_spanish(spanish: Any, text: str, right: str) -> None:
    """By lists, and by what a word is like."""
    hints = [problem.hint for problem in spanish(text) if problem.code == "word-confused"]
    assert hints == [f'Write "{right}".']


@pytest.mark.parametrize(
    "text",
    [
        "No ha dormido, y va a descansar; ha de hacer poco.",
        "Quería ir, mas no pudo. Es más fuerte.",
        "Viene de El Salvador, y habla de él.",
        "Madre e hija, padre e hijo.",
        "El problema de la mano, las sesiones y el agua del día.",
        "Se halla perdido; es lo que halla un estudio, por mi parte.",
        "¿Qué come? ¿Es así? No se siente bien, y se sienta si puede.",
        "Beba toda el agua. Duele en toda el área. La limpian toda los lunes.",
        "¿Cuando tomo ketamina puedo manejar? ¿Como paciente, qué derechos tengo?",
        "¿Que si duele? ¿Cuanto antes, mejor? ¿Donde siempre? ¿Quien llega tarde paga?",
        "¿Porque es caro lo deja? ¿Que no puede venir?",
        "Es un pequeño tubo que va a la vena. Es el mano a mano. Aun no teniendo seguro, llame.",
        "No los presiones, ni los menciones. Espere, aunque este tarde. Es raro que este sangre.",
        "Pida que la nombre. Eso la trauma. La noticia, la desmiento. El juez las casa.",
        "Lo hace cuando una programa la cita. El estudio halla sentido en ello.",
        "Son de mi, su o nuestra familia. Es el debe y el haber.",
        "La médica la programa, y la trata con el sistema de siempre.",
        "Lo hizo tan bien que el asta la tiene él. Va de la A a la Z, y no a menudo.",
    ],
)
def test_not_confused_in_spanish(spanish: Any, text: str) -> None:
    assert [p.message for p in spanish(text) if p.code == "word-confused"] == []
