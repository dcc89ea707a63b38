"""The only doors to a kick-off: for who organises the programme, and for who takes part in it."""

from django.http import Http404

from kring.web.enrolment.models import Participant
from kring.web.kickoff.models import KickOff
from kring.web.programmes.access import Leading


def kick_off_of(leading: Leading, *, lock: bool = False) -> KickOff:
    """
    That of a programme one organises.

    Raises:
        Http404: none was planned.
    """
    rows = KickOff.objects.select_for_update() if lock else KickOff.objects
    found = rows.filter(programme=leading.programme).first()
    if found is None:
        raise Http404
    return found


def kick_off_for(participant: Participant) -> KickOff:
    """
    That of a programme one takes part in.

    Raises:
        Http404: none was planned.
    """
    found = KickOff.objects.filter(programme=participant.programme_id).first()
    if found is None:
        raise Http404
    return found
