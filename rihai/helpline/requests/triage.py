"""What is the matter, and how soon it has to be seen to; levels and times of our standards (helpline for families).

Red is danger to life. The level follows the gravest sign; whoever listens may make it graver at once, and less grave
than red only together with a second person.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time, timedelta

from django.db import models
from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """How soon; the gravest first."""

    RED = "red", _("danger to life: minutes")
    AMBER = "amber", _("danger near: today")
    YELLOW = "yellow", _("worry: three days")
    GREEN = "green", _("a question")


ORDER = [str(one) for one in Level]
"""The gravest first."""


class Topic(models.TextChoices):
    """What it is about."""

    ILL = "ill", _("Ill, or no medicine")
    HURT = "hurt", _("Beaten or threatened")
    NEWS = "news", _("No news, no visit allowed")
    RELEASE = "release", _("Bail or release is stuck")
    CHILD = "child", _("A child is with them")
    MONEY = "money", _("Somebody wants money")
    LAWYER = "lawyer", _("No lawyer, or cannot reach one")
    OTHER = "other", _("Something else")


class Sign(models.TextChoices):
    """What has happened, in plain words; those of the gravest level first."""

    DYING = "dying", _("They spoke of dying or of harming themselves, or tried to")
    BEATEN = "beaten", _("They are being beaten now")
    RAPE = "rape", _("They were raped or touched, in the last five days")
    COLLAPSE = "collapse", _("They do not eat or drink, or have collapsed")
    BIRTH = "birth", _("A birth, or bleeding in pregnancy")
    EMERGENCY = "emergency", _("Very ill now, and no doctor comes")
    MISSING = "missing", _("Nobody says where they are")
    CHANGED = "changed", _("They harmed themselves before, and have changed")
    THREATS = "threats", _("They are threatened")
    EXTORTION = "extortion", _("Somebody asks them or you for money")
    MEDICINE = "medicine", _("They get no medicine that they need")
    ALONE = "alone", _("They are kept alone")
    MOVED = "moved", _("They were moved, and there is no news")
    ADULTS = "adults", _("A child is held with grown-ups")
    REPRISAL = "reprisal", _("They are punished for complaining")


RED = (Sign.DYING, Sign.BEATEN, Sign.RAPE, Sign.COLLAPSE, Sign.BIRTH, Sign.EMERGENCY, Sign.MISSING)
AMBER = tuple(one for one in Sign if one not in RED)
PRISONS_WAY = frozenset({Sign.BEATEN, Sign.RAPE, Sign.THREATS, Sign.EXTORTION, Sign.REPRISAL})
"""Where those who hold them may be those who harm them: who rings asks first whom it is safe to tell."""


def level_of(signs: Collection[str], topic: str = "") -> str:
    """The level of the gravest sign; without one a worry, or a question where it is not about somebody's harm."""
    if any(one in signs for one in RED):
        return Level.RED
    if any(one in signs for one in AMBER):
        return Level.AMBER
    return Level.YELLOW if topic else Level.GREEN


class What(models.TextChoices):
    """What a clock is about."""

    TELL = "tell", _("Ring the duty officer and the health staff of the prison")
    SECOND = "second", _("A second person reads it over")
    SEEN = "seen", _("Make sure that somebody saw them")
    CALL = "call", _("Call back who asked")
    AGAIN = "again", _("Call them again, the day after")
    LEAD = "lead", _("Tell the safeguarding lead")
    NOTICE = "notice", _("A written notice to the health staff or the head, by a safe way")
    WORK = "work", _("A caseworker sees to it, or it is answered")
    READ = "read", _("Read it, and say that it came")


_DAY = "day"
_CLOCKS: dict[str, tuple[tuple[What, timedelta | str], ...]] = {
    Level.RED: (
        (What.TELL, timedelta(minutes=15)), (What.SECOND, timedelta(hours=1)), (What.CALL, timedelta(hours=4)),
        (What.SEEN, _DAY), (What.AGAIN, timedelta(hours=24)),
    ),
    Level.AMBER: (
        (What.LEAD, _DAY), (What.NOTICE, timedelta(hours=24)), (What.CALL, timedelta(hours=48)),
    ),
    Level.YELLOW: ((What.WORK, timedelta(days=3)),),
    Level.GREEN: (),
}  # fmt: skip
LEAST_OF_DAY = timedelta(hours=4)
"""Who calls shortly before midnight gets these hours, not minutes, for what is due the same day."""


def clocks_of(level: str, began: datetime, *, unread: bool = False) -> list[tuple[str, datetime]]:
    """What has to be done until when, from the moment anybody of us knew. What came in writing is read within a day."""
    found = [(str(what), _until(within, began)) for what, within in _CLOCKS[level]]
    if unread and level != Level.RED:
        found.append((str(What.READ), began + timedelta(days=1)))
    return sorted(found, key=lambda one: one[1])


def _until(within: timedelta | str, began: datetime) -> datetime:
    if isinstance(within, timedelta):
        return began + within
    return max(make_aware(datetime.combine(localdate(began), time(23, 59))), began + LEAST_OF_DAY)


class Told(models.TextChoices):
    """Who was told, or what was done; those of the ladder in the order in which they are rung."""

    DUTY = "duty", _("duty officer of the prison")
    HEALTH = "health", _("health staff of the prison")
    HEAD = "head", _("head of the prison")
    OFFICE = "office", _("office of the Inspector General")
    RESCUE = "rescue", _("rescue service (1122)")
    POLICE = "police", _("police")
    COMMISSION = "commission", _("human rights commission or court helpline")
    LEAD = "lead", _("safeguarding lead")
    COUNSELLOR = "counsellor", _("counsellor")
    CASEWORKER = "caseworker", _("caseworker")
    NOTICE = "notice", _("a written notice")
    SEEN = "seen", _("somebody of ours saw them")
    SEEN_BY = "seen_by", _("somebody else saw them, and told us")
    CALLER = "caller", _("who asked was called back")


LADDER = (Told.DUTY, Told.HEALTH, Told.HEAD, Told.OFFICE, Told.RESCUE, Told.COMMISSION)
STOPS: dict[str, tuple[What, ...]] = {
    Told.DUTY: (What.TELL,), Told.HEALTH: (What.TELL,), Told.HEAD: (What.TELL,), Told.RESCUE: (What.TELL,),
    Told.OFFICE: (What.TELL,), Told.COMMISSION: (What.TELL,), Told.LEAD: (What.LEAD,), Told.NOTICE: (What.NOTICE,),
    Told.SEEN: (What.SEEN,), Told.SEEN_BY: (What.SEEN,), Told.CASEWORKER: (What.WORK,),
}  # fmt: skip
"""Which clock stands when somebody was reached. A call back stops the first of the two that run."""


class Time(models.TextChoices):
    """When it is safe to ring."""

    MORNING = "morning", _("Morning")
    AFTERNOON = "afternoon", _("Afternoon")
    EVENING = "evening", _("Evening")
    NIGHT = "night", _("Night")


HOURS: dict[str, tuple[int, int]] = {
    Time.MORNING: (7, 12), Time.AFTERNOON: (12, 17), Time.EVENING: (17, 21), Time.NIGHT: (21, 31),
}  # fmt: skip


def is_safe_at(times: Collection[str], hour: int) -> bool:
    """Whether it is safe to ring in an hour of the office's clock. Nothing said: by day, from 9 to 20."""
    if not times:
        return 9 <= hour < 20
    return any(start <= at < end for one in times for start, end in [HOURS[one]] for at in (hour, hour + 24))
