"""
What somebody outside a circle does: a circle is put together for people, as a room above circles does it.

It runs in a process of its own, with the settings of the site: `python -m tests.browser.outside` takes names, what they
are there as, and addresses on its standard input, and prints the id of the circle.
"""

import json
import os
import subprocess
import sys
from uuid import UUID

from tests.browser.fellows import Fellow
from tests.browser.site import Site

PROGRAMME = UUID("7e1a2c7a-58ab-4d35-9c7b-5a8a1c0f7d11")
REASONS = {
    "nl": ["Jullie begeleiden allemaal gezinnen.", "Dinsdagavond kunnen jullie allemaal."],
    "en": ["You all work with families.", "You can all meet on Tuesday evenings."],
}


def put_together(site: Site, name: str, fellows: list[Fellow], facilitator: Fellow | None = None) -> str:
    """A circle of these; none of them knows of it yet. Returns its id."""
    people = [
        {
            "name": one.name,
            "mail": one.email,
            "acct": one.acct,
            "role": "facilitator" if one is facilitator else "member",
        }
        for one in fellows
    ]
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.outside"],
        input=json.dumps({"name": name, "people": people}),
        env={**os.environ, "KRING_DATA": str(site.data), "DJANGO_SETTINGS_MODULE": "kring.web.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def main() -> None:
    """In the process of its own."""
    import django

    django.setup()
    from uuid import uuid4

    from django.utils import timezone

    from kring.web.circles.actions.gathering import Sitter, put_together
    from kring.web.circles.actions.starting import Agreed
    from kring.web.circles.models import Role
    from kring.web.people.models import Person

    told = json.load(sys.stdin)
    agreed = Agreed(
        name=told["name"],
        field_of_work="gezinsbegeleiding",
        rhythm="monthly",
        weeks_between=4,
        minutes=120,
        place="",
        zone="Europe/Amsterdam",
        guided=True,
        agreed_until=None,
    )
    sitters = [
        Sitter(
            who=uuid4(),
            name=one["name"],
            person=Person.objects.filter(pk=one["acct"]).first(),
            mail=one["mail"],
            role=Role(one["role"]),
        )
        for one in told["people"]
    ]
    made = put_together(PROGRAMME, "Wintereditie 2026", agreed, sitters, reasons=REASONS, now=timezone.now())
    sys.stdout.write(f"{made.pk}\n")


if __name__ == "__main__":
    main()
