"""Short names of facts for sentences, in English for the catalogues; a fact without one is said by its own name."""

from __future__ import annotations

from rihai.words import mark, say

LABELS: dict[str, str] = {
    "custody_since": mark("in custody without a break since"),
    "first_custody_on": mark("first day of custody"),
    "counted_custody_from": mark("detention undergone in this case, counted from"),
    "remand_counted_from": mark("remand custody counted from"),
    "several_offences": mark("more than one offence charged in this case"),
    "accused_delay_days": mark("days of delay caused by the accused"),
    "cases_pending": mark("cases pending against the person"),
    "first_time_offender": mark("never convicted before"),
    "first_remanded_on": mark("first remanded on"),
    "born": mark("born"),
    "convicted_on": mark("convicted on"),
    "sentence_from": mark("sentence served from"),
    "substantive_custody_from": mark("substantive sentence from"),
    "release_due_on": mark("release due on"),
    "fir_date": mark("FIR of"),
    "first_admitted_on": mark("first admitted on"),
    "admitted_on": mark("admitted on"),
    "last_before_court_on": mark("last before a court on"),
    "last_hearing_on": mark("last hearing on"),
    "last_remanded_on": mark("last remanded on"),
    "bail_granted_on": mark("bail granted on"),
    "security_order_on": mark("order made on"),
    "default_term_from": mark("term in default from"),
    "cognizance_taken_on": mark("cognizance taken on"),
    "solitary_since": mark("held alone since"),
    "offence_date": mark("day of the act"),
    "arrested_on": mark("arrested on"),
    "last_family_contact_on": mark("last contact with the family on"),
    "date_of_birth": mark("day of birth"),
    "sex": mark("sex"),
    "legal_status": mark("status in this case"),
    "bailable": mark("every charge bailable"),
    "punishable_with_death": mark("punishable with death"),
    "punishable_with_life": mark("punishable with life imprisonment"),
    "max_term_months": mark("longest term in months"),
    "trial_concluded": mark("trial over"),
    "previous_convictions": mark("previous convictions"),
    "delay_attributed_to_accused": mark("the court's view on delay by the accused"),
    "court_found_hardened": mark("the court's view: hardened, desperate or dangerous"),
    "court_found_heinous": mark("the court's view: heinous"),
    "appeal_filed": mark("appeal filed"),
    "appeal_decided": mark("appeal decided"),
    "charges": mark("the charges"),
    "sentences": mark("the sentences"),
    "children": mark("the children"),
    "pregnant": mark("pregnant"),
    "terrorism": mark("accused of terrorism"),
    "province": mark("province"),
    "prison_type": mark("kind of prison"),
    "held_in_other_case": mark("held in another case"),
    "fine_paid": mark("fine paid"),
    "bail_granted": mark("bail granted"),
    "bail_furnished": mark("bail furnished"),
    "nationality": mark("nationality"),
    "sick_or_infirm": mark("sick or infirm"),
    "conduct_good": mark("good conduct"),
    "illness": mark("illness"),
    "detention_ground": mark("what alone keeps the person"),
    "age_stated_on": mark("day on which the age was stated"),
    "custody": mark("the stays in custody"),
    "legal_counsel": mark("lawyer"),
    "challan_submitted": mark("final police report before the court"),
    "s382b_granted": mark("time before conviction counted (s. 382-B)"),
    "release_would_endanger": mark("the court's view: release would endanger"),
    "court_reasonable_grounds": mark("the court's view: reasonable grounds"),
    "further_inquiry": mark("the court's view: further inquiry"),
}

CODES: dict[str, str] = {
    "female": mark("female"),
    "male": mark("male"),
    "transgender": mark("transgender"),
    "under_trial": mark("under trial"),
    "convict": mark("convict"),
    "condemned": mark("condemned"),
    "yes": mark("yes"),
    "no": mark("no"),
}


def label(fact: str, language: str) -> str:
    """The short name of a fact, or of a list's fact; its own name where it has none."""
    known = LABELS.get(fact)
    if known is None and "." in fact:
        known = LABELS.get(fact.split(".", 1)[1])
    return say(known, language) if known else fact.replace("_", " ")


def value_label(value: object, language: str) -> str:
    """A code or a yes/no in words; a code without a word of its own as it is."""
    text = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return say(CODES[text], language) if text in CODES else text.replace("_", " ")
