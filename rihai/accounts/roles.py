"""The one table of roles: what each may do, and which classes of data it sees.

Printed as `docs/reference/roles.md` (`python -m rihai.accounts.reference`); PostgreSQL holds the
same rows, so that its walls and Python decide alike (`walls.RoleTable`; a change here asks for a migration).

`classes` is the most a role can ever see; `by_place` the part that comes with a posting, for the people held where it
covers. What is in `classes` alone comes person by person, by a grant: an assignment, a match, a referral. Sealed matter
never comes by place. In outline means: that there is a need and what to do, no diagnosis, no account.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass


class Where(StrEnum):
    """What a posting can be at."""

    PLACE = "place"
    UNIT = "unit"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role. `where` says at what it can be posted; `says` is one sentence for its page."""

    key: str
    title: Any
    says: Any
    where: frozenset[Where]
    by_place: frozenset[DataClass]
    classes: frozenset[DataClass]
    outlines: frozenset[DataClass]
    capabilities: frozenset[str]

    @property
    def guarded(self) -> bool:
        """Whether guarded people at its places are seen too."""
        return "guarded.see" in self.capabilities

    @property
    def second_factor(self) -> bool:
        """Whether a password alone is not enough in a real office."""
        return bool(self.classes & _GRAVE) or "accounts.manage" in self.capabilities


_GRAVE = frozenset({DataClass.HEALTH, DataClass.LEGAL, DataClass.SEALED})
_P, _H, _L, _S = DataClass.PERSONAL, DataClass.HEALTH, DataClass.LEGAL, DataClass.SEALED
PLACE, UNIT, OFFICE = Where.PLACE, Where.UNIT, Where.OFFICE


def _role(
    key: str,
    title: Any,
    says: Any,
    *capabilities: str,
    where: tuple[Where, ...],
    sees: tuple[DataClass, ...] = (),
    granted: tuple[DataClass, ...] = (),
    outlines: tuple[DataClass, ...] = (),
) -> Role:
    """A role; ordinary matter is seen by every one. Whose posting shows people has pages that list them."""
    by_place = frozenset({DataClass.ORDINARY, *sees})
    listed = {"people.list"} if DataClass.PERSONAL in sees and "people.see" in capabilities else set()
    return Role(
        key=key,
        title=title,
        says=says,
        where=frozenset(where),
        by_place=by_place,
        classes=by_place | frozenset(granted),
        outlines=frozenset(outlines),
        capabilities=frozenset(capabilities) | listed,
    )


_ALL = (
    _role(
        "records_officer",
        _("records officer"),
        _("takes in censuses, mends rows, links duplicates"),
        "exports.make",
        "people.see", "people.keep", "people.link",
        "legal.release",
        "api.use",
        where=(PLACE, UNIT),
        sees=(_P,),
    ),
    _role(
        "caseworker",
        _("caseworker"),
        _("needs, services, plans, family, follow-up"),
        "glass.break",
        "people.see", "people.keep",
        "legal.respond", "legal.release",
        "casework.keep", "instruments.fill",
        "monitoring.report",
        "monitoring.complaints",
        "helpline.word",
        "preparedness.read", "preparedness.act",
        "advocacy.stories", "advocacy.tell",
        where=(PLACE, UNIT),
        sees=(_P,),
        outlines=(_H,),
    ),
    _role(
        "lawyer",
        _("legal-aid lawyer or paralegal"),
        _("findings, referrals, hearings, petitions"),
        "glass.break", "exports.make",
        "people.see", "people.keep",
        "legal.respond", "legal.matters", "legal.share", "legal.release", "law.review",
        "api.use",
        "instruments.fill",
        "monitoring.report",
        "advocacy.stories", "advocacy.tell",
        where=(PLACE, UNIT),
        sees=(_P, _L),
        outlines=(_H,),
    ),
    _role(
        "health_worker",
        _("health worker"),
        _("health needs, appointments, mother and baby"),
        "glass.break",
        "people.see", "people.keep",
        "casework.health", "instruments.fill",
        "monitoring.report",
        "helpline.word",
        "monitoring.read", "monitoring.disease",
        "preparedness.read", "preparedness.act",
        where=(PLACE, UNIT),
        sees=(_P, _H),
        granted=(_S,),
    ),
    _role(
        "survivor_counsellor",
        _("survivor counsellor"),
        _("survivor support, own cases alone"),
        "glass.break", "glass.second",
        "people.see",
        "casework.survivors", "instruments.fill",
        "monitoring.report",
        "helpline.word",
        "advocacy.stories", "advocacy.tell",
        where=(UNIT, PLACE),
        sees=(_P,),
        granted=(_S,),
    ),
    _role(
        "supervisor",
        _("supervisor or director"),
        _("hand-overs, approvals, untouched and overdue rows; guarded people"),
        "glass.break", "glass.second", "guarded.see", "guarded.assign", "demands.record", "demands.decide",
        "places.permits", "exports.make",
        "people.see", "people.keep", "people.link",
        "legal.respond", "legal.supervise", "legal.share", "legal.release",
        "api.use",
        "law.review",
        "results.read", "results.sign",
        "coordination.read", "coordination.sign",
        "casework.keep", "casework.supervise", "instruments.fill", "instruments.hand_over",
        "monitoring.read",
        "helpline.supervise", "helpline.word", "helpline.urgent", "helpline.volumes",
        "monitoring.report", "monitoring.incidents", "monitoring.qualify", "monitoring.complaints",
        "training.read", "training.judge",
        "preparedness.read", "preparedness.keep", "preparedness.approve", "preparedness.act",
        "advocacy.read", "advocacy.sign", "advocacy.stories", "advocacy.tell",
        where=(PLACE, UNIT, OFFICE),
        sees=(_P,),
    ),
    _role(
        "safeguarding_lead",
        _("safeguarding lead"),
        _("complaints about our own staff, volunteers and mentors; never one about themselves"),
        "glass.break", "glass.second", "demands.decide",
        "people.see",
        "helpline.supervise", "helpline.safeguard",
        "monitoring.report", "monitoring.incidents", "monitoring.qualify",
        where=(OFFICE,),
        granted=(_P, _S),
    ),
    _role(
        "mentor_coordinator",
        _("mentor coordinator"),
        _("matches and meetings"),
        "people.see",
        "casework.match", "instruments.fill",
        where=(UNIT, PLACE),
        sees=(_P,),
        outlines=(_H,),
    ),
    _role(
        "mentor",
        _("mentor"),
        _("meetings with the one person matched"),
        "people.see",
        "casework.mentor", "instruments.fill",
        where=(UNIT, PLACE),
        granted=(_P,),
        outlines=(_H,),
    ),
    _role(
        "monitor",
        _("monitor or inspector"),
        _("inspections, incidents, deaths, recommendations"),
        "people.see",
        "instruments.fill",
        "monitoring.read", "monitoring.inspect",
        "monitoring.report", "monitoring.incidents", "monitoring.complaints",
        "preparedness.read",
        where=(PLACE, UNIT, OFFICE),
        granted=(_P, _S),
    ),
    _role(
        "helpline_operator",
        _("helpline operator"),
        _("calls, urgent help, triage"),
        "glass.break",
        "people.see",
        "helpline.answer", "helpline.urgent",
        "casework.bring", "legal.bring", "monitoring.bring",
        where=(UNIT, OFFICE),
        granted=(_P,),
    ),
    _role(
        "trainer",
        _("trainer"),
        _("courses for officers and volunteers"),
        "instruments.fill",
        "training.read", "training.keep",
        "preparedness.read",
        where=(PLACE, UNIT, OFFICE),
    ),
    _role(
        "committee_secretary",
        _("committee secretary"),
        _("meetings, decisions, targets, shared lists"),
        "exports.make",
        "people.see",
        "monitoring.read",
        "coordination.keep", "coordination.read", "coordination.plan",
        "preparedness.read",
        where=(PLACE,),
        sees=(_P,),
    ),
    _role(
        "programme_manager",
        _("programme manager or donor officer"),
        _("projects, indicators, reports"),
        "places.permits", "exports.make",
        "api.use",
        "instruments.publish", "casework.catalogue",
        "monitoring.read", "helpline.volumes",
        "results.read", "results.keep",
        "coordination.read", "coordination.plan",
        "training.read", "training.keep",
        "preparedness.read", "preparedness.keep",
        "advocacy.read", "advocacy.keep", "advocacy.stories",
        where=(UNIT, OFFICE),
    ),
    _role(
        "research_analyst",
        _("research analyst"),
        _("de-identified tables, public statistics"),
        "exports.make",
        "api.use",
        "monitoring.read",
        "results.read",
        "coordination.read", "coordination.plan",
        "advocacy.read", "advocacy.keep", "advocacy.research",
        where=(OFFICE, UNIT),
    ),
    _role(
        "data_protection_officer",
        _("data protection officer"),
        _("access log, reviews, consent, retention, demands by authorities; logs, not case content"),
        "audit.read", "glass.review", "desk.keep", "demands.record", "demands.decide",
        where=(OFFICE,),
    ),
    _role(
        "administrator",
        _("administrator"),
        _("accounts, places, settings, backups; none of the casework"),
        "accounts.manage", "accounts.invite", "places.edit", "places.permits",
        "instruments.publish",
        where=(OFFICE,),
    ),
    _role(
        "partner",
        _("partner"),
        _("a judge, prosecutor, probation or parole officer, or body of oversight: what was shared with them"),
        "people.see",
        "instruments.fill",
        "monitoring.read", "monitoring.answer",
        "coordination.member",
        where=(PLACE,),
        granted=(_P,),
    ),
    _role(
        "system",
        _("the house itself"),
        _("matching, screening and the tables of access; nobody can sign in as it"),
        "access.keep", "guarded.see", "audit.read",
        "people.see", "people.keep", "people.link",
        where=(OFFICE,),
        sees=(_P, _H, _L),
    ),
)  # fmt: skip

ROLES: dict[str, Role] = {role.key: role for role in _ALL}
SYSTEM = "system"
GIVEN = {key: role for key, role in ROLES.items() if key != SYSTEM}
"""The roles a person can be posted to."""
