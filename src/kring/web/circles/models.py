"""
What is known of a circle in the open: who belongs to it, when it meets, what was agreed when. Texts are in the vault.

The id of a circle is also that of the group that shares its keys.
"""

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

NAME_LENGTH = 80  # characters
PLACE_LENGTH = 300  # characters: a link to a video room can be long


class Role(models.TextChoices):
    """Who somebody is in a circle."""

    MEMBER = "member"
    FACILITATOR = "facilitator"
    COACH = "coach"


class Circle(models.Model):
    """
    A circle.

    Attributes:
        field_of_work: What its members have in common (product rule 1).
        rhythm: Id of a shape in `core.rhythm`.
        zone: In which its times are meant; they stay the same when the clocks change.
        minutes: The usual length of a meeting.
        place: Where it meets: a room, or a link to the circle's own video room.
        guided: Whether somebody leads it from outside; otherwise its members do by turns.
        agreed_until: When the present agreement ends.
        renewed_at: Since when the present agreement holds, where it isn't the first; everybody assents anew after it.
        end_told_for: Of which end of the agreement the members were told by mail.
        calendar: By which a calendar fetches the dates without signing in.
        programme: In which somebody outside put it together; none where its members found each other.
    """

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=NAME_LENGTH)
    field_of_work = models.CharField(max_length=NAME_LENGTH, blank=True)
    rhythm = models.CharField(max_length=20)
    weeks_between = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=PLACE_LENGTH, blank=True)
    zone = models.CharField(max_length=40, default="Europe/Amsterdam")
    guided = models.BooleanField()
    agreed_until = models.DateField(null=True)
    started_at = models.DateTimeField()
    renewed_at = models.DateTimeField(null=True)
    renewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    end_told_for = models.DateField(null=True)
    calendar = models.UUIDField(default=uuid4, unique=True)
    programme = models.UUIDField(null=True, db_index=True)

    class Meta:
        constraints = [CheckConstraint(condition=~Q(name=""), name="circle_has_a_name")]


class Memberships(models.QuerySet["Membership"]):
    """Who belongs where."""

    def now(self) -> "Memberships":
        """Those who haven't left."""
        return self.filter(left_at=None)


class Membership(models.Model):
    """
    Somebody in a circle, from the moment they accepted until they left.

    Attributes:
        joined_at: Since when they belong to it: the moment they accepted.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.MEMBER)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    objects = Memberships.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["circle", "person"], condition=Q(left_at=None), name="in_a_circle_once_at_a_time"
            )
        ]


class RemovalVoice(models.Model):
    """A member who agrees that another should go. All others together make it so."""

    circle = models.ForeignKey(Circle, models.CASCADE)
    about = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["circle", "about", "by"], name="one_voice_each_about_somebody")
        ]


class EndingVoice(models.Model):
    """A member who agrees that the circle ends and everything goes. All together make it so."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="ending_voices")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["circle", "by"], name="one_voice_each_about_the_end")]


class ConfidenceDeed(models.Model):
    """
    Something that a member did when confidence was broken; never why.

    Attributes:
        number: From 1, in order: `core.circles.confidence` replays them.
        by: None once their account is gone.
        among: The ids of everybody who was in the circle then, sorted.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="confidence")
    number = models.PositiveIntegerField()
    deed = models.CharField(max_length=12)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    among = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["circle", "number"], name="one_deed_of_confidence_at_a_time")]


class Invitations(models.QuerySet["Invitation"]):
    """Invitations by what became of them."""

    def open(self, now: datetime) -> "Invitations":
        """Those that can still be accepted."""
        return self.filter(accepted_at=None, declined_at=None, withdrawn_at=None, expires_at__gt=now)


class Invitation(models.Model):
    """
    One person is asked in. Its secret is sealed in the circle, with a note for whom it is; the link carries it behind the #.

    Attributes:
        replaces: A member who lost every key and comes back under the same name.
        moves_from, meant_for: Where another circle merges into this one: that circle, and whom of it this is for. Its
            link lies sealed in the other circle, where its members find it.
    """

    id = models.UUIDField(primary_key=True)
    circle = models.ForeignKey(Circle, models.CASCADE, related_name="invitations")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    replaces = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    moves_from = models.ForeignKey(Circle, models.SET_NULL, null=True, related_name="moves")
    meant_for = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = Invitations.as_manager()


class Gathered(models.Model):
    """
    A circle that somebody outside put together and published. It begins when one of those who have a chair in it begins.

    The rows stay as long as the circle does: who comes later finds their chair by them.

    Attributes:
        id: Also that of the circle, once it has begun.
        programme_name: As its members know it.
        name, field_of_work, rhythm, weeks_between, minutes, place, zone, guided, agreed_until: As in `Circle`, which
            begins with them.
        reasons: Why these people sit together, in sentences for themselves: a list for each language.
    """

    id = models.UUIDField(primary_key=True)
    programme = models.UUIDField(db_index=True)
    programme_name = models.CharField(max_length=NAME_LENGTH)
    name = models.CharField(max_length=NAME_LENGTH)
    field_of_work = models.CharField(max_length=NAME_LENGTH, blank=True)
    rhythm = models.CharField(max_length=20)
    weeks_between = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=PLACE_LENGTH, blank=True)
    zone = models.CharField(max_length=40, default="Europe/Amsterdam")
    guided = models.BooleanField()
    agreed_until = models.DateField(null=True)
    reasons = models.JSONField(default=dict)
    put_together_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [CheckConstraint(condition=~Q(name=""), name="gathered_circle_has_a_name")]


class Chair(models.Model):
    """
    A place that was kept for somebody in a circle that was put together.

    Attributes:
        who: How the room above knows them: a participant of the programme.
        name: As it was published, with which the others expect them.
        mail: Whoever confirms this address may sit here; empty once it is somebody's.
    """

    gathered = models.ForeignKey(Gathered, models.CASCADE, related_name="chairs")
    who = models.UUIDField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="chairs")
    name = models.CharField(max_length=NAME_LENGTH)
    mail = models.EmailField(max_length=254, blank=True, db_index=True)
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.MEMBER)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["gathered", "who"], name="one_chair_each_in_a_gathered_circle"),
            UniqueConstraint(
                fields=["gathered", "person"],
                condition=Q(person__isnull=False),
                name="one_chair_per_account_in_a_gathered_circle",
            ),
        ]


class AuthorityAnswer(models.Model):
    """
    What somebody said in private about lines of authority. Shown to nobody else.

    Attributes:
        asked_about: The ids of everybody who was in the circle then, sorted: somebody new asks again.
        lines: `[[person, "above" | "below"], …]`.
    """

    circle = models.ForeignKey(Circle, models.CASCADE)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    asked_about = models.JSONField()
    lines = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["circle", "person"], name="one_answer_each_about_authority")]


class RulesVersion(models.Model):
    """The ground rules as they hold from a moment on; the text is sealed under this id."""

    id = models.UUIDField(primary_key=True)
    circle = models.ForeignKey(Circle, models.CASCADE, related_name="rules")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["circle", "number"], name="each_version_of_the_rules_once")]


class Assent(models.Model):
    """Somebody agreed to the ground rules; the newest one counts."""

    rules = models.ForeignKey(RulesVersion, models.CASCADE, related_name="assents")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()


class PlannedDate(models.Model):
    """When a circle meets, or would have."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    circle = models.ForeignKey(Circle, models.CASCADE, related_name="dates")
    starts_at = models.DateTimeField(db_index=True)
    minutes = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=PLACE_LENGTH, blank=True)
    cancelled_at = models.DateTimeField(null=True)
    prepared_at = models.DateTimeField(
        null=True
    )  # when the mail went that says where, when and what to bring

    class Meta:
        constraints = [UniqueConstraint(fields=["circle", "starts_at"], name="one_meeting_at_a_time")]


class Excuse(models.Model):
    """A member said beforehand not to come."""

    date = models.ForeignKey(PlannedDate, models.CASCADE, related_name="excuses")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["date", "person"], name="one_excuse_each")]


class Held(models.Model):
    """
    A meeting of the circle that was opened. Its content goes as of every meeting; this and the sealed record remain.

    Attributes:
        id: That of the meeting.
        method: Which method was in the middle of it.
        minutes: How long it was planned to take.
        closed_at: None as long as it goes on.
    """

    id = models.UUIDField(primary_key=True)
    circle = models.ForeignKey(Circle, models.CASCADE, related_name="held")
    date = models.ForeignKey(PlannedDate, models.SET_NULL, null=True, related_name="held")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    method = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField()


class Presence(models.Model):
    """What became of a member's promise to be at a meeting."""

    held = models.ForeignKey(Held, models.CASCADE, related_name="presences")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    attendance = models.CharField(max_length=12)

    class Meta:
        constraints = [UniqueConstraint(fields=["held", "person"], name="one_presence_each")]


class Correction(models.Model):
    """A member put right what was taken down about somebody's attendance; the circle sees who."""

    presence = models.ForeignKey(Presence, models.CASCADE, related_name="corrections")
    was = models.CharField(max_length=12)
    attendance = models.CharField(max_length=12)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
