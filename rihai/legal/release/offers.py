"""What this part of the room offers the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    ActWords,
    After,
    Before,
    Export,
    Navigation,
    Offer,
    PersonPanel,
    PersonTimeline,
    PlacePanel,
    ProvisionNote,
    SubjectExtract,
    Worklist,
)
from rihai.legal.release import exports, panels
from rihai.legal.release.counted import MEASURES
from rihai.legal.release.operations.keeping import (
    BACK,
    LEFT,
    carry_back,
    carry_over,
    forget_leaving,
    keep_days,
    refuse_undoing,
)
from rihai.legal.release.operations.slips import follow_telling, follow_telling_put_off
from rihai.legal.release.queries.law import notes_of

OFFERS: tuple[Offer, ...] = (
    *(After(act=act, run=keep_days) for act in LEFT),
    *(After(act=act, run=forget_leaving) for act in BACK),
    Before(act="people.census.undone", check=refuse_undoing),
    Before(act="casework.register.undone", check=refuse_undoing),
    After(act="legal.telling.done", run=follow_telling),
    After(act="legal.telling.put_off", run=follow_telling_put_off),
    After(act="people.persons.merged", run=carry_over),
    After(act="people.persons.parted", run=carry_back),
    Navigation(
        station="act", label=_("To be told"), url="legal:to-tell", capability="legal.respond", order=30,
        group=_("Telling and release"),
        says=_("The person is told first: slips to be read, and what people say is otherwise."),
    ),
    Navigation(
        station="act", label=_("Releases"), url="legal:releases", capability="people.list", order=40,
        group=_("Telling and release"),
        says=_("Who left, on whose order, and when the order had come; releases in error."),
    ),
    Navigation(
        station="act", label=_("Held past the day"), url="legal:held-past", capability="people.list", order=42,
        group=_("Telling and release"),
        says=_("Who left days after the law said shall, or after the order lay at the prison."),
    ),
    Navigation(
        station="ask", label=_("The law, provision by provision"), url="legal:law", capability="people.see", order=70,
        says=_("What this office screens by, which lawyers signed it, and what they object to."),
    ),
    Navigation(
        station="show", label=_("From reached to released"), url="legal:measures", capability="exports.make", order=20,
        says=_("How many were reached, taken, filed for, granted and released, and how long each step took."),
    ),
    Worklist(name="legal.to_tell", title=_("To be told"), rows=panels.to_tell, order=18),
    Worklist(name="legal.corrected", title=_("Something is otherwise, people say"), rows=panels.corrected, order=38),
    Worklist(name="legal.to_describe", title=_("Released, and nobody said how"), rows=panels.to_describe, order=44),
    PersonPanel(
        name="legal.release", title=_("Told and released"), template="legal/release/person_panel.html",
        context=panels.of_person, order=30,
    ),
    PlacePanel(
        name="legal.release", title=_("Released in thirty days"), template="legal/release/place_panel.html",
        context=panels.of_place, order=30,
    ),
    PersonTimeline(name="legal.release", of=panels.timeline),
    ProvisionNote(name="legal.words", notes=notes_of),
    SubjectExtract(name="legal.release", title=_("Release, and what you were told"), of=panels.extract, order=40),
    *MEASURES,
    Export(
        name="legal.releases", title=_("Releases"), capability="exports.make", data_class=DataClass.PERSONAL,
        count=exports.releases_count, sheet=exports.releases_sheet,
    ),
    Export(
        name="legal.measures", title=_("From reached to released"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=exports.measures_count, sheet=exports.measures_sheet,
    ),
    ActWords(
        words={
            "law.objection.settled": _("settled an objection to a provision"),
            "law.provision.objected_to": _("objected to a provision of the law"),
            "law.provision.reviewed": _("signed a provision of the law as reviewed"),
            "legal.correction.written": _("wrote what a person corrected into their record"),
            "legal.correction.looked_at": _("looked at what a person corrected"),
            "legal.detention.named_unlawful": _("named a detention unlawful"),
            "legal.detention.taken_back": _("took back that a detention was unlawful"),
            "legal.release.corrected": _("corrected a release"),
            "legal.release.described": _("said how somebody was released"),
            "legal.release.found_in_error": _("wrote down a release in error"),
            "legal.release.recalled": _("recorded that somebody released in error is back"),
            "legal.release.recorded": _("recorded a release"),
            "legal.release.undone": _("took back a release written by mistake"),
            "legal.slip.answered": _("told a person what is asked for them"),
            "legal.slip.changed": _("changed a slip for a person"),
            "legal.slip.dropped": _("dropped a slip for a person"),
            "legal.slip.made": _("made a slip for a person"),
            "legal.slip.put_off": _("put off telling a person"),
        }
    ),
)  # fmt: skip
