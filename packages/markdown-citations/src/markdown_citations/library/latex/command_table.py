r"""What LaTeX's commands print.

Those that bibliographies use most stand here; for the others pylatexenc's tables are
asked, which know a thousand signs and which commands take arguments.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple

from markdown_citations.library.latex.pylatexenc_tables import read_tables, template_of


class Command(NamedTuple):
    """What a command prints."""

    template: str
    """`{0}` stands for its first argument; a sign stands for itself."""
    arguments: str = ""
    """As in LaTeX's own manuals: `{` for one that it must have, `[` for one that it may;
    `#` is a length, such as `-.1em`."""
    is_math: bool = False
    """Whether its arguments are formulas."""


def _words(text: str) -> list[str]:
    return text.split()


def _signs(table: str) -> dict[str, Command]:
    pairs = [row.split() for row in table.split("  ") if row.strip()]
    return {name: Command(sign) for name, sign in pairs}


_LETTERS = _signs(
    "ss ß  o ø  O Ø  l ł  L Ł  ae æ  AE Æ  oe œ  OE Œ  aa å  AA Å  i ı  j ȷ  imath ı  jmath ȷ"
    "  dh ð  DH Ð  th þ  TH Þ  dj đ  DJ Đ  ng ŋ  NG Ŋ  SS ẞ  IJ Ĳ  ij ĳ"
)
_SIGNS = _signs(
    "XeLaTeX XeLaTeX  circledR ®  neg ¬  Box □  Diamond ◇"
    "  LaTeX LaTeX  TeX TeX  BibTeX BibTeX  LaTeXe LaTeX2e  copyright ©  textcopyright ©"
    "  textregistered ®  texttrademark ™  textgreater >  textless <  less <  greater >  lt <  gt >"
    "  textbar |  textasciitilde ~  textasciicircum ^  textunderscore _  textbackslash \\"
    "  textdollar $  textbraceleft {{  textbraceright }}  lbrace {{  rbrace }}"
    "  textquotesingle '  textquotedbl \"  textquotedblleft “  textquotedblright ”"
    "  textquoteleft ‘  textquoteright ’  quotedblbase „  quotesinglbase ‚  glqq „  grqq “"
    "  glq ‚  grq ‘  flqq «  frqq »  flq ‹  frq ›  lq ‘  rq ’  guillemotleft «  guillemotright »"
    "  guillemetleft «  guillemetright »"
    "  guilsinglleft ‹  guilsinglright ›  textendash –  textemdash —  textbullet •  dag †  ddag ‡"
    "  dagger †  ddagger ‡  pounds £  textsterling £  euro €  EUR €  texteuro €  slash /"
    "  ldots …  dots …  textellipsis …  degree °  textdegree °  celsius °C  textcelsius °C"
    "  percent %  textpercent %  mu μ  micro µ  textmu µ  checkmark ✓  textperiodcentered ·"
    "  textquestiondown ¿  textexclamdown ¡  textordfeminine ª  textordmasculine º"
    "  le ≤  leq ≤  leqslant ⩽  ge ≥  geq ≥  geqslant ⩾  ne ≠  neq ≠  sim ∼  circ ∘  times ×"
    "  prime ′  textprime ′  textonehalf ½  textonequarter ¼  textthreequarters ¾  cdot ⋅"
    "  backslash \\  lbrack [  rbrack ]  vert |  colon :  star ⋆  No №  textnumero №"
    '  hyphen -  hyp -  psq f.  psqq ff.  pno p.  ppno pp.  bibrangedash –  midtilde ~  dq "'
    '  textquotestraightdblbase „  textquotedblplain "'
    "  ndash –  mdash —  textminus −  adddot .  addcomma ,  addcolon :  addsemicolon ;"
    # unicode-math's names of ASCII, which Crossref writes: {\&}amp$\mathsemicolon$
    "  mathexclam !  mathoctothorpe #  mathdollar $  mathpercent %  mathampersand &  lparen ("
    "  rparen )  mathplus +  mathcomma ,  mathperiod .  mathslash /  mathcolon :  mathsemicolon ;"
    "  equal =  mathquestion ?  mathatsign @  mathunderscore _"
)
# Of siunitx; its arguments are units, which stand nowhere else.
_UNITS = _signs(
    "mmHg mmHg  "
    "pico p  nano n  milli m  centi c  deci d  deca da  hecto h  kilo k  mega M  giga G  gram g"
    "  meter m  metre m  second s  minute min  hour h  day d  liter L  litre L  mole mol  molar M"
    "  kelvin K  degreeCelsius °C  hertz Hz  pascal Pa  joule J  watt W  volt V  ampere A"
    "  newton N  becquerel Bq  gray Gy  sievert Sv  tonne t  electronvolt eV  dalton Da  ohm Ω"
    "  farad F  tesla T  decibel dB  per /  squared ²  cubed ³  ug µg  um µm  us µs  uL µL"
    "  umol µmol  uA µA  uV µV  uW µW  uJ µJ"
) | {
    name: Command(name)
    for name in _words(
        "pg mg kg nm mm cm dm km fs ps ns ms fmol pmol nmol mmol kmol ml mL hL Hz mHz kHz"
        " MHz GHz mA kA mV kV mW kW MW GW kWh mN kN MN Pa kPa MPa GPa mJ kJ eV meV keV MeV GeV dB"
    )
}
_PREFIXES = _words("pico nano micro milli centi deci deca hecto kilo mega giga")
# \citet, \parencite, \autoref: what they stand for is nowhere in an entry; nor is \today.
_UNREADABLE = re.compile(r"^(?:no)?[Cc]ite|cites?$|ref$|^today$")
_SPACES = _words(
    "addspace addnbspace space quad qquad enspace enskip thinspace nobreakspace newline par"
    " hfill hfil"
)
# A paragraph's sign stands apart from its number, a French quotation from its marks.
_APART = {
    **dict.fromkeys(("S", "textsection"), Command("§ ")),
    **{"P": Command("¶ "), "og": Command("« "), "fg": Command(" »")},
}
_SHAPES = _words("""
textit textbf textsf texttt textup textmd textrm textsc textsl textnormal textsw textlf textin
textulc emph underline uline mbox hbox fbox text ensuremath mathrm mathbf mathit mathsf mathtt
mathcal mathscr mathfrak mathnormal boldsymbol bm operatorname mathop mathord makebox
framebox code pkg proglang bibnamefont bibfnamefont textls rlap llap clap chemfig
sout st hl ul uwave xout
MakeSentenceCase autocap protect
NoCaseChange doi cf mhchem textquotesingle acro
textgreek textlatin textcyrillic textgerman textfrench mkbibemph mkbibitalic mkbibbold
mkbibacro mkbibordinal bibstring oldstylenums
textipa textfrak textsuperscript textsubscript textsmaller smash
""")
_MATH_SHAPES = frozenset(
    _words(
        "ensuremath mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak mathnormal"
        " boldsymbol bm operatorname mathop mathord smash"
    )
)
QUOTING = {
    **dict.fromkeys(("enquote", "mkbibquote"), "{"),
    **dict.fromkeys(("textquote", "blockquote"), "[[{"),
    **dict.fromkeys(("foreignquote", "hyphenquote"), "{{"),
    **dict.fromkeys(("foreigntextquote", "foreignblockquote"), "{[[{"),
}
"""Those that put marks around their last argument, others inside of each other."""
_WITH_ARGUMENTS = {
    "href": Command("{1}", "{{"),
    "hyperref": Command("{1}", "[{"),
    "foreignlanguage": Command("{2}", "[{{"),
    "textlang": Command("{1}", "{{"),
    "texorpdfstring": Command("{1}", "{{"),
    "textcolor": Command("{2}", "[{{"),
    "colorbox": Command("{2}", "[{{"),
    "raisebox": Command("{3}", "{[[{"),
    "parbox": Command("{4}", "[[[{{"),
    "scalebox": Command("{1}", "{{"),
    "resizebox": Command("{2}", "{{{"),
    "rotatebox": Command("{2}", "[{{"),
    "multicolumn": Command("{2}", "{{{"),
    **dict.fromkeys(QUOTING, Command("{0}", "{")),
    "mkbibparens": Command("({0})", "{"),
    "mkbibbrackets": Command("[{0}]", "{"),
    "frac": Command("{0}/{1}", "{{", is_math=True),
    "dfrac": Command("{0}/{1}", "{{", is_math=True),
    "tfrac": Command("{0}/{1}", "{{", is_math=True),
    "nicefrac": Command("{0}/{1}", "{{", is_math=True),
    "sfrac": Command("{0}/{1}", "{{", is_math=True),
    "sqrt": Command("√{1}", "[{", is_math=True),
    "binom": Command("({0} {1})", "{{", is_math=True),
    **dict.fromkeys(("footnote", "thanks"), Command(" [{1}]", "[{")),
    "bibinfo": Command("{1}", "{{"),
    "square": Command("{0}²", "{"),
    "cubic": Command("{0}³", "{"),
    "si": Command("{1}", "[{", is_math=True),
    "unit": Command("{1}", "[{", is_math=True),
}
_SILENT = {
    **dict.fromkeys(
        ("noopsort", "SortNoop", "nop", "label", "phantom", "hphantom"),
        Command("", "{"),
    ),
    **dict.fromkeys(
        ("vphantom", "color", "pagecolor", "selectlanguage", "begin", "end", "bibliographystyle"),
        Command("", "{"),
    ),
    **dict.fromkeys(("includegraphics", "index"), Command("", "[{")),
    **dict.fromkeys(
        _words("fontfamily fontseries fontshape fontencoding linespread BibitemShut"),
        Command("", "{"),
    ),
    "usefont": Command("", "{{{{"),
    **dict.fromkeys(("hskip", "vskip"), Command(" ", "#")),
    **dict.fromkeys(("linebreak", "pagebreak"), Command(" ", "[")),
    **dict.fromkeys(("nolinebreak", "nopagebreak"), Command("", "[")),
    **dict.fromkeys(("fontsize", "rule"), Command("", "{{")),
    **dict.fromkeys(("kern", "lower", "raise"), Command("", "#")),
    **dict.fromkeys(
        _words("""em it bf sc tt rm sf sl up md itshape bfseries scshape ttfamily rmfamily sffamily
        slshape upshape mdseries normalfont normalsize small footnotesize scriptsize tiny large
        Large LARGE huge Huge relax protect noindent indent break allowbreak nobreak unskip
        displaystyle textstyle scriptstyle left right big Big bigg Bigg bigl bigr limits nolimits
        rightarrowfill selectfont null empty sloppy nobreakdash
        quotation centering raggedright item isdot nopp cal newblock BibitemOpen aftergroup
        ignorespaces"""),
        Command(""),
    ),
}
COMMANDS: Mapping[str, Command] = {
    **{name: Command("{0}", "{", name in _MATH_SHAPES) for name in _SHAPES},
    **_WITH_ARGUMENTS,
    **_SILENT,
    **{name: Command(" ") for name in _SPACES},
    **_LETTERS,
    **_SIGNS,
    **_UNITS,
    **_APART,
}
"""By their names, without the backslash."""

_ENVIRONMENTS = {
    "adjustbox": "{",
    "hyphenrules": "{",
    "longtable": "[{",
    "minipage": "[[[{",
    "multicols": "{[",
    "otherlanguage": "[{",
    "spacing": "{",
    "tabular": "[{",
    "tabulary": "{{",
    "thebibliography": "{",
    **dict.fromkeys(_words("document quotation quote verbatim verse"), ""),
}
"""By their names, which arguments they take; of others pylatexenc is asked."""
_FORMULAS = frozenset(
    _words("aligned cases displaymath gathered math matrix bmatrix Bmatrix pmatrix vmatrix Vmatrix")
)

# Those that pylatexenc lacks.
_FUNCTIONS = frozenset(_words("Pr arg cot coth csc deg det dim gcd hom ker lg sec"))

ACCENTS = dict(
    zip(
        "`'^\"~=.uvHckdbrt",
        "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0328\u0323\u0331\u030a\u0361",
        strict=True,
    )
)
"""By the sign or the letter that puts each on the next letter."""
MATH_ACCENTS = {
    "acute": "\u0301",
    "grave": "\u0300",
    "bar": "\u0304",
    "breve": "\u0306",
    "hat": "\u0302",
    "check": "\u030c",
    "ddot": "\u0308",
    "dot": "\u0307",
    "tilde": "\u0303",
    "mathring": "\u030a",
    "ocirc": "\u030a",
    "not": "\u0338",
    "textcommabelow": "\u0326",
    "cb": "\u0326",
    "textdotbelow": "\u0323",
    "textogonekcentered": "\u0328",
}
ESCAPES = {
    **dict.fromkeys("&%$#_{}|?", ""),
    **dict.fromkeys(" ,;:>\\\n", " "),
    **dict.fromkeys("-/!@*+", None),
}
"""Of what stands behind a backslash: itself, a blank, or nothing."""


def find_command(name: str) -> Command | None:
    """Return what a command prints, or None where nobody knows it."""
    if _UNREADABLE.search(name) and name not in COMMANDS:
        return None
    found = COMMANDS.get(name) or _whole_unit(name) or _foreign(name)
    if name in _FUNCTIONS:
        return Command(name)
    # \textalpha is \alpha outside of formulas, \upalpha in an upright font.
    plain = re.fullmatch(r"(?:text|up)(\w{2,})", name)
    return found or (_foreign(plain[1]) if plain else None)


def _whole_unit(name: str) -> Command | None:
    """Put `kilogram` together."""
    for prefix in _PREFIXES:
        if unit := name.startswith(prefix) and _UNITS.get(name.removeprefix(prefix)):
            return Command(_UNITS[prefix].template + unit.template)
    return None


@functools.lru_cache(maxsize=1024)
def _foreign(name: str) -> Command | None:
    """Ask pylatexenc; a command that is known to print nothing keeps its last argument."""
    tables = read_tables()
    form, text = tables.arguments.get(name, ""), tables.texts.get(name)
    if text and "%" not in text:
        return Command(text.replace("{", "{{").replace("}", "}}"))
    if "{" in form:
        return Command(template_of(text or "", form) or f"{{{form.rindex('{')}}}", form)
    return None


def find_environment(name: str) -> tuple[str, bool] | None:
    """Return which arguments an environment takes, and whether it is a formula.

    None where nobody knows it.
    """
    name = name.rstrip("*")
    if name in _ENVIRONMENTS:
        return _ENVIRONMENTS[name], False
    if name in _FORMULAS or COMMANDS.get(name) == Command(""):  # such as em, small
        return "", name in _FORMULAS
    return read_tables().environments.get(name)
