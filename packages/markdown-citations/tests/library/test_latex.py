"""LaTeX to the characters that it stands for."""

from __future__ import annotations

import unicodedata

import pytest
from counting import measure_growth
from hypothesis import given
from hypothesis import strategies as st
from markdown_citations.library.identifiers import decode_verbatim
from markdown_citations.library.latex import decode, decode_field, unknown_commands
from markdown_citations.library.latex.html_marks import read_marks


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Plain text, 50% of {PTSD}", "Plain text, 50% of PTSD"),
        (r"M{\"u}ller", "Müller"),
        (r"M\"uller", "Müller"),
        (r"M\"{u}ller", "Müller"),
        (r"{\'E}tienne and \'Etienne", "Étienne and Étienne"),
        (r"\'{\i} \'\i{} \'i", "í í í"),
        (r"\c{S}a\u{g} \v Z \H{o} \k{a} \r{a} \.z \=a", "Şağ Ž ő ą å ż ā"),
        (r"Mar\'\ia, Mart\'\in, Beno\^\it, {\'\i}, \'\i d", "María, Martín, Benoît, í, íd"),
        (r"Alzheimer{\'{}}s and Parkinson{\'}s", "Alzheimer’s and Parkinson’s"),
        (
            r"G{\ifmmode\ddot{u}\else\"{u}\fi}nter, \ifmmode \check{c}\else \v{c}\fi{}aj",
            "Günter, čaj",
        ),
        (r"S{\a'e}bastien Segr{\a`e}", "Sébastien Segrè"),
        (r"speed\string: a\string~b", "speed: a~b"),
        (r"Total \{RNA\} by {\{}fMRI{\}}, \{{M}{R}\}", "Total RNA by fMRI, MR"),
        (r"\(\{A\}\) \ensuremath{\{A\}} \begin{math}\{A\}\end{math}", "{A} {A} {A}"),
        (r"\[\{A\}\] but \{RNA\} of G\{A\} and \{\{NPOV\}\}", "{A} but RNA of G{A} and {{NPOV}}"),
        (r"\{RNA\} costs \$5", "RNA costs $5"),
        (r"the brain{\{}{\textbackslash}textquotesingle{\}}s", "the brain's"),
        (r"The language \{log\}, \{A, B\} and $\{A\}$", "The language {log}, {A, B} and {A}"),
        (r"\O slo \aa ben \L{}ukasz {\ss} \oe uvre", "Øslo åben Łukasz ß œuvre"),
        (r"\~n", "ñ"),
        (r"50\% \& \_ \# \$5", "50% & _ # $5"),
        (r"costs $5", "costs $5"),
        (r"\{a\}", "{a}"),
        (r"\textit{H. pylori} \emph{in} {\em vivo}", "H. pylori in vivo"),
        (r"$\alpha$-MSH, $\pm$ 3", "α-MSH, ± 3"),
        (r"H$_2$O, H\textsubscript{2}O, $10^{-3}$, $^{13}$C", "H₂O, H₂O, 10⁻³, ¹³C"),
        (r"pages 1--3 --- ``so''", "pages 1–3 — “so”"),
        ("a~b  {c}", "a b c"),
        (r"\LaTeX{} and \copyright{} and \textgreater", "LaTeX and © and >"),
        (r"\url{https://a.b/c%20_d~e}", "https://a.b/c%20_d~e"),
        (r"\href{https://a.b}{here}", "here"),
        (r"\unknowncommand{text}", "text"),
        ("{{Nested {braces}}}", "Nested braces"),
        (r"\textsf{R}, \texttt{lme4}, \mbox{Post-War}, \textup{Mg}", "R, lme4, Post-War, Mg"),
        (r"\foreignlanguage{german}{Angst} \textcolor[rgb]{1,0,0}{red}", "Angst red"),
        (r"\raisebox{1pt}{high} \texorpdfstring{$x$}{x} \enquote{so}", "high x “so”"),
        (r"\S 12, \pounds 5, A\slash B, \textsection{}7", "§ 12, £5, A/B, § 7"),
        (r"p $\less$ .05, $5 \leq x$", "p < .05, 5 ≤ x"),
        (r"Drugs {\&}amp$\mathsemicolon$ Care, C$\mathplus$$\mathplus$", "Drugs & Care, C++"),
        (
            r"Pain {\&}Amp$\mathsemicolon$ Care &Amp; R&D; &amp;Amp; &Omega;",
            "Pain & Care & R&D; & Ω",
        ),
        (r"5\({}^{\mbox{th}}\), 5$^{th}$, 37$^\circ$C, $C_{max}$", "5th, 5th, 37°C, Cmax"),
        (r"$x^2$, $10^{n+1}$, $a_{ij}$, f$'$", "x², 10ⁿ⁺¹, aij, f′"),
        (r"\frac{1}{2}, $\sqrt{x}$, \SI{5}{\micro\metre}", "1/2, √x, 5 µm"),
        (r"\SI{5}{\milli\gram\per\kilo\gram}, \qty{1}{\milli\liter}", "5 mg/kg, 1 mL"),
        (r"\SI{5}{mg/kg}, \SIrange{1}{2}{\hour}, \num{7}", "5 mg/kg, 1–2 h, 7"),
        (
            r"2\nicefrac{1}{2}, \nth{3}, \nth{x}, a\hspace{-1em}b, $\Pr x$",
            "2 1/2, 3rd, x, ab, Pr x",
        ),
        (r"\begin{small}a\end{small} \hint{b} \verb|c", "a b |c"),
        (r"\ang{45} and \ang[x=y]{90}", "45° and 90°"),
        (r"\ang{45;30;10}, \ang{;30;}, \ang{;;10}", "45°30′10″, 30′, 10″"),
        (r"\SI{5}{\milligram\per\kilogram}, \qty{1}{\mg\per\kg}", "5 mg/kg, 1 mg/kg"),
        (r"\SI{5}{\ug}, \SI{3}{\kilo\gram\per\square\metre}", "5 µg, 3 kg/m²"),
        (r"$n \log n$, $\|x\|$, $\hat{y}$", "n log n, ‖x‖, ŷ"),
        (r"\sout{a} \ul{b} \hl{c} {\fontfamily{ppl}\selectfont d}", "a b c d"),
        (r"Series\hskip 1em plus 0.5em minus 0.4em\relax Press", "Series Press"),
        (r"1\ndash 2\mdash 3", "1–2—3"),
        (r"p53$^{-/-}$ and Oprm1$^{+/-}$ mice", "p53⁻/⁻ and Oprm1⁺/⁻ mice"),
        (r"\num{1.5e-3}, \num{5 +- 1}, \qty{3.0 +- 0.5}{\mg}", "1.5 × 10⁻³, 5 ± 1, 3.0 ± 0.5 mg"),
        ("See http://a.org/~roe/x, p.~3", "See http://a.org/~roe/x, p. 3"),
        (r"\nth{3}, \nth{11}, \nth{22}", "3rd, 11th, 22nd"),
        (r"\unit{\mg\tothe{2}}, \ch{H2O}", "mg², H₂O"),
        (",,German'' and \\og French\\fg{} x", "„German” and « French » x"),
        (r"\nolinkurl{a_b~c} \lstinline|x_y| \code{z}", "a_b~c x_y z"),
        (r"\newblock \bibinfo{title}{The title}, \bibnamefont{Roe}", "The title, Roe"),
        (r"in \cite{roe2020} and \citet[p.~3]{doe2021}", "in roe2020 and [p. 3]doe2021"),
        (r"\ce{H2O}, \ce{SO4^2-}, \ce{Na+}, \ce{^{14}C}", "H₂O, SO₄²⁻, Na⁺, ¹⁴C"),
        (r"\ce{2H2 + O2 -> 2H2O}, \ce{Ca(OH)2}", "2H₂ + O₂ → 2H₂O, Ca(OH)₂"),
        (r"\enquote{a \enquote{b \enquote{c}} \enquote{d}}", "“a ‘b “c”’ ‘d’”"),
        (r"\enquote*{a \enquote{b}} \enquote{c}", "‘a “b”’ “c”"),
        ("The `ironic' effect, don't", "The ‘ironic’ effect, don’t"),
        ('"`so"\' und "so"', '„so“ und "so"'),
        (r"?`Qu\'e? !`Hola!", "¿Qué? ¡Hola!"),
        (r"{\textless}i{\textgreater}", "<i>"),
        ("$5 to $10", "$5 to $10"),
        (r"{\noopsort{1973a}}1973", "1973"),
        (r"\wordless sign", "wordless sign"),
        (r"\verb|a_b| and \verb+c+", "a_b and c"),
        (r"{\textalpha}-MSH, 5 {\textmu}g, {\textDelta}9", "α-MSH, 5 µg, Δ9"),
        (r"T\kern-.1667em\lower.5ex\hbox{E}X\rule{1cm}{2cm}", "TEX"),
        (r"Bucure\cb{s}ti, \~{}5, \^{}", "București, ~5, ^"),
        (r"independence\hyphen day, 12\psqq", "independence-day, 12ff."),
        (r"\bibstring{page} \oldstylenums{12} \item one", "page 12 one"),
        (
            r"\SIlist{0.1;0.5}{\mg\per\kg}, \numlist{1;2}, \numrange{1}{2}",
            "0.1, 0.5 mg/kg, 1, 2, 1–2",
        ),
        (r"\numproduct{2 x 3}, \qtyrange[a=b]{1}{2}{\hour}", "2 × 3, 1–2 h"),
        ("<<Le r\\^eve>> et <<~l'autre~>>", "«Le rêve» et « l'autre »"),
        ("p << 0.001 and n >> 3, a<<b>>c", "p << 0.001 and n >> 3, a<<b>>c"),
        (r"\begin{minipage}{5cm}A box\end{minipage}, so", "A box, so"),
        (r"\begin{tabular}[t]{l}One\\[2pt] Two\end{tabular}", "One Two"),
        (r"\begin{otherlanguage}{german}Angst\end{otherlanguage}x", "Angst x"),
        (r"\begin{equation*}a_1\end{equation*} b_2, $$c^2$$, $d^2$$e^2$", "a₁ b_2, c², d²e²"),
        (r"\begin{ownbox}{red}Text\end{ownbox}", "redText"),
        (r"One\\*Two\linebreak[4]Three", "One Two Three"),
        (r"\textquote[Roe]{a \enquote{b}} \foreignquote{french}{c}", "“a ‘b’” “c”"),
        (r"$a\pm b$, $a \pm b$, $\partial f/\partial x$", "a±b, a ± b, ∂f/∂x"),
        (r"$a \not= b$, $\not\in$, $\ket{x}$", "a ≠ b, ∉, |x⟩"),
        (
            r"\textsc{d}-serine, 500 \textsc{bc}, \textsc{Roe}, \lq\lq so\rq\rq",
            "D-serine, 500 BC, Roe, “so”",
        ),
        (r"$\alpha = 0.05$, $\alpha \beta$, O($n\log n$)", "α = 0.05, αβ, O(n log n)"),
        (r"$\eta_p^2$, $t_s$, $k_m$, $x_\beta$, $\sigma^2_{k-1}$", "ηₚ², tₛ, kₘ, xᵦ, σ²ₖ₋₁"),
        (r"$e^{-x}$, $x^{2y}$, $x^a$, XIX\textsuperscript{e}", "e⁻ˣ, x²ʸ, xᵃ, XIXe"),
        (r"$\mathbb{R}^n$, $\mathbb Z/p$, $\vec{x}$, $\vec{\alpha}_2$", "ℝⁿ, ℤ/p, x⃗, α⃗₂"),
        (r"$\overline{AB}$, $\widehat{\beta}$, $\overline{x_1}$, $\ce{H2O}$", "AB, β̂, x₁, H₂O"),
        (r"\lstinline{f(x)} \autoref{fig} \Citealp{roe}", "f(x) fig roe"),
        (r"\t{oo}, \d{a}, \b{b}, \={\i}", "o͡o, ạ, ḇ, ī"),
        (
            "<jats:title>Aim</jats:title><jats:p>We <i>test</i>.</jats:p>\n<jats:p>Then</jats:p>",
            "Aim We test. Then",
        ),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("One<br>two", "One two"),
        ("On it\x92s use, by\x02 \\textit{one}\x81", "On its use, by one"),
        ("The &lt;br&gt; x", "The x"),
        ("<h1>A</h1> <ul><li>One</li><li>Two.</li></ul> Three", "A One Two. Three"),
        (
            "<i>In vitro</i> CO<sub>2</sub>, 10<sup>-3</sup> &amp; <b><i>x</i></b>",
            "In vitro CO₂, 10⁻³ & x",
        ),
        ("<scp>d</scp>-serine <jats:italic>x</jats:italic><br/>y", "D-serine x y"),
        (
            "<jats:title>Aim</jats:title><jats:p>We saw.</jats:p><jats:p>Then",
            "Aim We saw. <jats:p>Then",
        ),
        ("CO<inf>2</inf>, <italic>x</italic>, a<inf>b", "CO₂, x, a<inf>b"),
        ("<p>One</p><p>Two</p>, <li>a</li><li>b</li><h1>C</h1>d", "One Two, a b C d"),
        ("<jats:list-item>a</jats:list-item>b, <i>c<b>d</i>e</b>", "a b, cde"),
        ("x<sub>a<sup>2</sub>b</sup>, <sub>a<sub>2</sub></sub>, c<i>d</i>e", "xa²ᵇ, a₂, cde"),
        ("<p>Aim</p>: <p>one</p>; <p>why</p>? (or<br>so<br>)", "Aim: one; why? (or so)"),
        (r"The \textless{}br\textgreater{} Element", "The <br> Element"),
        (r"x \textless i\textgreater{} one two \textless/i\textgreater{} y", "x one two y"),
        (r"The \textless p\textgreater{} y \textless/p\textgreater{} tags", "The <p> y </p> tags"),
        (r"On \textless i\textgreater X\textless/i\textgreater{}: One <br> two", "On X: One two"),
        ('<a href="https://a.org">ours</a>, p<a>b</a>', "ours, p<a>b</a>"),
        (
            r"{\textless}i{\textgreater}x{\textless}/i{\textgreater} {\&}amp; &lt;b&gt;y&lt;/b&gt;",
            "x & y",
        ),
        (
            "p < 0.05, a<b>c, the tag <i>, AT&T; &nosuch;",
            "p < 0.05, a<b>c, the tag <i>, AT&T; &nosuch;",
        ),
    ],
)
def test_decode(value, text):
    """What LaTeX would print, in composed Unicode."""
    assert decode(value) == text


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "javascript:x", "a & b", "100%", "it's"]
)
def test_plain_text_is_not_touched(value):
    """Escaping is the caller's: what has no LaTeX stays as it is, harmful or not."""
    assert decode(value) == value


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("url", "https://a.b/~c%20d--e_f", "https://a.b/~c%20d--e_f"),
        ("url", r"https://a.b/\~{}c\_d\%20", "https://a.b/~c_d%20"),
        ("url", r"\url{https://a.b/c}", "https://a.b/c"),
        ("pmcid", "9207256", "PMC9207256"),
        ("doi", r"10.1002/(SICI)1097\_0258", "10.1002/(SICI)1097_0258"),
        ("doi", "10.1016/S0006-3223(99)00230-9", "10.1016/S0006-3223(99)00230-9"),
        ("note", r"50\%", "50%"),
        ("url", r"http://a.b/$\sim$roe/{\textasciitilde}c", "http://a.b/~roe/~c"),
        ("url", r"http://a.b/{\~{}}c\textunderscore d", "http://a.b/~c_d"),
        ("url", "http://a.b/?c=1&amp;d=2&copy=3", "http://a.b/?c=1&d=2&copy=3"),
        ("url", "http://a.b/$FILE/c$d", "http://a.b/$FILE/c$d"),
        ("doi", r"10.1/(1996)15:4{\textless}361::AID{\textgreater}", "10.1/(1996)15:4<361::AID>"),
        ("doi", "10.1/15:4&lt;361", "10.1/15:4<361"),
        ("doi", "10.1/15:4$<$361", "10.1/15:4<361"),
        ("url", "http://a.b/c http://d.e/f; http://g.h", "http://a.b/c"),
        ("url", "http://a.b/c d", "http://a.b/c d"),
    ],
)
def test_addresses_are_verbatim(name, value, text):
    """Addresses lose their escapes and nothing else: a % cuts no URL."""
    assert decode_field(name, value) == text


def test_unknown_commands():
    """What decoding would drop in silence can be found."""
    assert unknown_commands(r"\foo{a} \textbf{b} \'e \c{c} \\bar \foo") == ["foo"]
    assert unknown_commands(r"\begin{quote}\begin{ownbox}a\end{ownbox}\end{quote}") == [
        "begin{ownbox}"
    ]
    assert unknown_commands(r"\today") == ["today"]  # which day is known to TeX alone
    assert unknown_commands(r"\SIlist{1}{\mg} \Citet{a} \autoref{b}") == ["Citet", "autoref"]


@given(st.text(alphabet=st.sampled_from("ab\\{}$%~_^&#'\"`-= éı\n\x00"), max_size=40))
def test_never_fails(value):
    """Half-written LaTeX stops nothing and comes out composed."""
    text = decode(value)
    assert unicodedata.is_normalized("NFC", text) or text == value
    decode_verbatim(value)
    unknown_commands(value)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\r\t")))
def test_text_without_commands_comes_out(value):
    """Text without LaTeX's own signs, or those of no text, is never changed."""
    plain = value.translate(dict.fromkeys(map(ord, "\\{}$~")))
    if not any(sign in plain for sign in ("--", "`", "''", "<<")):
        assert decode(plain) == plain


_PRIMITIVES = (r"\ifmmode ", r"\ifmmode\else ", r"\{A\}", r"\{A")


@pytest.mark.parametrize(
    "crumb",
    ["{", "\\'", "$", r"\textit{", "`", "{}", r"\frac", "$^", "\\[", "<<a", "$$", *_PRIMITIVES],
)
def test_odd_latex_costs_no_more_than_its_length(crumb):
    """A hundred thousand signs of anything are read, or left out, at once."""
    assert len(decode(crumb * (100_000 // len(crumb)))) <= 200_000


@pytest.mark.parametrize(
    "write",
    [
        lambda depth: "<i>" * depth + "x" + "</i>" * depth,
        lambda depth: "<sub>2" * depth + "</sub>" * depth,
        lambda depth: "".join(f"<jats:a{n}>" for n in range(depth)) + "</x>",
    ],
)
def test_tags_within_tags_are_read_once(write):
    """However deep they stand."""
    assert measure_growth(lambda depth: read_marks(write(depth)), 2_000) < 8
