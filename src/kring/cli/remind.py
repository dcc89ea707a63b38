"""`kring remind`: send the mails that prepare people for their meetings, for a host who has them sent by a job."""

import argparse
import os

NAME = "remind"
HELP = "Send the mails that prepare people for a meeting. The server does this by itself; each goes once."


def configure(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(args: argparse.Namespace) -> int:
    """Send what is due now."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.web.settings")
    import django
    from django.utils import timezone

    django.setup()
    from kring.web.circles.reminding import prepare_people

    print(f"{prepare_people(timezone.now())} sent")
    return 0
