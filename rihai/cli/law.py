"""`rihai law`: the packs listed, a provision shown or printed as a page, a pack checked against its worked cases."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from rihai.cli.options import packs_asked
from rihai.errors import NotFound
from rihai.words import mark, say

if TYPE_CHECKING:
    from rihai.law.provision import Pack, Provision

KINDS = {
    "release": mark("release"),
    "help": mark("help"),
    "alert": mark("alert"),
    "bar": mark("bar"),
}


def run(options: Namespace) -> int:
    """Do one of the acts."""
    return {"list": _list, "show": _show, "check": _check, "pages": _pages}[options.act](options)


def _list(options: Namespace) -> int:
    language = options.language
    for pack in _packs(options):
        reviewed = sum(one.reviewed for one in pack.provisions)
        print(f"\n{pack.title.of(language)} ({pack.id} {pack.version})")
        print("  " + say(
            "{count} provisions, {reviewed} reviewed by a lawyer", language,
            count=len(pack.provisions), reviewed=reviewed,
        ))  # fmt: skip
        for one in pack.provisions:
            state = one.cite.confidence + (", draft" if one.cite.confidence == "low" else "")
            print(f"  {one.id:<34} {say(KINDS[one.kind], language):<9} {state:<12} {one.title.of(language)}")
    return 0


def _packs(options: Namespace) -> list[Pack]:
    """The packs asked for; every shipped one when none is named."""
    from rihai.law.load import load_pack, pack_folder, shipped_packs

    if options.law:
        return packs_asked(options)
    return [load_pack(pack_folder(name)) for name in shipped_packs()]


def _found(options: Namespace) -> tuple[Pack, Provision]:
    for pack in _packs(options):
        provision = pack.provision(options.id)
        if provision is not None:
            return pack, provision
    raise NotFound(f"No pack has a provision called {options.id!r}; `rihai law list` names them all.")


def _show(options: Namespace) -> int:
    from rihai.cli.provision_page import as_text, page_of

    pack, provision = _found(options)
    if options.html:
        Path(options.html).write_text(page_of(pack, provision, options.language), encoding="utf-8")
        print(options.html)
    else:
        print(as_text(pack, provision, options.language))
    return 0


def _pages(options: Namespace) -> int:
    from rihai.cli.provision_page import index_of, page_of

    folder = Path(options.folder)
    for pack in _packs(options):
        target = folder / pack.id
        target.mkdir(parents=True, exist_ok=True)
        for provision in pack.provisions:
            page = page_of(pack, provision, options.language)
            (target / f"{provision.id}.html").write_text(page, encoding="utf-8")
        (target / "index.html").write_text(index_of(pack, options.language), encoding="utf-8")
        print(f"{target}/index.html")
    return 0


def _check(options: Namespace) -> int:
    """Run every worked case; 1 when one differs, so that a build can stop on it."""
    from rihai.law.check import check_pack
    from rihai.law.load import load_pack, pack_folder, shipped_packs

    differing = 0
    for name in options.packs or shipped_packs():
        pack = load_pack(pack_folder(name))
        results = list(check_pack(pack))
        for result in results:
            for difference in result.differences:
                print(f"cases/{result.provision.id}.yaml:{result.case.line}: {result.case.says}: {difference}")
        wrong = sum(bool(result.differences) for result in results)
        differing += wrong
        for warning in pack.warnings:
            print(f"warning: {warning}")
        print(f"{pack.id}: {len(pack.provisions)} provisions, {len(results)} worked cases, {wrong} differ")
    return 1 if differing else 0
