"""A circle is its members' alone: not its organiser's, not the client's, not that of who leads another one."""

from datetime import timedelta

from tests.web.access.roles import EVERYBODY, FACILITATOR, IN_CIRCLE, MEMBER
from tests.web.access.table import deed, for_all, for_signed_in, page, script
from tests.web.access.world import World

OF_ONESELF = ["circles", "start-circle", "share-method", "coming-back", "circle-ended", "archive"]
PAGES = [
    "circle", "agreed", "circle-keys", "invitations", "authority", "rules", "confidence", "members",
    "leave-circle", "dates", "date", "attendance", "renewal", "agreement", "refreshing", "merging", "ending",
    "circle-meetings", "open-room", "circle-methods", "circle-method", "circle-advice",
]  # fmt: skip
SEALED = ["circle-epochs", "circle-grants", "circle-own-box", "circle-sealed", "earlier-meeting", "open-room"]
HELD, UNBEGUN = {"meeting": "held"}, {"circle": "unbegun circle"}


def next_year(world: World, _role: str) -> dict[str, object]:
    """Until when the circle goes on."""
    return {"until": (world.now + timedelta(days=300)).date().isoformat()}


ROWS = [
    *(for_signed_in(page(name)) for name in OF_ONESELF),
    for_signed_in(script("start-circle")),
    *(page(name, *IN_CIRCLE) for name in PAGES),
    page("help-back", MEMBER, other={FACILITATOR: 302}),  # it is about Bram himself
    page("circle-sealed", *IN_CIRCLE, query="field=meeting.record"),
    page("circle-meeting", *IN_CIRCLE, about=HELD),
    page("correction", *IN_CIRCLE, about=HELD),
    *(script(name, *IN_CIRCLE) for name in SEALED),
    script("circle-sealed", *IN_CIRCLE, method="DELETE"),
    script("invitations", *IN_CIRCLE),
    script("rules", *IN_CIRCLE),
    deed(
        "agreed", *IN_CIRCLE, sent={"name": "Kring", "rhythm": "monthly", "minutes": "120", "guided": "yes"}
    ),
    deed("withdrawal", *IN_CIRCLE),
    deed("authority", *IN_CIRCLE),
    deed("assent", *IN_CIRCLE, astray=409),
    deed("confidence", *IN_CIRCLE, sent={"deed": "stop", "seen": "0"}),
    deed("role", *IN_CIRCLE, sent={"role": "member"}),
    deed("removal", *IN_CIRCLE, inside=422),
    deed("leave-circle", *IN_CIRCLE),
    deed("dates", *IN_CIRCLE, sent={"first": "2099-01-05", "at": "19:00", "meetings": "2"}),
    deed("date", *IN_CIRCLE, sent={"on": "2099-01-05", "at": "19:00", "minutes": "120"}),
    deed("cancelling", *IN_CIRCLE),
    deed("excuse", *IN_CIRCLE),
    deed("correction", *IN_CIRCLE, about=HELD),
    deed("agreement", *IN_CIRCLE, sent=next_year),
    deed("refreshing", *IN_CIRCLE, sent=next_year),
    deed("ending", *IN_CIRCLE, inside=422),
    deed("rather-not-end", *IN_CIRCLE),
    # one that was put together, for those who have a chair in it
    page("begin-circle", FACILITATOR, MEMBER, about=UNBEGUN),
    page("begin-circle", *IN_CIRCLE, inside=302),
    script("begin-circle", FACILITATOR, MEMBER, about=UNBEGUN),
    script("take-place", FACILITATOR, MEMBER, about=UNBEGUN),
    # whoever has the link
    for_all(page("invitation")),
    for_signed_in(script("invitation", astray=400)),
    deed("decline", *EVERYBODY),
    for_all(page("calendar")),
]
