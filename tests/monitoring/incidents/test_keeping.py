"""Evidence is as it came or is found not to be; examinations are by who is qualified; no act is half done."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Notification
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.kit.files import StoredFile
from rihai.monitoring.evidence import operations as keep
from rihai.monitoring.evidence.models import CustodyLine, EvidenceItem
from rihai.monitoring.evidence.queries import item_seen, problems_of
from rihai.monitoring.examinations import operations as exam
from rihai.monitoring.examinations.figure import AT, dots_of
from rihai.monitoring.examinations.models import Examination, Region
from rihai.monitoring.incidents import operations as act
from rihai.monitoring.incidents.models import (
    Clock,
    Incident,
    IncidentConsent,
    IncidentSource,
    IncidentVictim,
    Intervention,
)
from rihai.monitoring.incidents.operations.errors import AskFirst, NoSuchIncident, NotSo
from rihai.monitoring.incidents.operations.parts import Whom
from rihai.people.models import Person
from tests.casework.rawfile import raw_database
from tests.monitoring.incidents.cast import (
    CALLED,
    SEALED_WORDS,
    answered,
    consented,
    planned,
    said,
    who,
    written,
)
from tests.people.world import World

pytestmark = pytest.mark.django_db
NOTE = b"The wall of cell 4, seen on Tuesday\n"


def taken(one: Incident, actor: Account, content: bytes = NOTE) -> EvidenceItem:
    """A file taken in."""
    told = {"what": "A note", "captured_at": timezone.now(), "captured_by": "His brother", "how": "Handed at the gate"}
    return keep.take_in(incident_id=one.pk, content=content, name="wall.txt", said=told, **who(actor))


def test_evidence_is_verified_outside_by_nothing_but_sha256sum(
    world: World, inspector: Account, lead: Account, tmp_path: Path
) -> None:
    one = written(world, inspector, "T1.1")
    with acting_as(inspector):
        item = taken(one, inspector)
        taken(one, inspector, b"A second note\n")
        keep.handle(item_id=item.pk, kind="handed", who="=Lawyer", says="Receipt 4", **who(inspector))
        act.add_member(incident_id=one.pk, account_id=lead.pk, **who(inspector))
    with acting_as(lead):
        _item, content = keep.open_file(item_id=item.pk, **who(lead))
        assert content == NOTE, "who is in the team reads what another took in"
        _one, packet = keep.take_out(incident_id=one.pk, why="For the magistrate", **who(lead))
        assert [line.kind for line in item.custody.all()] == ["received", "handed", "viewed", "copied"]
        assert problems_of(item) == []
    with zipfile.ZipFile(BytesIO(packet)) as opened:
        opened.extractall(tmp_path)
    assert subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, check=False).returncode == 0
    assert (tmp_path / "E1.txt").read_bytes() == NOTE
    log = (tmp_path / "custody.tsv").read_text(encoding="utf-8")
    assert ("\t'=Lawyer\t" in log, log.count("\n")) == (True, 7)
    (tmp_path / "E1.txt").write_bytes(NOTE + b".")
    assert subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, check=False).returncode == 1


def test_who_is_not_in_the_team_reads_no_evidence_not_even_of_what_is_not_sealed(
    world: World, inspector: Account, boss: Account
) -> None:
    one = written(world, inspector, "T3.1")
    with acting_as(inspector):
        item = taken(one, inspector)
    with acting_as(boss):
        assert item_seen(item.pk, actor=boss) is None
        with pytest.raises(NoSuchIncident):
            keep.open_file(item_id=item.pk, **who(boss))


@pytest.mark.parametrize("how", ["bytes", "words", "order", "gone"])
def test_tampering_is_found_and_nothing_is_handed_out(world: World, inspector: Account, how: str) -> None:
    one = written(world, inspector, "T1.1")
    with acting_as(inspector):
        item = taken(one, inspector)
        keep.handle(item_id=item.pk, kind="copied", who="A", says="b", **who(inspector))
        keep.handle(item_id=item.pk, kind="returned", who="A", says="b", **who(inspector))
    with as_house():
        stored = StoredFile.objects.get(pk__in=[item.stored_id])
    if how == "bytes":
        default_storage.delete(stored.stored_as)
        default_storage.save(stored.stored_as, ContentFile(b"age-encryption.org/v1 forged"))
    elif connection.vendor == "postgresql":
        pytest.skip("behind the wall nobody changes a line; the next test says so")
    else:
        line = CustodyLine.objects.get(item=item, number=2)
        if how == "words":
            line.who = "B"
            line.save()
        elif how == "order":
            CustodyLine.objects.filter(pk=line.pk).update(at=line.at + timedelta(days=1))
        else:
            line.delete()
    with acting_as(inspector):
        assert len(problems_of(item)) == 1
        with pytest.raises(NotSo):
            keep.take_out(incident_id=one.pk, why="x", **who(inspector))


def test_behind_the_wall_nobody_reads_past_the_team_and_no_line_of_custody_is_changed(
    world: World, inspector: Account, boss: Account
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("walls stand on PostgreSQL alone")
    plain, sealed = written(world, inspector, "T3.1"), written(world, inspector, "T1.1")
    with acting_as(inspector):
        for one in (plain, sealed):
            taken(one, inspector)
            planned(one, inspector)
            act.add_source(incident_id=one.pk, said={"kind": "family", "words": "x"}, **who(inspector))
        assert CustodyLine.objects.update(kind="viewed") == 0
        assert CustodyLine.objects.all().delete()[0] == 0
    caseworker = world.worker("caseworker", world.gulzar)
    for reader, sees in ((boss, {plain.pk}), (caseworker, set())):
        with acting_as(reader):
            assert set(Incident.objects.values_list("pk", flat=True)) == sees
            assert set(Clock.objects.values_list("incident", flat=True)) == sees
            assert set(IncidentVictim.objects.values_list("incident", flat=True)) == sees
            for model in (EvidenceItem, CustodyLine, IncidentSource, IncidentConsent, Intervention):
                assert not model._default_manager.exists(), model


def clinician(world: World, lead: Account) -> Account:
    """A health worker confirmed by the safeguarding lead."""
    doctor = world.worker("health_worker", world.gulzar)
    with acting_as(lead):
        exam.confirm_qualified(account_id=doctor.pk, skill="clinician", paper="IP course 2025", **who(lead))
        with pytest.raises(NotSo):
            exam.confirm_qualified(account_id=lead.pk, skill="clinician", paper="mine", **who(lead))
    return doctor


def test_only_who_is_qualified_examines_with_consent_and_a_monitor_never_grades(
    world: World, inspector: Account, lead: Account
) -> None:
    doctor, one = clinician(world, lead), written(world, inspector, "T1.1")
    with acting_as(inspector):
        act.add_member(incident_id=one.pk, account_id=doctor.pk, **who(inspector))
        victim = one.victims.get()
        seen = {"victim": victim.pk, "protocol": "monitor", "done_on": timezone.localdate(), "told": "My arm"}
        with pytest.raises(AskFirst):
            exam.write_examination(incident_id=one.pk, said=seen, **who(inspector))
        consent = consented(one, inspector, "exam")
        mine = exam.write_examination(incident_id=one.pk, said=seen, **who(inspector))
        mark = {
            "region": "forearm",
            "side": "left",
            "view": "front",
            "lesion": "bruise",
            "length": 40,
            "colour": "blue",
        }
        exam.add_mark(examination_id=mine.pk, said=mark, **who(inspector))
        for wrong, refused in (({**mark, "degree": "typical"}, exam.NotQualified), ({**mark, "side": "up"}, NotSo)):
            with pytest.raises(refused):
                exam.add_mark(examination_id=mine.pk, said=wrong, **who(inspector))
        with pytest.raises(exam.NotQualified):
            exam.write_examination(
                incident_id=one.pk, said={**seen, "protocol": "istanbul", "opinion": "x"}, **who(inspector)
            )
    with acting_as(doctor):
        clinical = {**seen, "protocol": "istanbul", "opinion": "Agrees with the account", "degree": "highly"}
        theirs = exam.write_examination(incident_id=one.pk, said=clinical, **who(doctor))
        first = exam.add_mark(examination_id=theirs.pk, said={**mark, "degree": "typical"}, **who(doctor))
        exam.add_mark(examination_id=theirs.pk, said={**mark, "view": "back"}, **who(doctor))
        exam.strike_mark(mark_id=first.pk, **who(doctor))
        front, back = dots_of(theirs.marks.all())
        assert front.x > 80, "the left arm is at the right of who looks at us"
        assert back.x < 240, "and at the left of who turns away"
        with pytest.raises(NoSuchIncident):
            exam.add_mark(examination_id=mine.pk, said=mark, **who(doctor))
    with acting_as(inspector):
        act.withdraw_consent(consent_id=consent.pk, **who(inspector))
        with pytest.raises(AskFirst):
            exam.write_examination(incident_id=one.pk, said=seen, **who(inspector))


def test_every_part_of_the_body_has_its_place_on_the_drawing() -> None:
    assert set(AT) == set(Region)


Do = Callable[[], Any]


def kept() -> dict[str, list[str]]:
    """Every row of this part, notices, files and the trail."""
    parts = (".incidents.", ".evidence.", ".examinations.")
    ours: list[Any] = [
        one for one in apps.get_app_config("monitoring").get_models() if any(part in one.__module__ for part in parts)
    ]
    with as_house():
        rows: list[Any] = [*ours, Notification, Event]
        return {one.__name__: sorted(map(str, one._default_manager.values())) for one in rows}


def test_no_act_is_ever_half_done(
    world: World, inspector: Account, lead: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    trail = "rihai.monitoring.incidents.operations.reach.append"
    known: dict[str, Any] = {}

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    def one() -> Incident:
        return Incident.objects.get(pk=known["one"].pk)

    def about(do: Callable[..., Any], **given: Any) -> Do:
        return lambda: do(incident_id=one().pk, **given, **who(inspector))

    def versioned(do: Callable[..., Any], **given: Any) -> Do:
        return lambda: do(incident_id=one().pk, version=one().version, **given, **who(inspector))

    def then(name: str, do: Do) -> Do:
        def keeps() -> None:
            known[name] = do()

        return keeps

    def clock() -> Any:
        left = one().clocks.filter(stopped_at=None).first()
        assert left
        return act.stop_clock(clock_id=left.pk, how="done", says="x", **who(inspector))

    def fresh(name: str) -> Any:
        known[name].refresh_from_db()
        return known[name]

    def victim() -> Any:
        return one().victims.first()

    step = {"kind": "letter", "receiver": "NCHR", "told": "x", "ground": "duty", "second": lead.pk,
            "due_on": timezone.localdate()}  # fmt: skip
    seen = {"protocol": "monitor", "done_on": timezone.localdate(), "told": "My arm"}
    mark = {"region": "hand", "side": "left", "view": "front", "lesion": "cut"}
    with acting_as(inspector):
        story: list[tuple[str, Do]] = [
            ("write", then("one", lambda: act.write_incident(said=said(world, "T3.1"), **who(inspector)))),
            ("change", versioned(act.change_incident, said=said(world, "T3.2"))),
            ("answers", versioned(act.write_answers, answers={"since": "May"})),
            ("victim", lambda: act.add_victim(
                incident_id=one().pk, whom=Whom(called="Y"), **who(inspector))),
            ("perpetrator", about(act.add_perpetrator, said={"kind": "staff", "rank": "Head"})),
            ("source", about(act.add_source, said={"kind": "family", "words": "He told me"})),
            ("act", about(act.add_act, said={"sub": "T3.1"})),
            ("member", about(act.add_member, account_id=lead.pk, lead=True)),
            ("consent", then("consent", lambda: consented(one(), inspector, "exam"))),
            ("written", then("record", lambda: consented(one(), inspector, "record"))),
            ("plan", then("step", lambda: act.plan_step(incident_id=one().pk, said=step, **who(inspector)))),
            ("risk", lambda: answered(fresh("step"), inspector)),
            ("agree", lambda: act.agree_to_step(step_id=known["step"].pk, **who(lead))),
            ("send", lambda: act.send_step(
                step_id=fresh("step").pk, version=known["step"].version, **who(inspector))),
            ("settle", lambda: act.settle_step(
                step_id=fresh("step").pk, version=known["step"].version, state="done", answer="", **who(inspector))),
            ("examine", then("exam", lambda: exam.write_examination(
                incident_id=one().pk, said={**seen, "victim": victim().pk}, **who(inspector)))),
            ("mark", then("mark", lambda: exam.add_mark(
                examination_id=known["exam"].pk, said=mark, **who(inspector)))),
            ("strike", lambda: exam.strike_mark(mark_id=known["mark"].pk, **who(inspector))),
            ("withdraw", lambda: act.withdraw_consent(consent_id=known["consent"].pk, **who(inspector))),
            ("evidence", then("item", lambda: taken(one(), inspector))),
            ("handle", lambda: keep.handle(
                item_id=known["item"].pk, kind="copied", who="A", says="b", **who(inspector))),
            ("view", lambda: keep.open_file(item_id=known["item"].pk, **who(inspector))),
            ("out", about(keep.take_out, why="x")),
            ("review", about(act.send_to_review)),
            ("open", lambda: act.open_incident(incident_id=one().pk, **who(lead))),
            *[("clock", clock)] * 2,
            ("close", versioned(act.close_incident, closing="Off")),
            ("member leaves", lambda: act.leave_team(incident_id=one().pk, **who(lead))),
            ("member again", about(act.add_member, account_id=lead.pk, lead=True)),
            ("kept", versioned(
                act.keep_on, until=timezone.localdate() + timedelta(days=99), because="An appeal is pending")),
            ("refuse", lambda: act.withdraw_consent(consent_id=known["record"].pk, **who(inspector))),
            ("ask to erase", about(act.ask_to_erase, why="wish")),
            ("let it stay", about(act.keep_after_all)),
            ("again", versioned(act.reopen_incident)),
            ("close again", versioned(act.close_incident, closing="Off")),
            ("ask again", about(act.ask_to_erase, why="wish")),
            ("erase", lambda: act.erase_incident(incident_id=one().pk, **who(lead))),
        ]  # fmt: skip
        before = kept()
        for name, do in story:
            with acting_as(lead if name in {"agree", "open", "member leaves", "erase"} else inspector):
                with monkeypatch.context() as broken:
                    broken.setattr(trail, power_cut)
                    with pytest.raises(KeyboardInterrupt):
                        do()
                assert kept() == before, f"{name}, interrupted, left something"
                do()
            before, earlier = kept(), before
            assert before != earlier, f"{name}, uninterrupted, happens"


@pytest.mark.django_db(transaction=True)
def test_neither_words_nor_person_nor_file_of_a_sealed_incident_lie_open_in_the_database(
    world: World, inspector: Account, lead: Account, person: Person
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the file of the other database is not ours to read; the fields are sealed alike")
    counsellor = world.worker("survivor_counsellor", world.gulzar)
    one = written(world, counsellor, "T1.2", person.pk, happened=SEALED_WORDS, spot="Barrack Nowhereia")
    with acting_as(counsellor):
        act.add_perpetrator(
            incident_id=one.pk, said={"kind": "staff", "rank": "Darogha", "name": "Feared Man"}, **who(counsellor)
        )
        act.add_source(incident_id=one.pk, said={"kind": "family", "words": "Saw the ropemarks"}, **who(counsellor))
        answered(planned(one, counsellor), counsellor, "high")
        taken(one, counsellor, b"Evidencewords here\n")
        for model in (Incident, EvidenceItem, Examination):
            for row in model._default_manager.values():
                assert str(person.pk) not in str(row)
    raw = raw_database()
    assert one.code.encode() in raw, "the file is the right one"
    digest = hashlib.sha256(b"Evidencewords here\n").hexdigest().encode()
    for word in (CALLED.encode(), b"Falakwords", b"Nowhereia", b"Feared Man", b"Darogha", b"ropemarks",
                 b"Evidencewords", b"One of ours", b"He was asked alone", digest):  # fmt: skip
        assert word not in raw, word
