"""
The method language: what a method of peer consultation is, as values.

A method is a sequence of phases. A phase says who has the floor and how, who must be silent, where the
presenter sits, what is written by whom and who sees it when, and what to say to each role. The engine of
the meeting knows nothing but phases: the blocks around a method (arrival, look-back, choosing a case,
learning round, closing) are made of the same ones.

Files are read into these types by `load`; `simulate` walks them. The published JSON Schema is made from
these types, so the words here are the words in the files.
"""

from __future__ import annotations

from enum import Enum

import msgspec


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to say, in both languages of the interface."""

    nl: str
    en: str


class Role(Enum):
    """Who somebody is in a phase. In blocks that aren't about one case nobody is the presenter."""

    PRESENTER = "presenter"
    PEERS = "peers"
    FACILITATOR = "facilitator"
    OBSERVER = "observer"


class Mode(Enum):
    """
    How the floor is held.

    `MONOLOGUE`: one role speaks, nobody else. `ROUND_ROBIN`: one contribution each, in a visible order.
    `OPEN_FLOOR`: whoever takes it. `QUESTION_AND_ANSWER`: a question, answered at once. `LISTED_QUESTIONS`:
    questions are only collected, answered in a later phase. `SILENT_WRITING`: everybody writes, nobody
    speaks. `REVEAL`: what was hidden appears at one moment. `RATING`: one role labels entries. `VOTE`:
    blind ballots. `INTERVIEW`: one asks, one answers. `ROLE_PLAY`: people act a part. `STILLNESS`: nobody
    speaks or writes to the group. `SMALL_GROUPS`: pairs or threes with their own clock.
    `STATEMENT_WHEN_ASKED`: a statement is open only to somebody who was asked.
    """

    MONOLOGUE = "monologue"
    ROUND_ROBIN = "round_robin"
    OPEN_FLOOR = "open_floor"
    QUESTION_AND_ANSWER = "question_and_answer"
    LISTED_QUESTIONS = "listed_questions"
    SILENT_WRITING = "silent_writing"
    REVEAL = "reveal"
    RATING = "rating"
    VOTE = "vote"
    INTERVIEW = "interview"
    ROLE_PLAY = "role_play"
    STILLNESS = "stillness"
    SMALL_GROUPS = "small_groups"
    STATEMENT_WHEN_ASKED = "statement_when_asked"


class Place(Enum):
    """Where the presenter is: in the circle, turned away (hears, isn't looked at), or out of the room."""

    IN_THE_CIRCLE = "in_the_circle"
    LISTENING_ONLY = "listening_only"
    OUT_OF_ROOM = "out_of_room"


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    Who may speak, and how the turn moves.

    Attributes:
        speakers: Roles that may take or be given the floor. Empty where nobody speaks.
        answered_by: In question and answer, and interviews: who answers.
        rounds: Where the floor goes around: how many times, at most as the time allows.
        may_pass: Whether a turn may be declined. Only a method that says why turns this off.
        order_rotates: Where the floor goes around: each further round starts with the next person.
        in_turn: Questions go around in a visible order, as in a round robin, instead of to whoever takes the floor.
            In a role play each of the others acts in turn, and the presenter along with them; parts are shared.
        most_in_a_row: Question and answer: questions by one person before another goes first. Where questions go
            around: how many each puts in a turn; one without this, a question and one to follow up with 2.
        most_questions: Question and answer: questions in the whole step, by all together.
        question_only: Nothing but questions; the screen reminds of it.
        pause_seconds: Least silence between a question and its answer.
        group_size: Small groups: two or three people.
    """

    mode: Mode
    speakers: tuple[Role, ...] = ()
    answered_by: Role | None = None
    rounds: int = 1
    may_pass: bool = True
    order_rotates: bool = True
    in_turn: bool = False
    most_in_a_row: int | None = None
    most_questions: int | None = None
    question_only: bool = False
    pause_seconds: int = 0
    group_size: int | None = None

    @property
    def goes_around(self) -> bool:
        """Whether everybody gets a turn in a visible order."""
        return self.in_turn or self.mode is Mode.ROUND_ROBIN


class CardKind(Enum):
    """
    What a written card is; decides its heading and where it goes afterwards (all advice is the presenter's).

    Three are picked instead of written: a `RATING` labels another card, a `BALLOT` names one of several cards or
    labels in a blind vote, a `CHOICE` is a label by itself, such as a figure on a scale.
    """

    OFFER = "offer"
    CASE = "case"
    QUESTION = "question"
    ANSWER = "answer"
    FACT = "fact"
    FEELING = "feeling"
    IMAGE = "image"
    OBSERVATION = "observation"
    CORE = "core"
    HYPOTHESIS = "hypothesis"
    QUALITY = "quality"
    FACTOR = "factor"
    VALUE = "value"
    DILEMMA = "dilemma"
    POSITION = "position"
    ALTERNATIVE = "alternative"
    ADVICE = "advice"
    RATING = "rating"
    BALLOT = "ballot"
    CHOICE = "choice"
    INSIGHT = "insight"
    INTENTION = "intention"
    LOOK_BACK = "look_back"
    PROCESS = "process"


class ShownTo(Enum):
    """Who may ever see an entry besides its writer."""

    WRITER = "writer"
    PRESENTER = "presenter"
    GROUP = "group"


class Shown(Enum):
    """When others see it: as soon as it is written, or together at a later reveal."""

    AT_ONCE = "at_once"
    TOGETHER = "together"


class Writing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    A slot on the table: what is written in this phase, by whom, and who sees it when.

    Attributes:
        id: A word that later phases use to reveal, rate or vote on these entries; unique in a method.
        named: Whether the reveal shows who wrote what. Can't be weakened after the first entry.
        most: Entries per person; a ballot has one.
        about: The slot whose entries these belong to (an answer to a question, a rating of an advice), or that a
            ballot chooses from.
        choices: The labels to choose from, where the entry is a label instead of a sentence.
    """

    id: str
    kind: CardKind
    by: tuple[Role, ...]
    prompt: Text
    shown_to: ShownTo = ShownTo.GROUP
    shown: Shown = Shown.AT_ONCE
    named: bool = True
    least: int = 0
    most: int = 12
    about: str | None = None
    choices: tuple[Choice, ...] = ()


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One label to choose: an id that is sealed like any other text, and its name."""

    id: str
    name: Text


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part to play in a role play; taken on by name and taken off again explicitly."""

    id: str
    name: Text


class Minutes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long a phase lasts, in minutes: never below `least`; `usual` in an unhurried meeting."""

    least: int
    usual: int
    most: int


class Instruction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The one sentence that tells each role what to do now."""

    presenter: Text
    peers: Text
    facilitator: Text
    observer: Text


class About(Enum):
    """What a phase is about. On the case itself the presenter has the last word."""

    CASE = "case"
    LEARNING = "learning"
    PROCESS = "process"


class Loop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """At the end of the phase one may go back to an earlier one, at most `most` times, if `decided_by` says so."""

    to: str
    most: int
    decided_by: tuple[Role, ...]


class Rotation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    At the end of the phase the whole starts again from `to` with the next presenter, until all have been.

    Attributes:
        presenters: How many people have been the presenter then, at most; without it everybody.
    """

    to: str
    presenters: int | None = None

    def times(self, people: int) -> int:
        """How often the whole is gone through with so many people."""
        return people if self.presenters is None else min(people, self.presenters)


class Phase(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    One step of a method.

    Attributes:
        silent: Roles that must neither speak nor write to the group, whatever else happens.
        reveals: Slots whose hidden entries appear when this phase begins.
        chooses_presenter: The phase ends by choosing whose case it is; nobody goes on before that.
        parts: The parts to give out, in a role play or to whoever is interviewed.
        takes_off_parts: Everybody steps out of their part here, by name.
        extend_by, end_by: Roles that may give more time or go on.
        optional: May be skipped without asking.
    """

    id: str
    name: Text
    purpose: Text
    minutes: Minutes
    floor: Floor
    instruction: Instruction
    about: About = About.CASE
    silent: tuple[Role, ...] = ()
    presenter_place: Place = Place.IN_THE_CIRCLE
    writing: tuple[Writing, ...] = ()
    reveals: tuple[str, ...] = ()
    chooses_presenter: bool = False
    parts: tuple[Part, ...] = ()
    takes_off_parts: bool = False
    cues: tuple[Text, ...] = ()
    extend_by: tuple[Role, ...] = (Role.FACILITATOR,)
    end_by: tuple[Role, ...] = (Role.FACILITATOR,)
    loop: Loop | None = None
    next_presenter: Rotation | None = None
    optional: bool = False


class Level(Enum):
    """How much a circle must be able to: start, some practice, well used to each other."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class QuestionKind(Enum):
    """Kinds of question a method suits."""

    PROBLEM = "problem"
    DILEMMA = "dilemma"
    INCIDENT = "incident"
    SUCCESS = "success"
    EMOTION = "emotion"
    HOW_TO = "how_to"


class Exposure(Enum):
    """How much the presenter lays open."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class GroupSize(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many people take part, presenter and facilitator included."""

    least: int
    most: int


class Credit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    Where a method comes from. The wording in the file is always our own.

    Attributes:
        certainty: How sure it is that steps and minutes are those of the source, in a few words.
    """

    origin: Text
    source: str
    certainty: Text
    note: Text | None = None


class WrittenIn(Enum):
    """A language that the texts were really written in; in the other one the same text stands."""

    DUTCH = "nl"
    ENGLISH = "en"


class Task(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a role takes upon itself in this method."""

    role: Role
    task: Text


class Method(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A way to work through one case, from telling it to the presenter's last word."""

    id: str
    version: int
    name: Text
    summary: Text
    suits_when: Text
    credit: Credit
    level: Level
    suits: tuple[QuestionKind, ...]
    exposure: Exposure
    group: GroupSize
    preparation: Text
    roles: tuple[Task, ...]
    pitfalls: tuple[Text, ...]
    phases: tuple[Phase, ...]
    languages: tuple[WrittenIn, ...] = (WrittenIn.DUTCH, WrittenIn.ENGLISH)

    @property
    def usual_minutes(self) -> int:
        """The minutes of all phases together in an unhurried meeting."""
        return sum(phase.minutes.usual for phase in self.phases)


class Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A reusable part of a meeting around the method: arrival, look-back, choosing a case, learning round, closing."""

    id: str
    version: int
    name: Text
    phases: tuple[Phase, ...]

    @property
    def usual_minutes(self) -> int:
        """The minutes of all phases together in an unhurried meeting."""
        return sum(phase.minutes.usual for phase in self.phases)
