"""The plan she can be given: one page in her language, large, each step with a picture for who cannot read.

It names no offence, no case and nobody else held; what is written of health, or sealed, stands there only where she
wanted it and the paper says so in its own row (`PlanPaper.classes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.casework.plans.models import OwnedBy, PlanPaper, Step
from rihai.casework.plans.queries.plans import GoalShown, PlanShown
from rihai.casework.plans.tables import domains, pictures, step_kinds
from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.blocks import Block, Callout, Heading, Paragraph, Picture, Pictures
from rihai.paper.pdf import pdf_page

TRIES = ((1.5, 8), (1.3, 8), (1.1, 8), (1.1, 5), (0.95, 5), (0.85, 3))
"""How large, and how many steps: a plan is as large as one page allows, and rather shorter than too small to read."""
ONE_PAGE = b"/Type/Pages/Count 1/"
GOALS = 4
"""What she wants, of what was written down first. The rest is told of in a line."""
WHO = {
    OwnedBy.HERSELF: "user-heart", OwnedBy.WORKER: "id-badge-2", OwnedBy.FAMILY: "users", OwnedBy.PARTNER: "building",
}  # fmt: skip


def plan_pdf(page: PlanShown, paper: PlanPaper, *, day: date) -> bytes:
    """The plan as PDF in the language of the paper, with the classes she wanted on it and no other."""
    with override(paper.language):
        made = b""
        for scale, most in TRIES:
            blocks = _blocks(page, paper.classes.split(), most)
            made = pdf_page(
                _("My plan"), blocks, paper.language, standfirst=_name(page, paper.language), day=day,
                running=settings.OFFICE, scale=scale,
            )  # fmt: skip
            if ONE_PAGE in made:
                break
    return made


def _name(page: PlanShown, language: str) -> str:
    person = page.plan.person
    return (person.other_script if language == "ur" else "") or person.full_name


def _blocks(page: PlanShown, classes: Sequence[str], most: int) -> list[Block]:
    plan = page.plan
    goals = [one for one in page.open_goals if one.goal.data_class in classes]
    steps = [one for one in page.next_steps if one.data_class in classes]
    blocks: list[Block] = []
    if goals:
        blocks += [Heading(_("What I want"), level=3), Pictures([_goal(one) for one in goals[:GOALS]])]
    if steps:
        blocks += [
            Heading(_("What happens now"), level=3),
            Pictures([_step(one, plan.owner_name) for one in steps[:most]]),
        ]
    left = max(len(goals) - GOALS, 0) + max(len(steps) - most, 0)
    if left:
        blocks.append(Paragraph(_("There is more. Ask %(who)s.") % {"who": plan.owner_name}))
    blocks.append(Pictures([_next(plan.owner_name, plan.due_on)]))
    free = _("Nobody may take money for it. If somebody asks you or your family for money, do not pay, and tell us.")
    return [*blocks, Callout("done", _("This help is free."), free)]


def _goal(one: GoalShown) -> Picture:
    domain = domains().get(one.goal.domain)
    drawn = pictures()[domain.picture if domain else "sun-high"]
    by = day_text(one.goal.wanted_by) if one.goal.wanted_by else ""
    return Picture(drawn, _own(one.goal.words or ""), about=domain.hers if domain else "", day=by)


def _own(words: str) -> str:
    """Words in whatever language they are, isolated, so that their full stop stands at their own end."""
    return f"\u2068{words}\u2069" if words else ""


def _step(one: Step, keeper: str) -> Picture:
    kind = step_kinds().get(one.kind)
    who = {
        OwnedBy.HERSELF: _("I do it"), OwnedBy.WORKER: keeper, OwnedBy.FAMILY: one.owner_name or _("my family"),
        OwnedBy.PARTNER: one.owner_name,
    }[OwnedBy(one.owned_by)]  # fmt: skip
    return Picture(
        pictures()[kind.picture if kind else "star"], kind.says if kind else one.shown,
        about=_own(one.what or ""), day=day_text(one.due_on) if one.due_on else "", who=who,
        who_drawn=pictures()[WHO[OwnedBy(one.owned_by)]],
    )  # fmt: skip


def _next(keeper: str, on: date | None) -> Picture:
    return Picture(
        pictures()["calendar-event"], _("We look at it together again"), about=keeper,
        day=day_text(on) if on else "", who=_("both of us"), who_drawn=pictures()["friends"],
    )  # fmt: skip
