"""Intake, organisations and programmes: organisers have theirs, a client has the one page."""

from kring.web.organisations.actions import appoint
from kring.web.programmes.access import token_of
from kring.web.programmes.models import Client, Enquiry, Stage
from tests.web.access.roles import CLIENT, ORGANISER
from tests.web.access.table import deed, for_all, page
from tests.web.access.world import World, programme

NEW = {
    "name": "Zomer",
    "shape": "Six.",
    "goals": "More.",
    "meetings": "6",
    "weeks_between": "4",
    "minutes": "120",
}
PAGES = ["organisation", "organisers", "trail", "enquiry", "new-programme"]
OF_PROGRAMME = ["programme", "agreed-programme", "propose-anew", "trail-of-programme"]
ASKS = {"what_for": "To learn.", "name": "Somebody", "mail": "somebody@example.org"}
TO_AGREE = {"programme": "proposed programme"}

ROWS = [
    for_all(page("contacts")),
    for_all(page("contact")),
    for_all(deed("contact", sent=ASKS), 302),
    for_all(page("my-enquiry")),  # whoever has the link
    for_all(deed("my-enquiry", sent={"text": "Thank you."}), 302),
    *(page(name, ORGANISER) for name in [*PAGES, *OF_PROGRAMME]),
    deed("organisers", ORGANISER, sent={"mail": "iemand@example.org"}),
    deed("dismiss-organiser", ORGANISER, astray=302),
    deed("take-requests", ORGANISER, sent={"takes": "no"}),
    deed("enquiry", ORGANISER, sent={"text": "Of course."}),
    deed("close-enquiry", ORGANISER),
    deed("remove-enquiry", ORGANISER),
    page("new-programme-from", ORGANISER, astray=None),  # templates are everybody's
    deed("new-programme-from", ORGANISER, sent={"guided": "yes", **NEW}, astray=None),
    deed("propose-anew", ORGANISER, about=TO_AGREE, sent={"guided": "no", **NEW}),
    deed("name-client", ORGANISER, sent={"mail": "iemand@example.org"}),
    deed("dismiss-client", ORGANISER, astray=302),
    deed("begin-enrolment", ORGANISER, about={"programme": "programme that waits"}),
    deed("end-programme", ORGANISER),
    deed("open-programme-again", ORGANISER),
    page("client", CLIENT),
    deed("client-voice", CLIENT, sent={"number": "1", "answer": "yes"}),
]


def furnish(world: World) -> None:
    """Somebody asked, and others have roles that can be taken away."""
    asked = Enquiry.objects.create(
        organisation=world.organisation,
        name="Iemand",
        mail="iemand@example.org",
        language="en",
        what_for="To learn.",
        asked_at=world.now,
    )
    client = Client.objects.create(
        programme=world.programme, mail="anders@example.org", name="Anders", named_at=world.now
    )
    waits = programme(world.organisation, "Nazomer", Stage.PROPOSED, CLIENT)
    waits.clients.all().delete()  # otherwise the client has to agree first
    world.at |= {
        "enquiry": asked.pk,
        "token": token_of(asked),
        "client": client.pk,
        "organiser": appoint(world.organisation, "anders@example.org", by=None, now=world.now).pk,
        "template": "guided-season",
        "programme that waits": waits.pk,
    }
