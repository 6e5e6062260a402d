"""What papers do after acts in `people`: a withdrawn consent stops, changed facts reopen, merged people move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rihai.accounts.operations.house import as_house
from rihai.kit.classes import DataClass
from rihai.kit.offers import Done
from rihai.legal.papers.models import MOVED, Pack, PackPerson, PartnerLink, PetitionFact, Sharing
from rihai.legal.papers.onrecord import said
from rihai.people.queries.records import records_of
from rihai.people.record import read_path

CHANGES = ("people.facts.corrected", "people.difference.decided", "people.census.taken_in", "people.census.undone")
"""Acts after which a fact may say something else than when it was confirmed."""
READ = (DataClass.PERSONAL, DataClass.LEGAL)


def consent_withdrawn(done: Done) -> None:
    """Packs in preparation are blocked for her, packs that were handed over stopped, their links closed."""
    consent = done.detail.get("consent")
    if consent is None:
        return
    with as_house(done.at):
        rows = PackPerson.objects.filter(consent_id=consent)
        rows.filter(blocked_at=None).update(blocked_at=done.at)
        packs = list(rows.values_list("pack_id", flat=True))
        Pack.objects.filter(pk__in=packs, state=Pack.State.SENT).update(state=Pack.State.STOPPED)
        Sharing.objects.filter(consent_id=consent, withdrawn_at=None).update(withdrawn_at=done.at)
        links = PartnerLink.objects.filter(pack__in=packs, closed_at=None)
        links.update(closed_at=done.at, closed_because="consent")


def facts_changed(done: Done) -> None:
    """Confirmations of what the record now says otherwise no longer hold: the petition is a draft again."""
    with as_house(done.at):
        confirmed = PetitionFact.objects.filter(
            confirmed_at__isnull=False, petition__filed_on=None, petition__dropped_at=None
        )
        about = set(confirmed.values_list("person_id", flat=True)) & set(done.person_ids)
        if not about:
            return
        records = {record["id"]: record for record in records_of(sorted(about), classes=READ, at=done.at)}
        rows = [one for one in confirmed.filter(person__in=about) if one.said != _now(records, one)]
        changed = PetitionFact.objects.filter(pk__in=[one.pk for one in rows])
        changed.update(confirmed_at=None, confirmed_by=None, confirmed_by_name="", reopened_at=done.at)


def persons_merged(done: Done) -> None:
    """Everything of the one is the other's; what each was written for is remembered in the row."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for model in MOVED:
            rows: Any = model._default_manager
            rows.filter(person=gone).update(person=keep)


def persons_parted(done: Done) -> None:
    """What was written for the one who was gone goes back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for model in MOVED:
            rows: Any = model._default_manager
            rows.filter(person=keep, first_person=gone).update(person=gone)


def _now(records: Mapping[str, Any], row: PetitionFact) -> str:
    """What the record says of a fact now, as it was kept."""
    record = records.get(str(row.person_id), {})
    path = read_path(row.path)
    if not path.case_id:
        return said(record[path.fact]) if path.fact in record else ""
    case: dict[str, Any] = next((one for one in record.get("cases") or () if one.get("case_id") == path.case_id), {})
    return said(case[path.fact]) if path.fact in case else ""
