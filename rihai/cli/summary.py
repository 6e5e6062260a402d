"""The result of a screening as a person wants to read it in a terminal: one glance, then the lists."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rihai.cli.provision_parts import OUTCOMES
from rihai.cli.reading import print_reading
from rihai.cli.run import HORIZONS, Found, person_name
from rihai.words import day_text, number_text, say, say_count

if TYPE_CHECKING:
    from rihai.cli.run import Run

SHOWN = 8
"""Rows of a list that a terminal shows; the workbook has them all."""


def print_summary(run: Run, language: str) -> None:
    """Print the whole summary."""
    for source in run.sources:
        if source.reading is not None:
            print_reading(source.reading, source.path.name, language)
        for code, count in Counter(problem.code for problem in source.problems).items():
            print(f"  {count:>8,}  {code}")
    _print_glance(run, language)
    _print_could_go(run, language)
    _print_coming(run, language)
    _print_settling(run, language)
    _print_list(say("Still inside although …", language), run.still_inside, run, language)
    _print_alerts(run, language)
    _print_caution(run, language)


def _heading(text: str) -> None:
    print(f"\n{text}\n{'─' * len(text)}")


def _print_glance(run: Run, language: str) -> None:
    leaving = run.leaving
    _heading(say("Asked for {day}", language, day=day_text(run.as_of, language)))
    for count, text in (
        (len(run.records), say("people", language)),
        (leaving["met"], say("could leave today: every case that holds them is reached", language)),
        (leaving["arguable"], say("could leave if the court agrees on what only it can judge", language)),
        (len({one.person for _, one in run.coming}), say("more within 90 days", language)),
        (len(run.untold), say("of whom something is missing to know", language)),
        (len({one.person for one in run.still_inside}), say("still inside although …", language)),
        (len({one.person for one in run.alerts}), say("need somebody to look at them", language)),
    ):
        print(f"  {count:>8,}  {text}")


def _print_could_go(run: Run, language: str) -> None:
    chosen = [one for one in run.could_go if one.provision.effect.word == "shall"]
    title = say("Who could go today: the law says “shall”", language)
    _print_list(title, chosen, run, language)
    may = Counter(one.provision.id for one in run.could_go if one.provision.effect.word == "may")
    if may:
        print("  " + say("Where the law says “may”:", language))
        titles = {one.provision.id: one.provision.title.of(language) for one in run.could_go}
        for provision, count in may.most_common(SHOWN):
            print(f"  {count:>8,}  {titles[provision]}")


def _print_list(title: str, chosen: list[Found], run: Run, language: str) -> None:
    _heading(f"{title} ({say_count('{n} person', '{n} persons', len({one.person for one in chosen}), language)})")
    for one in chosen[:SHOWN]:
        print(f"  {_line(one, run, language)}")
    if len(chosen) > SHOWN:
        print(
            "  "
            + say("… and {count} more rows in the workbook", language, count=number_text(len(chosen) - SHOWN, language))
        )


def _line(one: Found, run: Run, language: str) -> str:
    record = run.records[one.person]
    case = f" [{one.case_id}]" if one.case_id else ""
    since = say("since {day}", language, day=day_text(one.since, language)) if one.since else ""
    state = say(OUTCOMES[one.outcome], language)
    parts = [f"{person_name(record)}{case}", one.provision.title.of(language), f"{state} {since}".strip()]
    if "held_in_other_case" in one.notes:
        parts.append(say("another case also holds", language))
    return " · ".join(parts)


def _print_coming(run: Run, language: str) -> None:
    _heading(say("Who comes next", language))
    for horizon in HORIZONS:
        people = {one.person for days, one in run.coming if days <= horizon}
        print(f"  {len(people):>8,}  " + say("within {days} days", language, days=horizon))


def _print_settling(run: Run, language: str) -> None:
    from rihai.law.labels import label

    if not run.settling:
        return
    _heading(say("What would settle most people", language))
    for fact, people, _ in run.settling[:SHOWN]:
        print(f"  {people:>8,}  {label(fact, language)} ({fact})")


def _print_alerts(run: Run, language: str) -> None:
    counts = Counter(one.provision.id for one in run.alerts)
    titles = {one.provision.id: one.provision.title.of(language) for one in run.alerts}
    if not counts:
        return
    _heading(say("Somebody must look", language))
    for provision, count in counts.most_common(SHOWN * 2):
        print(f"  {count:>8,}  {titles[provision]} ({provision})")


def _print_caution(run: Run, language: str) -> None:
    total = sum(len(pack.provisions) for pack in run.packs)
    reviewed = sum(one.lowered.provision.reviewed for pack in run.packs for one in pack.provisions)
    print("\n" + say(
        "A referral, not a decision. {reviewed} of {total} provisions were reviewed by a lawyer.", language,
        reviewed=reviewed, total=total,
    ))  # fmt: skip
