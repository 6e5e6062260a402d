"""A conflict is caught wherever the other matter lies, told to nobody but the panel lead, and decided with a reason."""

from __future__ import annotations

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant, Notification
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.legal.matters.models import ConflictCheck, ConflictHit, Matter, Party, TeamMember
from rihai.legal.matters.operations import add_party, decide_conflict, list_hearing, open_matter
from rihai.legal.matters.operations.conflicts import WAITS
from rihai.legal.matters.operations.errors import NoSuchMatter, NotOpen, WrongDecision, WrongParty
from rihai.legal.matters.queries.reach import matters_for
from rihai.legal.matters.sides import may_conflict
from tests.legal.matters.office import CASE, NOON, TODAY, Office

pytestmark = pytest.mark.django_db
SAID = {"kind": "aid", "stage": "bail", "ground": "delay"}


@pytest.mark.parametrize(
    ("here", "there", "conflict"),
    [
        ("client", "complainant", True),
        ("witness", "client", True),
        ("co_accused", "client", True),
        ("client", "client", False),
        ("complainant", "complainant", False),
        ("witness", "victim", False),
    ],
)
def test_our_client_against_anybody_else_is_a_conflict_and_nothing_else_is(
    here: str, there: str, conflict: bool
) -> None:
    assert may_conflict(here, there) is conflict


def test_a_complainant_elsewhere_who_asks_for_help_waits_for_the_panel_lead(office: Office) -> None:
    with acting_as(office.other, NOON):
        bilqis = office.world.enter(
            office.other, office.world.naya_bagh, full_name="Bilqis Namoona", cnic="9040300000016"
        )
    office.open(others=[{"side": "complainant", "name": "بلقیس نمونہ", "number": ""}])
    matter = office.open(office.other, bilqis)

    assert matter.state == "checking", "her name in another script, in a matter the asker may not see"
    with acting_as(office.other, NOON):
        assert ConflictCheck.objects.filter(matter=matter, decision="").count() == 1
        with pytest.raises(NotOpen):
            list_hearing(matter_id=matter.pk, said={"listed_on": TODAY, "purpose": "bail"}, actor=office.other, at=NOON)
        assert not Grant.objects.filter(account=office.other, ground="assignment").exists()
    with as_house(NOON):
        notice = Notification.objects.get(kind=WAITS)
    assert notice.account_id == office.chief.pk, "whoever may decide is told; not who asked"
    assert "panel lead" in notice.says


def test_a_number_tells_whatever_the_name_and_whichever_came_first(office: Office) -> None:
    matter = office.open()
    with acting_as(office.other, NOON):
        gul = office.world.enter(office.other, office.world.naya_bagh, full_name="Gul Farzi", cnic="9040300000024")
    second = office.open(office.other, gul)
    assert second.state == "open"
    with acting_as(office.other, NOON):
        add_party(
            matter_id=second.pk, side="co_accused", name="Somebody Else", number="90403-0000000-8",
            actor=office.other, at=NOON,
        )  # fmt: skip
        assert ConflictCheck.objects.filter(matter=second, decision="").exists()
    with as_house(NOON):
        hit = ConflictHit.objects.get()
    assert (hit.code, hit.here, hit.there, hit.by_number) == (matter.code, "co_accused", "client", True)


def test_the_same_complainant_in_two_matters_and_other_names_are_none(office: Office) -> None:
    party = {"side": "complainant", "name": "Rashid Namoona", "number": "9040300000032"}
    with acting_as(office.other, NOON):
        gul = office.world.enter(office.other, office.world.naya_bagh, full_name="Gul Farzi", cnic="9040300000024")
    assert office.open(others=[party]).state == "open"
    assert office.open(office.other, gul, others=[party]).state == "open"


def _conflict(office: Office) -> tuple[Matter, ConflictCheck]:
    office.open(others=[{"side": "witness", "name": "Bilqis Namoona", "number": ""}])
    with acting_as(office.other, NOON):
        bilqis = office.world.enter(
            office.other, office.world.naya_bagh, full_name="Bilqis Namoona", cnic="9040300000016"
        )
    matter = office.open(office.other, bilqis)
    with as_house(NOON):
        return matter, ConflictCheck.objects.get(matter=matter)


def test_the_panel_lead_lets_it_go_on_with_a_reason_and_then_the_team_sees_her(office: Office) -> None:
    matter, check = _conflict(office)
    with acting_as(office.chief, NOON):
        assert not matters_for(office.chief).exists()
        assert not Party.objects.filter(pk__in=matters_for(office.chief).values("parties")).exists()
        decide_conflict(
            check_id=check.pk, decision="go_on", reason="Different cases; the witness is another woman.",
            actor=office.chief, at=NOON,
        )  # fmt: skip
    with acting_as(office.other, NOON):
        seen = matters_for(office.other).get()
        assert (seen.state, ConflictCheck.objects.get().reason[:9]) == ("open", "Different")
        assert Grant.objects.filter(account=office.other, data_class="legal").exists()
    with as_house(NOON):
        assert Event.objects.filter(act="legal.conflict.decided", subject=str(matter.pk)).count() == 1


def test_declined_the_matter_is_not_taken_and_nobody_sees_it_any_more(office: Office) -> None:
    matter, check = _conflict(office)
    with acting_as(office.chief, NOON):
        decide_conflict(check_id=check.pk, decision="decline", reason="She testifies.", actor=office.chief, at=NOON)
    with acting_as(office.other, NOON):
        assert not matters_for(office.other).exists()
    with as_house(NOON):
        assert Matter.objects.get(pk=matter.pk).state == "declined"
        assert not TeamMember.objects.filter(matter=matter, ended_at=None).exists()


def test_nobody_decides_what_they_asked_or_twice_or_without_a_reason(office: Office) -> None:
    matter, check = _conflict(office)
    both = office.world.worker("supervisor", office.world.naya_bagh)
    with as_house(NOON):
        TeamMember.objects.create(matter=matter, account=both, role="helps", started_at=NOON, added_by=both)
        ConflictCheck.objects.filter(pk=check.pk).update(asked_by=both)
    for actor, reason in ((office.other, "mine"), (both, "mine"), (office.chief, " ")):
        with acting_as(actor, NOON), pytest.raises(WrongDecision):
            decide_conflict(check_id=check.pk, decision="go_on", reason=reason, actor=actor, at=NOON)
    with acting_as(office.chief, NOON):
        decide_conflict(check_id=check.pk, decision="go_on", reason="fine", actor=office.chief, at=NOON)
        with pytest.raises(WrongDecision):
            decide_conflict(check_id=check.pk, decision="decline", reason="no", actor=office.chief, at=NOON)


def test_interrupted_before_its_end_no_matter_was_opened(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rihai.legal.matters.operations.opening._seen_by_all", power_cut)
    with pytest.raises(KeyboardInterrupt):
        office.open()
    with as_house(NOON):
        assert not any(model.objects.exists() for model in (Matter, TeamMember, Party, Grant))


def test_only_a_lawyer_opens_one_and_only_for_somebody_they_see(office: Office) -> None:
    for actor in (office.other, office.caseworker):
        with acting_as(actor, NOON), pytest.raises(NoSuchMatter):
            open_matter(clients=[(office.nargis.pk, CASE)], said=SAID, actor=actor, at=NOON)
    with acting_as(office.lawyer, NOON), pytest.raises(WrongParty):
        open_matter(clients=[], said=SAID, actor=office.lawyer, at=NOON)


def test_codes_count_up_in_the_year_and_name_nobody(office: Office) -> None:
    assert [office.open().code for _ in range(2)] == ["M-2026-0001", "M-2026-0002"]
