"""Who takes part: organisers have the list, each has their own part, the client has neither."""

from kring.core.circles.tables import Form, read_table, write_table
from kring.web.enrolment.actions.tables import put_down
from kring.web.programmes.access import programme_of_organiser
from tests.web.access.roles import ORGANISER, OTHER_ORGANISER, PARTICIPANT, POOLED, TAKES_PART, VISITOR
from tests.web.access.table import deed, for_all, page
from tests.web.access.world import World

PAGES = ["new-person", "pooling", "table", "template-xlsx", "template-csv"]
CHOOSE_AGAIN = 302  # to choose a file again, as where a table was in hand too long
OWN = ["mine", "my-facts", "leave-programme", "download-my-part"]
ELSEWHERE = {"programme": "programme elsewhere"}
ABOUT = frozenset({PARTICIPANT})
NOTHING = {"token": "programme"}  # an id, but not in a link
LINK = {"token": "enrolment token"}
TOLD = {"name": "Imane", "profession": "zorg", "online": "on", "slots": ["tue-evening", "mon-morning"]}

ROWS = [
    for_all(page("enrol", about=LINK)),
    for_all(deed("enrol", about=LINK, sent={"mail": "iemand@example.org"})).but(
        inside=422, other={VISITOR: 200}
    ),
    for_all(page("enrol", about=NOTHING), 404),
    for_all(page("enrol-form", about=LINK), 410),  # the link in the mail has more
    for_all(deed("enrol-form", about=LINK), 410),
    for_all(page("not-taking-part", about=LINK), 302),  # to the link for enrolling
    for_all(deed("not-taking-part", about=LINK), 302),
    page("people-of-programme", ORGANISER, shows=TAKES_PART),
    page("person-in-programme", ORGANISER, shows=ABOUT),
    page("remove-person", ORGANISER, shows=ABOUT),
    *(page(name, ORGANISER) for name in PAGES),
    page("table-in-hand", ORGANISER, astray=CHOOSE_AGAIN),
    page("faulty-rows", ORGANISER, astray=CHOOSE_AGAIN),
    deed("table-in-hand", ORGANISER, astray=CHOOSE_AGAIN),
    deed("take-in", ORGANISER, sent={"good": "1", "faulty": "0", "emptied": "0"}, astray=CHOOSE_AGAIN),
    deed("give-up", ORGANISER, astray=CHOOSE_AGAIN),
    deed("new-person", ORGANISER, sent=TOLD),
    deed("enrolment-link", ORGANISER),
    deed("write-to-people", ORGANISER, inside=409),  # circles are there already
    deed("write-to-person", ORGANISER, inside=409),
    deed("pooling", ORGANISER),
    deed("table", ORGANISER, inside=422),
    deed("person-in-programme", ORGANISER, sent=TOLD),
    deed("remove-person", ORGANISER),
    *(page(name, *TAKES_PART) for name in OWN),
    *(page(name, POOLED, about=ELSEWHERE) for name in OWN),
    page("people-of-programme", OTHER_ORGANISER, about=ELSEWHERE, shows=frozenset({POOLED})),
    deed("my-voice", *TAKES_PART, sent={"number": "1", "answer": "yes"}),
    deed("my-facts", *TAKES_PART, sent=TOLD),
    deed("leave-programme", *TAKES_PART, inside=200),
    page("pooling-agreements", ORGANISER),
    deed("pooling-agreements", ORGANISER, sent={"name": "Beroepsvereniging Zuid"}),
    deed("stop-pooling", ORGANISER, astray=302),
]


def furnish(world: World) -> None:
    """Karin has a table in hand, and somebody's page before her."""
    leading = programme_of_organiser(world.people[ORGANISER], world.programme.pk)
    content = write_table(("Naam", "Mail", "Vak"), [["Nieuw", "nieuw@example.org", "zorg"]], Form.CSV)
    table = put_down(leading, "mensen.csv", read_table(content), now=world.now)
    world.at |= {
        "participant": world.participants[PARTICIPANT].pk,
        "table": table.pk,
        "enrolment token": world.enrolling.enrolment_token,
        "other": world.other_organisation.pk,
    }
