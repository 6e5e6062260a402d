"""The words of a matter: its kinds, stages, grounds and outcomes, and what happens in court."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What the office does in a matter."""

    COUNSELLING = "counselling", _("legal counselling")
    AID = "aid", _("legal aid")
    STRATEGIC = "strategic", _("strategic litigation")


class State(models.TextChoices):
    """Where a matter stands with us."""

    CHECKING = "checking", _("conflict to be decided")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    DECLINED = "declined", _("not taken")


class Stage(models.TextChoices):
    """Where it stands in law."""

    ADVICE = "advice", _("advice")
    INVESTIGATION = "investigation", _("investigation")
    BAIL = "bail", _("bail")
    TRIAL = "trial", _("trial")
    APPEAL = "appeal", _("appeal")
    AFTER = "after", _("after judgment")


class LegalGround(models.TextChoices):
    """On what ground something is asked."""

    DELAY = "delay", _("delay of the trial (statutory bail)")
    BAIL = "bail", _("bail on the merits")
    FIRST_PROVISO = "first_proviso", _("woman, sick or under age (first proviso)")
    BOND = "bond", _("personal bond or lower surety")
    SUSPENSION = "suspension", _("suspension of sentence")
    SENTENCE_OVER = "sentence_over", _("sentence over")
    MONEY = "money", _("fine, diyat or compensation")
    REMISSION = "remission", _("remission or parole")
    DEFENCE = "defence", _("defence at the trial")
    APPEAL = "appeal", _("appeal against judgment")
    FAMILY = "family", _("family or civil matter")
    RIGHTS = "rights", _("rights inside the prison")
    OTHER = "other", _("another ground")


class Outcome(models.TextChoices):
    """What came of a matter."""

    GRANTED = "granted", _("granted")
    PARTLY = "partly", _("granted in part")
    REFUSED = "refused", _("refused")
    SETTLED = "settled", _("settled between the parties")
    ADVISED = "advised", _("advice given")
    WITHDRAWN = "withdrawn", _("withdrawn by the person")
    HANDED_OVER = "handed_over", _("handed to other counsel")
    LOST = "lost", _("contact lost")
    CONFLICT = "conflict", _("ended for a conflict")


SUCCESSES = (Outcome.GRANTED, Outcome.PARTLY, Outcome.SETTLED)
"""Outcomes in which what was asked was got, at least in part."""


class TeamRole(models.TextChoices):
    """What somebody does in a team."""

    LEAD = "lead", _("team lead")
    COUNSEL = "counsel", _("counsel")
    PARALEGAL = "paralegal", _("paralegal")
    HELPS = "helps", _("helps")


class Side(models.TextChoices):
    """On which side somebody stands in a matter."""

    CLIENT = "client", _("our client")
    CO_ACCUSED = "co_accused", _("co-accused")
    COMPLAINANT = "complainant", _("complainant")
    VICTIM = "victim", _("victim or heir")
    WITNESS = "witness", _("witness")
    OTHER = "other", _("another party")


class Purpose(models.TextChoices):
    """For what a hearing is listed."""

    REMAND = "remand", _("remand")
    BAIL = "bail", _("bail")
    CHARGE = "charge", _("framing of charge")
    EVIDENCE = "evidence", _("evidence")
    STATEMENT = "statement", _("statement of the accused")
    ARGUMENTS = "arguments", _("arguments")
    JUDGMENT = "judgment", _("judgment")
    APPEAL = "appeal", _("appeal")
    OTHER = "other", _("another purpose")


class Produced(models.TextChoices):
    """Whether the person was brought before the court."""

    YES = "yes", _("brought to court")
    LINK = "link", _("by video link")
    NO = "no", _("not produced")
    NOT_NEEDED = "not_needed", _("need not appear")


class NotProduced(models.TextChoices):
    """Why somebody was not produced."""

    ESCORT = "escort", _("no escort or vehicle")
    ORDER = "order", _("no order of production reached the prison")
    ILL = "ill", _("ill")
    SECURITY = "security", _("security given as reason")
    ELSEWHERE = "elsewhere", _("before another court")
    UNKNOWN = "unknown", _("nobody gave a reason")


class HearingOutcome(models.TextChoices):
    """What a hearing ended in."""

    ADJOURNED = "adjourned", _("adjourned")
    HEARD = "heard", _("heard, goes on")
    GRANTED = "granted", _("granted")
    REFUSED = "refused", _("refused")
    DECIDED = "decided", _("decided")
    VACATED = "vacated", _("taken off the list")


class AdjournedBy(models.TextChoices):
    """By whose act: the codes of the fact `adjournments`. The delay proviso turns on it (CrPC s. 497(1))."""

    ACCUSED = "accused", _("the accused or counsel for the accused")
    PROSECUTION = "prosecution", _("the prosecution or police")
    COURT = "court", _("the court")
    OTHER = "other", _("somebody else")


class AdjournedWhy(models.TextChoices):
    """Why a hearing was adjourned."""

    NOT_PRODUCED = "not_produced", _("the person was not produced")
    DEFENCE_ABSENT = "defence_absent", _("defence counsel absent")
    DEFENCE_ASKED = "defence_asked", _("the defence asked for time")
    PROSECUTOR_ABSENT = "prosecutor_absent", _("prosecutor absent")
    WITNESS_ABSENT = "witness_absent", _("witness did not come")
    RECORD_MISSING = "record_missing", _("police record or report not brought")
    JUDGE_ABSENT = "judge_absent", _("judge on leave or post vacant")
    NOT_REACHED = "not_reached", _("the list was too long")
    STRIKE = "strike", _("strike of the bar")
    HOLIDAY = "holiday", _("holiday")
    FILE_ELSEWHERE = "file_elsewhere", _("file before another court")
    OTHER = "other", _("another reason")


class PaperKind(models.TextChoices):
    """Papers that matters need."""

    CUSTODY = "custody_certificate", _("custody certificate")
    FIR = "fir", _("copy of the FIR")
    ORDERS = "order_sheets", _("certified order sheets")
    CHALLAN = "challan", _("police report (challan)")
    JUDGMENT = "judgment", _("copy of the judgment")
    SURETY = "surety_papers", _("surety’s documents")
    MEDICAL = "medical", _("medical report")
    AGE = "age", _("proof of age")
    IDENTITY = "identity", _("copy of the identity card")
    OTHER = "other", _("another paper")


class MoneyKind(models.TextChoices):
    """What a court ordered to be paid; all but the fine are the kinds of the fact `compensation`."""

    FINE = "fine", _("fine")
    DIYAT = "diyat", _("diyat")
    ARSH = "arsh", _("arsh")
    DAMAN = "daman", _("daman")
    S544A = "s544a", _("compensation under section 544-A")


class PaidBy(models.TextChoices):
    """Who pays."""

    PERSON = "person", _("the person")
    FAMILY = "family", _("the family")
    DONOR = "donor", _("a donor")
    FUND = "fund", _("a fund")
    BAIT_UL_MAL = "bait_ul_mal", _("Bait-ul-Mal or zakat")
    OTHER = "other", _("somebody else")
