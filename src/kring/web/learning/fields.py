"""What is sealed about learning. See `vault.fields` for what the words mean; `frontend/live` has the shapes."""

from kring.web.vault.fields import Field, declare

GOAL_MIRROR = Field("goal.mirror", own=True)  # item: the circle
GOAL_QUADRANT = Field("goal.quadrant", own=True)  # item: the circle
GOAL_OWN = Field("goal.own", own=True)  # item: the goal
GOAL_MARK = Field("goal.mark", own=True)  # item: the goal
GOAL_SHARED = Field("goal.shared", of_author=True)  # item: the goal
GOAL_FEEDBACK = Field(
    "goal.feedback", of_author=True
)  # item: one of its own; which goal it is about is sealed
REFLECTION_TEXT = Field("reflection.text", own=True)  # item: the meeting


def declare_fields() -> None:
    """Let them be stored."""
    declare(GOAL_MIRROR, GOAL_QUADRANT, GOAL_OWN, GOAL_MARK, GOAL_SHARED, GOAL_FEEDBACK, REFLECTION_TEXT)
