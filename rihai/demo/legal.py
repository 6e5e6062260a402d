"""What the lawyer of the fictional office has done: lines taken, filed, refused, granted; a matter; releases; once.

Everything goes through the operations of the site, by the cast, on people of the invented lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.legal.matters.operations.bail import keep_surety, record_bail
from rihai.legal.matters.operations.hearings import list_hearing, record_hearing
from rihai.legal.matters.operations.opening import open_matter
from rihai.legal.models import Matter, Response
from rihai.legal.release.models import SlipText
from rihai.legal.release.operations import Said, make_slip, record_release, record_told, say_word
from rihai.legal.response.operations import file_petition, park, record_grant, record_refusal, refer, take
from rihai.people.models import Person
from rihai.screening.models import Finding
from rihai.screening.queries.sight import findings_for

COURT = "Sessions Court Gulzar (invented)"
LINES = 12
SLIP = SlipText("leave", "Sana Misali", "Farida Misali, grey box at the visiting room")


@transaction.atomic
def play_legal(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played or nobody is screened."""
    with as_house(at):
        if Response.objects.exists():
            return False
    lawyer = Account.objects.get(email="lawyer@rihai.example")
    with acting_as(lawyer, at):
        lines = list(islice(_lines(lawyer), LINES))
        if len(lines) < LINES:
            return False
        for line in lines:
            take(row_id=line.pk, actor=lawyer, at=at)
        _answers(lines, lawyer, at)
        _told(lines, lawyer, at)
        _matter(lines[4], lawyer, at)
        for line in lines[5:8]:
            _release(line, lawyer, at)
        _law(lawyer, at)
    return True


def _lines(lawyer: Account) -> Iterator[Finding]:
    """Lines of *Who could go* that the lawyer sees, one a person, those longest reached first."""
    seen = set()
    found = findings_for(lawyer).filter(kind="release", outcome__in=("met", "arguable")).exclude(case_id="")
    for one in found.order_by("rank", "sort_on", "pk")[: LINES * 8]:
        if one.person_id not in seen:
            seen.add(one.person_id)
            yield one


def _answers(lines: Sequence[Finding], lawyer: Account, at: datetime) -> None:
    """Filed, refused by a court, referred, parked, granted; the first two and the last four are only taken."""
    today = localdate(at)
    for days, line in enumerate(lines[2:8], 3):
        file_petition(
            row_id=line.pk, court=COURT, number=f"{days}/2026", on=today - timedelta(days=days), actor=lawyer, at=at
        )
    record_refusal(
        row_id=lines[2].pk, reason="court_merits", on=today - timedelta(days=1), level="sessions", actor=lawyer, at=at
    )
    for line in lines[4:8]:
        record_grant(row_id=line.pk, on=today - timedelta(days=1), actor=lawyer, at=at)
    refer(
        row_id=lines[8].pk, receiver="probation", receiver_name="Probation Office Gulistan (invented)",
        on=today - timedelta(days=2), actor=lawyer, at=at,
    )  # fmt: skip
    park(row_id=lines[9].pk, until=today + timedelta(days=20), actor=lawyer, at=at)


def _told(lines: Sequence[Finding], lawyer: Account, at: datetime) -> None:
    """Two slips read, one of them with a correction; one waits, and the others were told nothing yet."""
    today = localdate(at)
    for place, line in enumerate(lines[3:6]):
        slip = make_slip(
            person_id=line.person_id, text=SLIP, due_on=today + timedelta(days=place), provision=line.provision,
            case_id=line.case_id, actor=lawyer, at=at,
        )  # fmt: skip
        if place:
            record_told(
                slip_id=slip.pk, version=1, answer="told", told_on=today, in_language="pa", kept=place == 1,
                how_she_is="worried", correction="میرا بھائی ضامن بن سکتا ہے۔" if place == 1 else "", actor=lawyer,
                at=at,
            )  # fmt: skip


def _matter(line: Finding, lawyer: Account, at: datetime) -> Matter:
    """A matter with a hearing at which bail was granted, and a surety whose papers are missing."""
    today = localdate(at)
    matter = open_matter(
        clients=[(line.person_id, line.case_id)],
        said={"kind": "aid", "stage": "bail", "ground": "delay", "court_name": COURT, "counsel": "Sana Misali"},
        actor=lawyer, at=at,
    )  # fmt: skip
    hearing = list_hearing(
        matter_id=matter.pk, said={"listed_on": today, "purpose": "bail", "court_name": COURT}, actor=lawyer, at=at
    )
    said = {"produced": "yes", "outcome": "granted", "next_on": None, "next_purpose": ""}
    record_hearing(hearing_id=hearing.pk, version=1, said=said, actor=lawyer, at=at)
    with as_house(at):
        party = matter.parties.get(side="client")
    bail = record_bail(
        matter_id=matter.pk, party_id=party.pk,
        said={"granted_on": today, "court_name": COURT, "amount": 50_000, "sureties_needed": 1}, actor=lawyer, at=at,
    )  # fmt: skip
    said = {"name": "Rashid Namoona", "number": "", "phone": "", "missing": "fard of his land (invented)"}
    keep_surety(order_id=bail.pk, surety_id=None, said=said, actor=lawyer, at=at)
    return matter


def _release(line: Finding, lawyer: Account, at: datetime) -> None:
    """The gate has opened, some days after the order had come."""
    today = localdate(at)
    with as_house(at):
        version = Person.objects.values_list("version", flat=True).get(pk=line.person_id)
    said = Said(
        kind="bail", authority="court", court=COURT, order_number="Cr.M. 7/2026", ordered_on=today - timedelta(days=4),
        arrived_on=today - timedelta(days=2), released_on=today, to_whom="family",
    )  # fmt: skip
    record_release(person_id=line.person_id, version=version, said=said, actor=lawyer, at=at)


def _law(lawyer: Account, at: datetime) -> None:
    """One provision signed, one objected to; invented words by an invented lawyer."""
    words = (
        ("crpc_496_bailable", "reviewed", "Read against the Code (demonstration)."),
        ("crpc_497_2_further_inquiry", "objection", "A demonstration of an objection; nothing is wrong with it."),
    )
    for provision, kind, note in words:
        say_word(pack="pakistan", provision=provision, kind=kind, note=note, on=localdate(at), actor=lawyer, at=at)
