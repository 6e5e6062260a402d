"""What courses offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords, FileOwner, Navigation, Offer, Tick
from rihai.training.courses.operations import OWNER
from rihai.training.courses.queries import may_read_material
from rihai.training.courses.shipping import keep_up
from rihai.training.walls import READ

GROUP = _("Training")
OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Courses"), url="training:courses", capability=READ, order=90, group=GROUP,
        says=_("What is taught, in which version, for whom it is mandatory, and by whom."),
    ),
    Navigation(
        station="act", label=_("Mandatory courses"), url="training:mandatory", capability=READ, order=93, group=GROUP,
        says=_("Which rank must have which course, by which order, and after how long again."),
    ),
    Navigation(
        station="act", label=_("Trainers"), url="training:trainers", capability=READ, order=94, group=GROUP,
        says=_("Who teaches, in which languages, and what allows them to."),
    ),
    Tick(name="training.shipped", run=keep_up),
    FileOwner(name=OWNER, may_read=may_read_material),
    ActWords(
        words={
            "training.courses.taken_in": _("took in the courses that come with Rihai"),
            "training.course.kept": _("wrote a course down or changed it"),
            "training.course.looked_after": _("took on a course or handed it over"),
            "training.draft.begun": _("began a draft of a curriculum"),
            "training.draft.changed": _("changed a draft of a curriculum"),
            "training.module.kept": _("wrote a module down or changed it"),
            "training.module.removed": _("took a module out of a draft"),
            "training.material.added": _("added a file to a curriculum"),
            "training.curriculum.brought_into_use": _("brought a curriculum into use"),
            "training.topic.kept": _("wrote a topic down or changed it"),
            "training.rank.kept": _("wrote a rank down or changed it"),
            "training.course.made_mandatory": _("made a course mandatory"),
            "training.course.mandatory_ended": _("ended that a course is mandatory"),
            "training.trainer.kept": _("wrote a trainer down or changed one"),
            "training.qualification.added": _("wrote what allows a trainer to teach"),
        }
    ),
)  # fmt: skip
