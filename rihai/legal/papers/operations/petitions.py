"""What is done with a petition: drawn up, confirmed fact by fact, worded, printed, brought back, filed, dropped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal, TypedDict
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep
from rihai.kit.offers import Done
from rihai.legal.matters.models import Matter
from rihai.legal.matters.queries.reach import open_matters_of
from rihai.legal.papers.errors import Closed, NoSuchPaper, StillDraft, WhichMatter
from rihai.legal.papers.models import Petition, PetitionFact, PetitionFile
from rihai.legal.papers.onrecord import on_record
from rihai.legal.papers.queries.petitions import Standing, asked, drawn, petitions_for, standing
from rihai.legal.papers.wording import templates
from rihai.legal.papers.written import written
from rihai.people.models import Person
from rihai.people.operations.reach import person_for
from rihai.screening.law.packs import law_on
from rihai.screening.shown.grounds import cited

OWNER = "legal.papers"
"""The FileOwner offer of this part of the room."""


class Subject(TypedDict):
    """Whom a line of the trail is about."""

    subject: UUID
    kind: str


@transaction.atomic
def draw_up(
    *, person_id: UUID, template: str, provision: str, case_id: str, language: str, on: date,
    actor: Actor, at: datetime, matter_id: UUID | None = None,
) -> Petition:  # fmt: skip
    """A petition from a template, with every known fact it stands on to be confirmed.

    Drawn up by somebody in the team of an open matter of the person it is that matter's, and the team's alone. Raises
    NoSuchPerson for somebody the actor does not see, NoSuchPaper without the class, for no such template or matter,
    WhichMatter where several are open and none is named.
    """
    person = person_for(person_id, actor=actor, at=at)
    if template not in templates() or not _is_legal(person, actor):
        raise NoSuchPaper(_("There is no such paper."))
    record = on_record(person.pk, case_id, actor=actor)
    assert record is not None, "the person was found a line above"
    petition = Petition.objects.create(
        person=person, first_person=person.pk, template=template, provision=provision, case_id=record.case_id,
        language=language, matter=_matter(person.pk, matter_id, actor=actor, at=at),
        made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    paths = asked(record, templates()[template], cited(provision, law_on(on)))
    PetitionFact.objects.bulk_create(_fact(petition, path) for path in paths)
    detail = {"petition": petition.pk, "template": template, "provision": provision}
    append("legal.petition.drawn_up", actor=actor, at=at, detail=detail, **_subject(petition))
    return petition


@transaction.atomic
def confirm_facts(
    *, petition_id: UUID, papers: Mapping[str, tuple[str, str]], on: date, actor: Actor, at: datetime
) -> Petition:
    """Confirm facts, by path, each against a paper and its page, as the record has them now.

    A fact that is gone from the record is taken out. A path the petition does not stand on is left alone. Raises
    NoSuchPaper, Closed when it is filed or dropped.
    """
    found = _open(petition_id, actor=actor, on=on)
    petition, rows = found.petition, []
    for line in found.lines:
        paper, page = papers.get(line.told.path, ("", ""))
        if not paper:
            continue
        if not line.told.said:
            petition.facts.filter(path=line.told.path).delete()  # the record says it no more, and so does the petition
            continue
        row = line.row or _fact(petition, line.told.path)
        row.said, row.paper, row.page = line.told.said, paper[:160], page[:20]
        row.confirmed_by, row.confirmed_by_name, row.confirmed_at = actor.pk, actor.name[:120], at
        row.reopened_at = None
        row.save()
        rows.append(row)
    detail = {"petition": petition.pk, "facts": len(rows)}
    append("legal.petition.confirmed", actor=actor, at=at, detail=detail, **_subject(petition))
    return petition


@transaction.atomic
def word_petition(
    *, petition_id: UUID, version: int, language: str, court: str, counsel: str, added: str, on: date,
    actor: Actor, at: datetime,
) -> Petition:  # fmt: skip
    """What the lawyer writes: the heading, counsel, further grounds. Raises Changed when somebody was quicker."""
    petition = _open(petition_id, actor=actor, on=on).petition
    petition.language, petition.court, petition.counsel, petition.added = language, court, counsel, added or None
    save_if_unchanged(petition, version=version, fields=["language", "court", "counsel", "added"])
    detail = {"petition": petition.pk}
    append("legal.petition.worded", actor=actor, at=at, detail=detail, **_subject(petition))
    return petition


@transaction.atomic
def print_petition(
    *, petition_id: UUID, kind: Literal["docx", "pdf"], language: str, on: date, actor: Actor, at: datetime
) -> PetitionFile:
    """The petition as a file, kept as its next version; a draft is marked on every page."""
    found = _seen(petition_id, actor=actor, on=on, language=language)
    petition = found.petition
    with translation.override(language):
        pleading = drawn(found, language=language, on=on)
        content = written(pleading, found.template.offer, kind, language)
    name = f"{found.template.offer.replace('.', '-')}-{on:%Y-%m-%d}.{kind}"
    stored = keep(
        content, name=name, data_class=DataClass.LEGAL, actor=actor, at=at, person_id=_named(petition), owner=OWNER,
        is_ours=True,
    )  # fmt: skip
    return _next(petition, stored_id=stored.pk, is_draft=found.is_draft, is_ours=True, actor=actor, at=at)


@transaction.atomic
def bring_back(
    *, petition_id: UUID, content: bytes, name: str, on: date, actor: Actor, at: datetime
) -> PetitionFile:  # fmt: skip
    """Keep the file a lawyer wrote on as the next version. Raises FileRefused for what is not taken in."""
    found = _seen(petition_id, actor=actor, on=on)
    petition = found.petition
    stored = keep(
        content, name=name, data_class=DataClass.LEGAL, actor=actor, at=at, person_id=_named(petition), owner=OWNER
    )
    return _next(petition, stored_id=stored.pk, is_draft=found.is_draft, is_ours=False, actor=actor, at=at)


@transaction.atomic
def file_paper(
    *, petition_id: UUID, filed_on: date, court: str, number: str, on: date, actor: Actor, at: datetime
) -> Petition:
    """It was filed. Raises StillDraft while a fact is not confirmed, Closed when it was filed or dropped before."""
    found = _open(petition_id, actor=actor, on=on)
    petition = found.petition
    if found.is_draft:
        raise StillDraft(_("It is still a draft: confirm each fact against a paper first. Nothing was recorded."))
    petition.filed_on, petition.filed_court, petition.filed_number = filed_on, court, number
    petition.version += 1
    petition.save(update_fields=["filed_on", "filed_court", "filed_number", "version"])
    detail = {"petition": petition.pk, "on": filed_on}
    act = "legal.petition.filed"
    after(Done(act=act, actor=actor, at=at, person_ids=(petition.person_id,), detail=detail))
    append(act, actor=actor, at=at, detail=detail, **_subject(petition))
    return petition


@transaction.atomic
def drop_petition(*, petition_id: UUID, on: date, actor: Actor, at: datetime) -> Petition:
    """It will not be filed. What was kept of it stays."""
    petition = _open(petition_id, actor=actor, on=on).petition
    petition.dropped_at = at
    petition.version += 1
    petition.save(update_fields=["dropped_at", "version"])
    detail = {"petition": petition.pk}
    append("legal.petition.dropped", actor=actor, at=at, detail=detail, **_subject(petition))
    return petition


def _is_legal(person: Person, actor: Actor) -> bool:
    return Person.objects.filter(sees(actor, DataClass.LEGAL, column="pk"), pk=person.pk).exists()


def _matter(person_id: UUID, matter_id: UUID | None, *, actor: Actor, at: datetime) -> Matter | None:
    """The matter a petition is drawn up for; None where the actor is in the team of none that is open."""
    ours = open_matters_of(person_id, actor=actor, at=at)
    if matter_id is None and len(ours) > 1:
        raise WhichMatter(_("Several matters of this person are open. Say for which it is; nothing was drawn up."))
    found = [one for one in ours if matter_id in {None, one.pk}]
    if matter_id and not found:
        raise NoSuchPaper(_("There is no such matter."))
    return next(iter(found), None)


def _subject(petition: Petition) -> Subject:
    """Whom a line of the trail is about: the matter where it is one's, which tells of the person to its team alone."""
    if petition.matter_id:
        return {"subject": petition.matter_id, "kind": "matter"}
    return {"subject": petition.person_id, "kind": "person"}


def _named(petition: Petition) -> UUID | None:
    """The person a stored file names: nobody where it is of a matter, whose files are the team's."""
    return None if petition.matter_id else petition.person_id


def _fact(petition: Petition, path: str) -> PetitionFact:
    return PetitionFact(
        petition=petition, person_id=petition.person_id, first_person=petition.first_person,
        matter_id=petition.matter_id, path=path,
    )  # fmt: skip


def _seen(petition_id: UUID, *, actor: Actor, on: date, language: str = "") -> Standing:
    """The petition, locked until the act is done, and how it stands."""
    petition = petitions_for(actor).select_for_update(of=("self",)).filter(pk=petition_id).first()
    with translation.override(language or translation.get_language() or "en"):
        found = standing(petition, actor=actor, on=on) if petition else None
    if found is None:
        raise NoSuchPaper(_("There is no such paper."))
    return found


def _open(petition_id: UUID, *, actor: Actor, on: date) -> Standing:
    found = _seen(petition_id, actor=actor, on=on)
    if found.petition.filed_on or found.petition.dropped_at:
        raise Closed(_("It is filed or dropped already; nothing was changed. Draw up a new one."))
    return found


def _next(
    petition: Petition, *, stored_id: UUID, is_draft: bool, is_ours: bool, actor: Actor, at: datetime
) -> PetitionFile:
    """The next version; the petition is locked, so that no two have one number."""
    last = petition.files.aggregate(last=Max("number"))["last"] or 0
    kept = PetitionFile.objects.create(
        petition=petition, person_id=petition.person_id, first_person=petition.first_person,
        matter_id=petition.matter_id, number=last + 1, stored_id=stored_id, is_draft=is_draft, is_ours=is_ours,
        kept_by_name=actor.name[:120], kept_at=at,
    )  # fmt: skip
    act = "legal.petition.printed" if is_ours else "legal.petition.brought_back"
    detail = {"petition": petition.pk, "number": kept.number, "draft": is_draft}
    append(act, actor=actor, at=at, detail=detail, **_subject(petition))
    return kept
