"""Check that a form can be sent by people who cannot press Enter."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

UNSENT = Rule(
    "form-unsent",
    "error",
    "A form has a button that sends it.",
    "WCAG 2.2, 3.2.2 (technique H32)",
    '<form aria-label="Search"><label>Words <input name="q"></label></form>',
    '<form aria-label="Search"><label>Words <input name="q"></label> '
    '<button type="submit">Search</button></form>',
)

_SENDING = "button[type=submit i], button:not([type]), input[type=submit i], input[type=image i]"


def check_forms(page: Page, project: Project) -> Problems:
    """Find forms without a button that sends them."""
    for form in page.select("form"):
        ident = form.attributes.get("id")
        outside = ident and page.select(f'[form="{ident}"][type=submit]')
        if form.css_first(_SENDING) is not None or outside:
            continue
        name = form.attributes.get("name") or form.attributes.get("aria-label") or ident or ""
        message = (
            f'the form "{name}" has no button that sends it'
            if name
            else ("a form has no button that sends it")
        )
        hint = 'Add <button type="submit"> with a word in it.'
        literal = f'"{name}"' if name else "<form"
        yield report(UNSENT, message, page, project, literal=literal, hint=hint)


CHECK = Check((UNSENT,), page=check_forms)
