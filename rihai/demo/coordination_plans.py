"""What the fictional office briefs and plans: two briefings, targets, an action plan, challenges; all invented.

Everything goes through the operations of the site, by the cast. The lists of the months before are told to the house as
counts alone, so that a target has a line to follow.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.coordination.briefing import operations as briefings
from rihai.coordination.briefing.models import Briefing
from rihai.coordination.challenges import operations as challenges
from rihai.coordination.plans import operations as plans
from rihai.coordination.targets import operations as targets
from rihai.coordination.targets.models import CensusCount
from rihai.demo.cast import GULZAR, NAYA_BAGH
from rihai.kit.ids import new_id
from rihai.legal.matters.models import MatterHearing, State
from rihai.legal.matters.operations.hearings import list_hearing, record_hearing
from rihai.legal.matters.queries.reach import matters_for
from rihai.places.models import Place

T = TypeVar("T")
DAY = timedelta(days=1)
EARLIER = ((210, 34), (180, 31), (150, 27), (120, 22), (90, 18), (60, 9))
"""Days ago, and how many more people under trial a list counted then than the newest one."""
SHEETS = (
    (140, "court", "judge_absent", ""), (119, "prosecution", "witness_absent", ""),
    (98, "other", "not_produced", "escort"),
    (77, "other", "strike", ""), (56, "prosecution", "record_missing", ""), (35, "court", "not_reached", ""),
    (14, "other", "not_produced", "order"),
)  # fmt: skip
"""Days ago, by whose act the hearing was adjourned, why, and why nobody brought the person."""
ACTIVITIES = (
    ("A list of the week’s dates to the police each Saturday", "Deputy Superintendent, trial", -40, "done",
     "Eight lists in two months; copies with the deputy."),
    ("Two vans kept for court days", "Superintendent of Police", -5, "", ""),
    ("A room with video link for remand dates", "Superintendent", 60, "begun", "The line is laid; no screen yet."),
    ("A register of who was not produced, and why", "Assistant Superintendent", 20, "", ""),
)  # fmt: skip
"""What is done, by which post, days from now, where it stands, what shows it."""
CHALLENGES: tuple[dict[str, Any], ...] = (
    {"title": "Bail is granted and nobody can stand surety", "severity": 5, "feasibility": 4, "counted": "finding",
     "counts": "crpc_500_bail_not_furnished", "responsible": "Panel lead, legal aid",
     "problem": "Courts grant bail against two sureties of a kind that poor families cannot find.",
     "plan": "Ask for personal bonds by name at each monthly meeting; show the courts their own figures."},
    {"title": "Nobody has counsel at the first remand", "severity": 4, "feasibility": 3, "counted": "risk",
     "counts": "no_lawyer", "responsible": "Secretary, district committee",
     "problem": "The first date passes without anybody speaking for the person.",
     "plan": "A duty roster of the district bar, one advocate a day."},
    {"title": "Families do not know where to ask", "severity": 3, "feasibility": 5, "counted": "entered",
     "entered": 420, "method": "Calls to the line in a year whose caller had asked three offices before.",
     "responsible": "", "plan": "", "problem": "Each office sends them to the next one."},
)  # fmt: skip


class Cast:
    """Who acts in the play, and when."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.secretary, self.supervisor, self.analyst, self.programme = (
            Account.objects.get(email=f"{key}@rihai.example")
            for key in ("secretary", "supervisor", "analyst", "programme")
        )

    def does(self, who: Account, act: Callable[..., T], *, days: int = 0, **said: Any) -> T:
        """An act by one of them, some days ago."""
        at = self.at - DAY * days
        with acting_as(who, at):
            return act(**said, actor=who, at=at)


@transaction.atomic
def play_plans(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already or no list counts."""
    with as_house(at):
        newest = {
            code: CensusCount.objects.filter(place__code=code).order_by("on").last() for code in (GULZAR, NAYA_BAGH)
        }
        if Briefing.objects.exists() or not all(newest.values()):
            return False
        cast = Cast(at)
        for count in newest.values():
            assert count is not None
            _earlier(count, at)
    _hearings(cast)
    _targets(cast, {code: count.place for code, count in newest.items() if count})
    _briefings(cast)
    _plan(cast)
    _challenges(cast)
    return True


def _earlier(newest: CensusCount, at: datetime) -> None:
    CensusCount.objects.bulk_create(
        CensusCount(
            census_id=new_id(), place_id=newest.place_id, on=newest.on - DAY * days, people=newest.people + more,
            under_trial=newest.under_trial + more, counted_at=at - DAY * days,
        )
        for days, more in EARLIER
    )  # fmt: skip


def _hearings(cast: Cast) -> None:
    """The order sheets of a matter of the lawyer's, written down: each date, and why it went no further."""
    lawyer, today = Account.objects.get(email="lawyer@rihai.example"), localdate(cast.at)
    with acting_as(lawyer, cast.at):
        matter = matters_for(lawyer).filter(state=State.OPEN).order_by("made_at").first()
    if matter is None:
        return
    days = [today - DAY * ago for ago, *_why in SHEETS]
    said: dict[str, Any] = {"listed_on": days[0], "purpose": "evidence", "court_name": matter.court_text}
    hearing = cast.does(lawyer, list_hearing, matter_id=matter.pk, said=said)
    for (_ago, by, why, absent), until in zip(SHEETS, [*days[1:], today + DAY * 12], strict=True):
        told = {
            "outcome": "adjourned", "adjourned_by": by, "adjourned_why": why, "next_on": until,
            "produced": "no" if absent else "yes", "not_produced_why": absent,
        }  # fmt: skip
        cast.does(lawyer, record_hearing, hearing_id=hearing.pk, version=hearing.version, said=told)
        with as_house(cast.at):
            hearing = MatterHearing.objects.get(follows=hearing.pk)


def _targets(cast: Cast, places: dict[str, Place]) -> None:
    """One with steps, one with a straight line that was changed since, and one of a district that nobody has set."""
    with as_house(cast.at):
        first = {code: CensusCount.objects.filter(place=place).order_by("on")[0] for code, place in places.items()}
        district = places[NAYA_BAGH].within
    began, today = first[NAYA_BAGH], localdate(cast.at)
    most = began.under_trial
    steps = [(began.on + DAY * 90, round(most * 0.93)), (began.on + DAY * 180, round(most * 0.87))]
    cast.does(
        cast.secretary, targets.set_target, days=20, place_id=places[NAYA_BAGH].pk,
        said={"from_list": began.on, "goal": round(most * 0.8), "due_on": today + DAY * 200, "path": "steps",
              "steps": steps, "why": "Decided by the district committee, invented decision 4."},
    )  # fmt: skip
    began = first[GULZAR]
    line = {
        "from_list": began.on,
        "goal": round(began.under_trial * 0.6),
        "due_on": today + DAY * 150,
        "why": "Our own aim.",
    }
    made = cast.does(cast.programme, targets.set_target, days=30, place_id=places[GULZAR].pk, said=line)
    cast.does(
        cast.programme, targets.revise_target, days=3, target_id=made.pk, version=made.version,
        said={**line, "goal": round(began.under_trial * 0.75)}, reason="Two courts stood without a judge.",
    )  # fmt: skip
    if district is not None:
        said = {"baseline": 900, "baseline_on": today - DAY * 220, "baseline_source": "An invented letter, no. 12"}
        cast.does(cast.programme, targets.set_target, days=10, place_id=district.pk, said=said)


def _briefings(cast: Cast) -> None:
    """One signed, sent and answered in part; one that waits for its signature."""
    prison = Place.objects.get(code=NAYA_BAGH)
    made = cast.does(cast.secretary, briefings.make_briefing, days=9, place_id=prison.pk)
    asked = {
        "to": "police", "says": "The van of the district", "asks_en": "Send the second van on Mondays and Thursdays.",
        "asks_ur": "دوسری گاڑی پیر اور جمعرات کو بھیجی جائے۔",
    }  # fmt: skip
    cast.does(cast.secretary, briefings.add_line, days=9, briefing_id=made.pk, said=asked)
    cast.does(cast.supervisor, briefings.sign_briefing, days=8, briefing_id=made.pk)
    until = localdate(cast.at) - DAY
    for to, receiver in (("court", "District and Sessions Judge"), ("police", "Superintendent of Police")):
        said = {"to": to, "receiver": receiver, "way": "letter", "answer_by": until}
        cast.does(cast.secretary, briefings.send_part, days=7, briefing_id=made.pk, said=said)
    with as_house(cast.at):
        lines = list(made.lines.filter(to="court").order_by("order"))[:2]
    answers = (
        ("will", 0, "The cases are fixed on two days of this week."),
        ("will_not", None, "Each needs a petition."),
    )
    for line, (kind, days, says) in zip(lines, answers, strict=False):
        due = localdate(cast.at) + DAY * days if days is not None else None
        told = {"kind": kind, "due_on": due, "says": says, "by_name": "Reader to the Sessions Judge"}
        cast.does(cast.secretary, briefings.record_answer, days=3, line_id=line.pk, said=told)
    other = Place.objects.get(code=GULZAR)
    cast.does(cast.analyst, briefings.make_briefing, days=1, place_id=other.pk)


def _plan(cast: Cast) -> None:
    prison, today = Place.objects.get(code=NAYA_BAGH), localdate(cast.at)
    said = {
        "institution": "District Prison Naya Bagh", "place": prison, "goal": "Everybody is in court on their date",
        "basis": "Briefing of the district committee", "started_on": today - DAY * 90, "due_on": today + DAY * 120,
    }  # fmt: skip
    plan = cast.does(cast.secretary, plans.keep_plan, days=80, said=said)
    for says, responsible, days, status, shows in ACTIVITIES:
        told = {"says": says, "responsible": responsible, "due_on": today + DAY * days}
        one = cast.does(cast.secretary, plans.add_activity, days=79, plan_id=plan.pk, said=told)
        if status:
            moved = {"status": status, "says": shows}
            cast.does(
                cast.secretary, plans.move_activity, days=15, activity_id=one.pk, version=one.version, said=moved
            )  # fmt: skip


def _challenges(cast: Cast) -> None:
    today = localdate(cast.at)
    for number, said in enumerate(CHALLENGES):
        review = {"review_on": today + DAY * (30 * number - 5), "place": None}
        one = cast.does(cast.analyst, challenges.keep_challenge, days=25, said={**said, **review})
        if number == 0:
            shows = {
                "kind": "briefing",
                "says": "It stands first for the courts.",
                "linked": f"briefing:{Briefing.objects.latest('made_at').pk}",
            }
            cast.does(cast.analyst, challenges.add_evidence, days=4, challenge_id=one.pk, said=shows)
    weights = {"severity": 3, "people": 3, "feasibility": 1}
    why = "A change that reaches many is worth more than one that is easy."
    cast.does(cast.analyst, challenges.set_weights, days=2, said=weights, reason=why)
