"""
An organisation, who organises for it, and what its organisers looked at and did.

The host makes an organisation and names its first organiser (`kring organisation`); on the site nobody stands above it.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

NAME_LENGTH = 120  # characters


class Organisation(models.Model):
    """
    Whoever starts circles for people: a training department, a professional association, an office of its own.

    Attributes:
        takes_requests: Whether its page for getting in touch is open to visitors.
        pools_with: Other organisations with which it may put people in one circle. Holds once both have said so.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=NAME_LENGTH, unique=True)
    takes_requests = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    pools_with = models.ManyToManyField("self", symmetrical=False, related_name="+", blank=True)

    class Meta:
        constraints = [CheckConstraint(condition=~Q(name=""), name="organisation_has_a_name")]


class Organiser(models.Model):
    """
    Somebody who organises for an organisation.

    Attributes:
        mail: Under which they were named, in lower case; whoever confirms this address has the role.
        person: None until somebody with that address has signed in.
        named_by: None where the host did it.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="organisers")
    mail = models.EmailField(max_length=254)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="organises_for"
    )
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    named_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["organisation", "mail"], name="organises_once_for_an_organisation")
        ]


class Trace(models.Model):
    """
    One thing an organiser or a client looked at or did. Never changed, never deleted before its organisation is.

    Attributes:
        name: Of who did it, as it was then; it stays when their account goes.
        what: Id of a sentence in `organisations.traces`.
        programme: Which one it was about, if any.
        about: What the sentence needs: counts, file names, and ids; never anything that somebody wrote.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="traces")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=80)
    what = models.CharField(max_length=40)
    programme = models.UUIDField(null=True, db_index=True)
    about = models.JSONField(default=dict)
    at = models.DateTimeField(db_index=True)
