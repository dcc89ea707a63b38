"""What is sealed of intentions. See `vault.fields` for what the words mean."""

from kring.web.vault.fields import Field, declare

INTENTION_MINE = Field("intention.mine", of_author=True)  # item: the card of the meeting, or its own id
INTENTION_OWN = Field("intention.own", own=True)  # the same, of what is told to nobody


def declare_fields() -> None:
    """Let them be stored."""
    declare(INTENTION_MINE, INTENTION_OWN)
