"""The page of a prison on one sheet of paper, with the number in figures that are read from across a room."""

from __future__ import annotations

from datetime import date

import qrcode
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from rihai.helpline.urgent.models import Topic
from rihai.helpline.urgent.queries import Row, rows_of
from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.poster import Part, Poster, poster_pdf
from rihai.places.models import Place

LANGUAGES = tuple((code, name) for code, name in settings.LANGUAGES)
ON_PAPER = (Topic.DAYS, Topic.HOURS, Topic.WHO, Topic.BRING, Topic.NOT_BRING, Topic.MONEY, Topic.ASK, Topic.NUMBERS)


def poster_of(prison: Place, language: str, *, on: date) -> bytes:
    """The poster of a prison in a language, as PDF. What is old or not checked is not printed as if it were so."""
    with translation.override(language):
        rows = [row for row in rows_of(prison, on=on) if row.topic in ON_PAPER and row.fact and not row.is_old]
        address = f"{settings.SITE}{reverse('helpline:prison', args=[prison.pk])}"
        return poster_pdf(
            Poster(
                title=prison.shown,
                says=_("Worried about somebody in prison? Ring us, or write. It is free."),
                call=_("Ring, free of charge") if settings.LINE_NUMBER else "",
                number=settings.LINE_NUMBER,
                free=_(
                    "Help is free. Nobody may take money for it, whoever they say they are. Tell us if somebody asks."
                ),
                parts=[_part(row, language) for row in rows],
                ask=_("Or ask here, without an account:"),
                address=address,
                code=_squares(address),
                foot=_("Printed on %(day)s. Things change: ring before you travel.") % {"day": day_text(on)},
                office=settings.OFFICE,
            ),
            language,
        )


def _part(row: Row, language: str) -> Part:
    assert row.fact, "asked only of what is known"
    text, _spoken = row.fact.text(language)
    return Part(str(row.topic.label), text, _("checked on %(day)s") % {"day": day_text(row.fact.checked_on)})


def _squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """The address as a square that a telephone reads: its rows of dark and light."""
    made = qrcode.QRCode(border=0, error_correction=qrcode.ERROR_CORRECT_M)
    made.add_data(text)
    made.make(fit=True)
    return tuple(tuple(bool(one) for one in row) for row in made.get_matrix())
