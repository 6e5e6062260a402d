"""Thirteen invented districts, each with a prison, its courts and its police; names, numbers and people are made up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedPrison:
    """A prison: `held` from the oldest count to the newest, empty where no return ever came; the newest by group."""

    name: str
    name_ur: str
    type: str
    capacity: int | None
    held: tuple[int, ...] = ()
    women: int = 0
    juveniles: int = 0
    convicted: int = 0
    condemned: int = 0
    holds: str = ""
    units: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedDistrict:
    """A district that is on no map, in a real division. `key` makes the codes of what stands in it."""

    key: str
    name: str
    name_ur: str
    division: str
    prison: InventedPrison
    shelter: bool = False
    probation: bool = False


def _prison(kind: str, name: str, name_ur: str, capacity: int | None, **more: Any) -> InventedPrison:
    words = {
        "central": ("Central Prison {}", "سنٹرل جیل {}"),
        "district": ("District Prison {}", "ڈسٹرکٹ جیل {}"),
        "women": ("Women’s Prison {}", "زنانہ جیل {}"),
        "juvenile": ("Borstal Institution {}", "بورسٹل {}"),
        "sub-jail": ("Sub-prison {}", "سب جیل {}"),
    }
    english, urdu = words[kind]
    return InventedPrison(name=english.format(name), name_ur=urdu.format(name_ur), type=kind, capacity=capacity, **more)


DISTRICTS: tuple[InventedDistrict, ...] = (
    InventedDistrict(
        key="gulzar",
        name="Gulzar",
        name_ur="گلزار",
        division="Multan",
        shelter=True,
        probation=True,
        prison=_prison(
            "women",
            "Gulzar",
            "گلزار",
            capacity=166,
            held=(212, 205, 219, 224, 216, 208, 201, 194),
            women=191,
            juveniles=3,
            convicted=58,
            condemned=2,
            holds="women",
            units=(("Barrack 1", "بیرک 1"), ("Barrack 2, mothers", "بیرک 2، مائیں")),
        ),
    ),
    InventedDistrict(
        key="naya-bagh",
        name="Naya Bagh",
        name_ur="نیا باغ",
        division="Lahore",
        shelter=True,
        probation=True,
        prison=_prison(
            "district",
            "Naya Bagh",
            "نیا باغ",
            capacity=480,
            held=(702, 721, 745, 733, 710, 690, 676, 661),
            women=14,
            juveniles=9,
            convicted=190,
            condemned=12,
            units=(("Barrack 1", "بیرک 1"), ("Barrack 2", "بیرک 2"), ("Barrack 3", "بیرک 3")),
        ),
    ),
    InventedDistrict(
        key="darya-kot",
        name="Darya Kot",
        name_ur="دریا کوٹ",
        division="Sargodha",
        probation=True,
        prison=_prison(
            "central",
            "Darya Kot",
            "دریا کوٹ",
            capacity=940,
            held=(1388, 1421, 1467, 1455, 1402, 1371, 1339, 1284),
            women=22,
            juveniles=16,
            convicted=541,
            condemned=48,
            units=(("Barrack 1", "بیرک 1"), ("Barrack 2", "بیرک 2"), ("Hospital", "ہسپتال")),
        ),
    ),
    InventedDistrict(
        key="umeed-pur",
        name="Umeed Pur",
        name_ur="امید پور",
        division="Faisalabad",
        prison=_prison(
            "juvenile",
            "Umeed Pur",
            "امید پور",
            capacity=150,
            held=(88, 92, 97, 101, 96, 90, 84, 79),
            juveniles=79,
            convicted=21,
            holds="juveniles",
        ),
    ),
    InventedDistrict(
        key="chak-chinar",
        name="Chak Chinar",
        name_ur="چک چنار",
        division="Rawalpindi",
        prison=_prison("sub-jail", "Chak Chinar", "چک چنار", capacity=60),
    ),
    InventedDistrict(
        key="tibba-noor",
        name="Tibba Noor",
        name_ur="ٹبہ نور",
        division="Sukkur",
        probation=True,
        prison=_prison(
            "district",
            "Tibba Noor",
            "ٹبہ نور",
            capacity=140,
            held=(231, 240, 252, 247, 238, 225, 217, 209),
            women=6,
            juveniles=5,
            convicted=61,
            condemned=3,
        ),
    ),
    InventedDistrict(
        key="sahil-nagar",
        name="Sahil Nagar",
        name_ur="ساحل نگر",
        division="Karachi",
        shelter=True,
        prison=_prison(
            "central",
            "Sahil Nagar",
            "ساحل نگر",
            capacity=1200,
            held=(2410, 2466, 2520, 2498, 2431, 2390, 2322, 2287),
            women=0,
            juveniles=31,
            convicted=610,
            condemned=55,
        ),
    ),
    InventedDistrict(
        key="koh-sabz",
        name="Koh Sabz",
        name_ur="کوہ سبز",
        division="Peshawar",
        probation=True,
        prison=_prison(
            "central",
            "Koh Sabz",
            "کوہ سبز",
            capacity=700,
            held=(861, 880, 902, 895, 874, 860, 842, 829),
            women=18,
            juveniles=24,
            convicted=260,
            condemned=19,
        ),
    ),
    InventedDistrict(
        key="chashma-gul",
        name="Chashma Gul",
        name_ur="چشمہ گل",
        division="Hazara",
        prison=_prison(
            "district",
            "Chashma Gul",
            "چشمہ گل",
            capacity=120,
            held=(171, 178, 181, 176, 169, 160, 152, 149),
            women=3,
            juveniles=6,
            convicted=37,
        ),
    ),
    InventedDistrict(
        key="registan-kot",
        name="Registan Kot",
        name_ur="ریگستان کوٹ",
        division="Quetta",
        prison=_prison(
            "district",
            "Registan Kot",
            "ریگستان کوٹ",
            capacity=210,
            held=(190, 196, 207, 201, 199, 193, 188, 182),
            women=5,
            juveniles=4,
            convicted=71,
            condemned=6,
        ),
    ),
    InventedDistrict(
        key="mehr-bagh",
        name="Mehr Bagh",
        name_ur="مہر باغ",
        division="Islamabad",
        prison=_prison("district", "Mehr Bagh", "مہر باغ", capacity=None, held=(310, 325, 340)),
    ),
    InventedDistrict(
        key="barf-nagar",
        name="Barf Nagar",
        name_ur="برف نگر",
        division="Baltistan",
        prison=_prison("sub-jail", "Barf Nagar", "برف نگر", capacity=45, held=(28, 31, 26)),
    ),
    InventedDistrict(
        key="anar-wadi",
        name="Anar Wadi",
        name_ur="انار وادی",
        division="Poonch",
        prison=_prison("district", "Anar Wadi", "انار وادی", capacity=90, held=(64, 70, 73, 69, 66)),
    ),
)
