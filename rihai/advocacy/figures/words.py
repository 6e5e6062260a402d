"""What stands about each table in both languages: what it is of, who is in it and who not, how it was counted, from
what."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.advocacy.figures.counted import Counted, Two
from rihai.kit.templatetags.kit import day as day_text


def both(says: Callable[[], object]) -> Two:
    """A text in English and in Urdu."""
    with override("en"):
        english = str(says())
    with override("ur"):
        return english, str(says())


def said_texts(code: str, counted: Counted, **given: Two) -> dict[str, Two]:
    """The texts of a table; what is `given` stands before what is written here."""
    own = {name: both(says) for name, says in TEXTS.get(code, {}).items()}
    source = both(lambda: _source(code, counted))
    return {"source": source, **own, **given}


def _source(code: str, counted: Counted) -> str:
    if code == "areas":
        return _("Final inspections in the twelve months to %(day)s: %(n)s; places inspected: %(places)s.") % {
            "n": len(counted.visited.keys), "places": counted.visited.places, "day": day_text(counted.visited.to),
        }  # fmt: skip
    if code == "kept":
        return _("Recommendations of the office’s inspections that were sent to an authority, to %(day)s.") % {
            "day": day_text(counted.on)
        }
    told = {"n": len(counted.prisons), "all": counted.prisons_known, "day": day_text(counted.on)}
    says = _("Records of the office on %(day)s: people held in %(n)s prisons; %(all)s are on its list.") % told
    if counted.lists_from and counted.lists_to:
        days = {"first": day_text(counted.lists_from), "last": day_text(counted.lists_to)}
        says += " " + _("The newest lists of these prisons are of %(first)s to %(last)s.") % days
    return says


PERSONS_IN: Callable[[], object] = lambda: _("Everybody on record as held in a prison on the day, once.")  # noqa: E731
TEXTS: Mapping[str, Mapping[str, Callable[[], object]]] = {
    "standing": {"method": lambda: _(
        "Under trial are those held before a first decision; the share is reckoned of those whose standing is known."
    )},
    "time_under_trial": {"method": lambda: _("The longest unbroken stay in one case; stays are never added up.")},
    "prison": {"method": lambda: _(
        "Occupancy is people held for each hundred official places, as the authority states them: the official "
        "standard, not a norm of space. Prisons stand by name, not by number."
    )},
    "groups": {
        "includes": PERSONS_IN,
        "excludes": lambda: _("Those of whom it is not known are in no group. Children are not counted as prisoners."),
        "method": lambda: _("A person may be in several groups, so they are not added up."),
    },
    "lost": {
        "title": lambda: _("Days lost by cause"),
        "includes": lambda: _(
            "Days since the law said that the gate shall open, of people who are still inside: with every condition "
            "met, and apart from them, with a condition left that only a court can judge."
        ),
        "excludes": lambda: _(
            "Days before the law reached somebody, days of people who have left, and provisions that say may."
        ),
        "method": lambda: _(
            "Each day of a person stands once, under the provision they have waited for. Met and arguable are never "
            "added. Days have two digits of worth. Whether anybody is released is for the court or authority that the "
            "law names. Counted by cause, never as a ranking of prisons."
        ),
    },
    "home_district": {"method": lambda: _("Districts of few people are one row. A place we do not know is not known.")},
    "areas": {
        "title": lambda: _("Inspections by area"),
        "includes": lambda: _(
            "Every point of the Nelson Mandela instrument that was looked at, in all places together."
        ),
        "excludes": lambda: _(
            "Assessments of prisons by themselves, and inspections whose report is not final. With fewer than three "
            "places inspected nothing is printed, and until three more are, the figures stay as they were: what is "
            "new would be the mark of one prison."
        ),
        "method": lambda: _("Points are counted, not people. There is no mark of a prison and no order of prisons."),
    },
    "kept": {
        "title": lambda: _("Recommendations kept"),
        "includes": lambda: _("Recommendations whose day has come, each once however often it was made."),
        "excludes": lambda: _("Those withdrawn, and those whose day is still to come."),
        "method": lambda: _("Carried out is what a later visit found carried out, not what was said to be."),
    },
}  # fmt: skip
