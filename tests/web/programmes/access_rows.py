"""
Each page and action around programmes, and who gets in. A room adds its own file like this and a line to `ROOMS`.

Whoever isn't named finds nothing; a visitor is asked to sign in.
"""

from dataclasses import dataclass, field

VISITOR, STRANGER, PARTICIPANT = "visitor", "stranger", "participant"
ORGANISER, OTHER_ORGANISER, FORMER_ORGANISER = "organiser", "organiser of another", "former organiser"
CLIENT, FORMER_CLIENT = "client", "former client"
EVERYBODY = frozenset(
    {VISITOR, STRANGER, PARTICIPANT, ORGANISER, OTHER_ORGANISER, FORMER_ORGANISER, CLIENT, FORMER_CLIENT}
)


@dataclass(frozen=True)
class Row:
    """
    A page, or an action where there is something to post.

    Attributes:
        name: Of the address.
        roles: Who gets in.
        post: What is posted; None where one only looks.
        answer: The status that who gets in hears: 200 of a page, 302 of a deed.
    """

    name: str
    roles: frozenset[str]
    post: dict[str, str] | None = None
    answer: int = field(default=200)


def page(name: str, /, *roles: str) -> Row:
    return Row(name, frozenset(roles))


def deed(name: str, /, *roles: str, **post: str) -> Row:
    return Row(name, frozenset(roles), post, 302)


NEW = {
    "name": "Zomer",
    "shape": "Six.",
    "goals": "More.",
    "meetings": "6",
    "weeks_between": "4",
    "minutes": "120",
}

ROWS = [
    page("contacts", *EVERYBODY),
    page("contact", *EVERYBODY),
    deed("contact", *EVERYBODY, what_for="To learn.", name="Somebody", mail="{role}@example.org"),
    page("my-enquiry", *EVERYBODY),  # whoever has the link
    deed("my-enquiry", *EVERYBODY, text="Thank you."),
    page("organisation", ORGANISER),
    page("organisers", ORGANISER),
    deed("organisers", ORGANISER, mail="joost@example.org"),
    deed("dismiss-organiser", ORGANISER, _="_"),
    deed("take-requests", ORGANISER, takes="no"),
    page("trail", ORGANISER),
    page("enquiry", ORGANISER),
    deed("enquiry", ORGANISER, text="Of course."),
    deed("close-enquiry", ORGANISER, _="_"),
    deed("remove-enquiry", ORGANISER, _="_"),
    page("new-programme", ORGANISER),
    page("new-programme-from", ORGANISER),
    deed("new-programme-from", ORGANISER, guided="yes", **NEW),
    page("programme", ORGANISER),
    page("agreed-programme", ORGANISER),
    page("propose-anew", ORGANISER),
    deed("propose-anew", ORGANISER, guided="no", **NEW),
    deed("name-client", ORGANISER, mail="joost@example.org"),
    deed("dismiss-client", ORGANISER, _="_"),
    deed("begin-enrolment", ORGANISER, _="_"),
    deed("end-programme", ORGANISER, _="_"),
    deed("open-programme-again", ORGANISER, _="_"),
    page("trail-of-programme", ORGANISER),
    page("client", CLIENT),
    deed("client-voice", CLIENT, number="1", answer="yes"),
]

ROOMS = {"kring.web.programmes.urls": ROWS}
