"""Nothing leaves without a basis; a consent taken back stops a pack, its papers and its links at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations import guard, house
from rihai.accounts.operations.house import as_house
from rihai.errors import NotFound
from rihai.kit.audit.models import Event
from rihai.kit.files import StoredFile, read
from rihai.kit.links import TRIES
from rihai.legal.papers.errors import Closed, GuardedPerson, NoBasis, NoSuchPaper
from rihai.legal.papers.models import Pack, PackPerson, PartnerLink, Sharing
from rihai.legal.papers.operations import (
    Basis,
    close_link,
    hand_over,
    look,
    make_link,
    take_out,
    told_receiver,
)
from rihai.legal.papers.panels import extract
from rihai.legal.papers.receivers import BASES, CONSENT, FIELDS, RECEIVERS
from rihai.people.models import Consent, Person
from rihai.people.operations import withdraw_consent
from rihai.people.record.slices import class_of
from tests.legal.papers.cast import consent_of, keep_woman, pack_for, put
from tests.people.world import World

pytestmark = pytest.mark.django_db


def _over(pack: Pack, actor: Any) -> Pack:
    return hand_over(pack_id=pack.pk, on=timezone.localdate(), actor=actor, at=timezone.now())


def _ready(world: World, lawyer: Any, receiver: str = "court") -> tuple[Pack, Person, Consent]:
    person = keep_woman(world, lawyer)
    consent = consent_of(person, lawyer)
    pack = pack_for(receiver, lawyer)
    put(pack, person, Basis(CONSENT, consent.pk), lawyer)
    return pack, person, consent


def _withdraw(consent: Consent, actor: Any) -> None:
    withdraw_consent(consent_id=consent.pk, actor=actor, at=timezone.now())


def test_what_is_handed_over_is_written_into_the_register_and_no_more_than_the_least(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        pack, person, consent = _ready(world, lawyer)
        _over(pack, lawyer)
        row = Sharing.objects.get()

    assert (row.person_id, row.consent_id, row.receiver, row.shared_by) == (person.pk, consent.pk, "court", lawyer.pk)
    assert set(row.fields) <= set(RECEIVERS["court"].fields)
    assert "Nargis Farzi" in (row.copy or "")
    assert "9040300000008" not in (row.copy or "")


def test_nobody_is_put_in_without_a_basis(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        person, pack = keep_woman(world, lawyer), pack_for("court", lawyer)
        for basis in (Basis(CONSENT), Basis(CONSENT, pack.pk), Basis("court_order"), Basis("because", says="so")):
            with pytest.raises(NoBasis):
                put(pack, person, basis, lawyer)
        put(pack, person, Basis("court_order", says="order of 3 November; Sana and Omar"), lawyer)
        assert PackPerson.objects.count() == 1


def test_an_embassy_is_given_nothing_without_consent(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        person, pack = keep_woman(world, lawyer), pack_for("embassy", lawyer)
        for code in set(BASES) - {CONSENT}:
            with pytest.raises(NoBasis):
                put(pack, person, Basis(code, says="a reason"), lawyer)


def test_a_withdrawn_consent_blocks_a_pack_in_preparation(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        pack, _person, consent = _ready(world, lawyer)
        _withdraw(consent, lawyer)
        with pytest.raises(NoBasis):
            _over(pack, lawyer)
        row = PackPerson.objects.get()
        assert row.blocked_at is not None
        assert not Sharing.objects.exists()
        assert not StoredFile.objects.exists()
        take_out(row_id=row.pk, actor=lawyer, at=timezone.now())
        assert not PackPerson.objects.exists()


def test_a_withdrawn_consent_stops_what_was_handed_over_and_says_who_had_it(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        pack, person, consent = _ready(world, lawyer)
        sent = _over(pack, lawyer)
        made = make_link(pack_id=pack.pk, days=7, actor=lawyer, at=timezone.now())
        assert sent.pdf
        assert read(sent.pdf, actor=lawyer, at=timezone.now()).startswith(b"%PDF")
        _withdraw(consent, lawyer)

        with pytest.raises(NotFound):
            read(sent.pdf, actor=lawyer, at=timezone.now())
        with pytest.raises(Closed):
            make_link(pack_id=pack.pk, days=7, actor=lawyer, at=timezone.now())
        sharing = Sharing.objects.get()
        assert sharing.withdrawn_at is not None
        told_receiver(sharing_id=sharing.pk, actor=lawyer, at=timezone.now())
    assert look(secret=made.secret, pin=made.pin, at=timezone.now()).state == "gone"
    with as_house():
        assert PartnerLink.objects.get().closed_because == "consent"
        assert Pack.objects.get().state == Pack.State.STOPPED
    assert "Sessions Court Gulistan" in str(extract(person.pk))


def test_a_partner_sees_the_least_after_the_second_secret_and_each_look_is_written_down(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        pack, _person, _consent = _ready(world, lawyer)
        _over(pack, lawyer)
        made = make_link(pack_id=pack.pk, days=7, actor=lawyer, at=timezone.now())
    seen = look(secret=made.secret, pin=made.pin.lower(), at=timezone.now())
    later = look(secret=made.secret, pin=made.pin, at=timezone.now() + timedelta(days=8))

    assert (seen.state, later.state) == ("open", "gone")
    assert [row["name"] for row in seen.rows] == ["Nargis Farzi"]
    with as_house():
        assert Event.objects.filter(act="legal.link.looked", actor_id=None).count() == 1


def test_wrong_codes_close_a_link(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        pack, _person, _consent = _ready(world, lawyer)
        _over(pack, lawyer)
        made = make_link(pack_id=pack.pk, days=7, actor=lawyer, at=timezone.now())
    states = [look(secret=made.secret, pin="WRONG", at=timezone.now()).state for _try in range(TRIES)]
    assert states == ["wrong"] * TRIES
    assert look(secret=made.secret, pin=made.pin, at=timezone.now()).state == "gone"
    assert look(secret="another", pin=made.pin, at=timezone.now()).state == "gone"


def test_a_closed_link_shows_nothing(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        pack, _person, _consent = _ready(world, lawyer)
        _over(pack, lawyer)
        made = make_link(pack_id=pack.pk, days=1, actor=lawyer, at=timezone.now())
        close_link(link_id=made.link.pk, actor=lawyer, at=timezone.now())
    assert look(secret=made.secret, pin=made.pin, at=timezone.now()).state == "gone"


def test_a_guarded_person_stands_in_no_pack_without_a_named_decision(world: World) -> None:
    lawyer, chief = world.worker("lawyer", world.province), world.worker("supervisor", world.province)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
        consent = consent_of(person, lawyer)
        pack = pack_for("court", lawyer)
        row = put(pack, person, Basis(CONSENT, consent.pk), lawyer)
    with as_house():
        guard(person_id=person.pk, ground="honour", actor=house(), at=timezone.now())
    with acting_as(chief):
        mine = pack_for("court", chief)
        with pytest.raises(GuardedPerson):
            put(mine, person, Basis(CONSENT, consent.pk), chief)
        decided = put(mine, person, Basis(CONSENT, consent.pk, guarded_because="only the judge reads it"), chief)
        _over(mine, chief)
    assert row.guarded_because == ""
    assert decided.guarded_by_name == chief.name
    with acting_as(lawyer), pytest.raises((GuardedPerson, NoSuchPaper, NoBasis)):
        _over(pack, lawyer)


def test_who_does_not_see_the_people_does_not_see_the_pack(world: World) -> None:
    lawyer, other = world.worker("lawyer", world.gulzar), world.worker("lawyer", world.naya_bagh)
    with acting_as(lawyer):
        pack, _person, _consent = _ready(world, lawyer)
    with acting_as(other), pytest.raises(NoSuchPaper):
        _over(pack, other)


def test_interrupted_nothing_is_handed_over(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    lawyer = world.worker("lawyer", world.province)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with acting_as(lawyer):
        pack, _person, _consent = _ready(world, lawyer)
        monkeypatch.setattr("rihai.legal.papers.operations.packs._entered", power_cut)
        with pytest.raises(KeyboardInterrupt):
            _over(pack, lawyer)
        pack.refresh_from_db()
        assert (pack.state, pack.pdf_id) == (Pack.State.PREPARING, None)
        assert not Sharing.objects.exists()
        assert not StoredFile.objects.exists()


def test_a_consent_whose_withdrawal_is_interrupted_stops_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        pack, _person, consent = _ready(world, lawyer)
        _over(pack, lawyer)
        monkeypatch.setattr("rihai.people.operations.ties.append", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            _withdraw(consent, lawyer)
        pack.refresh_from_db()
        assert pack.state == Pack.State.SENT
        assert Sharing.objects.get().withdrawn_at is None


def _power_cut(*_args: object, **_kwargs: object) -> None:
    raise KeyboardInterrupt


def test_the_table_of_receivers_names_no_field_of_health_or_law() -> None:
    known = {"fir": "fir_number", "sections": "charges", "unit": "barrack", "next_hearing": "next_hearing_on"}
    named = {name for one in RECEIVERS.values() for name in one.fields}
    assert named == set(FIELDS)
    for name in named & {*known, "police_station", "court", "nationality"}:
        assert class_of(known.get(name, name)) == "personal"
    assert RECEIVERS["embassy"].bases == (CONSENT,)
    assert "contact" not in RECEIVERS["prison"].fields
