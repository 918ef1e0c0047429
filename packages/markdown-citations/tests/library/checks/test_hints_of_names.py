"""What a message about names says, and that who follows its hint hears no more."""

import pytest


@pytest.mark.parametrize(
    ("wrong", "hint", "right"),
    [
        (
            'author = {M"uller, Ada}',
            "Write ü, if that is meant, or put a blank before the quotation mark.",
            "author = {Müller, Ada}",
        ),
        (
            "author = {Jr., Edward A. Purcell}",
            "Write: Purcell, Jr., Edward A.",
            "author = {Purcell, Jr., Edward A.}",
        ),
        (
            "author = {Roe, Yves (1953-....)}",
            "Write: Roe, Yves. For a body, or to keep all of it, put the whole into braces.",
            "author = {Roe, Yves}",
        ),
        (
            "author = {A. Roe and ...}",
            'Write "others" last.',
            "author = {A. Roe and others}",
        ),
        (
            "author = {Ana Roe Gil, María Doe y José Luis Poe Ruiz}",
            "Write: Ana Roe Gil and María Doe and José Luis Poe Ruiz;"
            " for one person, put the family name into braces.",
            "author = {Ana Roe Gil and María Doe and José Luis Poe Ruiz}",
        ),
        ("author = {Mu{~n}oz, Ada}", "Write ñ, if that is meant.", "author = {Muñoz, Ada}"),
        ("author = {POWER, BETH A.}", "Write: Power, Beth A.", "author = {Power, Beth A.}"),
        (
            "author = {POWER-REED, BETH}",
            "Write: Power-Reed, Beth",
            "author = {Power-Reed, Beth}",
        ),
        (
            "author = {POWER, BA}",
            "Write it as in Dore, J.; put a body's name into braces: {{NICE}}.",
            "author = {Power, B. A.}",
        ),
        (
            "author = {B. POWER}",
            "Write B. Power; put a body's name into braces: {{NICE}}.",
            "author = {B. Power}",
        ),
        (
            "author = {MACDONALD, BETH}",
            "Write it as in Dore, J.; put a body's name into braces: {{NICE}}.",
            "author = {MacDonald, Beth}",
        ),
        (
            "author = {SQLite4}",
            "For a body, or to keep all of it, put the whole into braces.",
            "author = {{SQLite4}}",
        ),
        (
            "author = {Roe, Professor of Law Ada}",
            "For a body, or to keep all of it, put the whole into braces.",
            "author = {Roe, Ada}",
        ),
        (
            "author = {Roe, A. (ed.)}",
            "Write: Roe, A. For a body, or to keep all of it, put the whole into braces.",
            "author = {Roe, A.}",
        ),
        *(
            (
                f"author = {{{typed}}}",
                f"Put a body's name into braces: {{{{{body}}}}}; several stand apart by and.",
                f"author = {{{{{body}}}}}",
            )
            for typed, body in (
                ("Food and Drug Administration",) * 2,
                ("University of York, Faculty of Arts, Department of Law, Office of Care",) * 2,
                ("U.S. Food & Drug Administration", r"U.S. Food \& Drug Administration"),
            )
        ),
        (
            "author = {Roe A}",
            "Write Roe, A. or, if that is right, A, Roe",
            "author = {Roe, A.}",
        ),
        (
            "author = {Organization, World Health}",
            "Write: {{World Health Organization}}",
            "author = {{World Health Organization}}",
        ),
        ("author = {Roe, A. et al.}", "Write: Roe, A. and others", "author = {Roe, A. and others}"),
        (
            "author = {ROE A, DOE J}",
            'Write "and" between names: Roe, A. and Doe, J.',
            "author = {Roe, A. and Doe, J.}",
        ),
        (
            "author = {World Health Organization}",
            "Put a body's name into braces: {{World Health Organization}}",
            "author = {{World Health Organization}}",
        ),
        (
            "author = {Sleep Health and Dream Institute}",
            "Put a body's name into braces, with all that belongs to it.",
            "author = {{Sleep Health and Dream Institute}}",
        ),
        *(
            (
                f"author = {{Roe, Ada and {typed}}}",
                f"Put a body's name into braces: {{{body}}}",
                f"author = {{Roe, Ada and {{{body}}}}}",
            )
            for typed, body in (
                ("Dream Institute", "Dream Institute"),
                ("for the ABC Consortium", "ABC Consortium"),
                ("en nombre del Grupo Sociedad X", "Grupo Sociedad X"),
                ("on behalf of ABC Group", "ABC Group"),
            )
        ),
        (
            r"author = {O\'Brien, Pat}",
            "Write: O'Brien, Pat",
            "author = {O'Brien, Pat}",
        ),
        ("author = {Roe A B}", 'Write "and" between names: Roe, A. B.', "author = {Roe, A. B.}"),
        (
            "author = {Ada Doe and Roe A B}",
            "Write: Roe, A. B.",
            "author = {Ada Doe and Roe, A. B.}",
        ),
        ("author = {Nguyen Van A}", "Write it as Family, Given.", "author = {Nguyen, Van A.}"),
        (
            "author = {Ibn Khaldun}",
            "Write {{Ibn Khaldun}} or, if that is right, Khaldun, Ibn",
            "author = {{Ibn Khaldun}}",
        ),
        (
            "author = {Ada K. Roe, Brent Doe and Ivo Poe}",
            "Write: Ada K. Roe and Brent Doe and Ivo Poe; for one person, put the family name into"
            " braces.",
            "author = {Ada K. Roe and Brent Doe and Ivo Poe}",
        ),
        (
            "author = {Jane Roe, LCSW}",
            'Write "and" between names, each as Family, Given; leave out degrees and where people'
            " work.",
            "author = {Roe, Jane}",
        ),
        (
            "author = {Ada Roe, https://orcid.org/0000-0002-1825-0097}",
            "Write: Ada Roe. For a body, or to keep all of it, put the whole into braces.",
            "author = {Ada Roe}",
        ),
        (
            r"author = {Roe, Ada and Jim Doe\emph{ et al.}}",
            "Write: Jim Doe and others",
            "author = {Roe, Ada and Jim Doe and others}",
        ),
        (
            r"author = {R{\'{o}}e1, Ada}",
            "Write: Róe, Ada. For a body, or to keep all of it, put the whole into braces.",
            r"author = {R{\'{o}}e, Ada}",
        ),
        (
            "author = {10x Genomics}",
            "For a body, or to keep all of it, put the whole into braces.",
            "author = {{10x Genomics}}",
        ),
        (
            "author = {Birg\ufffdta Roe1}",
            "Copy the text once more, as UTF-8.",
            "author = {Roe, Birgitta}",
        ),
        (
            "author = {Roe1, {Ada Kim}}",
            "For a body, or to keep all of it, put the whole into braces.",
            "author = {{Roe1, Ada Kim}}",
        ),
        (
            "author = {Roe1, Ada <a@example.org>}",
            "Write: Roe, Ada. For a body, or to keep all of it, put the whole into braces.",
            "author = {Roe, Ada and {Robert (Bob) Roe}}",
        ),
        (
            "author = {L&oacute;pez, A. and M&#252;ller, B.}",
            "Write ó, ü instead.",
            "author = {López, A. and Müller, B.}",
        ),
        (
            "author = {ELLEN VOGT}",
            "Write Ellen Vogt; put a body's name into braces: {{NICE}}.",
            "author = {Ellen Vogt}",
        ),
        *(
            (
                f"author = {{{body}}}",
                f"Write it as in Dore, J.; put a body's name into braces: {{{{{body}}}}}.",
                f"author = {{{{{body}}}}}",
            )
            for body in (
                "UNITED NATIONS",
                "MEDECINS SANS FRONTIERES",
                "WORLD HEALTH",
                "GREEN PEACE",
            )
        ),
        (
            "author = {DR. JOHN SMITH}",
            "Write John Smith; put a body's name into braces: {{NICE}}.",
            "author = {John Smith}",
        ),
        (
            "author = {DONALD K. MASON, Jr.}",
            "Write: Donald K. Mason, Jr.",
            "author = {Donald K. Mason, Jr.}",
        ),
        (
            "author = {ADA DE LA CRUZ}",
            "Write it as in Dore, J.; put a body's name into braces: {{ADA DE LA CRUZ}}.",
            "author = {de la Cruz, Ada}",
        ),
        (
            "author = {Roe, Ada and Ivo Poe en nombre de la Red Lenta}",
            "Write: Ivo Poe. For a body, or to keep all of it, put the whole into braces.",
            "author = {Roe, Ada and Ivo Poe}",
        ),
        (
            "author = {{Sokolova, Irene} and {Weleda, A. G.} and {de Vos, Xoana P.}}",
            "Braces are for the name of a body. Write: Sokolova, Irene and {Weleda, A. G.}"
            " and de Vos, Xoana P.",
            "author = {Sokolova, Irene and {Weleda, A. G.} and de Vos, Xoana P.}",
        ),
        (
            "author = {{Roe, Ada} and {Zenodo Team} and {others}}",
            "Braces are for the name of a body. Write: Roe, Ada and {Zenodo Team} and others",
            "author = {Roe, Ada and {Zenodo Team} and others}",
        ),
        (
            "author = {{Roe, Victoria Kim}}",
            "Braces are for the name of a body. Write: Roe, Victoria Kim",
            "author = {Roe, Victoria Kim}",
        ),
        (
            "author = {{Doe, J.-P.}}",
            "Braces are for the name of a body. Write: Doe, J.-P.",
            "author = {Doe, J.-P.}",
        ),
        (
            r"author = {Roe, Ada and Doe, Jim$^{\dagger}$}",
            "Write: Doe, Jim. For a body, or to keep all of it, put the whole into braces.",
            "author = {Roe, Ada and Doe, Jim}",
        ),
        ("author = {[s.n.]}", "Remove it, or the whole field.", "year = {2019}"),
        (
            "author = {Roe, Ada, ada@example.org}",
            "Write: Roe, Ada. For a body, or to keep all of it, put the whole into braces.",
            "author = {Roe, Ada}",
        ),
        ("author = {MÃ¶ller, Ã“scar}", "Write Möller.", "author = {Möller, Óscar}"),
        ("author = {[No authors listed]}", "Remove it, or the whole field.", "year = {2019}"),
        ("author = {Autor desconocido}", "Remove it, or the whole field.", "year = {2019}"),
        ("author = {Unknown author}", "Remove it, or the whole field.", "year = {2019}"),
        (
            "author = {Roe, A. and American Academy of Sleep, Medicine}",
            "Write: {American Academy of Sleep Medicine}",
            "author = {Roe, A. and {American Academy of Sleep Medicine}}",
        ),
        (
            "author = {European Organisation for, Research and Roe, Ada}",
            'Write "and" between names, each as Family, Given; leave out degrees and where people'
            " work.",
            "author = {{European Organisation for Research} and Roe, Ada}",
        ),
        (
            "author = {S. C. on Disseminated COAGULATION}",
            "Write it as in Dore, J.; put a body's name into braces: {{S. C. on ",
            "author = {{S. C. on Disseminated Coagulation}}",
        ),
        (
            "author = {World Health, Organization}",
            "Write: {{World Health Organization}}",
            "author = {{World Health Organization}}",
        ),
    ],
)
def test_who_follows_a_hint_on_names_hears_no_more(check, wrong, hint, right):
    """A hint shows the line as it should be."""
    text = "@booklet{{smith2027, title = {{A title}}, {}}}"
    assert [str(p).partition(f". {hint}")[1] for p in check(text.format(wrong))] == [f". {hint}"]
    assert check(text.format(right)) == []
