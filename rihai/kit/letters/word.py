"""A letter as a Word file: the office's own template where it has one, else ours.

An office's template is `letters/<name>.<language>.docx` in its home, made in Word with the gaps {{ office }},
{{ day }}, {{ reference }}, {{ subject }}, {{ salutation }}, {{ closing }} and the loops over `to`, `facts`,
`paragraphs`, `signed` and `enclosures` (docs/how-to/write-letters.md). It is filled in a sandbox, and what is filled in
is never markup.
"""

from __future__ import annotations

from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from rihai.errors import Unreadable
from rihai.kit.letters.text import LetterText
from rihai.words import day_text, direction


class TemplateBroken(Unreadable):
    """The office's own template cannot be filled in."""


def as_word(text: LetterText, name: str, language: str) -> bytes:
    """The letter as .docx. Raises TemplateBroken, naming the file, for a template of the office that does not work."""
    own = Path(settings.HOME) / "letters" / f"{name}.{language}.docx"
    if not own.is_file():
        return _filled(BytesIO(blank(language)), text, language)
    try:
        return _filled(BytesIO(own.read_bytes()), text, language)
    except Exception as error:
        says = _("The office's template %(name)s cannot be filled in. Compare it with docs/how-to/write-letters.md.")
        raise TemplateBroken(says % {"name": own.name}) from error


def _filled(template: BytesIO, text: LetterText, language: str) -> bytes:
    from docxtpl import DocxTemplate
    from jinja2.sandbox import SandboxedEnvironment

    document = DocxTemplate(template)
    values: dict[str, Any] = {**asdict(text), "day": day_text(text.day, language), "office": settings.OFFICE}
    values["facts"] = [{"term": term, "value": value} for term, value in text.facts]
    document.render(values, jinja_env=SandboxedEnvironment(autoescape=True), autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def blank(language: str) -> bytes:
    """Our own template in a language: what an office starts from when it makes one."""
    from docx import Document

    document = Document()
    _set_style(document)
    lines = [
        "{{ office }}", "{{ day }}",
        "{%p for line in to %}", "{{ line }}", "{%p endfor %}",
        "{%p if reference %}", f"{_('Our reference')}: {{{{ reference }}}}", "{%p endif %}",
        "{{ subject }}",
        "{%p for fact in facts %}", "{{ fact.term }}: {{ fact.value }}", "{%p endfor %}",
        "{{ salutation }}",
        "{%p for paragraph in paragraphs %}", "{{ paragraph }}", "{%p endfor %}",
        "{{ closing }}",
        "{%p for line in signed %}", "{{ line }}", "{%p endfor %}",
        "{%p if enclosures %}", f"{_('Enclosed')}:", "{%p endif %}",
        "{%p for line in enclosures %}", "{{ line }}", "{%p endfor %}",
    ]  # fmt: skip
    for line in lines:
        run = _paragraph(document, language).add_run(line)
        run.bold = line == "{{ subject }}"
        if direction(language) == "rtl":
            run.font.rtl = True
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraph(document: Any, language: str) -> Any:
    from docx.oxml import OxmlElement

    paragraph = document.add_paragraph()
    if direction(language) == "rtl":
        paragraph._p.get_or_add_pPr().insert(0, OxmlElement("w:bidi"))
    return paragraph


def _set_style(document: Any) -> None:
    """A letter's type: the names Word knows for the script, and a size that is read without glasses."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.size = Pt(12)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi"):
        fonts.set(qn(script), "Noto Sans")
    fonts.set(qn("w:cs"), "Noto Naskh Arabic")
    normal.paragraph_format.space_after = Pt(6)
    document.core_properties.title = ""
    document.core_properties.author = settings.OFFICE
