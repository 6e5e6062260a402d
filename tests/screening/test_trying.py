"""A version of the law is compared over the same people, comes into force as it was compared, and is taken back."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.kit.jobs import Job
from rihai.kit.jobs.run import do
from rihai.law.load import pack_folder
from rihai.people.models import Person
from rihai.screening.law import packs
from rihai.screening.law.packs import law_on
from rihai.screening.models import Finding, LawChange, LawTrial, LivePack
from rihai.screening.operations import forget_people
from rihai.screening.operations.stale import JOB
from rihai.screening.trying import operations
from rihai.screening.trying.drafts import draft_in, folders
from tests.people.world import World
from tests.screening.cast import keep, woman
from tests.screening.test_pages import signed_in, text_of

pytestmark = pytest.mark.django_db
DELAY = "crpc_497_delay_general"
MINE = "draft-2027"


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    """The office's home, with a version of the pack of Pakistan that lacks one provision."""
    settings.HOME = tmp_path
    folder = tmp_path / "law" / MINE
    shutil.copytree(pack_folder("pakistan"), folder)
    pack = folder / "pack.yaml"
    pack.write_text(pack.read_text().replace(law_version(), "2027.1"))
    for part in ("provisions", "cases"):
        (folder / part / f"{DELAY}.yaml").unlink()
    text = pack.read_text()
    pack.write_text("\n".join(line for line in text.splitlines() if DELAY not in line) + "\n")
    return tmp_path


def law_version() -> str:
    from rihai.law.load import load_pack

    return load_pack(pack_folder("pakistan")).version


@pytest.fixture
def lawyer(world: World) -> Account:
    return world.worker("lawyer", world.gulzar)


@pytest.fixture
def nargis(world: World, lawyer: Account) -> Person:
    with acting_as(lawyer):
        return keep(woman(timezone.localdate()), world.gulzar, lawyer)


def compared(lawyer: Account) -> LawTrial:
    """The comparison, done to the end."""
    answer = signed_in(lawyer).post(reverse("screening:try"), {"folder": MINE})
    assert answer.status_code == 302
    with as_house():
        trial = LawTrial.objects.latest("asked_at")
    assert trial.job_id
    do(trial.job_id, timezone.now)
    with as_house():
        job = Job.objects.get(pk=trial.job_id)
        assert job.state == "done", job.problem
        return LawTrial.objects.get(pk=trial.pk)


def has_finding(person: Person) -> bool:
    with as_house():
        return Finding.objects.filter(person=person, provision=DELAY).exists()


def screened_again() -> None:
    do(Job.objects.filter(kind=JOB).latest("asked_at").pk, timezone.now)


def test_who_changes_and_why_is_shown_and_nothing_of_it_is_true_yet(
    home: Path, lawyer: Account, nargis: Person
) -> None:
    trial = compared(lawyer)
    assert (trial.people, trial.failing) == (1, [])
    with as_house():
        (change,) = LawChange.objects.filter(trial=trial, provision=DELAY)
    assert (change.kind, change.old, change.new, change.person_id) == ("no_longer", "arguable", "", nargis.pk)
    client = signed_in(lawyer)
    text = text_of(client, reverse("screening:trial", args=[trial.pk]))
    for word in ("Nargis Farzi", "No longer reached", "It would say: nothing", "Put it into force"):
        assert word in text, word
    assert has_finding(nargis), "a trial changes nothing"
    table = client.post(
        reverse("kit_export", args=["screening.trial"]) + f"?trial={trial.pk}", {"kind": "csv", "language": "en"}
    )
    assert "Nargis Farzi" in table.content.decode()


def test_it_comes_into_force_as_it_was_compared_and_is_taken_back(home: Path, lawyer: Account, nargis: Person) -> None:
    trial = compared(lawyer)
    client, force = signed_in(lawyer), reverse("screening:law-force", args=[trial.pk])
    assert client.post(force, {"reason": ""}).status_code == 422
    (home / "law" / MINE / "pack.yaml").write_text("nonsense: [")
    assert client.post(force, {"reason": "read by two lawyers"}).status_code == 302
    screened_again()
    assert not has_finding(nargis)
    assert law_on(timezone.localdate()).packs[0].version == "2027.1"
    assert client.post(force, {"reason": "again"}).status_code == 409, (
        "the law it was compared with is no longer in force"
    )
    shutil.rmtree(home / "law")
    packs._law.cache_clear()
    text_of(client, reverse("screening:who"))
    assert client.post(reverse("screening:law-back", args=["pakistan"]), {"reason": "an error"}).status_code == 302
    screened_again()
    assert has_finding(nargis)
    with as_house():
        acts = list(
            Event.objects.filter(act__startswith="screening.law").order_by("number").values_list("act", flat=True)
        )
    assert acts == ["screening.law.tried", "screening.law.put_in_force", "screening.law.taken_back"]


def test_a_version_whose_worked_cases_fail_never_comes_into_force(home: Path, lawyer: Account, nargis: Person) -> None:
    one = next(path for path in (home / "law" / MINE / "cases").iterdir() if "outcome: met" in path.read_text())
    one.write_text(one.read_text().replace("outcome: met", "outcome: not_met", 1))
    draft = draft_in(MINE)
    assert draft
    if draft.pack is None:
        pytest.fail(str(draft.mistakes))
    trial = compared(lawyer)
    assert trial.failing
    client = signed_in(lawyer)
    assert "Worked cases do not come out as they say" in text_of(client, reverse("screening:trial", args=[trial.pk]))
    assert client.post(reverse("screening:law-force", args=[trial.pk]), {"reason": "x"}).status_code == 409
    assert not LivePack.objects.exists()


@pytest.mark.parametrize("spoil", ["broken", "link", "nothing", "binary"])
def test_what_is_no_pack_is_named_with_its_mistakes_and_cannot_be_tried(
    home: Path, lawyer: Account, spoil: str
) -> None:
    folder = home / "law" / MINE
    if spoil == "broken":
        (folder / "pack.yaml").write_text("id: pakistan\nid: pakistan\n")
    elif spoil == "link":
        (folder / "provisions" / "x.yaml").symlink_to("/etc/hostname")
    elif spoil == "nothing":
        shutil.rmtree(folder)
        folder.mkdir()
    else:
        (folder / "pack.yaml").write_bytes(b"\xff\xfe\x00")
    client = signed_in(lawyer)
    assert "Does not load" in text_of(client, reverse("screening:trying"))
    client.post(reverse("screening:try"), {"folder": MINE})
    assert not LawTrial.objects.exists()


@pytest.mark.parametrize("folder", ["../etc", "/etc", "", ".kept", "x" * 500, "a\x00b", "no-such"])
def test_no_other_folder_is_ever_read(home: Path, lawyer: Account, folder: str) -> None:
    assert folders() == [MINE]
    assert signed_in(lawyer).post(reverse("screening:try"), {"folder": folder}).status_code in {400, 404}


def test_only_who_reviews_law_comes_here_and_sees_only_their_people(
    home: Path, world: World, lawyer: Account, nargis: Person
) -> None:
    trial = compared(lawyer)
    caseworker = signed_in(world.worker("caseworker", world.gulzar))
    assert caseworker.get(reverse("screening:trying")).status_code in {403, 404}
    other = signed_in(world.worker("lawyer", world.naya_bagh))
    assert "Nargis" not in text_of(other, reverse("screening:trial", args=[trial.pk]))


def test_an_interrupted_change_of_law_leaves_the_old_one_in_force(
    home: Path, lawyer: Account, nargis: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = compared(lawyer)

    def dies(*_args: Any, **_kw: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(operations, "append", dies)
    with acting_as(lawyer), pytest.raises(RuntimeError):
        operations.put_in_force(trial_id=trial.pk, reason="x", actor=lawyer, at=timezone.now())
    assert not LivePack.objects.exists()
    assert django_settings.LAW


def test_people_whom_an_act_takes_away_leave_no_trace_in_a_comparison(
    home: Path, lawyer: Account, nargis: Person
) -> None:
    compared(lawyer)
    forget_people([nargis.pk], at=timezone.now())
    with as_house():
        assert not LawChange.objects.exists()
