"""What Spanish pages may not say, and what they may, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_citations.problems import Problem

CODES = frozenset(
    {
        "approval-false",
        "promise",
        "stigma",
        "suicide-words",
        "dose",
        "testimonial",
        "claim-uncited",
        "percent-without-counts",
        "patient-story",
        "advertising",
    }
)
FOUND = (
    "La ketamina cura la depresión.",
    "Si al final de las seis sesiones no se siente mejor, le devolvemos todo su dinero.",
    "Si no nota cambios, le regresamos lo que pagó.",
    "Si al terminar las seis sesiones no se siente mejor, le devolvemos todo su dinero.",
    "Quien viene a psicoterapia tiene la mitad del riesgo de una recaída.",
    "Las tabletas tienen la aprobación de la Administración de Alimentos y Medicamentos.",
    "La ketamina borra para siempre los recuerdos que le hacen daño.",
    "Después de la última sesión se sentirá otra persona.",
    "Ya verá que duerme, se lo aseguramos.",
    "Ponga diez gotas de clonazepam en medio vaso de agua y tómelas.",
    "Quedan muy pocos lugares este mes, no deje pasar esta oportunidad.",
    "Las tabletas cuentan con el aval de la autoridad de medicamentos para la ansiedad.",
    '"Volví a reír con mis hijos", nos escribió Marta el mes pasado.',
    "El té de valeriana reduce la ansiedad.",
    "La noche anterior, tome solo la mitad de su dosis de lorazepam.",
    "Es 100 % segura.",
    "No tiene efectos secundarios.",
    "Somos la mejor clínica de la ciudad.",
    "Le garantizamos alivio.",
    "Usted va a sentirse mejor.",
    "Vas a sentirte mejor.",
    "Recupere su vida.",
    "Dígale adiós a la ansiedad.",
    "Mi hermano es adicto.",
    "Cometió suicidio el año pasado.",
    "Habla como un enfermo mental.",
    "Está loco.",
    "Los drogadictos recaen.",
    "Tome 50 mg antes de dormir.",
    "Es medio miligramo de ketamina por kilo de peso.",
    "Póngase dos esprays en cada lado.",
    "Me cambió la vida.",
    "Mejoré aquí.",
    "Nada más funcionó. La ketamina sí. — Tomás",
    "Llegué sin esperanza a mi primera sesión.",
    "El equipo me dio esperanza.",
    "«Por fin duermo.» — Rosa, 44 años",
    "Nuestra paciente Ana duerme bien.",
    "Ya no tengo miedo y volví a vivir.",
    "A mi esposa le funcionó.",
    "La ketamina está aprobada por la FDA para la depresión.",
    "Está aprobada para la depresión por la FDA.",
    "La ketamina es segura.",
    "La EMT funciona mejor que los antidepresivos.",
    "El litio previene las recaídas.",
    "El litio evita las recaídas.",
    "El litio previno las recaídas.",
    "La ketamina redujo el dolor.",
    "La psicoterapia impidió las recaídas.",
    "Es un medicamento FDA-approved para la ansiedad.",
    "No tome más de dos tabletas.",
    "La psilocibina reduce la ansiedad.",
    "Tres de cada diez mejoraron con la ketamina.",
    "La depresión baja con el ejercicio.",
    "Bajó 50% el dolor con ketamina.",
    "Es un tratamiento milagroso.",
    "Le va a funcionar.",
    "Sufre de depresión.",
    "Los suicidas avisan.",
    "un intento fallido de suicidio",
    "Funciona para todos.",
    "Nunca falla.",
    "Necesitamos ayuda y la encontramos: mi esposo se curó con ketamina.",
)
LEFT = (
    "Si no puede venir, le devolvemos su dinero.",
    "Si cancela antes, le devolvemos el 100 % del depósito; el 50 % queda como saldo.",
    "Beba un vaso de agua de 200 ml.",
    "Llene la botella con agua, unos 500 ml.",
    "Si la máquina de refrescos no funciona, le devolvemos su dinero en recepción.",
    "Su expediente es privado, se lo aseguramos. La sala es cómoda para dormir, se lo aseguro.",
    "Si el elevador no sirve, le devolvemos lo pagado.",
    "Si no puede venir, avise por telé- fono el día anterior.",
    "Tenemos experiencia de primera mano en trámites, y el poeta galardonado leerá en el patio.",
    "Tenemos el permiso de la autoridad para cerrar la calle el domingo.",
    "Quedan pocos lugares para autos, así que no deje su carro en doble fila.",
    "La parada se llama Los Milagros.",
    "El Dr. Cura atiende los lunes.",
    "Venga a curación por la mañana.",
    "Un testimonio es lo que una persona cuenta de su propio caso.",
    "Un testimonio es el relato de una persona sobre cómo le fue.",
    "Díganos qué idioma prefiere, también si es mixteco, quiché o guaraní.",
    "Esta guía dice también quién no debe recibirla.",
    "Las rutas 18 y 42 paran en la calle Milagros.",
    "Vea qué es la KAP, la psicoterapia asistida con ketamina.",
    "La señora Quiroga se jubila en enero, después de 22 años en la recepción.",
    "Página revisada por Dra. María José de la Peña, Médica psiquiatra, el 20 de mayo de 2026.",
    "El Dr. José Ruiz atiende desde las 9 a. m., y la consulta acaba a las 3 p. m. en punto.",
    "Todavía no ha sido atendido; espere a que le llamen.",
    "<label><input type='checkbox'> Ya hice mi lista</label>",
    "Nadie puede prometerle que va a sentirse mejor.",
    "Desconfíe de quien diga que la ketamina cura.",
    "Pregunte si la clínica garantiza algo.",
    "La ketamina no es una cura.",
    "¿Va a curarme?",
    "Ningún tratamiento funciona para todos.",
    "No hay tratamiento sin riesgos.",
    "Ninguna clínica puede decir que no tiene efectos secundarios.",
    "Si le dicen que es 100 % segura, desconfíe.",
    "¿Me voy a sentir mejor?",
    "Nadie sabe si le va a funcionar.",
    "Una persona con adicción merece respeto.",
    "Murió por suicidio.",
    "Si piensa en el suicidio, llame al 988.",
    "Tiene una enfermedad mental.",
    "No está solo.",
    "Lleve sus pastillas en su frasco.",
    "No tome nada por su cuenta.",
    "No tome ni media pastilla de más.",
    "La ketamina se evita si hay psicosis.",
    "Nunca tome dos pastillas a la vez.",
    "Durante el tratamiento evite la bebida.",
    "Pregunte qué dosis le darán.",
    "¿Me van a vigilar la respiración?",
    "¿Y si me siento peor?",
    "La FDA no ha visto esta página.",
    "Pregunte si está aprobada para lo que usted tiene.",
    "Hable con su médico sobre el litio.",
    "Escriba lo que siente.",
    "Vaya con alguien de confianza.",
    "Descanse después de la sesión.",
    "No maneje hasta el día siguiente.",
    "Traiga una lista de preguntas.",
    "La cita dura dos horas.",
    "Diga si toma alcohol.",
    "Puede cambiar de opinión.",
    "Una clínica que promete una cura miente.",
    "Puede pedir que le acompañe su cura, su pastor o su rabino.",
    "La Sra. Milagros Peña le aparta un cuarto tranquilo.",
    "Si cancela un día antes, le devolvemos su dinero. Las obras han terminado por completo.",
    "Tome otro camino. Póngase otro suéter. Cargamos las dos tabletas cada noche.",
    "Los baños están limpios desde hace una hora.",
    "El padre Ignacio, cura de la parroquia, viene los martes.",
    "Damos la bienvenida a Milagros Solís. La primera cura la hace la enfermera.",
    "El aparato tiene garantía de dos años, y la garantía no incluye las pilas.",
    "Un comité de ética lee cada estudio antes de que empiece. En él hay médicos.",
    "Marta atiende la recepción desde 2014, y ella habla español.",
    "Nadie le puede garantizar alivio.",
    "¿Es segura la ketamina?",
    "Hay quienes sufrieron de niños.",
    "Si sufrió de joven, dígalo.",
    "No he visto su hoja.",
)


def _codes(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in problems} & CODES


@pytest.mark.parametrize("sentence", FOUND)
def test_found(spanish: Callable[[str], tuple[Problem, ...]], sentence: str) -> None:
    """A promise, a label, a dose, an account or a claim without its source."""
    assert _codes(spanish(sentence))


@pytest.mark.parametrize("sentence", LEFT)
def test_left(spanish: Callable[[str], tuple[Problem, ...]], sentence: str) -> None:
    """A warning, a question, a denial, or plain words."""
    assert not _codes(spanish(sentence))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("La FDA aprobó la ketamina para la ansiedad.", True),
        (
            "La autoridad de medicamentos de Estados Unidos aprobó la ketamina para la depresión.",
            True,
        ),
        ("La agencia (FDA) ha aprobado la ketamina para la ansiedad.", True),
        ("La Agencia Europea dio en 2021 su aprobación a la ketamina para la ansiedad.", True),
        ("Estados Unidos aprobó la esketamina para la depresión.", False),
        ("La ketamina ya cuenta con la aprobación de la FDA para la depresión.", True),
        ("La ketamina está aprobada como anestésico y no para la depresión.", False),
        ("La ketamina no está aprobada para la depresión.", False),
        ("La esketamina está aprobada para la depresión.", False),
        ("Un pariente de la ketamina está aprobado para la depresión.", False),
        ("¿Está la ketamina aprobada para la depresión?", False),
    ],
)
def test_approval(spanish: Callable[[str], tuple[Problem, ...]], sentence: str, told: bool) -> None:
    assert ("approval-false" in _codes(spanish(f"<p>{sentence}</p>"))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Si está en la calle, 988 contesta.", True),
        ("Salga a la calle. 988 contesta.", True),
        ("Espere en la sala Norte. 911 contesta.", True),
        ("Venga a la Av. Juárez No. 988, o al Blvd. Dr. Mora, núm. 911.", False),
        ("La oficina está en la calle Hidalgo 911, cuarto 988, cerca de la carretera 911.", False),
    ],
)
def test_crisis_number(
    spanish: Callable[[str], tuple[Problem, ...]], text: str, *, told: bool
) -> None:
    """That of a house, a room or a road is none."""
    assert ("number-single-source" in {problem.code for problem in spanish(text)}) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Quedan pocos lugares: ¡reserve hoy mismo y no se quede fuera!", True),
        ("Inscríbase antes de que suban los precios.", True),
        ("¿No es hora de que vuelva a vivir?", True),
        ("Reserve hoy mismo, son los últimos cupos.", True),
        ("Aproveche esta promoción.", True),
        ("Llévese la sexta sesión gratis.", True),
        ("Páguelo sin intereses.", True),
        ("No espere más.", True),
        ("Traiga a una amiga y las dos pagan menos.", True),
        ("Un tratamiento de vanguardia.", True),
        ("¿Harto de pastillas que no ayudan?", True),
        ("No espere más de diez minutos, ni espere más si está en peligro.", False),
        ("Aproveche para preguntar. Llame hoy para cambiar su cita.", False),
        ("La agenda ya está llena. Su reserva ya vence. Llévese un folleto gratis.", False),
        ("Si la fiebre sube, no espere más. No espere más: vaya a urgencias.", False),
        ("Traiga a un adulto y su tarjeta de pago.", False),
        ("¿Por qué seguir sufriendo en silencio?", True),
        ("¿Listo para recuperar su vida?", True),
        ("¿Cansado de sentirse triste?", True),
        ("La Dra. Salinas, una eminencia de fama internacional, dirige el equipo.", True),
        ("¿Está listo para volver a casa? ¿Por qué esperar un día entre las sesiones?", False),
        ("¿Cansada de estar sentada? ¿Quiere volver a sentarse? ¿No es hora de comer?", False),
        ("¿Por qué seguir luchando con los papeles? ¿Cómo sé si no es hora de volver?", False),
        ("¿Está cansado de luchar con el seguro? ¿Quisiera vivir sin miedo a nada?", False),
        ("Quedan dos lugares libres en la sala de espera.", False),
        ("Si está en peligro, llame ahora mismo.", False),
    ],
)
def test_offers(spanish: Callable[[str], tuple[Problem, ...]], text: str, *, told: bool) -> None:
    """They press for time, as no crisis line does, or ask what nobody is to answer."""
    assert ("advertising" in {problem.code for problem in spanish(text)}) == told
