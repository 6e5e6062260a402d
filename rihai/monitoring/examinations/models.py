"""Who is qualified to examine, examinations, and marks on a body as a list: a drawing is made from it, not instead."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.monitoring.incidents.models import Incident, IncidentConsent, IncidentVictim

SEAL = "monitoring.examination.text"


class Skill(models.TextChoices):
    """For what somebody is qualified."""

    CLINICIAN = "clinician", _("clinician trained in the Istanbul Protocol")
    FORENSIC = "forensic", _("forensic doctor, Minnesota Protocol")


class Qualification(models.Model):
    """That somebody is qualified, on what paper, confirmed by somebody else; from a day, and to a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    skill = models.CharField(max_length=10, choices=Skill.choices)
    paper = models.CharField(max_length=200)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    confirmed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    class Meta:
        ordering = ("account", "skill", "-started_on", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Protocol(models.TextChoices):
    """By what an examination is recorded."""

    MONITOR = "monitor", _("what a trained monitor saw, without interpretation")
    ISTANBUL = "istanbul", _("clinical examination, Istanbul Protocol 2022")
    MINNESOTA = "minnesota", _("death, Minnesota Protocol 2016")


class Degree(models.TextChoices):
    """How far account and finding agree, in the five words of the Istanbul Protocol 2022."""

    NOT = "not", _("not consistent with: could not have been caused so")
    CONSISTENT = "consistent", _("consistent with: could have, but many other causes")
    HIGHLY = "highly", _("highly consistent with: few other causes")
    TYPICAL = "typical", _("typical of: usually seen so, other causes possible")
    DIAGNOSTIC = "diagnostic", _("diagnostic of: no other way")


class Examination(models.Model):
    """One examination. `fields` are those of its protocol; `degree` of the whole is for clinicians alone, may be none.

    That no mark is seen is no sign that nothing was done; the page says so wherever one has none.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="examinations")
    victim = models.ForeignKey(IncidentVictim, on_delete=models.PROTECT, related_name="examinations")
    consent = models.ForeignKey(IncidentConsent, on_delete=models.PROTECT, null=True, related_name="+")
    protocol = models.CharField(max_length=10, choices=Protocol.choices)
    text = SealedText(seal=SEAL)
    degree = SealedText(seal=SEAL, null=True)
    done_on = models.DateField()
    examiner = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("-done_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def said(self) -> dict[str, str]:
        """What was written in each field."""
        known: dict[str, str] = json.loads(self.text or "{}")
        return known

    @property
    def degree_word(self) -> str:
        """How far account and findings agree as a whole, in words; empty for none."""
        return str(Degree(self.degree).label) if self.degree else ""


class Region(models.TextChoices):
    """A part of the body."""

    HEAD = "head", _("head")
    FACE = "face", _("face")
    EAR = "ear", _("ear")
    EYE = "eye", _("eye")
    MOUTH = "mouth", _("mouth")
    NECK = "neck", _("neck")
    SHOULDER = "shoulder", _("shoulder")
    CHEST = "chest", _("chest")
    BACK = "upper_back", _("upper back")
    LOWER = "lower_back", _("lower back")
    BELLY = "belly", _("belly")
    BUTTOCK = "buttock", _("buttock")
    GENITALS = "genitals", _("genitals")
    ANUS = "anus", _("anus")
    UPPER_ARM = "upper_arm", _("upper arm")
    ELBOW = "elbow", _("elbow")
    FOREARM = "forearm", _("forearm")
    WRIST = "wrist", _("wrist")
    HAND = "hand", _("hand")
    THIGH = "thigh", _("thigh")
    KNEE = "knee", _("knee")
    LEG = "leg", _("lower leg")
    ANKLE = "ankle", _("ankle")
    FOOT = "foot", _("foot")
    SOLE = "sole", _("sole of the foot")


class Side(models.TextChoices):
    """Which side of the body, as the person has it."""

    LEFT = "left", _("left side")
    RIGHT = "right", _("right side")
    MIDDLE = "middle", _("middle")


class View(models.TextChoices):
    """From where it is seen."""

    FRONT = "front", _("from the front")
    BACK = "back", _("from behind")


class Lesion(models.TextChoices):
    """What kind of mark."""

    BRUISE = "bruise", _("bruise")
    GRAZE = "graze", _("graze")
    CUT = "cut", _("cut")
    TEAR = "tear", _("tear of the skin")
    BURN = "burn", _("burn")
    SCAR = "scar", _("scar")
    SWELLING = "swelling", _("swelling")
    PUNCTURE = "puncture", _("puncture")
    BREAK = "break", _("broken bone, suspected")
    PAIN = "pain", _("pain, nothing to be seen")
    OTHER = "other", _("other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark as it is seen: where, what, how large in millimetres, colour, shape, the cause that is alleged."""

    region: str
    side: str
    view: str
    lesion: str
    length: str = ""
    width: str = ""
    colour: str = ""
    shape: str = ""
    alleged: str = ""
    degree: str = ""

    @property
    def where(self) -> str:
        """Part of the body, side and view, in words."""
        return f"{Region(self.region).label}, {Side(self.side).label}, {View(self.view).label}"

    @property
    def lesion_word(self) -> str:
        """The kind of mark, in words."""
        return str(Lesion(self.lesion).label)

    @property
    def size(self) -> str:
        """Length by width in millimetres; empty where not measured."""
        return " × ".join(one for one in (self.length, self.width) if one)

    @property
    def degree_word(self) -> str:
        """How far it agrees with what is alleged; empty where nobody graded it."""
        return str(Degree(self.degree).label) if self.degree else ""

    def written(self) -> str:
        """As one text, to be sealed."""
        return json.dumps(asdict(self), ensure_ascii=False)


class BodyMark(models.Model):
    """One line of the list of marks; a wrong one is struck out and stays."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    examination = models.ForeignKey(Examination, on_delete=models.PROTECT, related_name="marks")
    number = models.PositiveSmallIntegerField()
    text = SealedText(seal=SEAL)
    written_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["examination", "number"], name="monitoring_mark_once")
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def said(self) -> Mark:
        """The mark."""
        return Mark(**json.loads(self.text or "{}"))
