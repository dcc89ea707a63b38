"""The doors to a meeting. Whoever knows its id knows its link; what is inside takes a seat, and keys that aren't here."""

from uuid import UUID

from django.http import Http404

from kring.web.meetings.models import Deletion, Meeting


def meeting_by_link(meeting: UUID) -> Meeting | Deletion:
    """
    The meeting, or the evidence that it is gone.

    Raises:
        Http404: there never was such a meeting.
    """
    found = Meeting.objects.filter(pk=meeting).first() or Deletion.objects.filter(pk=meeting).first()
    if found is None:
        raise Http404
    return found
