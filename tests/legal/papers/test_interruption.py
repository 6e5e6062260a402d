"""Petitions, packs, links and the register, whole or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.legal.papers import operations
from rihai.legal.papers.models import Pack, PackPerson, PartnerLink, Petition, Sharing
from rihai.legal.papers.receivers import CONSENT
from rihai.people.operations import withdraw_consent
from tests.legal.interruption import Act, interrupt_each, left_out
from tests.legal.papers.cast import confirm_all, consent_of, keep_woman, pack_for, petition_of, put
from tests.people.world import World

pytestmark = pytest.mark.django_db


def test_every_act_is_whole_or_has_not_happened(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    actor, today = world.worker("lawyer", world.province), timezone.localdate()
    told: dict[str, Any] = {}

    def act(name: str, module: str, /, **said: Any) -> Act:
        def do() -> None:
            given = {key: one() if callable(one) else one for key, one in said.items()}
            when = {} if name in {"take_out", "told_receiver", "make_link", "close_link"} else {"on": today}
            told[name] = getattr(operations, name)(actor=actor, at=timezone.now(), **when, **given)

        return Act(name, module, do)

    def newest(model: Any) -> Any:
        return lambda: model.objects.order_by("-pk").first().pk

    def look(pin: str) -> None:
        made = told["make_link"]
        operations.look(secret=made.secret, pin=pin or made.pin, at=timezone.now())

    with acting_as(actor):
        person = keep_woman(world, actor)
        consent = consent_of(person, actor)
        basis = operations.Basis(CONSENT, consent.pk)
        of, paper = {"petition_id": newest(Petition)}, {"content": b"%PDF-1.4\n%%EOF\n", "name": "p.pdf"}
        words = {"language": "ur", "court": "C", "counsel": "", "added": "more"}

        def told_of_it() -> None:
            operations.told_receiver(sharing_id=Sharing.objects.get().pk, actor=actor, at=timezone.now())

        story = [
            Act("draw_up", "petitions", lambda: petition_of(person, actor)),
            act("word_petition", "petitions", **of, version=lambda: Petition.objects.get().version, **words),
            Act("confirm_facts", "petitions", lambda: confirm_all(Petition.objects.get(), actor)),
            act("print_petition", "petitions", **of, kind="docx", language="ur"),
            act("bring_back", "petitions", **of, **paper),
            act("file_paper", "petitions", **of, filed_on=today, court="Sessions Court", number="7"),
            Act("draw_up", "petitions", lambda: petition_of(person, actor)),
            act("drop_petition", "petitions", **of),
            Act("begin_pack", "packs", lambda: pack_for("court", actor)),
            Act("put_in", "packs", lambda: put(Pack.objects.get(), person, basis, actor)),
            act("take_out", "packs", row_id=newest(PackPerson)),
            Act("put_in", "packs", lambda: put(Pack.objects.get(), person, basis, actor)),
            act("hand_over", "packs", pack_id=newest(Pack)),
            act("make_link", "links", pack_id=newest(Pack), days=3),
            Act("look", "links", lambda: look("")),
            Act("look", "links", lambda: look("WRONG")),
            act("close_link", "links", link_id=newest(PartnerLink)),
        ]
        interrupt_each(monkeypatch, "papers", story)
        withdraw_consent(consent_id=consent.pk, actor=actor, at=timezone.now())
        last = [Act("told_receiver", "packs", told_of_it)]
        interrupt_each(monkeypatch, "papers", last)
    assert left_out(operations, [*story, *last]) == set()
