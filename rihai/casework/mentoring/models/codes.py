"""The codes of mentoring, with their words."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class VolunteerState(models.TextChoices):
    """Where a volunteer stands."""

    APPLIED = "applied", _("applied")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("not accepted")
    LEFT = "left", _("has left")


class Language(models.TextChoices):
    """What a mentor and a person can speak together (ISO 639)."""

    URDU = "ur", _("Urdu")
    PUNJABI = "pa", _("Punjabi")
    SINDHI = "sd", _("Sindhi")
    PASHTO = "ps", _("Pashto")
    BALOCHI = "bal", _("Balochi")
    SARAIKI = "skr", _("Saraiki")
    BRAHUI = "brh", _("Brahui")
    HINDKO = "hnd", _("Hindko")
    ENGLISH = "en", _("English")
    OTHER = "other", _("another language")


class Time(models.TextChoices):
    """When somebody has time."""

    MORNING = "morning", _("weekdays, in the morning")
    AFTERNOON = "afternoon", _("weekdays, in the afternoon")
    EVENING = "evening", _("in the evening")
    WEEKEND = "weekend", _("at the weekend")


class WithSex(models.TextChoices):
    """With whom somebody wishes to be matched."""

    ANY = "any", _("it does not matter")
    FEMALE = "female", _("only a woman")
    MALE = "male", _("only a man")


class Faith(models.TextChoices):
    """Whether faith matters; which faith is asked by word of mouth and written nowhere."""

    NO_MATTER = "no_matter", _("it does not matter")
    ASK = "ask", _("it matters: ask by word of mouth")


class Once(models.TextChoices):
    """Whether a volunteer was in prison herself, as far as she wishes to say."""

    NOT_SAID = "", _("not said")
    YES = "yes", _("yes; welcome")
    NO = "no", _("no")


class Wants(models.TextChoices):
    """Whether a person wishes for a mentor."""

    YES = "yes", _("wishes for a mentor")
    LATER = "later", _("perhaps later")
    NO = "no", _("does not want one")


class Answer(models.TextChoices):
    """What a reference said."""

    ASKED = "", _("was asked")
    GOOD = "good", _("speaks for them")
    DOUBT = "doubt", _("has doubts")
    SILENT = "silent", _("could not be reached")


class CheckKind(models.TextChoices):
    """What is looked at before anybody is matched."""

    IDENTITY = "identity", _("identity seen")
    INTERVIEW = "interview", _("interview")
    POLICE = "police", _("police certificate")
    CODE = "code", _("code of conduct signed")


class CheckResult(models.TextChoices):
    """What came of it. A record is a result like another: it does not exclude."""

    CLEAR = "clear", _("in order")
    RECORD = "record", _("a record is shown; it does not exclude")
    DOUBT = "doubt", _("doubts")
    MISSING = "missing", _("not to be had")


class Ground(models.TextChoices):
    """On what somebody is not accepted. There is no ground "a record": a record alone does not exclude."""

    CONDUCT = "conduct", _("what they do now")
    REFERENCES = "references", _("what the references said")
    INTERVIEW = "interview", _("what the interview showed")
    IDENTITY = "identity", _("who they are could not be seen")
    CODE = "code", _("they do not sign the code of conduct")
    OWN_WISH = "own_wish", _("they withdrew")


class Boundary(models.TextChoices):
    """What mentors are taught; the first four are needed before anybody is met."""

    ROLE = "role", _("what a mentor is")
    BOUNDARIES = "boundaries", _("boundaries: no money, gifts, lodging, private numbers")
    SAFEGUARDING = "safeguarding", _("safeguarding, and whom to tell")
    CONFIDENTIALITY = "confidentiality", _("confidentiality and where it ends")
    TRAUMA = "trauma", _("living with what happened")
    GENDER = "gender", _("women and men")
    SELF_CARE = "self_care", _("looking after oneself")


class Signed(models.TextChoices):
    """How an agreement was signed."""

    SIGNATURE = "signature", _("by signature")
    THUMB = "thumb", _("by thumb print")


class SupervisionKind(models.TextChoices):
    """How a mentor was supervised."""

    ALONE = "alone", _("alone")
    GROUP = "group", _("in a group")


class MatchState(models.TextChoices):
    """Where a match stands."""

    PROPOSED = "proposed", _("proposed")
    RUNNING = "running", _("running")
    PAUSED = "paused", _("paused")
    DECLINED = "declined", _("declined")
    ENDED = "ended", _("ended")


class Said(models.TextChoices):
    """What a side said to a proposal."""

    WAITING = "", _("not asked yet")
    YES = "yes", _("yes")
    NO = "no", _("no")


class Pausing(models.TextChoices):
    """Why a match is paused."""

    SHE_WISHES = "she_wishes", _("the person wishes it")
    MENTOR = "mentor", _("the mentor cannot for a time")
    NOT_LET_IN = "not_let_in", _("the prison does not let the mentor in")
    CONCERN = "concern", _("a concern is looked at")
    OTHER = "other", _("another reason")


class Ending(models.TextChoices):
    """Why a match ended; the first three are planned."""

    PLANNED = "planned", _("as was planned")
    GOALS = "goals", _("what they set out to do is done")
    ONWARD = "onward", _("handed on to others")
    SHE_WISHES = "she_wishes", _("the person wished it")
    MENTOR = "mentor", _("the mentor cannot go on")
    MOVED = "moved", _("too far apart now")
    LOST = "lost", _("contact was lost")
    CONCERN = "concern", _("after a concern")
    CONSENT = "consent", _("the person took their leave back")
    DIED = "died", _("the person died")


class How(models.TextChoices):
    """How they met."""

    VISIT = "visit", _("visit in the prison")
    GATE = "gate", _("at the gate, on the day of release")
    OUTSIDE = "outside", _("outside, in a public place")
    PHONE = "phone", _("by telephone")
    VIDEO = "video", _("by video")


class Outcome(models.TextChoices):
    """What came of a meeting."""

    MET = "met", _("we met")
    SHE_NOT = "she_not", _("the person did not come")
    REFUSED = "refused", _("the prison did not let me in")
    MENTOR_NOT = "mentor_not", _("I could not come")
    PUT_OFF = "put_off", _("put off by both")


class Topic(models.TextChoices):
    """What it was about, as a heading alone; no intimate detail is written down."""

    KNOWING = "knowing", _("getting to know each other")
    FAMILY = "family", _("family and children")
    PLANS = "plans", _("plans for release")
    WORK = "work", _("work and learning")
    PAPERS = "papers", _("papers and offices")
    HOME = "home", _("where to live")
    MOOD = "mood", _("how they are")
    ENDING = "ending", _("saying goodbye")
    OTHER = "other", _("something else")


class About(models.TextChoices):
    """Whom a concern is about."""

    PERSON = "person", _("the person")
    MENTOR = "mentor", _("the mentor")
    OTHER = "other", _("somebody else, or the place")


PLANNED = (Ending.PLANNED, Ending.GOALS, Ending.ONWARD)
NEEDED = (Boundary.ROLE, Boundary.BOUNDARIES, Boundary.SAFEGUARDING, Boundary.CONFIDENTIALITY)
LIVE = (MatchState.PROPOSED, MatchState.RUNNING, MatchState.PAUSED)
