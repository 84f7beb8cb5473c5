"""What happens in a year of training? Each session is asked of the coach, done as far as the body goes, and kept."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from random import Random

from bot.coaching.planning.counting import credit
from bot.coaching.planning.dosing import PERCENT_LOW
from bot.coaching.progression.advise import advise
from bot.coaching.progression.facts import Facts, facts_of
from bot.coaching.progression.road import road_stage
from bot.coaching.progression.setbacks import halved
from bot.coaching.progression.shapes import Bout
from bot.coaching.progression.standstill import Lift, deload_due
from bot.domain.advice import Advice, Why
from bot.domain.gym import Gym
from bot.domain.training import DoneSet, GaveOut, Method, PlannedExercise, RepRange
from bot.domain.units import Load, kilograms
from tests.knowledge import KNOWLEDGE
from tests.lifters.body import SET_TO_SET, Strength, to_failure
from tests.lifters.people import LIFTS, Person

START = date(2026, 1, 5)
WEEKS = 52
HOTEL = Gym(dumbbells=tuple(Decimal(one) for one in range(2, 21, 2)))
HOME = Gym()
MAIN = ("deadlift", "pull-up", "bent-over-row", "lat-pulldown")
PARTS = {"scapular-pull-up": 0.62, "negative-pull-up": 0.8, "dead-hang": 0.55}
"""How much of the body a stage of the road weighs."""
SECONDS_A_REP = 2.0
FEW = RepRange(3, 5)


@dataclass(slots=True)
class Entry:
    """One exercise of one session. `form` is what could have been lifted once that day, `total` what was, in kg."""

    week: int
    lift: str
    exercise: str
    advice: Advice
    bout: Bout
    total: float
    form: float
    missed: bool


@dataclass(slots=True)
class Year:
    person: Person
    entries: list[Entry] = field(default_factory=list)
    light: dict[date, Why] = field(default_factory=dict)
    """The first day of each light week, and what it came for."""
    whole_weeks: list[int] = field(default_factory=list)
    """Those in which all that was planned was trained, and none of it light."""
    sessions: int = 0

    def of(self, lift: str) -> list[Entry]:
        return [one for one in self.entries if one.lift == lift]

    def why(self) -> Counter[Why]:
        return Counter(one.advice.reason.why for one in self.entries)

    def weeks_apart(self) -> list[int]:
        return [(later - earlier).days // 7 for earlier, later in pairwise(sorted(self.light))]

    def heaviest(self) -> float:
        """The heaviest load as a part of what could have been lifted once that day; not of the day of the injury."""
        return max(one.total / one.form for one in self.entries if one.week != self.person.hurt_in)


def short_weeks(year: Year) -> int:
    """The most whole weeks in a row in which some muscle got fewer hard sets than the low end of its range."""
    worst = 0
    for muscle, (low, _) in KNOWLEDGE.volumes[year.person.level].hard_sets.items():
        run = 0
        for week in year.whole_weeks:
            sets = sum(
                len(one.bout.sets) * credit(KNOWLEDGE.exercises[one.exercise], KNOWLEDGE).get(muscle, Decimal(0))
                for one in year.entries
                if one.week == week
            )
            run = run + 1 if sets < low else 0
            worst = max(worst, run)
    return worst


def plans(by_percent: Collection[str] = ()) -> dict[str, PlannedExercise]:
    """The article's session."""
    found = {}
    for slot in KNOWLEDGE.program("back-session").slots:
        bodyweight = slot.exercise == "pull-up"
        found[slot.exercise] = PlannedExercise(
            slot.exercise, slot.sets, RepRange(*slot.reps), slot.rest, slot.per_side, bodyweight=bodyweight
        )
        if slot.exercise in by_percent:
            found[slot.exercise] = replace(found[slot.exercise], reps=FEW, method=Method.PERCENT, percent=PERCENT_LOW)
    return found


class Simulation:
    def __init__(self, person: Person) -> None:
        self.person = person
        self.chance = Random(person.seed)
        self.bodies = {
            lift: Strength(kg, kg * person.room, person.rate) for lift, kg in zip(LIFTS, person.maxima, strict=True)
        }
        self.history: dict[str, list[Bout]] = {}
        self.year = Year(person)
        self.light_since: date | None = None
        self.week, self.trained, self.whole = -1, 0, False

    def run(self) -> Year:
        for week, day in self._sessions():
            self._session(week, day)
        return self.year

    def _sessions(self) -> Iterator[tuple[int, int]]:
        for week in range(WEEKS):
            for weekday in self.person.days:
                if week not in self.person.off and self.chance.random() >= self.person.skips:
                    yield week, 7 * week + weekday

    def _session(self, week: int, number: int) -> None:
        day = START + timedelta(days=number)
        hotel = week in self.person.hotel
        deload = deload_due([self._lift(lift) for lift in MAIN], day, HOME)
        if deload is not None and (not self.light_since or (day - self.light_since).days >= 7):
            self.light_since = day
            self.year.light[day] = deload.why
        short = self.chance.random() < self.person.cuts_short
        self._hurt(week)
        for body in self.bodies.values():
            body.on(number)
        for lift, plan in plans(self.person.by_percent).items():
            if hotel and lift != "one-arm-dumbbell-row":
                continue
            self._exercise(week, day, lift, plan, light=deload is not None or hotel, hotel=hotel, short=short)
        self.year.sessions += 1
        self._in_week(week, whole=deload is None and not hotel and not short)

    def _in_week(self, week: int, *, whole: bool) -> None:
        self.trained = self.trained + 1 if week == self.week else 1
        self.whole = whole and (self.whole or week != self.week)
        self.week = week
        if self.whole and self.trained == len(self.person.days):
            self.year.whole_weeks.append(week)

    def _hurt(self, week: int) -> None:
        if week == self.person.hurt_in:
            for lift, part in (("deadlift", 0.35), ("bent-over-row", 0.25)):
                self.bodies[lift].hurt = max(self.bodies[lift].hurt, part)

    def _lift(self, lift: str) -> Lift:
        plan = self._plan(lift, plans(self.person.by_percent)[lift], START)
        return Lift(plan, tuple(self.history.get(plan.exercise, ())), self._facts(plan.exercise))

    def _facts(self, exercise: str) -> Facts:
        return facts_of(KNOWLEDGE, exercise, self.person.level, body_kg=Decimal(str(self.person.body_kg)))

    def _plan(self, lift: str, plan: PlannedExercise, day: date) -> PlannedExercise:
        """Who cannot do a pull-up yet is on the road to it; whoever can does the session as it is written."""
        if lift != "pull-up" or self.person.maxima[1] > self.person.body_kg * 1.15:
            return plan
        stage = road_stage(self.history, None, max(day, self._newest()))
        assert stage is not None
        return stage.plan

    def _newest(self) -> date:
        return max((bouts[0].day for bouts in self.history.values() if bouts), default=START)

    def _exercise(
        self, week: int, day: date, lift: str, plan: PlannedExercise, *, light: bool, hotel: bool, short: bool
    ) -> None:
        plan = self._plan(lift, plan, day)
        before = self.history.setdefault(plan.exercise, [])
        facts = self._facts(plan.exercise)
        told = advise(plan, before, day, HOTEL if hotel else HOME, facts, light=light)
        plan = replace(plan, reps=told.block or plan.reps)
        done, total, form = self._do(lift, plan, told, light=light, short=short)
        missed = any((one.seconds or one.reps or 0) < min(told.reps, plan.reps.low) for one in done)
        gave_out = GaveOut.LOWER_BACK if missed and self.bodies[lift].hurt > 0.15 else None
        sets_asked = halved(plan.sets) if light else told.sets
        bout = Bout(day, tuple(done), plan.reps, sets_asked, light, gave_out)
        before.insert(0, bout)
        self.year.entries.append(Entry(week, lift, plan.exercise, told, bout, total, form, missed))

    def _do(
        self, lift: str, plan: PlannedExercise, told: Advice, *, light: bool, short: bool
    ) -> tuple[list[DoneSet], float, float]:
        body = self.bodies[lift]
        total = float(kilograms(told.load)) + self._own_weight(plan)
        form = body.form(self.chance)
        done = []
        for number in range(1 if short else told.sets):
            most = to_failure(total, form * (1 - SET_TO_SET * number))
            unit = SECONDS_A_REP if plan.timed else 1.0
            count = min(told.reps, int(most * unit))
            left = Decimal(max(0, min(5, int(most - count / unit))))
            rpe = 10 - left if self.person.tells_rpe and left < 5 else None
            if count:
                done.append(_set(plan, told.load, count, rpe))
        body.train(total, 0 if light else len(done))
        return done or [_set(plan, told.load, 1, Decimal(10))], total, form

    def _own_weight(self, plan: PlannedExercise) -> float:
        if not plan.bodyweight:
            return 0.0
        return self.person.body_kg * PARTS.get(plan.exercise, 1.0)


def _set(plan: PlannedExercise, load: Load | None, count: int, rpe: Decimal | None) -> DoneSet:
    one = DoneSet(plan.exercise, load=load, bodyweight=plan.bodyweight, per_side=plan.per_side, rpe=rpe)
    return replace(one, seconds=count) if plan.timed else replace(one, reps=count)


def live(person: Person) -> Year:
    return Simulation(person).run()
