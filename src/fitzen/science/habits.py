"""How strong a habit has become, from which of its planned repetitions were done. Sources and examples: docs/science.md."""

REPETITIONS = 66
"""Days until a habit reached 95 % of its plateau, the median of 39 people who did it daily (Lally et al. 2010)."""
PLATEAU = 0.95
FULL = 100.0
MAX_PLANNED = 7


def _gain(repetitions: int) -> float:
    left: float = (1 - PLATEAU) ** (repetitions / REPETITIONS)
    return 1 - left


_GAIN: list[float] = [_gain(planned) for planned in range(MAX_PLANNED + 1)]


def strength_after(strength: float, share: float, planned: int = 1, times: int = 1) -> float:
    """Return the strength, 0 to 100, after `planned` repetitions (1 to 7) of which a `share`, 0 to 1, was done, `times` in a row.

    It moves the same part of the way to 100 (or, after a miss, to 0) each time: 95 % of it in 66 repetitions
    (Lally et al. 2010, doi 10.1002/ejsp.674). Raises ValueError for what is out of range.
    """
    if not (0 <= strength <= FULL and 0 <= share <= 1 and 1 <= planned <= MAX_PLANNED and times >= 0):
        raise ValueError("strength is 0 to 100, share 0 to 1, planned 1 to 7, times 0 or more")
    gain = _GAIN[planned] if times == 1 else _gain(planned * times)
    return strength + (FULL * share - strength) * gain
