"""What a message about a value says, and that who follows its hint hears no more."""

import pytest

PAGES = "Write them as in 165--183 or e79, or only the first page."


@pytest.mark.parametrize(
    ("wrong", "hint", "right"),
    [
        (
            "author = {and Violence, International Journal of Conflict}",
            'One "and" between two names, none before the first or after the last.',
            "author = {{International Journal of Conflict and Violence}}",
        ),
        ("author = {Roe, A. and}", "Write: Roe, A.", "author = {Roe, A.}"),
        (
            "author = {and Roe, Ada and and Doe, Jim}",
            "Write: Roe, Ada and Doe, Jim",
            "author = {Roe, Ada and Doe, Jim}",
        ),
        (
            "author = {Department of Health, Office of Research}",
            "Put a body's name into braces: {{Department of Health, Office of Research}}; several"
            " stand apart by and.",
            "author = {{Department of Health, Office of Research}}",
        ),
        *(
            (
                f"author = {{{body}}}",
                f"Put a body's name into braces: {{{{{body}}}}}; several stand apart by and.",
                f"author = {{{{{body}}}}}",
            )
            for body in (
                "Gesellschaft für Psychiatrie und Psychotherapie, Psychosomatik und Neurologie",
                "Bundesministerium für Arbeit, Gesundheit, Familie und Soziales",
                "Ministerio de Sanidad, Servicios Sociales e Igualdad",
                "Ministère du Travail, de la Santé et des Solidarités",
            )
        ),
        (
            "author = {Universität Wien, Ada Roe und Jörg Doe}",
            'Write "and" between names, each as Family, Given; leave out degrees and where people'
            " work.",
            "author = {Ada Roe and Jörg Doe}",
        ),
        ("year = {1985a}", "Write 1985.", "year = {1985}"),
        ("year = {2O2l}", "Write 2021.", "year = {2021}"),
        (
            "year = {May 2019}",
            "Write 2019, and when it was as date = {2019-05}.",
            "year = {2019}, date = {2019-05}",
        ),
        ("date = {2018 May 5}", "Write 2018-05-05.", "date = {2018-05-05}"),
        ("date = {2018, May}", "Write 2018-05.", "date = {2018-05}"),
        ("date = {20180504}", "Write 2018-05-04.", "date = {2018-05-04}"),
        ("date = {24.5.2018}", "Write 2018-05-24.", "date = {2018-05-24}"),
        (
            "year = {20180504}",
            "Write 2018, and when it was as date = {2018-05-04}.",
            "year = {2018}, date = {2018-05-04}",
        ),
        ("date = {12.03.2019}", "Write 2019-03-12.", "date = {2019-03-12}"),
        ("date = {5/24/2018}", "Write 2018-05-24.", "date = {2018-05-24}"),
        (
            "date = {5/4/2018}",  # which of them is the month?
            "Write 2018, or year, month and day, as in 2026-11-22",
            "date = {2018-05-04}",
        ),
        (
            "date = {May 5--7, 2019}",
            "Write 2019-05-05/2019-05-07.",
            "date = {2019-05-05/2019-05-07}",
        ),
        ("year = {2009/1999}", "Write 2009.", "year = {2009}"),
        ("year = {2013--present}", "Write 2013--.", "year = {2013--}"),
        ("date = {2013--present}", "Write 2013/.", "date = {2013/}"),
        ("year = {2016 to 2018}", "Write 2016--2018.", "year = {2016--2018}"),
        (
            "year = {in press}",
            "Leave it out, and write pubstate = {inpress}.",
            "pubstate = {inpress}",
        ),
        (
            "year = {in press, 2019}",
            "Write 2019, and pubstate = {inpress}.",
            "year = {2019}, pubstate = {inpress}",
        ),
        (
            "year = {forthcoming, 2027}",
            "Write 2027, and pubstate = {forthcoming}.",
            "year = {2027}, pubstate = {forthcoming}",
        ),
        (
            "year = {2018/05}",
            "Write 2018, and when it was as date = {2018-05}.",
            "year = {2018}, date = {2018-05}",
        ),
        ("note = {p &amp;lt; 1}", "Write < instead.", "note = {p < 1}"),
        ("date = {~2019}", "Write 2019~.", "date = {2019~}"),
        ("date = {2019-05-00}", "Write 2019-05.", "date = {2019-05}"),
        ("date = {05/2019}", "Write 2019-05.", "date = {2019-05}"),
        ("date = {2019/5/1}", "Write 2019-05-01.", "date = {2019-05-01}"),
        ("doi = {10.1192%2Fa.b}", "Write it as 10.1192/a.b", "doi = {10.1192/a.b}"),
        ("doi = {10.1192/a. b}", "Copy it once more, without spaces.", "doi = {10.1192/a.b}"),
        ("doi = {10.1192/ab. PMID: 31234567}", "Write it as 10.1192/ab", "doi = {10.1192/ab}"),
        (
            "doi = {10.1192/a.b 10.1192/c}",
            "An entry has one, of the work itself: remove the others.",
            "doi = {10.1192/a.b}",
        ),
        ("doi = {<10.1192/a.b>}", "Write it as 10.1192/a.b", "doi = {10.1192/a.b}"),
        ("doi = {(10.1192/a.b)}", "Write it as 10.1192/a.b", "doi = {10.1192/a.b}"),
        ("doi = {10.1192/a.b [doi]}", "Write it as 10.1192/a.b", "doi = {10.1192/a.b}"),
        ("doi = {10.1192/a.b (open)}", "Write it as 10.1192/a.b", "doi = {10.1192/a.b}"),
        ("url = {'https://a.org/b'}", "Write it as https://a.org/b", "url = {https://a.org/b}"),
        ("url = {URL: https://a.org/b}", "Write it as https://a.org/b", "url = {https://a.org/b}"),
        ("url = {<https://a.org/b>}", "Write it as https://a.org/b", "url = {https://a.org/b}"),
        (
            "url = {https://a.org/b; https://a.org/c}",
            "An entry has one: put the others into note.",
            "url = {https://a.org/b}, note = {https://a.org/c}",
        ),
        ("doi = {10.1192/a.b?src=x}", "Write it as 10.1192/a.b", "doi = {10.1192/a.b}"),
        ('doi = {"10.1192/a.b"}', "Write it as 10.1192/a.b", "doi = {10.1192/a.b}"),
        ("pmcid = {pmc9207256}", "Write it as PMC9207256", "pmcid = {PMC9207256}"),
        ("pmcid = {9207256}", "Write it as PMC9207256", "pmcid = {PMC9207256}"),
        ("doi = {10.1192/A.b; 10.1192/a.b}", "Write it as 10.1192/a.b", "doi = {10.1192/a.b}"),
        (
            "journal = {JOURNAL OF SLEEP}",
            "Write it as the journal itself does.",
            "journal = {Journal of Sleep}",
        ),
        ("pmcid = {PMC 9207256}", "Write it as PMC9207256", "pmcid = {PMC9207256}"),
        (
            "url = {https://a.org/b (accessed 5 May 2020)}",
            "Write it as https://a.org/b",
            "url = {https://a.org/b}",
        ),
        ("url = {https://https://a.org}", "Write it as https://a.org", "url = {https://a.org}"),
        ("pmid = {PMC9207256}", "It looks like 30917760", "pmid = {30917760}"),
        ("pmid = {309177601}", "It looks like 30917760", "pmid = {30917760}"),
        ("doi = {DOI 10.1192/a.b.}", "Write it as 10.1192/a.b", "doi = {10.1192/a.b}"),
        (
            "url = {www.nice.org.uk}",
            "Write it as https://www.nice.org.uk",
            "url = {https://www.nice.org.uk}",
        ),
        (
            "pages = {10.1000/xyz123}",
            "It is a DOI: doi = {10.1000/xyz123}",
            "doi = {10.1000/xyz123}",
        ),
        (
            "pages = {doi.org/10.1192/a-b-c}",
            "It is a DOI: doi = {10.1192/a-b-c}",
            "doi = {10.1192/a-b-c}",
        ),
        ("pages = {165 to 183}", "Write 165--183", "pages = {165--183}"),
        (
            "pages = {3(4):5--9, 12}",
            "Write pages = {5--9, 12}; 3 goes into volume, 4 into number.",
            "pages = {5--9, 12}",
        ),
        ("pages = {pp. 12 to pp. 19}", "Write 12--19", "pages = {12--19}"),
        ("pages = {S12 bis S19}", "Write S12--S19", "pages = {S12--S19}"),
        ("pages = {de 101 a 110}", "Write 101--110", "pages = {101--110}"),
        ("pages = {iv to xii}", "Write iv--xii", "pages = {iv--xii}"),
        ("pages = {12 to 10}", PAGES, "pages = {10--12}"),
        ("pages = {10--12 to 15}", PAGES, "pages = {10--12, 15}"),
        ("pages = {1 of 12}", PAGES, "pages = {1}"),
        (
            "pages = {in print}",
            "Leave them out, or write them as in 165--183 or e79.",
            "pages = {e79}",
        ),
        (
            "url = {240.html}",
            "An address starts with https:// and holds no space.",
            "url = {https://a.org/240.html}",
        ),
        (
            "url = {https://a.org/1 (78)/3}",
            "An address starts with https:// and holds no space.",
            "url = {https://a.org/1%20(78)/3}",
        ),
        ("url = {//a.org/b}", "Write it as https://a.org/b", "url = {https://a.org/b}"),
        ("url = {10.1192/a.b}", "It is a DOI: doi = {10.1192/a.b}", "doi = {10.1192/a.b}"),
        (
            r"howpublished = {See \url{www.nice.org.uk} in 2020}",
            "Write it as https://www.nice.org.uk",
            "howpublished = {https://www.nice.org.uk, read in 2020}",
        ),
        (
            "issn = {978-3-16-148410-0}",
            'It is an ISBN: put it into "isbn", if it is not there.',
            "isbn = {978-3-16-148410-0}",
        ),
        (
            "isbn = {84-458-1087-}",
            "An ISBN has 10 digits, or 13 that begin with 978 or 979.",
            "isbn = {84-458-1087-1}",
        ),
        ("isbn = {doi:10.1192/a.b}", "It is a DOI: doi = {10.1192/a.b}", "doi = {10.1192/a.b}"),
        (
            "isbn = {2056-4724}",
            'It is an ISSN: put it into "issn", if it is not there.',
            "issn = {2056-4724}",
        ),
        ("note = {Sand & Stone}", r"Write \& instead.", r"note = {Sand \& Stone}"),
        (r"journal = {\apj}", "Write what it stands for.", "journal = {The Astrophysical Journal}"),
        ("note = {by GarcÃ\u00ada, so}", "Write García.", "note = {by García, so}"),
        ("note = {patientâ€™s}", "Write patient’s.", "note = {patient’s}"),
        ("note = {StanisÅ‚aw}", "Write Stanisław.", "note = {Stanisław}"),
        ("note = {TomÃ¡Å¡}", "Write Tomáš.", "note = {Tomáš}"),
        ("note = {5 â‰¥ 4}", "Write ≥.", "note = {5 ≥ 4}"),
        ("note = {Â«Â\u00a0mot}", "Write «~mot.", "note = {mot}"),
        ("note = {Take 5Â\u00a0mg of}", "Write 5~mg.", "note = {Take 5~mg of}"),
        ("note = {Å½eljko}", "Write Željko.", "note = {Željko}"),
        ("note = {Ã\u00adé}", "Write íé.", "note = {íé}"),
        ("note = {it\x92s}", "Write it’s.", "note = {it’s}"),
        ("note = {depresiÃƒÂ³n}", "Write depresión.", "note = {depresión}"),
        ("note = {Å\u00a0tÄ›pÃ¡n, Ada}", "Write Štěpán.", "note = {Štěpán, Ada}"),
        (r"note = {\emph{MÃ¼ller}}", "Write Müller.", r"note = {\emph{Müller}}"),
        ("note = {{MÃ¼}ller}", "Write Mü.", "note = {{Mü}ller}"),
        (r"note = {M{\~A}{\textonequarter}ller}", "Write Müller.", "note = {Müller}"),
        ("note = {5 Å² and SÃ£o}", "Write São.", "note = {5 Å² and São}"),
        ("note = {TrÆ°Æ¡ng}", "Write Trương.", "note = {Trương}"),
        (
            "note = {A {\\^{a}}\x80\x93 B}",
            "Copy the text once more, as UTF-8.",
            "note = {A – B}",
        ),
        ("note = {Ð¡Ñ‚Ð°Ñ‚ÑŒÑ}", "Copy the text once more, as UTF-8.", "note = {Статья}"),
        ("note = {5&#37;}", r"Write \% instead.", r"note = {5\%}"),
        ("note = {5&nbsp;mg}", "Write ~ instead.", "note = {5~mg}"),
        ("note = {&#8217;n&amp;amp;&lt;}", r"Write ’, \&, < instead.", r"note = {’n\&<}"),
        (
            "title = {On <i>Papaver</i> and <b>p</b>}",
            r"Write \emph{Papaver} instead.",
            r"title = {On \emph{Papaver} and p}",
        ),
        ("note = {5&thinsp;mg&shy;s}", "Write a blank, nothing instead.", "note = {5 mgs}"),
        ("note = {&nosuch; &amp;}", r"Write \& instead.", r"note = {\&nosuch; \&}"),
        ("note = {&nosuch;}", r"Write \& instead.", r"note = {\&nosuch;}"),
        ("note = {One<br>two <sub>2</sub>}", "Remove it.", "note = {One two $_2$}"),
        ("note = {a</p> <i>x</i>}", "Remove it.", "note = {a x}"),
        ("note = {<i></i>x}", "Remove it.", "note = {x}"),
        (r"note = {<i>A \& B</i>}", r"Write \emph{A \& B} instead.", r"note = {\emph{A \& B}}"),
        (
            r"note = {{\textless}i{\textgreater}5\%{\textless}/i{\textgreater}}",
            r"Write \emph{5\%} instead.",
            r"note = {\emph{5\%}}",
        ),
        (
            r"note = {One{\textless}div{\textgreater} two}",
            "Remove it.",
            "note = {One two}",
        ),
        ("note = {&lt;i&gt;A&lt;/i&gt;}", r"Write \emph{A} instead.", r"note = {\emph{A}}"),
        ("note = {5&lt;br&gt;6}", "Remove it.", "note = {5 6}"),
        ("note = {1 &lt; 2, 2 &gt; 1}", "Write <, > instead.", "note = {1 < 2, 2 > 1}"),
        ("note = {CO<inf>2</inf>}", r"Write \textsubscript{2} instead.", "note = {CO$_2$}"),
        ("note = {CO<sub>2</sub>}", r"Write \textsubscript{2} instead.", "note = {CO$_2$}"),
        ("note = {One<br/>two}", "Remove it.", "note = {One two}"),
        ('note = {See <a href="https://a.org">ours</a>}', "Remove it.", "note = {See ours}"),
        (
            "volume = {In Press, Corrected Proof}",
            "Leave it out, and write pubstate = {inpress}.",
            "pubstate = {inpress}",
        ),
        (
            'title = {[German] "Anderung}',
            "Write Ä, if that is meant, or close it.",
            "title = {[German] Änderung}",
        ),
        (
            "title = {Sleep after PTSD}",
            "Write {PTSD}, or some styles print ptsd.",
            "title = {Sleep after {PTSD}}",
        ),
        (
            r"title = {Calls by AT\&T}",
            r"Write {AT\&T}, or some styles print at\&t.",
            r"title = {Calls by {AT\&T} and R{\&}D}",
        ),
    ],
)
def test_who_follows_a_hint_hears_no_more(check, wrong, hint, right):
    """A hint shows the line as it should be."""
    text = "@booklet{{smith2027, {}}}"
    if "title" not in wrong:
        text = "@booklet{{smith2027, title = {{A title}}, {}}}"
    assert [str(p).partition(f". {hint}")[1] for p in check(text.format(wrong))] == [f". {hint}"]
    assert check(text.format(right)) == []
