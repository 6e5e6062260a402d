"""The accusations of an invented prison, weighted as published for Punjab in 2019 (see `figures`).

The published list covers about 39,800 of about 50,000 people; the rest is spread over common smaller offences.
"""

from __future__ import annotations

from typing import NamedTuple


class Crime(NamedTuple):
    """An accusation: how many people, its sections by Act, its usual terms in years (0 is life), how slow it is.

    `written` are ways in which registers write it, the last one in Urdu. `women` is how many of the people are women,
    where that is published.
    """

    people: int
    charges: tuple[tuple[str, str, str], ...]
    written: tuple[str, ...]
    years: tuple[int, ...]
    slowness: float
    women: int = 0


def _ppc(*sections: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(("PPC", section, "") for section in sections)


CRIMES = (
    Crime(17_974, _ppc("302", "34"), ("302/34 PPC", "302,34 PPC", "302/34 ت پ"), (0, 0, 25, 14), 1.7, 339),
    Crime(3_500, (("CNSA", "9", "(1)3-c"),), ("9(1)3-c CNSA", "9 (1) 3-c CNSA"), (9, 10, 12), 1.2, 160),
    Crime(3_300, (("CNSA", "9", "(1)3-d"),), ("9(1)3-d CNSA", "9 (1) 3-d CNSA"), (14, 10), 1.3, 120),
    Crime(1_995, (("CNSA", "9", "(1)3-b"),), ("9(1)3-b CNSA", "9 (1) 3-b CNSA"), (6, 5), 0.7, 80),
    Crime(2_500, _ppc("392"), ("392 PPC", "u/s 392 PPC", "392 ت پ"), (5, 7, 3), 0.9),
    Crime(1_507, _ppc("395"), ("395 PPC", "395-PPC", "395 ت پ"), (7, 10), 1.1),
    Crime(1_500, _ppc("379"), ("379 PPC", "u/s 379 PPC", "379 ت پ"), (1, 2, 3), 0.4),
    Crime(910, _ppc("381-A"), ("381-A PPC", "381A PPC", "381-A ت پ"), (2, 3), 0.5),
    Crime(1_526, _ppc("324", "34"), ("324/34 PPC", "324,34 PPC", "324/34 ت پ"), (5, 7, 10), 1.0),
    Crime(1_063, _ppc("489-F"), ("489-F PPC", "489F PPC", "489-F ت پ"), (1, 2, 3), 0.6),
    Crime(1_045, _ppc("376"), ("376 PPC", "u/s 376 PPC", "376 ت پ"), (10, 14, 25), 1.4),
    Crime(981, _ppc("365-B"), ("365-B PPC", "365B PPC", "365-B ت پ"), (7, 10), 1.2),
    Crime(817, _ppc("377"), ("377 PPC", "u/s 377 PPC", "377 ت پ"), (5, 7, 10), 1.0),
    Crime(284, _ppc("354"), ("354 PPC", "u/s 354 PPC", "354 ت پ"), (1, 2), 0.5),
    Crime(525, (("FOREIGNERS", "14", ""),), ("14 Foreigners Act", "14-Foreigners Act"), (1,), 0.4),
    Crime(77, _ppc("322"), ("322 PPC", "u/s 322 PPC", "322 ت پ"), (1,), 0.8),
    Crime(2_600, (("ARMS_ORD", "13", ""),), ("13/20/65 AO", "13-20-65 AO"), (1, 2, 3), 0.3),
    Crime(1_900, _ppc("420", "468", "471"), ("420/468/471 PPC", "420,468,471 PPC", "420/468/471 ت پ"), (3, 5, 7), 0.9),
    Crime(1_500, _ppc("411"), ("411 PPC", "u/s 411 PPC", "411 ت پ"), (1, 2), 0.4),
    Crime(1_400, _ppc("406"), ("406 PPC", "u/s 406 PPC", "406 ت پ"), (2, 3), 0.6),
    Crime(1_200, _ppc("380", "457"), ("380/457 PPC", "380,457 PPC", "380/457 ت پ"), (3, 4), 0.5),
    Crime(900, (("ATA", "7", ""),), ("7 ATA", "7-ATA"), (10, 14, 0), 1.6),
    Crime(700, _ppc("506"), ("506 PPC", "u/s 506 PPC", "506 ت پ"), (1, 2), 0.3),
)  # fmt: skip

ORDERS: dict[str, Crime] = {
    "detained_without_charge": Crime(1, (("MPO", "3", ""),), ("3 MPO", "MPO 3"), (1,), 0.2),
    "security": Crime(1, (("CRPC", "107", ""),), ("107 CrPC", "107 Cr.P.C"), (1,), 0.1),
    "immigration": Crime(1, (("FOREIGNERS", "14", ""),), ("14 Foreigners Act", "14-Foreigners Act"), (1,), 0.5),
    "civil": Crime(1, (("CPC", "51", ""),), ("51 CPC", "51 C.P.C"), (1,), 0.2),
}
"""What holds people who are neither accused nor convicted of an offence."""
USUAL_SLOWNESS = sum(crime.people * crime.slowness for crime in CRIMES) / sum(crime.people for crime in CRIMES)
"""The slowness of all together, by which each is divided, so that the published times under trial come out."""
