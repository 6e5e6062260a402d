"""What the room offers the house: lists under Ask, panels of a person and a place, exports, screening after acts."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy

from rihai.kit.classes import DataClass
from rihai.kit.exports import ExportSheet
from rihai.kit.offers import After, AtStake, Export, JobKind, Navigation, Offer, PersonPanel, PlacePanel, Tick, Worklist
from rihai.screening import exports, jobs, panels
from rihai.screening.agenda import SOURCES
from rihai.screening.following import ACTS, GUARDING, follow, follow_guarding, tick
from rihai.screening.operations.stale import JOB
from rihai.screening.queries.lists import ALERTS, INSIDE
from rihai.screening.trying.offers import OFFERS as TRYING

SEE, LIST, TAKE = "people.see", "people.list", "exports.make"


def _list(tab: str, title: Any) -> Export:
    def sheet(actor: Any, filters: Any, _language: str) -> ExportSheet:
        return exports.sheet_of(tab, str(title), actor, filters)

    return Export(
        name=f"screening.{'who' if tab == 'today' else tab}", title=title, capability=TAKE, data_class=DataClass.LEGAL,
        count=partial(exports.count_of, tab), sheet=sheet,
    )  # fmt: skip


OFFERS: tuple[Offer, ...] = (
    *SOURCES,
    *(After(act=act, run=follow) for act in ACTS),
    *(After(act=act, run=follow_guarding) for act in GUARDING),
    JobKind(
        name=JOB, title=gettext_lazy("Asking what the law says"), step=jobs.step, prepare=jobs.prepare_step,
        silent=jobs.SILENT,
    ),
    Tick(name="screening", run=tick),
    Navigation(
        station="ask", label=gettext_lazy("Who could go"), url="screening:who", capability=LIST, order=10,
        says=gettext_lazy("Whom the law reaches today, in the next ninety days, and of whom it cannot be told."),
    ),
    Navigation(
        station="ask", label=gettext_lazy("Still inside although…"), url="screening:inside", capability=LIST, order=20,
        says=gettext_lazy("Bail granted, sentence over, remand expired: people whom a paper keeps."),
    ),
    Navigation(
        station="ask", label=gettext_lazy("Somebody must act"), url="screening:alerts", capability=LIST, order=30,
        says=gettext_lazy("What the law and the Nelson Mandela Rules do not allow to last."),
    ),
    Navigation(
        station="ask", label=gettext_lazy("At risk"), url="screening:risk", capability=LIST, order=40,
        says=gettext_lazy("People who need somebody to look, group by group."),
    ),
    Navigation(
        station="ask", label=gettext_lazy("What is missing"), url="screening:missing", capability=LIST, order=50,
        says=gettext_lazy("The facts that would settle most people, and the sheet that asks a prison for them."),
    ),
    Navigation(
        station="ask", label=gettext_lazy("Days lost"), url="screening:lost", capability=LIST, order=60,
        says=gettext_lazy("Days in custody since the law said shall, by prison."),
    ),
    PersonPanel(
        name="screening.law", title=gettext_lazy("What the law says"), template="screening/person_panel.html",
        context=panels.of_person, order=10,
    ),
    PlacePanel(
        name="screening.law", title=gettext_lazy("What the law says"), template="screening/place_panel.html",
        context=panels.of_place, order=20,
    ),
    Worklist(
        name="screening.new", title=gettext_lazy("Newly reached by the law"), rows=panels.newly_reached,
        order=20, at_stake=AtStake.LIBERTY,
    ),
    _list("today", gettext_lazy("Who could go")),
    _list(INSIDE, gettext_lazy("Still inside although…")),
    _list(ALERTS, gettext_lazy("Somebody must act")),
    Export(
        name="screening.risk", title=gettext_lazy("At risk"), capability=TAKE, data_class=DataClass.PERSONAL,
        count=exports.risk_count, sheet=exports.risk_sheet,
    ),
    Export(
        name="screening.lost", title=gettext_lazy("Days lost"), capability=TAKE, data_class=DataClass.PERSONAL,
        count=exports.lost_count, sheet=exports.lost_sheet,
    ),
    Export(
        name="screening.ask", title=gettext_lazy("Ask the prison"), capability=TAKE, data_class=DataClass.PERSONAL,
        count=exports.ask_count, sheet=exports.ask_sheet,
    ),
    *TRYING,
)  # fmt: skip
