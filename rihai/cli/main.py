"""The command `rihai`: its words, their options and exit codes. A room is imported only when its word is used."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date

EPILOG = """Exit codes: 0 done (rows may have problems), 2 wrong use, 3 a file cannot be read, 4 a pack does not load.
Everything said here is a referral for a lawyer or a court to look at; it decides nothing."""

SITE_WORDS = {
    "demo": "the site with a fictional world, on this computer, to try everything",
    "init": "a new office: keys, database, administrator, first prison, a recovery sheet for the safe",
    "serve": "start the site of this office",
    "backup": "one encrypted file with everything of the office, checked after writing",
    "restore": "an office from its backup, on this or another computer",
    "audit": "verify the chain of the audit trail, or print its head for keeping elsewhere",
    "tick": "raise what fell due and take up work that stood still; for a timer",
    "places": "load the prisons, districts and courts that come with Rihai",
    "passphrase": "change the passphrase of an encrypted office",
    "rotate-keys": "seal every sealed field anew with the newest key",
    "migrate": "bring the database to this version",
    "check": "what is wrong with the settings; with --deploy also what a server needs",
}


def main(arguments: Sequence[str], today: date) -> int:
    """Run one command as given on the day `today`, and return its exit code."""
    if arguments and arguments[0] in SITE_WORDS:
        return handed_over(arguments)
    options = parser().parse_args(arguments, argparse.Namespace(today=today))
    from importlib import import_module

    from rihai.errors import FileUnreadable, PackInvalid, RihaiError

    try:
        run = import_module(f"rihai.cli.{options.module}").run
        return int(run(options))
    except PackInvalid as error:
        say_wrong("The pack does not load:", *error.mistakes)
        return 4
    except FileUnreadable as error:
        say_wrong(f"{error.message} {error.mend}")
        return 3
    except RihaiError as error:
        say_wrong(str(error))
        return 2
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: nothing is wrong.
        sys.stderr.close()
        return 0
    except OSError as error:
        if error.filename is None:
            raise
        say_wrong(f"{error.filename} cannot be written ({error.strerror}). Give another place to write to.")
        return 2


def handed_over(arguments: Sequence[str]) -> int:
    """Give a word of the site to the house above, which is found by name only now: this room knows no web framework."""
    from importlib import import_module

    return int(import_module("rihai.config.command").run(list(arguments)))


def say_wrong(*lines: str) -> None:
    """What went wrong, on the error stream."""
    print(*lines, sep="\n", file=sys.stderr)


def parser() -> argparse.ArgumentParser:
    """The words and their options."""
    whole = argparse.ArgumentParser(
        prog="rihai",
        description="Takes a prison's own list and says, with the citation, the reasons and the day, who the law would "
        "let go and what is missing to know.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    words = whole.add_subparsers(dest="word", required=True, metavar="WORD")
    _screen(words.add_parser("screen", help="who in a list the law would let go, who is at risk, what is missing"))
    _read(words.add_parser("read", help="read a list: every row accounted for, what to mend"))
    _compare(words.add_parser("compare", help="two lists of different days: who is new, gone, missing, still here"))
    _explain(words.add_parser("explain", help="one person, from facts in JSON, in sentences"))
    _law(words.add_parser("law", help="the packs of law: list, show, check, pages to print"))
    _results(words.add_parser("results", help="people served by a project, each counted once, from a list of sessions"))
    _census(words.add_parser("census", help="who stands in a list twice; invent a census to try things on"))
    _names(words.add_parser("names", help="whether two written names meet, and why"))
    _sample(words.add_parser("sample", help="invent a prison, screen it, show and write the result"))
    for word, says in SITE_WORDS.items():
        words.add_parser(word, help=says)
    return whole


def _day(word: argparse.ArgumentParser) -> None:
    word.add_argument("--as-of", metavar="DATE", help="the day asked for, as 2026-11-22; without it, today")


def _packs(word: argparse.ArgumentParser) -> None:
    word.add_argument(
        "--law",
        action="append",
        metavar="PACK",
        help="a pack by name or folder; may be repeated (pakistan if left out)",
    )


def _language(word: argparse.ArgumentParser) -> None:
    word.add_argument("--language", choices=("en", "ur"), default="en", help="the language of what is printed")


def _how_read(word: argparse.ArgumentParser, *, with_day: bool = True) -> None:
    word.add_argument("--layout", metavar="L", help="a layout by name or file, for lists of other systems")
    if with_day:
        word.add_argument("--census-day", metavar="DATE", help="the day on which the list was true, if it does not say")
    word.add_argument(
        "--set", action="append", default=[], metavar="FACT=VALUE",
        help="a fact you confirm for every row that is silent on it, as sex=male or province=punjab",
    )  # fmt: skip


def _screen(word: argparse.ArgumentParser) -> None:
    word.set_defaults(module="screening")
    word.add_argument("files", nargs="+", metavar="FILE", help=".xlsx .xls .ods .csv .tsv, or .jsonl .parquet of facts")
    _packs(word)
    _day(word)
    _how_read(word)
    _language(word)
    word.add_argument("--previous", metavar="OLD", help="an earlier list: who is new, gone, still here though reached")
    word.add_argument("--previous-day", metavar="DATE", help="the day of the earlier list, if it does not say")
    word.add_argument(
        "--decisions", metavar="FILE", help="what was decided of doubtful pairs (to-decide.csv, filled in)"
    )
    word.add_argument(
        "--public",
        action="store_true",
        help="also write DIR/public: a report of controlled figures that may be published, and what to keep of it",
    )
    word.add_argument(
        "--published",
        action="append",
        default=[],
        metavar="FILE",
        help="a release.json kept from an earlier publication; may be repeated",
    )
    word.add_argument(
        "--out", metavar="DIR", help="write findings.xlsx, report.html, report.pdf, findings.parquet there"
    )
    word.add_argument("--json", action="store_true", help="one JSON object per record on standard output, nothing else")


def _read(word: argparse.ArgumentParser) -> None:
    word.set_defaults(module="reading")
    word.add_argument("file", metavar="FILE", help=".xlsx .xls .ods .csv .tsv, or .jsonl .parquet of facts")
    _how_read(word)
    _language(word)
    word.add_argument("--out", metavar="DIR", help="write your own workbook back there, with a column of what to mend")
    word.add_argument("--json", action="store_true", help="one JSON object per source row, nothing else")


def _compare(word: argparse.ArgumentParser) -> None:
    word.set_defaults(module="comparing")
    word.add_argument("old", metavar="OLD", help="the earlier list: a spreadsheet, or .jsonl .parquet of facts")
    word.add_argument("new", metavar="NEW", help="the later list")
    _packs(word)
    word.add_argument(
        "--old-day", metavar="DATE", help="the day on which the earlier list was true, if it does not say"
    )
    word.add_argument("--new-day", metavar="DATE", help="the same for the later list")
    _how_read(word, with_day=False)
    _language(word)
    word.add_argument(
        "--decisions", metavar="FILE", help="what was decided of doubtful pairs (to-decide.csv, filled in)"
    )
    word.add_argument("--out", metavar="DIR", help="write changes.xlsx, changes.html, changes.pdf, to-decide.csv there")
    word.add_argument("--json", action="store_true", help="one JSON object per change on standard output, nothing else")


def _explain(word: argparse.ArgumentParser) -> None:
    word.set_defaults(module="explaining")
    word.add_argument("file", metavar="FILE", help="one record as JSON, or - for standard input")
    _packs(word)
    _day(word)
    _language(word)
    word.add_argument("--provision", action="append", metavar="ID", help="only this provision; may be repeated")
    word.add_argument("--all", action="store_true", help="also what does not apply and what is not met")


def _law(word: argparse.ArgumentParser) -> None:
    word.set_defaults(module="law")
    acts = word.add_subparsers(dest="act", required=True, metavar="list|show|check|diff|pages")
    listed = acts.add_parser("list", help="every provision of the packs")
    _packs(listed)
    _language(listed)
    show = acts.add_parser("show", help="one provision whole")
    show.add_argument("id", metavar="ID")
    show.add_argument("--html", metavar="FILE", help="write it as a page a lawyer can read and print")
    _packs(show)
    _language(show)
    check = acts.add_parser("check", help="load a pack and run its worked cases")
    check.add_argument("packs", nargs="*", metavar="PACK")
    diff = acts.add_parser("diff", help="the same people under two versions of a pack: who changes and why")
    diff.set_defaults(module="law_diff")
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    diff.add_argument("file", metavar="FILE")
    _day(diff)
    _how_read(diff)
    _language(diff)
    pages = acts.add_parser("pages", help="a page for every provision, and one that lists them")
    pages.add_argument("folder", metavar="DIR")
    _packs(pages)
    _language(pages)


def _census(word: argparse.ArgumentParser) -> None:
    acts = word.add_subparsers(dest="act", required=True, metavar="dedupe|synth")
    dedupe = acts.add_parser("dedupe", help="who stands in one list more than once, surely or perhaps")
    dedupe.set_defaults(module="deduping")
    dedupe.add_argument("file", metavar="FILE", help="a spreadsheet, or .jsonl .parquet of facts")
    _how_read(dedupe)
    _language(dedupe)
    dedupe.add_argument("--decisions", metavar="FILE", help="what was decided of doubtful pairs")
    dedupe.add_argument("--splink", action="store_true", help="very long lists, by Splink (the extra linkage)")
    dedupe.add_argument("--json", action="store_true", help="one JSON object per group or pair, nothing else")
    synth = acts.add_parser("synth", help="an invented, messy census in Excel")
    synth.set_defaults(module="inventing")
    synth.add_argument("--rows", type=int, default=500)
    synth.add_argument("--seed", type=int, default=1)
    synth.add_argument("--mess", type=float, default=1.0, help="how messy: 0 is tidy, 1 as prisons send them")
    synth.add_argument("--out", metavar="FILE", default="census.xlsx")
    _day(synth)


def _results(word: argparse.ArgumentParser) -> None:
    word.set_defaults(module="results")
    word.add_argument("file", metavar="FILE", help="a row a session: beneficiary_code, district, place, service, date")
    word.add_argument("--project", metavar="NAME", required=True, help="the project; rows of another are not counted")
    word.add_argument("--from", dest="first", metavar="DATE", help="count sessions from this day on, as 2026-04-01")
    word.add_argument("--until", dest="last", metavar="DATE", help="count sessions up to this day, itself included")
    word.add_argument("--indicators", metavar="CSV", help="targets, and figures entered by hand, which stand apart")
    word.add_argument("--by-district", action="store_true", help="each figure by district; they add up")
    _language(word)
    word.add_argument("--json", action="store_true", help="one JSON object, indicator code to figure, nothing else")


def _names(word: argparse.ArgumentParser) -> None:
    word.set_defaults(module="names")
    word.add_argument("first", metavar="A")
    word.add_argument("second", metavar="B")


def _sample(word: argparse.ArgumentParser) -> None:
    word.set_defaults(module="sample")
    word.add_argument("--rows", type=int, default=400)
    word.add_argument("--seed", type=int, default=7)
    word.add_argument("--out", metavar="DIR", default="sample-out")
    _day(word)
