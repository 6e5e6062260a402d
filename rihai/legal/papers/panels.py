"""What other pages show of papers: rows of My work, the panel of a person, her timeline, the register, her extract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sight_of
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.exports import ExportSheet
from rihai.kit.files import StoredFile
from rihai.kit.offers import Happening, RowKey, RowSaid, WorkRow
from rihai.kit.templatetags.kit import day as day_text
from rihai.legal.papers.forms.petitions import here
from rihai.legal.papers.models import Pack, Petition, PetitionFile, Sharing
from rihai.legal.papers.queries.packs import packs_for, sharings_for, sharings_of
from rihai.legal.papers.queries.petitions import OPEN_FACTS, petitions_for
from rihai.legal.papers.receivers import BASES, FIELDS, RECEIVERS
from rihai.legal.papers.views.asked import PETITIONS, SHARES
from rihai.legal.papers.wording import templates
from rihai.paper.table import Column

ROWS = 20


def title_of(petition: Petition) -> str:
    """The title of a petition's template in the reader's language."""
    return templates()[petition.template].title[here()]


def names_of(fields: Sequence[str]) -> str:
    """What was given, in words."""
    return ("، " if here() == "ur" else ", ").join(str(FIELDS[name].label) for name in fields if name in FIELDS)


def receiver_of(sharing: Sharing) -> str:
    """To whom, in words: the kind and the name."""
    return f"{RECEIVERS[sharing.receiver].title}: {sharing.receiver_name}"


def to_confirm(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Petitions of the actor that are drafts: facts wait to be confirmed against papers."""
    if not actor.may(PETITIONS):
        return []
    mine = petitions_for(actor).filter(made_by=actor.pk, filed_on=None, dropped_at=None).annotate(left=OPEN_FACTS)
    return [
        WorkRow(
            who=one.person.full_name or _("Name not known"),
            url=reverse("legal:petition-confirm", args=[one.pk]),
            why=f"{title_of(one)}. "
            + ngettext("%(n)s fact to confirm.", "%(n)s facts to confirm.", one.left) % {"n": one.left},
            where=one.person.held_at.shown if one.person.held_at else "",
            status="waiting",
            word=_("Draft"),
            act=_("Confirm"),
            person_id=one.person_id,
        )
        for one in mine.filter(left__gt=0).select_related("person__held_at")[:ROWS]
    ]


def to_tell(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Receivers who had the data of somebody who took a consent back, and have not been told."""
    if not actor.may(SHARES):
        return []
    found = sharings_for(actor).filter(withdrawn_at__isnull=False, told_at=None).select_related("person__held_at")
    return [
        WorkRow(
            who=one.person.full_name or _("Name not known"),
            url=f"{reverse('legal:sharing')}?untold=1",
            why=_("Took the consent back; tell %(who)s to use the data no more.") % {"who": receiver_of(one)},
            where=one.person.held_at.shown if one.person.held_at else "",
            status="overdue",
            word=_("To be told"),
            act=_("Tell"),
            person_id=one.person_id,
        )
        for one in found[:ROWS]
    ]


def of_person(actor: Actor, person_id: UUID, _on: date) -> dict[str, Any] | None:
    """Papers about a person, for whoever has the class; and to whom her data went."""
    may_draw = actor.may(PETITIONS) and DataClass.LEGAL in sight_of(actor, person_id).seen
    petitions = []
    if may_draw:
        found = petitions_for(actor).filter(person=person_id, dropped_at=None).annotate(left=OPEN_FACTS)
        petitions = [(one, title_of(one)) for one in found[:ROWS]]
    sharings = [(one, receiver_of(one), names_of(one.fields)) for one in sharings_of(person_id, actor=actor)]
    if not petitions and not sharings and not may_draw and not actor.may(SHARES):
        return None
    may = {"may_draw": may_draw, "may_share": actor.may(SHARES)}
    return {"person_id": person_id, "petitions": petitions, "sharings": sharings, **may}


def happened(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """Petitions filed, for whoever has the class; and sharings."""
    filed = petitions_for(actor).filter(person=person_id, filed_on__isnull=False)
    found = [
        Happening(
            on=one.filed_on,
            says=_("Filed: %(paper)s") % {"paper": title_of(one)},
            source=one.filed_court,
            url=reverse("legal:petition", args=[one.pk]) if actor.may(PETITIONS) else "",
        )
        for one in filed
        if one.filed_on
    ]
    return found + [
        Happening(on=timezone.localtime(one.shared_at).date(), says=_("Referred: %(who)s") % {"who": receiver_of(one)})
        for one in sharings_of(person_id, actor=actor)
    ]


def register_count(actor: Actor, filters: Mapping[str, str]) -> int:
    """How many lines of the register."""
    return int(_register(actor, filters).count())


def register_sheet(actor: Actor, filters: Mapping[str, str], _language: str) -> ExportSheet:
    """The register: what of whom, to whom, on which basis, when, by whom; not the data themselves."""
    columns = (
        Column(_("Day"), "date", 12),
        Column(_("Name"), "text", 24),
        Column(_("Receiver"), "text", 30),
        Column(_("What was given"), "text", 40),
        Column(_("Basis"), "text", 24),
        Column(_("By"), "text", 20),
        Column(_("Consent taken back"), "date", 14),
        Column(_("Receiver told"), "date", 14),
    )
    rows = [
        (
            _day(one.shared_at),
            one.person.full_name,
            receiver_of(one),
            names_of(one.fields),
            str(BASES.get(one.basis, one.basis)),
            one.shared_by_name,
            _day(one.withdrawn_at),
            _day(one.told_at),
        )
        for one in _register(actor, filters).select_related("person")
    ]
    return ExportSheet(title=_("Register of sharings"), columns=columns, rows=rows)


def _register(actor: Actor, filters: Mapping[str, str]) -> Any:
    found = sharings_for(actor)
    receiver = filters.get("receiver", "")
    return found.filter(receiver=receiver) if receiver in RECEIVERS else found


def _day(moment: Any) -> date | None:
    return timezone.localtime(moment).date() if moment else None


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """To whom her data went, for the person herself."""
    with as_house():
        rows = list(Sharing.objects.filter(person=person_id))
    return [
        (
            f"{day_text(one.shared_at)}: {receiver_of(one)}",
            [
                (_("What was given"), names_of(one.fields)),
                (_("Basis"), f"{BASES.get(one.basis, one.basis)} {one.basis_says}".strip()),
                (_("Consent taken back"), day_text(one.withdrawn_at)),
            ],
        )
        for one in rows
    ]


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """A petition's file for whoever sees the petition; the papers of a pack while it is not stopped."""
    if PetitionFile.objects.filter(stored=stored).exists():
        return petitions_for(actor).filter(files__stored=stored).exists()
    packs = packs_for(actor).filter(state=Pack.State.SENT)
    return actor.may(SHARES) and (packs.filter(pdf=stored).exists() or packs.filter(sheet=stored).exists())


def says_nothing(_actor: Actor, _rows: Sequence[RowKey], _on: date) -> Mapping[RowKey, RowSaid]:
    """What is done on lines is said by the response loop; here are only acts on those that are ticked."""
    return {}
