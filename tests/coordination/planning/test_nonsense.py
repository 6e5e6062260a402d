"""No form of planning falls over nonsense: the field says what is wrong, and nothing is kept."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from rihai.coordination.briefing import operations as briefing
from rihai.coordination.briefing.models import BriefingLine
from rihai.coordination.challenges import operations as challenges
from rihai.coordination.plans import operations as plans
from rihai.coordination.targets import operations as targets
from rihai.coordination.targets.models import CensusCount
from tests.coordination.planning.world import BAIL, TODAY, Desk, signed_in

NONSENSE = (
    "a\x00b", "\u202eabc\u2066", "é" * 5000, "18446744073709551616", "9999-12-31", "-1", "31/02/2026 ۳۸۰", "1e999",
)  # fmt: skip
WRONG = 3
"""The first of them are no words at all, in whatever field."""


def test_nonsense_is_told_beside_its_field_and_nothing_is_kept(desk: Desk) -> None:
    draft = desk.does(briefing.make_briefing, by=desk.analyst, place_id=desk.prison.pk)
    line = BriefingLine.objects.get(to="court", code=BAIL)
    target = desk.does(targets.set_target, place_id=desk.prison.pk, said={"from_list": _list(desk)})
    began = {"institution": "x", "place": desk.prison, "goal": "x", "basis": "", "started_on": TODAY, "due_on": None}
    plan = desk.does(plans.keep_plan, said=began)
    one = desk.does(plans.add_activity, plan_id=plan.pk, said={"says": "x", "responsible": "x", "due_on": TODAY})
    hard = {"title": "x", "problem": "x", "severity": 3, "feasibility": 3, "place": desk.prison, "counted": "unknown"}
    challenge = desk.does(challenges.keep_challenge, said=hard)
    forms: tuple[tuple[str, list[Any]], ...] = (
        ("briefing-new", []), ("briefing-add", [draft.pk]), ("briefing-send", [draft.pk, "court"]),
        ("briefing-answer", [line.pk]), ("target-revise", [target.pk]), ("target-end", [target.pk]), ("plan-new", []),
        ("plan-edit", [plan.pk]), ("activity-new", [plan.pk]), ("activity", [one.pk]), ("challenge-new", []),
        ("challenge-edit", [challenge.pk]), ("challenge-show", [challenge.pk]), ("challenge-review", [challenge.pk]),
        ("criteria", []),
    )  # fmt: skip
    client = signed_in(desk.analyst)
    client.raise_request_exception = False
    kept, fell = set(), []
    for name, args in forms:
        address = reverse(f"coordination:{name}", args=args)
        fields = list(client.get(address).context["form"].fields)
        for nonsense in NONSENSE:
            status = client.post(address, dict.fromkeys(fields, nonsense)).status_code
            fell += [(name, nonsense[:12], status)] if status >= 500 else []
            kept |= {nonsense} if status == 302 else set()
    assert fell == []
    assert not kept & set(NONSENSE[:WRONG]), "words that anybody may write are words; these are none"
    for query in ("place=999999999999999999999", "first=9999-99-99&last=0001-01-01", "first=%00&place=%E2%80%AE"):
        for name in ("delay", "instead"):
            assert client.get(f"{reverse(f'coordination:{name}')}?{query}").status_code == 200


def _list(desk: Desk) -> Any:
    return CensusCount.objects.get(place=desk.prison).on
