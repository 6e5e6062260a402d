"""What a case is about, and why it holds the person: one case is one FIR or one court matter."""

from __future__ import annotations

from functools import partial

from rihai.facts.fact import Fact

_case = partial(Fact, scope="case")

MATTER = (
    _case("case_id", "text", "Key of the case, unique within the record.", "personal", "PK IN EW INT", "record"),
    _case("fir_number", "text", "Number of the FIR as number/four-digit year.", "personal", "R", "census"),
    _case("police_station", "text", "Police station of the FIR.", "personal", "R", "census"),
    _case("court", "text", "The court, without the judge's own name.", "personal", "R", "census"),
    _case(
        "fir_date",
        "date",
        "Day of the FIR; it never stands in for the arrest.",
        "personal",
        "PK IN",
        "CrPC s.173",
    ),
    _case(
        "arresting_agency",
        "code",
        "Who made the arrest.",
        "personal",
        "PK",
        "CNSA 1997",
        codes=("police", "excise", "anf", "customs", "other_federal"),
    ),
    _case(
        "court_type",
        "code",
        "Kind of court.",
        "ordinary",
        "PK",
        "census",
        codes=("JM", "MS30", "DSJ", "MCTC", "GBV", "JUV", "ATC", "CNS", "NAB", "FAMILY", "HC", "SC", "OTHER"),
    ),
    _case(
        "magistrate_class",
        "code",
        "Powers of the trying Magistrate.",
        "ordinary",
        "PK",
        "CrPC s.33",
        codes=("first", "second", "third", "section_30"),
    ),
    _case(
        "case_role",
        "code",
        "The part the person is said to have had.",
        "personal",
        "R",
        "census",
        codes=("principal", "abettor", "conspirator", "member"),
    ),
    _case(
        "legal_status",
        "code",
        "Why the person is held in this case.",
        "personal",
        "PK IN EW INT",
        "census",
        codes=(
            "under_trial",
            "convicted_unsentenced",
            "convict",
            "condemned",
            "security",
            "detained_without_charge",
            "civil",
            "immigration",
            "released",
            "other",
        ),
    ),
    _case(
        "detention_ground",
        "code",
        "The only thing that keeps the person in this case.",
        "personal",
        "PK INT",
        "PPC ss.64-69, 331; ICCPR 11",
        codes=(
            "offence",
            "fine_default",
            "diyat_default",
            "security_bond",
            "preventive_order",
            "civil_debt",
            "immigration",
        ),
    ),
    _case(
        "held_in_other_case",
        "yes_no",
        "Another matter also holds the person, listed here or not.",
        "personal",
        "PK INT",
        "CrPC s.500(2)",
    ),
    _case(
        "legal_counsel",
        "code",
        "Who defends the person in this case.",
        "personal",
        "PK INT",
        "Nelson Mandela Rule 119",
        codes=("private", "state", "legal_aid", "none"),
    ),
    _case(
        "commitment_order_on_file",
        "yes_no",
        "The warrant of commitment is there.",
        "personal",
        "INT",
        "Nelson Mandela Rule 7",
    ),
    _case("commitment_valid_to", "date", "Last day of the warrant.", "personal", "INT", "Nelson Mandela Rule 7"),
    _case("charges", "list", "The accusations in this case.", "personal", "PK IN", "census"),
)
