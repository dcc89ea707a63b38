"""Keys of a meeting take a seat in it; one's own keys are one's own."""

from typing import Any

from tests.web.access.roles import MEMBER, VISITOR
from tests.web.access.table import deed, for_all, for_signed_in, page, script
from tests.web.access.world import World
from tests.web.keys import Link, Peer, key, knock

OWN = ["former_keys", "found_again", "open_vault", "recovery_sheet", "change_passphrase", "own_keys"]
OWN_DEEDS = ["own_keys", "own_slots", "own_passphrase", "own_recovery", "own_kept_here", "former_keys"]


def knocks(world: World, role: str) -> Any:
    """Whoever it is, with the secret of the link and keys of their own."""
    person = world.people.get(role)
    peer = Peer(acct=str(person.pk)) if person else Peer()
    return knock(Link(meeting=str(world.at["meeting"])), peer, door_token=key())


ROWS = [
    script("door", visitor=404, sent=knocks),
    script("door", MEMBER, method="DELETE", inside=200, visitor=404),
    page("keys", MEMBER, visitor=404),
    script("epochs", MEMBER, visitor=404),
    script("grants", MEMBER, visitor=404),
    page("share", MEMBER, visitor=404),
    *(for_signed_in(page(name)) for name in OWN),
    *(for_signed_in(script(name)) for name in OWN_DEEDS),
    for_signed_in(script("own_keys", method="PUT")),
    for_signed_in(script("own_kept_here", method="DELETE", inside=200)),
    for_signed_in(script("former_keys", method="DELETE")),
    for_all(page("sign_in_by_code")).but(other={VISITOR: 200}, inside=302),
    for_all(deed("sign_in_by_code")).but(other={VISITOR: 200}, inside=302),
    for_all(script("recovery_entrance"), 400),
]
