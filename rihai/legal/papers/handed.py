"""A pack on paper and as a table: the least data, with purpose, basis, sender, day and until when it may be used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from django.conf import settings
from django.utils.translation import gettext as _

from rihai.kit.templatetags.kit import day as day_text
from rihai.legal.papers.models import Pack, PackPerson
from rihai.legal.papers.receivers import BASES, FIELDS, RECEIVERS
from rihai.paper.blocks import Block, Callout, Definitions, Heading, SideNote
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Column, Table, Value
from rihai.paper.workbook import SheetSpec, write_workbook

Handed: TypeAlias = tuple[PackPerson, dict[str, str]]
"""Somebody in a pack, and what of her is given."""


def pack_pdf(pack: Pack, handed: Sequence[Handed], *, on: date) -> bytes:
    """The pack to be printed, in the language that is active."""
    blocks: list[Block] = [Definitions(_about(pack, on)), Callout("warning", _("Only for this purpose"), _rule(pack))]
    for at, (row, copy) in enumerate(handed, 1):
        blocks.append(Heading(f"{at}. {copy.get('name', '')}", level=3, count=basis_text(row)))
        blocks.append(Definitions([(str(FIELDS[name].label), value) for name, value in copy.items() if name != "name"]))
    blocks.append(SideNote(help_is_free()))
    title = _("Referral to: %(receiver)s") % {"receiver": pack.receiver_name}
    return pdf_page(title, blocks, pack.language, day=on, running=settings.OFFICE)


def pack_sheet(pack: Pack, handed: Sequence[Handed], *, on: date) -> bytes:
    """The pack as a workbook, one line a person."""
    names = RECEIVERS[pack.receiver].fields
    columns = [Column(str(FIELDS[name].label), "text", 24) for name in names]
    columns.append(Column(_("Basis"), "text", 24))
    rows: list[list[Value]] = [[*(copy.get(name, "") for name in names), basis_text(row)] for row, copy in handed]
    title = _("Referral to: %(receiver)s") % {"receiver": pack.receiver_name}
    above = [*(f"{term}: {value}" for term, value in _about(pack, on)), _rule(pack), help_is_free()]
    spec = SheetSpec.of(title, Table(title, columns, rows), above=above, language=pack.language)
    return write_workbook([spec], language=pack.language)


def basis_text(row: PackPerson) -> str:
    """On what she stands in it, in words."""
    word = str(BASES.get(row.basis, row.basis))
    return f"{word} ({row.basis_says})" if row.basis_says else word


def _about(pack: Pack, on: date) -> list[tuple[str, str]]:
    return [
        (_("From"), f"{settings.OFFICE}, {pack.made_by_name}"),
        (_("To"), f"{RECEIVERS[pack.receiver].title}: {pack.receiver_name}"),
        (_("Purpose"), pack.purpose),
        (_("Day"), day_text(on)),
        (_("May be used until"), day_text(pack.use_until)),
    ]


def _rule(pack: Pack) -> str:
    says = _("Given for the purpose named, until %(day)s. Do not pass it on. Destroy it when it has served.")
    return says % {"day": day_text(pack.use_until)}


def help_is_free() -> str:
    """What everything says that goes to a prison or an office about somebody."""
    return _("We refer matters and decide none. Our help is free: nobody may ask the person or the family for money.")
