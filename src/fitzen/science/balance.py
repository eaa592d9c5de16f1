"""The filter behind `expenditure.estimate`: what is known of one body's energy balance, moved on day by day.

Weight is tissue and water. Tissue changes by what was eaten less what was burned; three kinds of water move on their own
time: it drifts over days, follows the diet with its glycogen, and swings with the menstrual cycle. All are states of
one Kalman filter (Kalman 1960, doi 10.1115/1.3662552) together with the expenditure, which drifts slowly. The usual
intake is a state too, for it stands in for days that were not logged; the energy density is one because nobody knows
it exactly. `docs/science.md` says what it reaches on simulated people.
"""

import math
from typing import NamedTuple

from fitzen.science.kalman import Belief, Row

TISSUE, BURN, DRIFTING, EATING, DENSITY, DIETING, COSINE, SINE = range(8)
"""The states: kg of tissue, expenditure in kcal, kg of water that drifts, usual intake in kcal, the logarithm of how much
a kg of tissue differs from the density given, kg of water that follows the diet, kg of the cycle's two waves."""

SCALE_SD = 0.5
WATER_SD = 0.55
WATER_MEMORY = 0.75
"""Weigh-ins scatter by 0.5 to 1 kg about the tissue, part of it water, salt and gut that last some days (a week has its own
rhythm: Orsama 2014, doi 10.1159/000356147). How the scatter divides is Fitzen's assumption."""
NOISE_TRUST, NOISE_MOST = 15.0, 60.0
NOISE_LEAST_FACTOR, NOISE_MOST_FACTOR = 0.25, 4.0
"""How noisy this person's scale is, is learnt: this much counts as known at first and at most, in weigh-ins."""
DOUBT, REFUSE = 3.0, 6.0
"""Standard deviations beyond which a weigh-in counts less, and not at all: someone else stood on the scale."""

BURN_DRIFT = 0.007
BURN_SD = 0.07
"""How expenditure moves from day to day for good, and how a day scatters about it, as shares. Fitzen's assumptions: the
first moves some 5 % in two months: slower would miss a change of life, faster would follow the noise."""
FOLLOWING_KCAL_PER_KG = 24.0
"""Expenditure follows body weight by so much a day (Hall 2011, doi 10.1016/S0140-6736(11)60812-X: 100 kJ for a kg)."""
DENSITY_SD = 0.1

LOG_SD = 0.1
"""How a day logged in full scatters about what was eaten, as a share."""
EATING_SD = 0.25
EATING_DRIFT = 0.005
LEAST_EATING_KCAL = 300.0
SPREAD = 0.22
SPREAD_TRUST, SPREAD_MOST = 8.0, 40.0
"""How intake scatters from day to day as a share (23 % within a person: Black 2000, doi 10.1038/sj.ijo.0801376), learnt
like the noise of the scale, in days."""

HALF = 0.08
HALF_LOW, HALF_HIGH = 0.2, 0.8
HALF_TRUST, HALF_MOST = 20.0, 80.0
"""How often a day is logged in part when nobody says so (learnt), and which part of a usual day is then there."""

DIET_KG = 4.0
DIET_DAYS = 4.0
DIET_SD = 0.5
"""Eating a quarter less takes about a kilogram of glycogen, its water and salt's within a week (Kreitzman 1992, doi
10.1093/ajcn/56.1.292S: 3 to 4 parts of water to one of glycogen). How the diet was before the first day is unknown."""

CYCLE_KG = 0.4
CYCLE_SD = 0.4
CYCLE_DAYS = 28
"""Water is most at the first day of bleeding and least in the week after (White 2011, doi 10.1155/2011/138451)."""

PAUSE_DAYS = 14
"""After so many days without a weigh-in or without a log nothing is learnt across the gap."""


class Eaten(NamedTuple):
    """A day's intake as far as it is known: kcal, its variance, and the share that stands on the log itself."""

    kcal: float
    variance: float
    logged: float


class Anchor(NamedTuple):
    """Expenditure and its error as they were when a gap began."""

    kcal: float
    sd: float


class Balance:
    """One body: call `day` for each calendar day in order, then read `burn`, `burn_sd` and `weight_kg`."""

    __slots__ = (
        "_anchors",
        "_belief",
        "_cycles",
        "_density",
        "_half",
        "_half_trust",
        "_missing",
        "_noise",
        "_noise_trust",
        "_phase",
        "_phase_known",
        "_prior",
        "_spread",
        "_spread_trust",
        "_weighed",
        "paused",
    )

    def __init__(self, kcal: float, sd: float, kcal_per_kg: float, *, menstruates: bool) -> None:
        self._prior = Anchor(kcal, sd)
        self._density = kcal_per_kg
        cycle_sd = CYCLE_SD if menstruates else 0.0
        self._belief = Belief(
            mean=(0.0, kcal, 0.0, kcal, 0.0, 0.0, 0.0, 0.0),
            sd=(0.0, sd, WATER_SD, EATING_SD * kcal, DENSITY_SD, DIET_SD, cycle_sd, cycle_sd),
        )
        self._cycles, self._phase, self._phase_known = menstruates, 0.0, False
        self._half, self._half_trust = HALF, HALF_TRUST
        self._spread, self._spread_trust = SPREAD**2, SPREAD_TRUST
        self._noise, self._noise_trust = 1.0, NOISE_TRUST
        self._missing = {"weight": 0, "intake": 0}
        self._anchors = {"weight": self._prior, "intake": self._prior}
        self._weighed = False
        self.paused = False

    @property
    def burn(self) -> float:
        return self._belief.mean[BURN]

    @property
    def burn_sd(self) -> float:
        return self._belief.sd(BURN)

    @property
    def tissue_kg(self) -> float | None:
        """Weight without any of the water that moves; what it gains and loses is energy."""
        return self._belief.mean[TISSUE] if self._weighed else None

    @property
    def weight_kg(self) -> float | None:
        """Weight without the water that drifts and swings; None until somebody was weighed since the last gap."""
        return self._belief.expect(((TISSUE, 1.0), (DIETING, 1.0))) if self._weighed else None

    def morning(self, weight_kg: float | None, cycle_phase: float | None, *, logs: bool) -> None:
        """Begin a day: what the scale said before breakfast, and whether anything is logged today."""
        self._turn_cycle(cycle_phase)
        self._mind_gaps({"weight": weight_kg is not None, "intake": logs})
        if weight_kg is not None and not self.paused:
            self._weigh(weight_kg)

    def evening(self, intake_kcal: float | None, complete: bool | None) -> float | None:
        """End the day with what was logged; return the probability that the log is whole, None if there is none."""
        eaten = self._eat(intake_kcal, complete)
        if self.paused or not self._weighed:
            self._wait()
        else:
            self._live(eaten)
        return None if intake_kcal is None else eaten.logged

    def _turn_cycle(self, phase: float | None) -> None:
        self._phase += 1 / CYCLE_DAYS
        if phase is None:
            return
        self._phase = phase
        if not self._phase_known:
            self._cycles = self._phase_known = True
            self._belief.forget(COSINE, CYCLE_KG, CYCLE_SD)
            self._belief.forget(SINE, 0.0, CYCLE_SD)

    def _mind_gaps(self, seen: dict[str, bool]) -> None:
        for stream, there in seen.items():
            if not there and self._missing[stream] == 0:
                self._anchors[stream] = Anchor(self.burn, self.burn_sd)
            self._missing[stream] = 0 if there else self._missing[stream] + 1
        gap = max(self._missing, key=lambda stream: self._missing[stream])
        if self._missing[gap] > PAUSE_DAYS and not self.paused:
            self._pause(self._anchors[gap])
        self.paused = self._missing[gap] > PAUSE_DAYS

    def _pause(self, anchor: Anchor) -> None:
        """Go back to what was known before the gap, a little less sure for each day of it; weight starts anew."""
        belief = self._belief
        belief.forget(BURN, *anchor)
        belief.forget(EATING, self._usual, EATING_SD * self._usual)
        belief.forget(TISSUE, 0.0, 0.0)
        belief.forget(DRIFTING, 0.0, WATER_SD)
        belief.forget(DIETING, 0.0, DIET_SD)
        self._weighed = False
        for _ in range(PAUSE_DAYS):
            self._wait()

    def _wait(self) -> None:
        """A day of which nothing is learnt: expenditure may have moved, but is never less known than at the start."""
        if self._belief.sd(BURN) < self._prior.sd:
            self._belief.shake(((BURN, 1.0),), (BURN_DRIFT * self.burn) ** 2)

    def _weigh(self, weight_kg: float) -> None:
        if not self._weighed:
            self._belief.forget(TISSUE, weight_kg, 10.0)
            self._weighed = True
        row: Row = [(TISSUE, 1.0), (DRIFTING, 1.0), (DIETING, 1.0)]
        if self._cycles:
            angle = 2 * math.pi * self._phase
            row = [*row, (COSINE, math.cos(angle)), (SINE, math.sin(angle))]
        surprise = self._belief.observe(row, weight_kg, SCALE_SD**2 * self._noise, doubt=DOUBT, refuse=REFUSE)
        trust = self._noise_trust
        noise = self._noise * (trust + min(surprise, DOUBT**2)) / (trust + 1)
        self._noise = min(NOISE_MOST_FACTOR, max(NOISE_LEAST_FACTOR, noise))
        self._noise_trust = min(NOISE_MOST, trust + 1)

    @property
    def _usual(self) -> float:
        return max(LEAST_EATING_KCAL, self._belief.mean[EATING])

    def _eat(self, intake: float | None, complete: bool | None) -> Eaten:
        """Say what was eaten: the log where it is whole, the usual where there is none, between them where it is unsure."""
        if intake is None:
            return Eaten(self._usual, self._scatter**2 + self._day_variance, 0.0)
        whole = self._judge(intake) if complete is None else float(complete)
        if whole > 0:
            self._learn_eating(intake, whole)
        rest, variance = above(self._usual, self._scatter, intake)
        kcal = whole * intake + (1 - whole) * rest
        unsure = whole * (1 - whole) * (rest - intake) ** 2
        within_log = whole * (LOG_SD * intake) ** 2 + (1 - whole) * variance
        return Eaten(kcal, within_log + unsure + self._day_variance, whole)

    @property
    def _scatter(self) -> float:
        return math.sqrt(self._spread) * self._usual

    @property
    def _day_variance(self) -> float:
        return (BURN_SD * self.burn) ** 2

    def _judge(self, intake: float) -> float:
        """Return the probability that a log is the whole day's, and learn how often it is.

        A whole day is log-normal about the usual intake; of a half-logged one any share from HALF_LOW to HALF_HIGH of
        it is there.
        """
        usual = self._usual
        spread = math.sqrt(self._spread + (self._belief.sd(EATING) / usual) ** 2)
        score = math.log(max(intake, 1.0) / usual) / spread + spread / 2
        whole = (1 - self._half) * math.exp(-score * score / 2) / (max(intake, 1.0) * spread * math.sqrt(2 * math.pi))
        edge = spread * usual / 2
        inside = _below((intake - HALF_LOW * usual) / edge) - _below((intake - HALF_HIGH * usual) / edge)
        half = self._half * inside / ((HALF_HIGH - HALF_LOW) * usual)
        share = whole / (whole + half) if whole + half > 0 else float(intake > usual)
        self._half = (self._half * self._half_trust + 1 - share) / (self._half_trust + 1)
        self._half_trust = min(HALF_MOST, self._half_trust + 1)
        return share

    def _learn_eating(self, intake: float, whole: float) -> None:
        apart = math.log(max(intake, 1.0) / self._usual) ** 2
        trust = self._spread_trust
        self._spread = (self._spread * trust + whole * min(apart, DOUBT**2 * self._spread)) / (trust + whole)
        self._spread_trust = min(SPREAD_MOST, trust + whole)
        self._belief.observe(((EATING, 1.0),), intake, self._scatter**2 / whole, doubt=DOUBT)

    def _live(self, eaten: Eaten) -> None:
        """Carry every state over the night: tissue takes the balance, expenditure and water follow it."""
        belief, burn = self._belief, max(LEAST_EATING_KCAL, self.burn)
        mean, surplus, free = belief.mean, eaten.kcal - burn, 1 - eaten.logged
        per_kcal = math.exp(mean[DENSITY]) / self._density
        diet = DIET_KG / DIET_DAYS / burn
        mean[TISSUE] += per_kcal * surplus
        mean[BURN] += FOLLOWING_KCAL_PER_KG * per_kcal * surplus
        mean[DIETING] += diet * surplus - mean[DIETING] / DIET_DAYS
        mean[DRIFTING] *= WATER_MEMORY
        tissue = [(BURN, -per_kcal), (EATING, free * per_kcal), (DENSITY, per_kcal * surplus)]
        water = [(DIETING, -1 / DIET_DAYS), (BURN, -diet * eaten.kcal / burn), (EATING, free * diet)]
        belief.move(
            {
                TISSUE: tissue,
                BURN: [(state, FOLLOWING_KCAL_PER_KG * weight) for state, weight in tissue],
                DIETING: water,
                DRIFTING: [(DRIFTING, WATER_MEMORY - 1)],
            }
        )
        belief.shake(((TISSUE, per_kcal), (BURN, FOLLOWING_KCAL_PER_KG * per_kcal), (DIETING, diet)), eaten.variance)
        belief.shake(((DRIFTING, 1.0),), WATER_SD**2 * self._noise * (1 - WATER_MEMORY**2))
        belief.shake(((BURN, 1.0),), (BURN_DRIFT * burn) ** 2)
        belief.shake(((EATING, 1.0),), (EATING_DRIFT * self._usual) ** 2)


def above(mean: float, sd: float, low: float) -> tuple[float, float]:
    """Return mean and variance of a normal quantity known to be at least `low`: a half-logged day was at least the log.

    The truncated normal (Johnson, Kotz and Balakrishnan 1994, section 10.1); far out, where the tail vanishes, what lies
    just above `low`.
    """
    score = (low - mean) / sd
    if score > 5:  # noqa: PLR2004 - the tail is one in three million; its shape no longer matters
        return low + sd / score, (sd / score) ** 2
    ratio = math.exp(-score * score / 2) / math.sqrt(2 * math.pi) / (1 - _below(score))
    return mean + sd * ratio, sd * sd * (1 + score * ratio - ratio * ratio)


def _below(score: float) -> float:
    return 0.5 * math.erfc(-score / math.sqrt(2))
