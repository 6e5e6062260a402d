"""Who receives packs, and the least each of them is given: a table, field by field.

Source: our standards notes, part F, "Least data per receiver" (always: purpose, legal basis or consent, sender, date,
expiry of use; never by default the full file). Rows that the notes do not have are our own and say so. No field of
class health, legal or sealed stands in any of them, and no field is of anybody else but a contact who may be called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from rihai.kit.templatetags.kit import day as day_text
from rihai.legal.papers.onrecord import OnRecord
from rihai.people.models import Relationship
from rihai.screening.shown.grounds import Cited

CONSENT, COURT_ORDER, DUTY, LIFE, CHILD = "consent", "court_order", "legal_duty", "vital_interest", "child_at_risk"
BASES: Mapping[str, Any] = {
    CONSENT: gettext_lazy("the person’s consent"),
    COURT_ORDER: gettext_lazy("an order of a court"),
    DUTY: gettext_lazy("a duty laid down by law"),
    LIFE: gettext_lazy("imminent danger to life"),
    CHILD: gettext_lazy("a child at risk"),
}
"""On what a sharing may rest. Without consent only these (standards notes, part C, 4): two named people decide."""
WITHOUT_CONSENT = (COURT_ORDER, DUTY, LIFE, CHILD)


@dataclass(frozen=True, slots=True)
class Source:
    """What the fields of one person are taken from."""

    record: OnRecord
    cited: Cited | None
    contacts: tuple[Relationship, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a receiver is given: its name in the register, its label, and how it is read."""

    name: str
    label: Any
    of: Callable[[Source], str]


@dataclass(frozen=True, slots=True)
class Receiver:
    """A kind of receiver: what it gets, what it never gets, on which bases, and where that is written."""

    code: str
    title: Any
    fields: tuple[str, ...]
    never: Any
    bases: tuple[str, ...]
    source: str


def _text(fact: str) -> Callable[[Source], str]:
    return lambda source: source.record.text(fact)


def _issue(source: Source) -> str:
    one = source.cited
    return f"{one.title} ({one.cite})" if one else ""


def _key_dates(source: Source) -> str:
    names = {
        "arrested_on": pgettext("a key date", "arrested"),
        "convicted_on": pgettext("a key date", "convicted"),
        "bail_granted_on": pgettext("a key date", "bail granted"),
        "release_due_on": pgettext("a key date", "release due"),
    }
    days = ((word, source.record.day(fact)) for fact, word in names.items())
    return "; ".join(f"{word} {day_text(day)}" for word, day in days if day)


def _contact(source: Source) -> str:
    """Who may be called: only those of whom the person said that it is safe."""
    return "; ".join(f"{one.get_kind_display()}: {one.name} {one.phone or ''}".strip() for one in source.contacts)


def _prison(source: Source) -> str:
    place = source.record.person.held_at
    return place.shown if place else _("not held now")


FIELDS: Mapping[str, Field] = {
    one.name: one
    for one in (
        Field("name", gettext_lazy("Name"), lambda source: source.record.person.full_name),
        Field(
            "father",
            gettext_lazy("Father’s or husband’s name"),
            lambda source: source.record.person.father_or_husband_name,
        ),
        Field("case", gettext_lazy("Case number"), lambda source: source.record.case_id),
        Field("fir", gettext_lazy("FIR"), _text("fir_number")),
        Field("police_station", gettext_lazy("Police station"), _text("police_station")),
        Field("court", gettext_lazy("Court"), _text("court")),
        Field("sections", gettext_lazy("Sections"), _text("charges")),
        Field("status", gettext_lazy("Legal status"), _text("legal_status")),
        Field("prison", gettext_lazy("Prison"), _prison),
        Field("unit", gettext_lazy("Barrack or unit"), _text("barrack")),
        Field("issue", gettext_lazy("The matter"), _issue),
        Field("key_dates", gettext_lazy("Key dates"), _key_dates),
        Field("next_hearing", gettext_lazy("Next in court"), _text("next_hearing_on")),
        Field("release_due", gettext_lazy("Release due"), _text("release_due_on")),
        Field("district", gettext_lazy("Home district"), _text("home_district")),
        Field("contact", gettext_lazy("Contact who may be called"), _contact),
        Field("request", gettext_lazy("What is asked"), lambda source: source.cited.next_step if source.cited else ""),
        Field("need", gettext_lazy("Action asked"), lambda source: source.cited.what if source.cited else ""),
        Field("nationality", gettext_lazy("Nationality"), _text("nationality")),
        Field("held_since", gettext_lazy("Held since"), lambda source: day_text(source.record.person.held_since) or ""),
    )
}
"""Every field there is, by its name in the register."""

RECEIVERS: Mapping[str, Receiver] = {
    one.code: one
    for one in (
        Receiver(
            "court",
            gettext_lazy("trial court"),
            ("name", "father", "case", "court", "prison", "issue", "key_dates", "next_hearing", "request"),
            gettext_lazy("helpline notes, names of others, HIV status"),
            (CONSENT, COURT_ORDER, DUTY, CHILD),
            "Standards notes F: court / magistrate",
        ),
        Receiver(
            "prosecutor",
            gettext_lazy("prosecutor"),
            ("name", "case", "fir", "police_station", "sections", "court", "issue", "key_dates"),
            gettext_lazy("other complainants; notes on the case"),
            (CONSENT, COURT_ORDER, DUTY),
            "Standards notes F: prosecutor; for lists of the under-trial our own",
        ),
        Receiver(
            "probation",
            gettext_lazy("probation and parole"),
            ("name", "case", "court", "prison", "release_due", "district", "contact"),
            gettext_lazy("complaints, accounts of trauma"),
            (CONSENT, COURT_ORDER),
            "Standards notes F: probation / parole",
        ),
        Receiver(
            "prison",
            gettext_lazy("prison department"),
            ("name", "unit", "prison", "issue", "need"),
            gettext_lazy("who complained, anything alleged against staff, medical detail"),
            (CONSENT, COURT_ORDER, DUTY, LIFE, CHILD),
            "Standards notes F: prison department / superintendent",
        ),
        Receiver(
            "legal_aid",
            gettext_lazy("legal aid"),
            ("name", "fir", "case", "court", "next_hearing", "contact", "issue"),
            gettext_lazy("medical detail beyond the ground that is argued"),
            (CONSENT, COURT_ORDER, CHILD),
            "Standards notes F: legal aid",
        ),
        Receiver(
            "committee",
            gettext_lazy("review committee"),
            ("name", "case", "court", "sections", "status", "prison", "issue", "key_dates"),
            gettext_lazy("health, complaints, family"),
            (CONSENT, DUTY),
            "Our own, after the fourteen categories of the under-trial review committees",
        ),
        Receiver(
            "embassy",
            gettext_lazy("embassy or consulate"),
            ("name", "nationality", "prison", "held_since"),
            gettext_lazy("the accusation, any claim for asylum, anything else"),
            (CONSENT,),
            "Our own: Mandela Rules 62; never without consent, who may have fled from that state",
        ),
    )
}
"""Every kind of receiver. An embassy only ever by consent: some flee from their own state."""


def minimum(receiver: str, source: Source) -> dict[str, str]:
    """The least a receiver needs of one person, in the language that is active: field by name, known ones alone."""
    told = ((name, FIELDS[name].of(source)) for name in RECEIVERS[receiver].fields)
    return {name: value for name, value in told if value}
