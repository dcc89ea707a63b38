"""`kring remind`: send the mails that remind people, for a host who has them sent by a job."""

import argparse
import os

NAME = "remind"
HELP = "Send the mails that remind people of a meeting or an intention. The server does this by itself; each goes once."


def configure(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(args: argparse.Namespace) -> int:
    """Send what is due now."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.web.settings")
    import django
    from django.utils import timezone

    django.setup()
    from kring.web.circles.reminding import send_due

    print(f"{send_due(timezone.now())} sent")
    return 0
