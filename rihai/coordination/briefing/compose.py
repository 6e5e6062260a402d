"""What a briefing says, from the findings of the last screening: lines for each actor, with true counts, in order.

Counted as the house, people each once within a line: those of whom everything is met, and those for whom only what the
court must judge is open. Which comes first (`ordered`): who is still inside although the gate should have opened; what
the law says shall be done; what somebody must look at; what may be done; among equals more people first, as far as
their number is shown. That order is ours and stands on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from rihai.accounts.operations.house import as_house
from rihai.coordination.briefing.addressed import Addressed, of_law, others
from rihai.coordination.briefing.models import Rests, To
from rihai.coordination.delay.hearings import delay_at
from rihai.coordination.scope import inner
from rihai.monitoring.recommendations.models import Level, Recommendation, Standing
from rihai.people.models import Person
from rihai.profile.flags import FLAGS
from rihai.screening.law.packs import Law
from rihai.screening.models import AtRisk, Finding, GapCount, Outcome
from rihai.words import say

HEARINGS = timedelta(days=90)
"""Hearings that a briefing counts: those of the three months until its day."""
LEVELS = {
    Level.COURTS: To.COURT, Level.PROSECUTION: To.PROSECUTION, Level.POLICE: To.POLICE, Level.PROBATION: To.PROBATION,
    Level.PRISON: To.PRISON, Level.PRISONS: To.PRISON, Level.HEALTH: To.HEALTH,
}  # fmt: skip
ABOUT = {
    "court": gettext_noop("Hearings of the last three months put off by an act of the court"),
    "prosecution": gettext_noop("Hearings of the last three months put off by an act of the prosecution or police"),
    "escort": gettext_noop(
        "Hearings of the last three months to which nobody brought the person: no escort or vehicle"
    ),
    "order": gettext_noop("Hearings of the last three months to which nobody brought the person: no order came"),
}
GAP = gettext_noop("People of whom facts are missing, so that it cannot be told whether the law reaches them")
OVERDUE = gettext_noop("Recommendations of inspections whose day has passed and that are not carried out")
EACH = gettext_noop("For each of them: %(what)s.")
ASKED = gettext_noop("Say of each until when it is carried out, or why not.")


@dataclass(frozen=True, slots=True)
class Said:
    """A line for one actor before it is controlled: texts in English and Urdu, true counts, why it stands so high."""

    to: To
    rests: Rests
    code: str
    says: tuple[str, str]
    asks: tuple[str, str]
    met: int
    open: int = 0
    cite: str = ""
    is_people: bool = True
    is_sensitive: bool = False
    why: tuple[str, ...] = field(default=())


OURS = "ours"
"""Among the reasons of a line: what is asked is a request of the office, and no law that was found asks it."""
WHY = ("inside", "shall", "must_look", "may", "asked")


def said_at(place_id: int, on: date, law: Law) -> list[Said]:
    """Every line that is not nought; a constant number of queries."""
    with as_house():
        places = list(inner(place_id))
        found = [*_of_law(places, law), *_of_risk(places), *_gaps(places), *_inspections(places, on)]
    return [*found, *_hearings(place_id, on)]


def held_at(place_id: int) -> int:
    """How many people are held there now."""
    with as_house():
        return Person.objects.filter(held_at__in=inner(place_id), merged_into=None).count()


def ordered(lines: Iterable[Said], shown: Callable[[Said], int]) -> list[Said]:
    """The lines of one actor, what comes first first; `shown` is the number that may be shown of a line, or nought."""
    return sorted(lines, key=lambda one: (WHY.index(one.why[0]), -shown(one), one.code))


def _of_law(places: list[int], law: Law) -> Iterator[Said]:
    met = Count("person", distinct=True, filter=Q(outcome=Outcome.MET))
    rows = Finding.objects.filter(place__in=places, outcome__in=(Outcome.MET, Outcome.ARGUABLE))
    counted = rows.exclude(kind="bar").order_by().values_list("provision")
    for code, of_met, whole in counted.annotate(met=met, whole=Count("person", distinct=True)):
        provision = law.provisions.get(code)
        if provision is None:
            continue
        titles = (provision.title.of("en"), provision.title.of("ur"))
        for addressed in of_law(code, provision.kind):
            asks = (addressed.asks_en, addressed.asks_ur) if addressed.asks_en else _effect(law, code)
            for to in addressed.to:
                yield Said(
                    to, Rests.LAW, code, titles, asks, of_met, whole - of_met, _cite(law, code),
                    is_sensitive=addressed.is_sensitive, why=(*_why(law, code), *_ours(addressed)),
                )  # fmt: skip


def _effect(law: Law, code: str) -> tuple[str, str]:
    """What the provision asks of whom it binds; its next step is for whoever helps the person, not for them."""
    what = law.provisions[code].effect.what
    english, urdu = _both(EACH)
    return english % {"what": what.of("en")}, urdu % {"what": what.of("ur")}


def _ours(addressed: Addressed) -> tuple[str, ...]:
    return (OURS,) if addressed.is_ours else ()


def _cite(law: Law, code: str) -> str:
    cite = law.provisions[code].cite
    return f"{cite.act}, {cite.section}"[:400]


def _why(law: Law, code: str) -> tuple[str, ...]:
    provision = law.provisions[code]
    word = str(provision.effect.word)
    return ("inside", word) if provision.still_inside else (word,)


def _of_risk(places: list[int]) -> Iterator[Said]:
    rows = AtRisk.objects.filter(place__in=places, outcome=Outcome.MET).order_by()
    for code, people in rows.values_list("code").annotate(n=Count("person", distinct=True)):
        title = FLAGS[code].title
        for addressed in others(Rests.RISK, code):
            for to in addressed.to:
                yield _line(to, Rests.RISK, code, (say(title, "en"), say(title, "ur")), addressed, people)


def _line(
    to: To, rests: Rests, code: str, says: tuple[str, str], addressed: Addressed, number: int,
    *, is_people: bool = True,
) -> Said:  # fmt: skip
    asks = (addressed.asks_en, addressed.asks_ur)
    return Said(
        to, rests, code, says, asks, number, is_people=is_people, is_sensitive=addressed.is_sensitive,
        why=("asked", *_ours(addressed)),
    )  # fmt: skip


def _gaps(places: list[int]) -> Iterator[Said]:
    people = GapCount.objects.filter(place__in=places, fact="").aggregate(n=Sum("people"))["n"] or 0
    for addressed in others(Rests.GAP, "any") if people else ():
        for to in addressed.to:
            yield _line(to, Rests.GAP, "any", _both(GAP), addressed, people)


def _inspections(places: list[int], on: date) -> Iterator[Said]:
    """Recommendations count no people; whoever reads inspections reads them all."""
    rows = Recommendation.objects.filter(place__in=places, due_on__lt=on)
    rows = rows.exclude(standing__in=(Standing.KEPT, Standing.WITHDRAWN)).order_by()
    numbers: dict[To, int] = {}
    for level, n in rows.values_list("level").annotate(n=Count("pk")):
        if level in LEVELS:
            numbers[LEVELS[Level(level)]] = numbers.get(LEVELS[Level(level)], 0) + n
    for to, n in numbers.items():
        yield Said(to, Rests.INSPECTION, "overdue", _both(OVERDUE), _both(ASKED), n, is_people=False, why=("asked",))


def _hearings(place_id: int, on: date) -> Iterator[Said]:
    found = delay_at(place_id, on - HEARINGS, on + timedelta(days=1))
    acts = {row.key: row.hearings for row in found.by_act}
    absent = {row.key: row.hearings for row in found.not_produced}
    for code, number in (
        ("court", acts.get("court", 0)), ("prosecution", acts.get("prosecution", 0)),
        ("escort", absent.get("escort", 0)), ("order", absent.get("order", 0)),
    ):  # fmt: skip
        for addressed in others(Rests.HEARINGS, code) if number else ():
            for to in addressed.to:
                yield _line(to, Rests.HEARINGS, code, _both(ABOUT[code]), addressed, number, is_people=False)


def _both(text: str) -> tuple[str, str]:
    """A text of ours in both languages."""
    with override("ur"):
        return text, str(_(text))
