"""The line list as it goes to a health department: unit, dates, status; no name and no code of a person (section F)."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.monitoring.disease.known import diseases, title_of
from rihai.monitoring.disease.models import DiseaseCase
from rihai.monitoring.disease.queries import cases_for
from rihai.paper.table import Column

Asked = Mapping[str, str]


def _rows(actor: Actor, asked: Asked) -> QuerySet[DiseaseCase]:
    rows = cases_for(actor)
    place = asked.get("place", "")
    if place.isascii() and place.isdigit() and len(place) < 10:
        rows = rows.filter(place=int(place))
    return rows.filter(disease=asked["disease"]) if asked.get("disease") else rows


def count(actor: Actor, asked: Asked) -> int:
    """How many lines."""
    return _rows(actor, asked).count()


def sheet(actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """One row a case, numbered anew."""
    rows = list(_rows(actor, asked).order_by("counted_on", "pk"))
    return ExportSheet(
        title=_("Line list without names"),
        columns=(
            Column(_("Number"), "number", 8), Column(_("Prison"), "text", 26), Column(_("Disease"), "text", 22),
            Column(_("How sure it is"), "text", 14), Column(_("Began on"), "date"), Column(_("Seen on"), "date"),
            Column(_("Test"), "text", 18), Column(_("Result"), "text", 16), Column(_("Barrack"), "text", 14),
            Column(_("Kept apart for health"), "text", 22), Column(_("What became of it"), "text", 18),
        ),
        rows=[
            (
                number, one.place.shown, title_of(one.disease), str(one.get_status_display()), one.onset_on,
                one.seen_on, one.test, str(one.get_result_display()), *_where(one), str(one.get_outcome_display()),
            )
            for number, one in enumerate(rows, 1)
        ],
        note=_("Nobody is named. It is about health all the same: give it to who has to act, and to nobody else."),
    )  # fmt: skip


def _where(one: DiseaseCase) -> tuple[str, str]:
    """In which barrack, and whether apart; of a disease that is held against people neither, for both point at one.

    Nor of one that the list of diseases knows no more: it may have been such a one.
    """
    known = diseases().get(one.disease)
    if known is None or known.is_sensitive:
        return "", ""
    return one.barrack, str(one.get_isolation_display())
