"""The command `rihai`: words, their options, and exit codes. Rooms are imported only when their word is used."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns 0 done, 2 wrong use, 3 a file cannot be read, 4 a pack does not load."""
    arguments = sys.argv[1:] if arguments is None else arguments
    from rihai.errors import PackInvalid
    from rihai.law.check import check_pack
    from rihai.law.load import load_pack

    if arguments[:2] == ["law", "check"]:
        try:
            pack = load_pack(arguments[2])
        except PackInvalid as error:
            print(error)
            return 4
        bad = 0
        count = 0
        for result in check_pack(pack):
            count += 1
            if result.differences:
                bad += 1
                print(f"cases/{result.provision.id}.yaml:{result.case.line}: {result.case.says}")
                for one in result.differences:
                    print(f"    {one}")
        print(f"{count} cases of {len(pack.provisions)} provisions, {bad} differ")
        return 1 if bad else 0
    return 2
