"""Vitamins in the units that reference intakes use."""

from collections.abc import Mapping

IU_IN_UG_OF_VITAMIN_D = 40.0
"""1 µg of cholecalciferol or ergocalciferol is 40 IU."""
UG_RETINOL, UG_BETA, UG_OTHER = 0.3, 0.6, 1.2
"""What 1 IU of vitamin A is, in µg of retinol, beta-carotene, and alpha-carotene or beta-cryptoxanthin."""
RAE_BETA, RAE_OTHER = 12.0, 24.0
"""What 1 µg RAE is, in µg of the same carotenoids."""
ROUNDING_IU = 5.0
"""How far IU computed from parts may be off where all were rounded to whole numbers."""
CAROTENOIDS = ("beta_carotene_ug", "alpha_carotene_ug", "beta_cryptoxanthin_ug")


def vitamin_d_ug(iu: float) -> float:
    return iu / IU_IN_UG_OF_VITAMIN_D


def vitamin_a_rae_ug(known: Mapping[str, float], iu: float | None = None) -> float | None:
    """Return vitamin A in µg of retinol activity equivalents, or None where it does not follow for certain.

    RAE = retinol + beta-carotene / 12 + (alpha-carotene + beta-cryptoxanthin) / 24, all in µg (Institute of Medicine
    2001, doi 10.17226/10026). Where a part is unknown, the IU can stand for it: IU weigh the carotenoids 2 : 1 as RAE
    do, so those together are IU / 20 in RAE whatever their mix (0.6 / 12 = 1.2 / 24 = 1 / 20), and one of retinol and
    the carotenoids gives the other. IU of 0 leave nothing of either. IU alone say no more than that RAE are
    between IU / 20 and IU x 0.3; then, and where IU and a part contradict each other, RAE are unknown.
    """
    retinol = known.get("retinol_ug")
    if all(key in known for key in CAROTENOIDS):
        beta, *others = (known[key] for key in CAROTENOIDS)
        carotenoid_iu = beta / UG_BETA + sum(others) / UG_OTHER
        if retinol is None and iu is not None and iu - carotenoid_iu >= -ROUNDING_IU:
            retinol = max(0.0, iu - carotenoid_iu) * UG_RETINOL
        return None if retinol is None else retinol + beta / RAE_BETA + sum(others) / RAE_OTHER
    if iu is None:
        return None
    if retinol is None:
        return 0.0 if iu == 0 and not any(known.get(key) for key in CAROTENOIDS) else None
    of_carotenoids = iu - retinol / UG_RETINOL
    return retinol + max(0.0, of_carotenoids) * UG_BETA / RAE_BETA if of_carotenoids >= -ROUNDING_IU else None
