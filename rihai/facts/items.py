"""Facts carried by the items of a list: charges, previous convictions, children, sentences and the rest."""

from __future__ import annotations

from dataclasses import replace

from rihai.facts.fact import DataClass, Fact, Kind

ACTS = (
    "PPC", "CNSA", "CNSA_PUNJAB", "CNSA_SINDH", "CNSA_KP", "ATA", "PECA", "FOREIGNERS", "ARMS_ORD", "ARMS_SINDH",
    "ARMS_KP", "HADD_ORD", "ZINA_ORD", "GAMBLING", "VAGRANCY", "CRPC", "MPO", "CPC", "IPC", "BNS", "NDPS", "UAPA",
    "PMLA",
)  # fmt: skip


def _charge(
    name: str,
    kind: Kind,
    meaning: str,
    used_by: str,
    source: str,
    codes: tuple[str, ...] = (),
    unit: str = "",
    court: bool = False,
    free: bool = False,
) -> Fact:
    return Fact(name, kind, meaning, "personal", used_by, source, "charge", codes, unit, court, free)


CHARGE = (
    _charge(
        "act",
        "code",
        "The Act; one without a code of its own stands under its plain name.",
        "PK IN",
        "census",
        codes=ACTS,
        free=True,
    ),
    _charge("section", "text", "Number and letter of the section.", "PK IN", "census"),
    _charge("sub_limb", "text", "The rest of the section, with its brackets.", "PK IN", "census"),
    _charge("section_text", "text", "The accusation as the source wrote it.", "R", "census"),
    _charge(
        "offence_date",
        "date",
        "Day of the act; it fixes the punishment and whether the person was a juvenile.",
        "PK IN INT",
        "Constitution of Pakistan art.12",
    ),
    _charge(
        "substance",
        "code",
        "The drug.",
        "PK",
        "CNSA 1997 s.9",
        codes=("charas", "heroin", "morphine", "opium", "cocaine", "methamphetamine", "other"),
    ),
    _charge("quantity_grams", "number", "How much of it.", "PK", "CNSA 1997 s.9", unit="grams"),
    _charge(
        "punishable_with_death",
        "yes_no",
        "Death is among the punishments of the offence.",
        "PK IN",
        "offence table",
    ),
    _charge(
        "punishable_with_life",
        "yes_no",
        "Life imprisonment is among the punishments.",
        "PK IN",
        "offence table",
    ),
    _charge(
        "max_term_months",
        "number",
        "Longest fixed term; a sentence for life is not a number of months.",
        "PK IN",
        "offence table",
        unit="calendar months",
    ),
    _charge("min_term_months", "number", "Shortest fixed term.", "PK IN", "offence table", unit="calendar months"),
    _charge("bailable", "yes_no", "Bail is a right for this offence.", "PK IN", "CrPC s.4(1)(b), Sch. II"),
    _charge("cognizable", "yes_no", "The police may arrest without a warrant.", "PK IN", "CrPC Sch. II"),
    _charge("prohibitory", "yes_no", "Punishable with death, life or ten years.", "PK IN", "CrPC s.497(1)"),
    _charge("terrorism", "yes_no", "Accused of an act of terrorism.", "PK", "CrPC s.497(1) last proviso"),
    _charge(
        "court_found_heinous",
        "yes_no",
        "Serious, gruesome, brutal, sensational or shocking.",
        "PK",
        "JJSA 2018 s.2",
        court=True,
    ),
    _charge("triable_by_magistrate", "yes_no", "A Magistrate may try it.", "IN", "BNSS 2023 s.480(6)"),
    _charge("compoundable", "yes_no", "The parties may settle it.", "IN", "BNSS 2023"),
    _charge("against_woman_or_child", "yes_no", "Its victim is a woman or a child.", "IN", "BNSS 2023 s.290"),
    _charge("socio_economic_offence", "yes_no", "It is on the notified list.", "IN", "BNSS 2023 s.290"),
    _charge(
        "special_act",
        "code",
        "The Act that replaces the ordinary limit of remand.",
        "IN",
        "BNSS 2023 s.187",
        codes=("ndps", "uapa", "pmla", "other", "none"),
    ),
)


def _item(
    scope: str,
    name: str,
    kind: Kind,
    meaning: str,
    data_class: DataClass = "personal",
    codes: tuple[str, ...] = (),
    unit: str = "",
) -> Fact:
    return Fact(name, kind, meaning, data_class, "PK IN EW INT", "record", scope, codes, unit)


_LIKE_A_CHARGE = (
    "act",
    "section",
    "sub_limb",
    "punishable_with_death",
    "punishable_with_life",
    "max_term_months",
    "cognizable",
)

ITEMS = (
    *(replace(fact, scope="previous_convictions") for fact in CHARGE if fact.name in _LIKE_A_CHARGE),
    _item("previous_convictions", "convicted_on", "date", "Day of the earlier conviction."),
    _item("previous_convictions", "sentence", "term", "The term then given."),
    _item("children", "date_of_birth", "date", "The child's day of birth."),
    _item("children", "lives_in_prison", "yes_no", "The child lives inside with the parent."),
    _item("children", "dependent", "yes_no", "The child depends on the person."),
    _item("children", "care_arranged", "yes_no", "Somebody cares for the child outside."),
    _item(
        "children",
        "best_interest_decision",
        "yes_no",
        "A decision on the child's best interest is on record.",
    ),
    _item("children", "on_prison_roll", "yes_no", "The child is counted as a prisoner."),
    _item("jail_punishments", "given_on", "date", "Day of the punishment."),
    _item(
        "jail_punishments",
        "kind",
        "code",
        "Kind of punishment.",
        codes=("warning", "loss_of_remission", "solitary", "fetters", "other"),
    ),
    _item("jail_punishments", "days", "number", "Length.", unit="days"),
    _item("custody", "from", "date", "First day of the stay."),
    _item("custody", "to", "date", "First day after the stay; absent: still running."),
    _item(
        "custody",
        "ended_by",
        "code",
        "What ended it.",
        codes=("bail", "escape", "discharge", "release", "other"),
    ),
    _item("custody", "place", "code", "Where it was spent.", codes=("police", "prison", "hospital")),
    _item("adjournments", "on", "date", "Day of the adjournment.", "legal"),
    _item(
        "adjournments",
        "asked_by",
        "code",
        "Who asked for it.",
        "legal",
        codes=("accused", "prosecution", "court", "other"),
    ),
    _item("adjournments", "reason", "text", "The reason given.", "legal"),
    _item(
        "sentences",
        "kind",
        "code",
        "Kind of sentence.",
        codes=("term", "life", "whole_life", "death", "fine_only", "till_rising_of_court"),
    ),
    _item("sentences", "term", "term", "Its length."),
    _item("sentences", "rigorous", "yes_no", "With hard labour."),
    _item("sentences", "imposed_on", "date", "Day it was passed."),
    _item("sentences", "starts_on", "date", "Day from which it runs, before any credit."),
    _item("sentences", "section", "text", "The charge it is for."),
    _item("compensation", "kind", "code", "What it is.", codes=("diyat", "arsh", "daman", "s544a")),
    _item("compensation", "amount", "money", "Amount ordered."),
    _item("compensation", "paid_amount", "money", "Amount paid so far."),
    _item("compensation", "final_judgment_on", "date", "Day of the final judgment."),
    _item("compensation", "default_term_from", "date", "First day of the term in default."),
    _item("compensation", "default_term", "term", "Term in default."),
    _item("remission_ledger", "granted_on", "date", "Day of the entry."),
    _item(
        "remission_ledger",
        "kind",
        "code",
        "Kind of remission.",
        codes=("ordinary", "special", "education", "blood_donation", "sterilisation", "government"),
    ),
    _item("remission_ledger", "rule", "text", "The rule or order."),
    _item("remission_ledger", "days", "number", "Days of it.", unit="days"),
)
