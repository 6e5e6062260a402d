"""What a researcher receives: the table of a copy, and a paper that says what it is, how safe, and until when."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.advocacy.research.extract import NAMES, K
from rihai.advocacy.research.handing import Handed
from rihai.advocacy.research.models import ResearchExtract
from rihai.advocacy.research.risk import WITHHELD
from rihai.advocacy.research.rows import COLUMNS, SENSITIVE
from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.blocks import Block, Bullets, Callout, Definitions, Glossary, Heading, SideNote
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Column, Table, Value
from rihai.profile.statistics.labels import label


def bundle_of(handed: Handed, language: str) -> tuple[bytes, str]:
    """A ZIP of a copy with its paper, and its name."""
    one, out = handed.download, io.BytesIO()
    name = f"extract-{one.extract.on:%Y-%m-%d}-copy-{one.number}"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as together:
        together.writestr(f"{name}.csv", handed.content)
        together.writestr(f"{name}.pdf", paper_of(handed, language))
    return out.getvalue(), f"{name}.zip"


def paper_of(handed: Handed, language: str) -> bytes:
    """The paper of a copy as PDF."""
    one = handed.download
    with override(language):
        return pdf_page(
            _("A research extract: what it is"), _blocks(handed, language), language, standfirst=settings.OFFICE,
            day=one.extract.on, running=_("Copy %(n)s, for %(whom)s") % {"n": one.number, "whom": one.receiver},
        )  # fmt: skip


def _blocks(handed: Handed, language: str) -> list[Block]:
    one, extract = handed.download, handed.download.extract
    request = extract.request
    found: list[Block] = []
    if settings.DEMO:
        found.append(Callout("info", _("Demonstration"), _("Every figure here is invented.")))
    found += [
        Definitions([
            (_("Researcher"), f"{request.researcher}, {request.institution}"),
            (_("The question"), request.question), (_("Ethics clearance"), request.ethics),
            (_("Copy"), _("%(n)s; its rows stand in an order by which it is known") % {"n": one.number}),
            (_("To be deleted after"), day_text(request.until_on)),
            (_("Rows"), _("%(n)s; withheld: %(withheld)s") % {"n": extract.rows, "withheld": extract.rows_withheld}),
        ]),
        Heading(_("What was signed"), level=3), Bullets(one.agreement.splitlines()),
        Heading(_("Its risk, measured twice"), level=3), risk_table(extract),
        SideNote(_(
            "k is the smallest group of people alike in everything recognisable; l the fewest different facts of such "
            "a group; t how far its facts stand from those of everybody. They guard somebody of whom the recognisable "
            "columns are known: not against who knows a sensitive fact too, nor beside another extract."
        )),
        _columns(extract),
        SideNote(_("%(c)s is withheld: everybody of a group had the same. An empty cell is not known, or left out.")
                 % {"c": WITHHELD}),
        Heading(_("The codes"), level=3), Glossary(_codes(handed.content, language)),
    ]  # fmt: skip
    return found


def risk_table(extract: ResearchExtract) -> Table:
    """What we and the known library measured of it, side by side."""
    outside, ours = extract.outside, extract.risk
    library = f"{outside['library']} {outside['version']}" if outside else _("not measured")
    rows: list[Sequence[Value]] = [(_("Smallest group (k)"), str(extract.k), str(outside.get("k", "")))]
    for name in SENSITIVE:
        for letter in ("l", "t"):
            mine, theirs = (_measure(side.get(letter, {}).get(name)) for side in (ours, outside))
            rows.append((f"{column_title(name)} ({letter})", mine, theirs))
    heads = [Column(_("What is measured"), "text", 40), Column(_("Ours"), "text", 16), Column(library, "text", 16)]
    says = _("Nothing leaves in which a group has fewer than %(k)s people.") % {"k": K}
    return Table(_("On the file that leaves"), heads, rows, says)


def _measure(value: float | None) -> str:
    return "" if value is None else str(round(value, 3))


def column_title(name: str) -> str:
    """What a column holds."""
    return {
        "sex": _("Sex"), "age_band": _("Age, in bands"), "province": _("Province of the prison"),
        "standing": _("Under trial, sentenced, or otherwise"),
        "time_under_trial": _("Time under trial, in bands"), "offence": _("Group of the heaviest offence"),
    }[name]  # fmt: skip


def _columns(extract: ResearchExtract) -> Table:
    heads = [Column(_("Column"), "text", 18), Column(_("What it holds"), "text", 30), Column(_("How"), "text", 30)]
    rows: list[Sequence[Value]] = [(name, column_title(name), _how(extract, name)) for name in COLUMNS]
    return Table(_("The columns"), heads, rows)


def _how(extract: ResearchExtract, name: str) -> str:
    if name not in NAMES:
        return _("sensitive; withheld in %(n)s rows") % {"n": extract.facts_withheld.get(name, 0)}
    if steps := extract.coarsened.get(name):
        return _("recognisable; made coarser by %(n)s") % {"n": steps}
    return _("recognisable; as it is")


def _codes(content: bytes, language: str) -> list[tuple[str, str]]:
    """Every code that stands in the table, and what it means; provinces stand by name."""
    coarser = {"sentenced": _("Sentenced"), "18_to_34": _("18 to 34"), "35_and_over": _("35 and over")}
    found: dict[str, str] = {}
    for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        for name in COLUMNS:
            code = row[name]
            if name != "province" and code not in {"", WITHHELD}:
                found[code] = coarser.get(code) or label(name, code, language)
    return sorted(found.items())
