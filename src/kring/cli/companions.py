"""`kring companions`: let companions take part in a meeting, to practise with."""

import argparse
import asyncio
import contextlib
import sys

NAME = "companions"
HELP = "Let companions take part in a meeting that you have a link to."


def configure(parser: argparse.ArgumentParser) -> None:
    """Which meeting, how many, and how quick."""
    parser.add_argument(
        "--link", required=True, help="the whole link to the meeting, with what stands after #"
    )
    parser.add_argument("--count", type=int, default=4, help="how many, from 1 to 5 (default: %(default)s)")
    parser.add_argument(
        "--pace",
        choices=["human", "fast"],
        default="human",
        help="as people do, or without waiting (default: %(default)s)",
    )

    parser.add_argument(
        "--language", choices=["nl", "en"], default="nl", help="what they speak (default: %(default)s)"
    )


def run(args: argparse.Namespace) -> int:
    """Take part until the meeting is over, or until they are the only ones left."""
    from kring.client.companions import FAST, HUMAN, MOST, Party
    from kring.client.link import NotALink, read_link
    from kring.client.site import Refused

    if not 1 <= args.count <= MOST:
        print(f"kring companions: --count goes from 1 to {MOST}", file=sys.stderr)
        return 2
    try:
        link = read_link(args.link)
    except NotALink as wrong:
        print(f"kring companions: {wrong}", file=sys.stderr)
        return 2
    party = Party(link, args.count, FAST if args.pace == "fast" else HUMAN, language=args.language)
    failed = False
    with contextlib.suppress(asyncio.CancelledError):
        try:
            asyncio.run(party.attend())
        except* (Refused, OSError) as problems:
            print(f"kring companions: {problems.exceptions[0]}", file=sys.stderr)
            failed = True
    return 1 if failed else 0
