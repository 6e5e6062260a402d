"""What sessions offer the house: pages under Act, what waits, panels, figures, and what may not be together."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.casework.sessions import panels
from rihai.casework.sessions.acts_in_words import ACTS
from rihai.casework.sessions.measures import MEASURES
from rihai.casework.sessions.operations.apart import not_in_one_group, not_in_one_prison, not_in_one_unit
from rihai.casework.sessions.operations.grouping import enrolment_ended
from rihai.casework.sessions.queries.codes import verify
from rihai.kit.offers import (
    After,
    Before,
    CertificateKind,
    Navigation,
    Offer,
    PersonPanel,
    PersonTimeline,
    SubjectExtract,
    Worklist,
)

GROUP = _("Sessions and groups")
OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Sessions"), url="casework:sessions", capability="casework.keep", order=63, group=GROUP,
        says=_("Groups and meetings with one person: planned, held, and who came."),
    ),
    Navigation(
        station="act", label=_("Groups"), url="casework:groups", capability="casework.keep", order=64, group=GROUP,
        says=_("Who meets for which service, and where."),
    ),
    Navigation(
        station="act", label=_("Groups of health services"), url="casework:groups", capability="casework.health",
        order=64, group=GROUP, says=_("Who meets for an addiction programme or care, and when."),
    ),
    Navigation(
        station="act", label=_("Kept apart"), url="casework:aparts", capability="casework.keep", order=70, group=GROUP,
        says=_("Two people who are not to be together, until when, and when it is looked at again."),
    ),
    Worklist(name="casework.sessions", title=_("Sessions to record"), rows=panels.session_rows, order=12),
    Worklist(name="casework.apart", title=_("Kept apart"), rows=panels.apart_rows, order=9),
    PersonPanel(
        name="casework.sessions", title=_("Sessions"), template="casework/sessions/panel.html",
        context=panels.of_person, order=46,
    ),
    PersonTimeline(name="casework.sessions", of=panels.timeline),
    SubjectExtract(name="casework.sessions", title=_("Sessions"), of=panels.extract, order=51),
    Before(act="casework.member.added", check=not_in_one_group),
    Before(act="casework.attendance.expected", check=not_in_one_group),
    Before(act="people.person.transferred", check=not_in_one_prison),
    Before(act="people.person.admitted", check=not_in_one_prison),
    Before(act="people.placement.changed", check=not_in_one_unit),
    After(act="casework.enrolment.ended", run=enrolment_ended),
    CertificateKind(name="casework.certificates", verify=verify),
    *MEASURES,
    ACTS,
)  # fmt: skip
