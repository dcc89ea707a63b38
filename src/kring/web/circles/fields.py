"""What a circle seals and keeps. See `vault.fields` for what the words mean."""

from kring.web.vault.fields import Field, declare, declared

INVITE_SECRET = Field("invite.secret", by_deed=True, standing=True, of_program=True)  # item: the invitation
MOVE_LINK = Field("move.link", by_deed=True, of_program=True)  # item: an invitation into another circle
RULES_TEXT = Field("rules.text", by_deed=True, standing=True)  # item: the version of the rules
MEETING_LINK = Field("meeting.link", by_deed=True, standing=True, of_program=True)  # item: the meeting
MEETING_RECORD = Field("meeting.record", final=True)  # item: the meeting
MEETING_MINE = Field("meeting.mine", own=True)  # item: the meeting
CIRCLE_SEEN = Field("circle.seen", own=True, of_program=True)  # item: the circle

CIRCLE_AGENDA = Field("circle.agenda", standing=True)  # item: the circle; its usual meeting
CIRCLE_METHOD = Field("circle.method", standing=True)  # item: the method; one that the circle has of its own


def worth_keeping() -> list[str]:
    """
    Fields of which somebody keeps what they can read.

    Left out: links and keys that open nothing afterwards, and what can't be asked for (`at_hand`).
    """
    first = [RULES_TEXT.name, MEETING_RECORD.name, MEETING_MINE.name]
    rest = [field.name for field in declared() if not (field.of_program or field.held_back)]
    return [*first, *(name for name in rest if name not in first)]


def declare_fields() -> None:
    """Let them be stored."""
    declare(
        INVITE_SECRET,
        MOVE_LINK,
        RULES_TEXT,
        MEETING_LINK,
        MEETING_RECORD,
        MEETING_MINE,
        CIRCLE_SEEN,
        CIRCLE_AGENDA,
        CIRCLE_METHOD,
    )
