"""`kring remind`: send the mails that remind people, for a host who has them sent by a job."""

import argparse
import os

NAME = "remind"
HELP = "Send the mails that remind people of a meeting or an intention. Each goes once. Also forget sign-ups that were not confirmed for a week, and lost keys and closed questions after a year. The server does this by itself."


def configure(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(args: argparse.Namespace) -> int:
    """Do what is due now."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.web.settings")
    import django
    from django.utils import timezone

    django.setup()
    from kring.web.circles.reminding import forget_due, send_due

    now = timezone.now()
    print(f"{send_due(now)} sent, {forget_due(now)} forgotten")
    return 0
