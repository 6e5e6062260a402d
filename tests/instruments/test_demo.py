"""What the fictional office asked in a prison is played once, and stands in the sample with its weight."""

from __future__ import annotations

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.demo.cast import GULZAR
from rihai.demo.field import FORM, play_field
from rihai.instruments.models import Answer, Paper, Received, Sample
from rihai.instruments.sampling.asked import sample_seen
from rihai.instruments.shipped import FORMS
from tests.instruments.test_versions import taken_in
from tests.people.world import NOON, World


@pytest.mark.django_db
def test_a_sample_is_told_by_phone_on_paper_and_on_the_page(world: World) -> None:
    from rihai.instruments.shipped import build

    taken_in(world, build((FORMS / f"{FORM}.yaml").read_text(encoding="utf-8")))
    worker = world.worker("caseworker", world.gulzar)
    Account.objects.filter(pk=worker.pk).update(email="caseworker@rihai.example")
    type(world.gulzar).objects.filter(pk=world.gulzar.pk).update(code=GULZAR)
    with acting_as(worker, NOON):
        for at in range(5):
            world.enter(worker, full_name=f"Farzi {at}", cnic=f"90403000{at:04}8", cases=[])

    assert (play_field(at=NOON), play_field(at=NOON)) == (True, False)
    with acting_as(worker, NOON):
        found = sample_seen(Sample.objects.get().pk, actor=worker)
        assert found is not None
        assert [one.state for one in found.rows] == ["answered", "answered", "answered", "out", "asked"]
        assert found.standing.weight == pytest.approx(5 / 3)
        assert Answer.objects.count() == 3
        assert sorted(one.stage for one in Received.objects.all()) == ["given", "waiting"]
        assert Paper.objects.exclude(answer=None).count() == 1
