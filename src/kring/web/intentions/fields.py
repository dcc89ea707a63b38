"""What is sealed of intentions. See `vault.fields` for what the words mean."""

from kring.web.vault.fields import Field, declare

# Item of both: the card of the meeting, or an id of its own. What was told goes along with who told it.
INTENTION_MINE = Field("intention.mine", of_author=True, leaves_with_writer=True)
INTENTION_OWN = Field("intention.own", own=True)


def declare_fields() -> None:
    """Let them be stored."""
    declare(INTENTION_MINE, INTENTION_OWN)
