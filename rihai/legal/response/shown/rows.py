"""What the response loop says on the lines of the lists of Ask; a constant number of queries for a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import RowKey, RowSaid
from rihai.legal.response.causes import NAMES, cause_of, done_by_line, next_act
from rihai.legal.response.models import AT_WORK, Response, State
from rihai.legal.response.queries.changed import Key, changes, key_of
from rihai.legal.response.queries.sight import RESPOND, clock_acts_for, is_of_team, responses_for
from rihai.legal.response.shown.said import says_of, status_of, word_of
from rihai.screening.law.packs import law_on
from rihai.screening.models import Finding
from rihai.screening.queries.sight import findings_for
from rihai.screening.shown.records import records_behind


def of_rows(actor: Actor, keys: Sequence[RowKey], on: date) -> Mapping[RowKey, RowSaid]:
    """What is said of each line: to those who work on answers who has it and how it stands, to others only that
    somebody does."""
    people = {one.person_id for one in keys}
    provisions = {one.provision for one in keys}
    responses = {
        key_of(one): one for one in responses_for(actor).filter(person__in=people, provision__in=provisions, twin=0)
    }
    if not is_of_team(actor):
        return {one: represented() for one in keys if _is_at_work(responses.get(_key(one)))}
    rows = findings_for(actor).filter(person__in=people, provision__in=provisions)
    findings = {key_of(one): one for one in rows}
    changed = changes(list(responses.values()), findings, law_on(on))
    inside = _inside(actor, [one for one in findings.values() if one.still_inside], on)
    found: dict[RowKey, RowSaid] = {}
    for one in keys:
        key = _key(one)
        finding, response = findings.get(key), responses.get(key)
        if finding is None:
            continue
        url = reverse("legal:respond", args=[finding.pk]) if actor.may(RESPOND) else ""
        clock = inside.get(key, "")
        if response is None or response.state == State.OPEN:
            found[one] = RowSaid(word="", says=clock, url=url, act=_("Answer") if url else "")
        else:
            says = f"{says_of(response, changed.get(response.pk), on)} {clock}".strip()
            found[one] = RowSaid(
                word=word_of(response), status=status_of(response, on), says=says, url=url,
                act=_("Go on") if url else "",
            )  # fmt: skip
    return found


def represented() -> RowSaid:
    """All that somebody outside the team learns."""
    return RowSaid(word=_("Represented: yes"), status="accepted")


def _is_at_work(response: Response | None) -> bool:
    return response is not None and response.state in AT_WORK


def _key(one: RowKey) -> Key:
    return one.person_id, one.provision, one.case_id


def _inside(actor: Actor, findings: Sequence[Finding], on: date) -> dict[Key, str]:
    """Of those still inside: why, and what the clock asks for now."""
    if not findings:
        return {}
    records = records_behind(findings)
    done = done_by_line(clock_acts_for(actor).filter(person__in={one.person_id for one in findings}))
    found: dict[Key, str] = {}
    for one in findings:
        cause = cause_of(one, records[one.pk])
        to_do = next_act(one, cause, done.get(key_of(one), ()), on) if cause else None
        if to_do:
            words = _("Overdue, %(cause)s: %(act)s.") if to_do.overdue else _("Now, %(cause)s: %(act)s.")
            found[key_of(one)] = words % {"cause": NAMES[cause], "act": to_do.act.says}
    return found
