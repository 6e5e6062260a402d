"""Every template as a letter of the house: about a finding, or about a person of whom nothing need be found.

The subject is the id of a finding, or of a person. A petition so written is always a draft: it is confirmed and filed
on its own page alone.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from rihai.accounts.acting import asked_day
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.letters import LetterText
from rihai.kit.offers import Letter
from rihai.legal.papers.drawing import Beside, letter_of, pleading_of
from rihai.legal.papers.forms.petitions import here
from rihai.legal.papers.gaps import Given
from rihai.legal.papers.onrecord import on_record
from rihai.legal.papers.queries.petitions import CHARTED, adjournments, fitting, grounds_for
from rihai.legal.papers.wording import Template, templates
from rihai.screening.law.packs import law_on
from rihai.screening.queries.standing import finding_seen
from rihai.screening.shown.grounds import cited


class Title:
    """The title of a template, in the language of the page that shows it."""

    def __init__(self, template: Template) -> None:
        self.template = template

    def __str__(self) -> str:
        return self.template.title[here()]


def letters() -> tuple[Letter, ...]:
    """The offers, one for each template."""
    return tuple(
        Letter(
            name=one.offer,
            title=Title(one),
            capability="legal.matters" if one.form == "petition" else "legal.respond",
            data_class=DataClass.LEGAL if one.form == "petition" else DataClass.PERSONAL,
            write=partial(_write, one),
        )
        for one in templates().values()
    )


def _write(template: Template, actor: Actor, subject: str, language: str) -> LetterText | None:
    about = _about(template, actor, subject)
    if about is None:
        return None
    person_id, case_id, provision = about
    record = on_record(person_id, case_id, actor=actor)
    if record is None:
        return None
    today = asked_day()
    law = law_on(today)
    grounds = grounds_for(record.person.pk, provision, record.case_id, actor=actor, law=law) if provision else None
    told = grounds.cited if grounds else cited(provision, law) if provision else None
    given = Given(record, told, grounds, language, today, counsel=actor.name if template.form == "letter" else "")
    is_draft = template.form == "petition"
    delay = adjournments(record, today) if template.name == CHARTED else None
    return letter_of(pleading_of(template, given, Beside(is_draft=is_draft, delay=delay)))


def _about(template: Template, actor: Actor, subject: str) -> tuple[UUID, str, str] | None:
    """The person, the case and the provision that a subject names for a template."""
    try:
        key = UUID(subject)
    except ValueError:
        return None
    finding = finding_seen(key, actor=actor)
    person, provision, case = (finding.person_id, finding.provision, finding.case_id) if finding else (key, "", "")
    fits, case_id = fitting(person, template, provision, case, actor=actor)
    return person, case_id, fits
