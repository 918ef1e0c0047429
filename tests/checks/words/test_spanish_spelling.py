"""Spelling in Spanish: all forms of a word are known, and an accent is no matter of taste."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_citations.problems import Problem

Spanish = Callable[[str], tuple[Problem, ...]]


def _unknown(spanish: Spanish, text: str) -> list[tuple[str, str]]:
    """Return the words that are told, each with what is offered in its place."""
    found = [problem for problem in spanish(text) if problem.code == "spelling"]
    return [
        (p.message.split('"')[1], p.hint.split('"')[1] if "Did" in p.hint else "") for p in found
    ]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("limes", "lunes"),
        ("pte", "paciente"),
        ("px", "paciente"),
        ("dx", "diagnóstico"),
        ("depresion", "depresión"),
        ("sesion", "sesión"),
        ("presion", "presión"),
        ("corazon", "corazón"),
        ("clinica", "clínica"),
        ("medico", "médico"),
        ("telefono", "teléfono"),
        ("tambien", "también"),
        ("despues", "después"),
        ("dias", "días"),
        ("paginas", "páginas"),
        ("ningun", "ningún"),
        ("recaida", "recaída"),
        ("salio", "salió"),
        ("encontro", "encontró"),
        ("estan", "están"),
        ("esten", "estén"),
        ("hayaron", "hallaron"),
        ("hospitál", "hospital"),
        ("dolór", "dolor"),
        ("efcto", "efecto"),
        ("tratameinto", "tratamiento"),
        ("terapeutta", "terapeuta"),
        ("ayudda", "ayuda"),
        ("psicoterpia", "psicoterapia"),
        ("ketmina", "ketamina"),
        ("nesesita", "necesita"),
        ("vejija", "vejiga"),
        ("resibir", "recibir"),
        ("suisidio", "suicidio"),
        ("emvarazo", "embarazo"),
        ("ejersicio", "ejercicio"),
        ("zueño", "sueño"),
        ("recivió", "recibió"),
        ("levantese", "levántese"),
        ("relajese", "relájese"),
        ("digale", "dígale"),
        ("decirselo", "decírselo"),
        ("resiba", "reciba"),
        ("dén", "den"),
        ("haver", "haber"),
        ("desicion", "decisión"),
        ("emosiones", "emociones"),
        ("informasion", "información"),
        ("vevida", "bebida"),
        ("guia", "guía"),
        ("cirujia", "cirugía"),
        ("esplicasion", "explicación"),
        ("recivio", "recibió"),
        ("fué", "fue"),
        ("dá", "da"),
        ("tí", "ti"),
        ("credito", "crédito"),
        ("siguente", "siguiente"),
        ("importate", "importante"),
        ("frecuentemete", "frecuentemente"),
        ("nausea", "náusea"),
        ("maquina", "máquina"),
        ("ninos", "niños"),
        ("expliquele", "explíquele"),
        ("busquelo", "búsquelo"),
        ("apaguelo", "apáguelo"),
        ("traigalo", "tráigalo"),
        ("digaselo", "dígaselo"),
        ("preguntele", "pregúntele"),
        ("cuidelo", "cuídelo"),
        ("haciendolo", "haciéndolo"),
        ("envienos", "envíenos"),
        ("enviaselo", "envíaselo"),
        ("reunase", "reúnase"),
        ("evaluelo", "evalúelo"),
        ("continuamete", "continuamente"),
        ("cambielo", "cámbielo"),
        ("traelo", "tráelo"),
        ("leelo", "léelo"),
        ("nasí", "nací"),
        ("cresí", "crecí"),
        ("resivo", "recibo"),
        ("deveria", "debería"),
        ("menu", "menú"),
        ("anticipaciónpara", "anticipación para"),
        ("compania", "compañía"),
        ("segundaria", "secundaria"),
        ("mientre", "mientras"),
        ("carera", "carrera"),
        ("curto", "cuarto"),
        ("arboles", "árboles"),
        ("sera", "será"),
        ("tenian", "tenían"),
        ("cuidad", "ciudad"),
        ("menus", "menús"),
        ("olvidate", "olvídate"),
        ("c1ínica", "clínica"),
        ("anos", "años"),
        ("sicóloga", "psicóloga"),
        ("professional", "profesional"),
        ("possible", "posible"),
        ("antesde", "antes de"),
        ("resivos", "recibos"),
        ("medisina", "medicina"),
        ("desaser", "deshacer"),
        ("pequenos", "pequeños"),
        ("incomoda", "incómoda"),
        ("nesecita", "necesita"),
        ("desidieron", "decidieron"),
        ("desarroyan", "desarrollan"),
        ("veses", "veces"),
        ("havía", "había"),
        ("dolares", "dólares"),
        ("desafio", "desafío"),
        ("continuan", "continúan"),
        ("devido", "debido"),
        ("adolecente", "adolescente"),
        ("llege", "llegue"),
        ("pagen", "paguen"),
        ("alcanze", "alcance"),
        ("comienzen", "comiencen"),
        ("enserio", "en serio"),
        ("publicamente", "públicamente"),
        ("personamente", "personalmente"),
        ("rnédico", "médico"),
        ("solmente", "solamente"),
    ],
)
def test_misspelt(spanish: Spanish, wrong: str, right: str) -> None:
    """It is named with the word that was meant."""
    assert _unknown(spanish, f"Es su {wrong} de hoy.") == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Las personas cansadas durmieron muchas noches.", id="plural and feminine"),
        pytest.param("Recetaron, recetará, recetarán, recetaran y hubiera.", id="tenses"),
        pytest.param("Dígaselo, cuéntele, tráigalo, siéntese y acuéstese.", id="pronouns"),
        pytest.param("Hay que irse, tomarla, decírselo y darle tiempo.", id="infinitives"),
        pytest.param("Está haciéndolo y tomándosela.", id="gerunds with pronouns"),
        pytest.param("Deme la mano, hazlo y dile.", id="short verbs with pronouns"),
        pytest.param("Exámenes, jóvenes, corazones y sesiones.", id="accents that move"),
        pytest.param("Rápidamente, últimamente y fácilmente.", id="adverbs"),
        pytest.param("Tremendamente cansada, hable calmadamente.", id="adverbs of rare words"),
        pytest.param("Denle papas al chofer; deshazte de eso.", id="words of every day"),
        pytest.param("La refri, el dominó y la kermés.", id="more of these"),
        pytest.param(
            "Marisol Peña llama a Omar. Sandra Ríos no. Una rabina y una capellana.",
            id="a name at the start",
        ),
        pytest.param("Él practica y la práctica se publica; es pública.", id="both are words"),
        pytest.param("Decimos que un guion y un coctel son celiacos.", id="right without accent"),
        pytest.param("Solo esta vez, aun así, más o mas.", id="short words in both forms"),
        pytest.param("La vergüenza de los pingüinos y los niños.", id="ü and ñ"),
        pytest.param("Psiquiatras, copagos, video, internet y telesalud.", id="words of today"),
        pytest.param("Un ratito solitos, mi hijita y sus amiguitos, carísimo.", id="small"),
        pytest.param("De lun. a vie., mar., mié. y jue.; sáb. y dom., en ene. y feb.", id="days"),
        pytest.param("Su cuerpecito y la siestecita.", id="small, behind two consonants"),
        pytest.param("Un tecito para los exmilitares.", id="small, of two letters; once"),
        pytest.param("Sé que él dé más té; sí, aún, ¿quién?, a mí y a tú.", id="one syllable"),
        pytest.param("Vea la pág. 4, las págs. 5 y 6 y el núm. 2, máx. 3, mín. 1.", id="short"),
        pytest.param("Ketamina, midazolam, litio, sertralina y opioides.", id="medicines"),
        pytest.param("Linfedema, metformina, omeprazol y un urocultivo.", id="of medicine"),
        pytest.param("La Av. Juárez, la Col. Iñárritu.", id="names in an address"),
        pytest.param("Llame al tel. 555-0100, ext. 4, de la lic. Paz, aprox. dos hrs.", id="point"),
        pytest.param("Mire ::: notice other-countries", id="a directive that is not read"),
        pytest.param("La Dra. Okonkwo y el Sr. Nguyen.", id="names"),
        pytest.param(
            "¿Le incomoda? Le incomoda o lo incomoda. Se medica.", id="verbs like an adjective"
        ),
        pytest.param("Así lo dice Carmen, de Laredo.", id="a town near a word"),
        pytest.param("Vive en Denver con Yolanda, y antes en Durango.", id="names near a word"),
    ],
)
def test_rightly_spelled(spanish: Spanish, text: str) -> None:
    assert _unknown(spanish, text) == []


@pytest.mark.parametrize("word", ["cúalle", "sóle", "dónte", "éllos"])
def test_a_pronoun_stands_behind_a_verb_alone(spanish: Spanish, word: str) -> None:
    assert [told for told, _ in _unknown(spanish, f"Es así: {word} de aquí.")] == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Dígale, díganoslo, tráiganoslas, envíenosla, démosle, dénoslo, dénmelo, óyeme y críelo.",
        "Vámonos, estése, reírse, oírlo, únase, léalo, háblanos y haciéndolo.",
    ],
)
def test_a_verb_with_pronouns_behind_it(spanish: Spanish, text: str) -> None:
    assert _unknown(spanish, text) == []


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Usted esta mejor.", "usted está"),
        ("Ella esta pensando en eso.", "está pensando"),
        ("No esta permitido manejar.", "está permitido"),
        ("Lea está página.", "esta página"),
        ("¿Y por que no duermo?", "por qué"),
    ],
)
def test_an_accent_that_makes_another_word(spanish: Spanish, sentence: str, right: str) -> None:
    """Where the word behind it leaves one of the two alone."""
    hints = [problem.hint for problem in spanish(sentence) if problem.code == "word-confused"]
    assert hints == [f'Write "{right}".']


@pytest.mark.parametrize(
    "sentence",
    [
        "Lea esta página, que está en español.",
        "De todas, esta en particular ayuda, y esta con más cuidado.",
        "Esta muy mala noche pasará.",
        "Usted está aquí, y no esta vez solo.",
        "La doctora está lista mañana.",
        "¿La razón por que vino es esa, y opta por que le llamen?",
    ],
)
def test_either_word(spanish: Spanish, sentence: str) -> None:
    assert "word-confused" not in {problem.code for problem in spanish(sentence)}


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("Diga en cuánto tiempo van a a llegar.", ['"a"']),
        ("A a quién llamo.", ['"a"']),
        ("Lea la lista de la A a la Z.", []),
        ("El suero cae gota a gota a lo largo de la visita.", []),
        ("Lea la lista de la a a la zeta.", []),
        ("La vacuna de la hepatitis A a veces duele.", []),
        ("Elija entre la X y la Y y la Z.", []),
    ],
)
def test_small_word_twice(spanish: Spanish, text: str, twice: list[str]) -> None:
    """A lone letter has a name, which in Spanish may be spelled like a word."""
    found = [problem for problem in spanish(text) if problem.code == "word-twice"]
    assert [problem.message.split()[0] for problem in found] == twice
