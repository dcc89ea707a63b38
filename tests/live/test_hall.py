"""More people than a usual door admits: they come in, agree, sit down with their circle, write, and see both walls."""

from pathlib import Path

from kring.bench import hall
from kring.bench.servers import kring_server

PEOPLE = 17  # one and a half circles, and two more than a usual door admits


async def test_hall_comes_in_and_sees_the_wall(tmp_path: Path) -> None:
    seat = hall.begun(tmp_path, PEOPLE)

    with kring_server(tmp_path) as server:
        figures = await hall.play(seat(server.port), PEOPLE, apart=0.05)

    assert (figures["people"], figures["circles"]) == (PEOPLE, 3)
    assert int(figures["epochs"]) < PEOPLE  # who comes at the same time is let in with one key
    assert int(figures["keys_kb_per_phone"]) < 500
