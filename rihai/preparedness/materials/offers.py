"""What information materials offer the house."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, UUIDField, Value
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.exports import ExportSheet
from rihai.kit.offers import ActWords, Export, FileOwner, Measure, Navigation, Offer, Worklist
from rihai.paper.table import Column
from rihai.preparedness.materials import work
from rihai.preparedness.materials.operations import OWNER
from rihai.preparedness.materials.queries import may_read_file, sendings_for
from rihai.preparedness.reach import READ


def sent(actor: Actor, first: date, end: date) -> Any:
    """Copies by the day on which they were sent."""
    nobody = Value(None, output_field=UUIDField(null=True))
    rows = sendings_for(actor).select_related(None).filter(sent_on__gte=first, sent_on__lt=end).order_by()
    rows = rows.annotate(on=F("sent_on"), person_id=nobody, language=F("text__language"))
    return rows.values("on", "person_id", "place_id", "number", "language")


def count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many sendings."""
    return sendings_for(actor).count()


def sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """One row a sending."""
    columns = (
        Column(gettext("Material"), "text", 30), Column(gettext("Edition"), "text", 10),
        Column(gettext("Publisher"), "text", 24), Column(gettext("Language"), "text", 12),
        Column(gettext("Place"), "text", 24), Column(gettext("Sent on"), "date", 12),
        Column(gettext("Sent"), "number", 9), Column(gettext("Came on"), "date", 12),
        Column(gettext("Came"), "number", 9),
    )  # fmt: skip
    rows = [
        (one.text.material.title, one.text.material.edition, one.text.material.publisher,
         str(one.text.get_language_display()), one.place.shown, one.sent_on, one.number, one.received_on, one.received)
        for one in sendings_for(actor)
    ]  # fmt: skip
    return ExportSheet(gettext("Materials sent"), columns, rows)


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Information materials"), url="preparedness:materials", capability=READ, order=85,
        group=_("Preparedness"), says=_("Posters, leaflets and recordings: translated, sent, received, where posted."),
    ),
    Worklist(name="preparedness.materials", title=_("Information materials"), rows=work.rows, order=48),
    Worklist(name="preparedness.posted", title=_("Out of date: take it down"), rows=work.out_of_date, order=48),
    FileOwner(name=OWNER, may_read=may_read_file),
    Export(
        name="preparedness.materials", title=_("Materials sent"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=count, sheet=sheet,
    ),
    Measure(
        code="preparedness.materials_sent", title=_("Copies of information materials sent"), unit="acts", counted=sent,
        by=("language",), amount="number",
        definition=_("Copies of posters, leaflets and recordings by the day on which they were sent to a place."),
        includes=_("each copy once, also of what came back or never came"),
        excludes=_("people: who read or heard them is not counted"),
    ),
    ActWords(
        words={
            "preparedness.material.kept": _("wrote down or changed an information material"),
            "preparedness.material.withdrawn": _("withdrew an information material"),
            "preparedness.material.sent": _("sent an information material"),
            "preparedness.material.received": _("wrote that an information material came"),
            "preparedness.material.posted": _("wrote where an information material hangs"),
            "preparedness.material.taken_down": _("took an information material down"),
            "preparedness.translation.kept": _("added a language to an information material"),
            "preparedness.translation.checked": _("checked the translation of an information material"),
        }
    ),
)  # fmt: skip
