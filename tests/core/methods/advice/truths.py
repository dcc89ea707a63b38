"""What each reason claims, looked up in the input once more and in another way than the adviser does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kring.core.methods.advice import Caution, Familiarity, Favour, Obstacle, Reason, Setting, Situation
from kring.core.methods.advice.reasons import Code
from kring.core.methods.method import CardKind, Exposure, Level, Method, Mode, QuestionKind

INWARD = {CardKind.FEELING, CardKind.IMAGE, CardKind.VALUE}
HARDNESS = {Level.BEGINNER: 0, Level.INTERMEDIATE: 1, Level.ADVANCED: 2}
OPENNESS = {Exposure.LOW: 0, Exposure.MEDIUM: 1, Exposure.HIGH: 2}


@dataclass(frozen=True, slots=True)
class Claim:
    """A reason that was given for a method, in a situation, out of a library."""

    reason: Reason
    method: Method
    situation: Situation
    library: Mapping[str, Method]

    @property
    def done(self) -> list[str]:
        meetings = enumerate(self.situation.history)
        return [meeting.method for _, meeting in sorted(meetings, key=lambda one: (one[1].when, one[0]))]

    @property
    def begins(self) -> bool:
        done = self.done
        knows = bool(done) and self.situation.familiarity is Familiarity.MOST
        varied = len(done) >= 6 and len(set(done)) >= 2
        return not knows and not varied

    @property
    def hardest(self) -> int:
        done = self.done
        if self.begins or len(done) < 3:
            return 0
        return 2 if len(done) >= 6 and len(set(done)) >= 2 else 1

    @property
    def modes(self) -> set[Mode]:
        return {phase.floor.mode for phase in self.method.phases}

    @property
    def has_parts(self) -> bool:
        return any(phase.parts for phase in self.method.phases)

    def minutes(self, which: str) -> int:
        """Troika's way: whatever is repeated for the next presenter is done once by everybody."""
        times = [1] * len(self.method.phases)
        names = [phase.id for phase in self.method.phases]
        for number, phase in enumerate(self.method.phases):
            if phase.next_presenter is not None:
                for repeated in range(names.index(phase.next_presenter.to), number + 1):
                    times[repeated] = self.situation.people
        lengths = [getattr(phase.minutes, which) for phase in self.method.phases]
        return sum(length * often for length, often in zip(lengths, times, strict=True))

    def names_current(self) -> bool:
        return self.reason.args["name"] == self.library[self.done[-1]].name

    def brings(self, *, main: bool) -> bool:
        kind = self.reason.args["kind"]
        brought = self.situation.kinds[:1] if main else self.situation.kinds[1:]
        return kind in brought


def is_true(claim: Claim) -> bool:
    """Whether a reason holds for the input it was given for."""
    return TRUTHS[claim.reason.code](claim)


def _unsafe(it: Claim) -> bool:
    return it.situation.evaluation.safety in {1, 2}


def _shallow(it: Claim) -> bool:
    return it.situation.evaluation.depth in {1, 2} and not _unsafe(it)


def _times_right(it: Claim) -> bool:
    return it.reason.args["times"] == it.done.count(it.done[-1])


def _is_new(it: Claim) -> bool:
    return it.method.id not in it.done


def _inward(it: Claim) -> bool:
    cards = {slot.kind for phase in it.method.phases for slot in phase.writing}
    return bool(cards & INWARD) or not set(it.method.suits) - {QuestionKind.EMOTION, QuestionKind.DILEMMA}


def _people(it: Claim) -> bool:
    return it.reason.args["people"] == it.situation.people


def _minutes(it: Claim) -> bool:
    return it.situation.minutes is not None and it.reason.args["minutes"] == it.situation.minutes


def _arg(it: Claim, name: str) -> int:
    value = it.reason.args[name]
    assert isinstance(value, int)
    return value


def _has_time(it: Claim, which: str) -> bool:
    assert it.situation.minutes is not None
    return it.minutes(which) <= it.situation.minutes


TRUTHS: Mapping[Code, Callable[[Claim], bool]] = {
    Favour.STAY: lambda it: (
        it.begins and it.done[-1] == it.method.id and it.names_current() and _times_right(it)
    ),
    Favour.FIRST_STEPS: lambda it: it.begins and len(it.method.phases) <= 5 and Mode.ROUND_ROBIN in it.modes,
    Favour.BROAD: lambda it: it.begins and len(it.method.suits) >= 3,
    Favour.MADE_FOR: lambda it: it.brings(main=True) and it.method.suits == (it.reason.args["kind"],),
    Favour.SUITS: lambda it: (
        it.brings(main=True)
        and it.reason.args["kind"] in it.method.suits
        and len(it.method.suits) == _arg(it, "among") > 1
    ),
    Favour.SUITS_TOO: lambda it: it.brings(main=False) and it.reason.args["kind"] in it.method.suits,
    Favour.TIME_FOR_OTHER: lambda it: (
        it.situation.familiarity is Familiarity.MOST
        and it.done[-1] != it.method.id
        and it.names_current()
        and _times_right(it)
    ),
    Favour.NEVER_DONE: _is_new,
    Favour.LONG_AGO: lambda it: (
        _arg(it, "meetings") >= 4
        and it.done[-_arg(it, "meetings")] == it.method.id
        and it.method.id not in it.done[1 - _arg(it, "meetings") :]
    ),
    Favour.READY_FOR: lambda it: 0 < HARDNESS[it.method.level] == it.hardest,
    Favour.DISTANCE: lambda it: (
        QuestionKind.EMOTION in it.situation.kinds
        and any(phase.presenter_place.value == "listening_only" for phase in it.method.phases)
        and not it.begins
        and not _unsafe(it)
    ),
    Favour.OPENS_MORE: lambda it: (
        _shallow(it) and OPENNESS[it.method.exposure] > OPENNESS[it.library[it.done[-1]].exposure]
    ),
    Favour.GOES_INWARD: lambda it: _shallow(it) and _inward(it),
    Favour.SAFE: lambda it: _unsafe(it) and it.method.exposure is Exposure.LOW,
    Favour.UNHURRIED: lambda it: _minutes(it) and _has_time(it, "usual"),
    Favour.EASY_TO_LEAD: lambda it: it.situation.facilitator is it.method.level is Level.BEGINNER,
    Favour.IN_WRITING: lambda it: (
        it.situation.setting is Setting.DAYS
        and len([phase for phase in it.method.phases if phase.writing]) > len(it.method.phases) / 2
    ),
    Caution.WHILE_LEARNING: lambda it: it.begins and it.done[-1] != it.method.id and it.names_current(),
    Caution.NOT_MADE_FOR: lambda it: it.brings(main=True) and it.reason.args["kind"] not in it.method.suits,
    Caution.JUST_DONE: lambda it: it.done[-1] == it.method.id,
    Caution.DONE_LATELY: lambda it: it.done[-2] == it.method.id != it.done[-1],
    Caution.HURRIED: lambda it: (
        _minutes(it)
        and not _has_time(it, "usual")
        and _has_time(it, "least")
        and _arg(it, "usual") == it.minutes("usual")
    ),
    Caution.SHORT: lambda it: (
        _minutes(it) and it.minutes("most") == _arg(it, "most") <= _arg(it, "minutes") / 2
    ),
    Caution.ASKS_OF_FACILITATOR: lambda it: HARDNESS[it.method.level] > HARDNESS[it.situation.facilitator],
    Caution.OPENS_MUCH: lambda it: (
        it.method.exposure is Exposure.HIGH
        and QuestionKind.EMOTION not in it.situation.kinds
        and not _shallow(it)
        and not _unsafe(it)
    ),
    Caution.OPENS_SOME: lambda it: _unsafe(it) and it.method.exposure is Exposure.MEDIUM,
    Caution.ROLE_PLAY_ONLINE: lambda it: it.situation.setting is Setting.ONLINE and it.has_parts,
    Obstacle.REFUSED: lambda it: it.method.id in it.situation.refused,
    Obstacle.TOO_FEW: lambda it: (
        _people(it) and it.situation.people < it.method.group.least == it.reason.args["least"]
    ),
    Obstacle.TOO_MANY: lambda it: (
        _people(it) and it.situation.people > it.method.group.most == it.reason.args["most"]
    ),
    Obstacle.TOO_LONG: lambda it: (
        _minutes(it) and not _has_time(it, "least") and it.minutes("least") == it.reason.args["least"]
    ),
    Obstacle.ONLY_FOR_SUCCESS: lambda it: (
        it.method.suits == (QuestionKind.SUCCESS,) and QuestionKind.SUCCESS not in it.situation.kinds != ()
    ),
    Obstacle.CIRCLE_TOO_NEW: lambda it: HARDNESS[it.method.level] > it.hardest,
    Obstacle.FACILITATOR_TOO_NEW: lambda it: (
        (it.method.level, it.situation.facilitator) == (Level.ADVANCED, Level.BEGINNER)
    ),
    Obstacle.TRUST_FIRST: lambda it: it.begins and it.method.exposure is Exposure.HIGH,
    Obstacle.SAFETY_FIRST: lambda it: _unsafe(it) and it.method.exposure is Exposure.HIGH,
    Obstacle.NOT_IN_WRITING: lambda it: it.situation.setting is Setting.DAYS and it.has_parts,
}
