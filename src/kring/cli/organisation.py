"""`kring organisation`: who may start circles for people on this server."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kring.web.organisations.models import Organisation

NAME = "organisation"
HELP = "Say which organisations start circles for people here, and who organises for them."


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do with which organisation."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    add = deeds.add_parser("add", help="a new organisation and its first organiser")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--organiser", metavar="MAIL", required=True, help="address of the first organiser")
    deeds.add_parser("list", help="all organisations and their organisers")
    rename = deeds.add_parser("rename", help="call an organisation otherwise")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("new", metavar="NEW-NAME")
    for deed, says in (
        ("appoint", "one more organiser"),
        ("dismiss", "take somebody's role of organiser away"),
    ):
        of_person = deeds.add_parser(deed, help=says)
        of_person.add_argument("name", metavar="NAME")
        of_person.add_argument("mail", metavar="MAIL")


def run(args: argparse.Namespace) -> int:
    """Do what was asked; 1, and a sentence, where that can't be."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    match args.deed:
        case "add":
            return _add(args.name, args.organiser)
        case "list":
            return _list()
        case "rename":
            return _rename(args.name, args.new)
        case "appoint":
            return _appoint(args.name, args.mail)
        case _:
            return _dismiss(args.name, args.mail)


def _add(name: str, mail: str) -> int:
    from django.utils import timezone

    from kring.web.organisations.actions import found_organisation
    from kring.web.organisations.models import Organisation

    if not _is_name(name) or not _is_address(mail):
        return 1
    if Organisation.objects.filter(name=name).exists():
        print(f"There is an organisation '{name}' already.", file=sys.stderr)
        return 1
    organisation = found_organisation(name, mail, now=timezone.now())
    print(f"{organisation.name} is here. Its page: /organisations/{organisation.pk}/")
    print(f"{mail.lower()} organises for it as soon as they sign in here with that address.")
    return 0


def _list() -> int:
    from kring.web.organisations.models import Organisation

    for organisation in Organisation.objects.order_by("name").prefetch_related("organisers"):
        print(f"{organisation.name}  /organisations/{organisation.pk}/")
        for organiser in organisation.organisers.all():
            print(f"  {organiser.mail}{'' if organiser.person_id else '  (has not signed in yet)'}")
    return 0


def _rename(name: str, new: str) -> int:
    from kring.web.organisations.models import Organisation

    organisation = _named(name)
    if organisation is None or not _is_name(new):
        return 1
    if Organisation.objects.filter(name=new).exists():
        print(f"There is an organisation '{new}' already.", file=sys.stderr)
        return 1
    organisation.name = new
    organisation.save(update_fields=["name"])
    print(f"{name} is called {new} now.")
    return 0


def _appoint(name: str, mail: str) -> int:
    from django.utils import timezone

    from kring.web.organisations.actions import appoint

    organisation = _named(name)
    if organisation is None or not _is_address(mail):
        return 1
    organiser = appoint(organisation, mail, by=None, now=timezone.now())
    print(f"{organiser.mail} organises for {name}.")
    return 0


def _dismiss(name: str, mail: str) -> int:
    organisation = _named(name)
    if organisation is None:
        return 1
    gone, _of_what = organisation.organisers.filter(mail=mail.strip().lower()).delete()
    if not gone:
        print(f"{mail} doesn't organise for {name}.", file=sys.stderr)
        return 1
    print(f"{mail} no longer organises for {name}.")
    return 0


def _named(name: str) -> Organisation | None:
    from kring.web.organisations.models import Organisation

    found = Organisation.objects.filter(name=name).first()
    if found is None:
        print(f"No organisation '{name}'. `kring organisation list` shows them.", file=sys.stderr)
    return found


def _is_name(name: str) -> bool:
    from kring.web.organisations.models import NAME_LENGTH

    if name.strip() and len(name) <= NAME_LENGTH:
        return True
    print(f"Give the organisation a name of at most {NAME_LENGTH} characters.", file=sys.stderr)
    return False


def _is_address(mail: str) -> bool:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(mail.strip())
    except ValidationError:
        print(f"'{mail}' isn't an address of mail. It looks like name@example.org.", file=sys.stderr)
        return False
    return True
