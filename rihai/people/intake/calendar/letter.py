"""The letter that asks a prison for its list."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.accounts.acting import asked_at
from rihai.kit.actor import Actor
from rihai.kit.letters import LetterText
from rihai.kit.templatetags.kit import day
from rihai.people.intake.calendar.queries import expected_seen

NAME = "people.census"


def asking(actor: Actor, subject: str, language: str) -> LetterText | None:
    """What is asked for, by which day, and what becomes of it; None for a list the actor does not see."""
    try:
        one = expected_seen(UUID(subject), actor=actor)
    except ValueError:
        return None
    if one is None:
        return None
    with override(language):
        return LetterText(
            to=[_("The Superintendent"), one.place.shown],
            subject=_("List of persons held, due %(day)s") % {"day": day(one.due_on)},
            day=timezone.localdate(asked_at()),
            salutation=_("Sir or Madam,"),
            paragraphs=[
                _(
                    "Please send us the list of everybody held in your prison, as it stands now, by %(day)s. The "
                    "register as you keep it, in any spreadsheet, is enough; nothing need be written anew."
                )
                % {"day": day(one.due_on)},
                _(
                    "For each person, as far as your records say: name and father’s or husband’s name, sex, date of "
                    "birth or age, prison number, FIR and police station, offence with its section, court, day of "
                    "arrest and of admission, next hearing; after conviction also the sentence, its first day, and "
                    "fines or diyat unpaid."
                ),
                _(
                    "From it we work out whom the law reaches and who only lacks a paper, and you receive your own "
                    "monthly returns back ready to be signed. Names go to nobody who does not need them."
                ),
            ],
            closing=_("Yours faithfully,"),
            signed=[actor.name],
        )
