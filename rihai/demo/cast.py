"""The cast of the fictional world: one account a role, a second inspector, one who holds several; all invented.

The surnames say so themselves: Misali (of an example), Namoona (sample), Farzi (fictitious). The addresses end in
`.example`, where no mail ever arrives (RFC 2606).
"""

from __future__ import annotations

from dataclasses import dataclass

PASSWORD = "rihai-for-everyone"  # noqa: S105 - printed for whoever tries the demonstration; no real office has it


@dataclass(frozen=True, slots=True)
class Member:
    """One of the cast. `places` are codes of invented places, `unit` a team of ours; neither is the whole office."""

    key: str
    name: str
    roles: tuple[str, ...]
    places: tuple[str, ...] = ()
    unit: str = ""
    language: str = "en"

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.key}@rihai.example"


@dataclass(frozen=True, slots=True)
class Team:
    """A unit of the invented office, and the places it works at."""

    name: str
    purpose: str
    places: tuple[str, ...] = ()


GULZAR, NAYA_BAGH, DARYA_KOT = "demo-prison-gulzar", "demo-prison-naya-bagh", "demo-prison-darya-kot"
SURVIVORS, MENTORING, LINE, LITERACY = "Survivor support", "Mentoring", "Helpline", "Inside and after"
TEAMS = (
    Team(SURVIVORS, "Psychosocial and legal support for survivors of torture and violence.", (GULZAR, NAYA_BAGH)),
    Team(MENTORING, "Volunteers matched with people before and after release.", (GULZAR, DARYA_KOT)),
    Team(LINE, "Calls of families, day and night."),
    Team(LITERACY, "The programme of eight services, from intake to two years after release.", (GULZAR, NAYA_BAGH)),
)
CAST = (
    Member("administrator", "Adeel Misali", ("administrator",)),
    Member("records", "Rukhsana Farzi", ("records_officer",), (NAYA_BAGH, DARYA_KOT, GULZAR)),
    Member("caseworker", "Hina Namoona", ("caseworker",), (GULZAR,), language="ur"),
    Member("lawyer", "Sana Misali", ("lawyer",), (GULZAR, NAYA_BAGH)),
    Member("health", "Dr Bilqis Farzi", ("health_worker",), (GULZAR, DARYA_KOT)),
    Member("counsellor", "Zainab Namoona", ("survivor_counsellor",), unit=SURVIVORS),
    Member("supervisor", "Kamran Namoona", ("supervisor",), (GULZAR, NAYA_BAGH, DARYA_KOT)),
    Member("safeguarding", "Farida Misali", ("safeguarding_lead",)),
    Member("coordinator", "Tahira Farzi", ("mentor_coordinator",), unit=MENTORING),
    Member("mentor", "Parveen Misali", ("mentor",), unit=MENTORING, language="ur"),
    Member("monitor", "Imran Farzi", ("monitor",)),
    Member("inspector", "Rabia Namoona", ("monitor",), (NAYA_BAGH, GULZAR), language="ur"),
    Member("helpline", "Nadia Namoona", ("helpline_operator",), unit=LINE, language="ur"),
    Member("trainer", "Yasir Misali", ("trainer",)),
    Member("secretary", "Khalid Farzi", ("committee_secretary",), (NAYA_BAGH,)),
    Member("programme", "Amina Misali", ("programme_manager",)),
    Member("analyst", "Omar Namoona", ("research_analyst",)),
    Member("protection", "Saira Farzi", ("data_protection_officer",)),
    Member("partner", "Judge Nasir Misali", ("partner",), (NAYA_BAGH,)),
    Member("small-office", "Shazia Namoona", ("supervisor", "lawyer", "data_protection_officer"), (DARYA_KOT,)),
)
