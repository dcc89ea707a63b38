"""`kring bench`: measure Kring on this machine."""

import argparse
import importlib
import json

NAME = "bench"
HELP = "Measure Kring on this machine."

MEASUREMENTS = ("rooms", "meeting", "pages", "forming", "hall")


def configure(parser: argparse.ArgumentParser) -> None:
    """What to measure, and how to say it."""
    parser.add_argument(
        "what",
        choices=MEASUREMENTS,
        help="many live rooms, the engine of a meeting, the pages, dividing people over circles, or a hall of sixty",
    )
    parser.add_argument(
        "--quick", action="store_true", help="in less than 45 seconds, without looking for the limits"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")


def run(args: argparse.Namespace) -> int:
    """Measure, and print the figures beside what they are held against."""
    from kring.bench.report import as_table

    measurement = importlib.import_module(f"kring.bench.{args.what}")
    figures = measurement.measure(quick=args.quick)
    print(json.dumps(figures) if args.json else as_table(figures, measurement.GOALS))
    return 0
