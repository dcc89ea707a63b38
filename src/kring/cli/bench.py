"""`kring bench`: measure Kring on this machine."""

import argparse
import importlib
import json
import sys

NAME = "bench"
HELP = "Measure Kring on this machine."

PRESETS = ("easy", "normal", "tight", "everybody")
LEAST = 8  # people whom `bench.population` can make up
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

    one = parser.add_argument_group("of forming alone; what is left out is as in a whole run")
    one.add_argument("--people", type=_sizes, default=(), metavar="40,400", help="how many people")
    one.add_argument(
        "--preset",
        type=_presets,
        default=(),
        metavar="normal,tight",
        help="how hard it is: easy, normal, tight, or everybody, who all fit",
    )
    one.add_argument("--seeds", type=_numbers, default=(), metavar="1-5", help="which populations, by number")
    one.add_argument("--peers", action=argparse.BooleanOptionalAction, help="other programs beside Kring")


def run(args: argparse.Namespace) -> int:
    """Measure, and print the figures beside what they are held against."""
    from kring.bench.report import as_table

    measurement = importlib.import_module(f"kring.bench.{args.what}")
    chosen = {"people": args.people, "presets": args.preset, "seeds": args.seeds, "peers": args.peers}
    if args.what == "forming":
        figures = measurement.measure(quick=args.quick, chosen=measurement.Chosen(**chosen))
    elif any(value not in {(), None} for value in chosen.values()):
        print("--people, --preset, --seeds and --peers belong to `kring bench forming`.", file=sys.stderr)
        return 2
    else:
        figures = measurement.measure(quick=args.quick)
    print(json.dumps(figures) if args.json else as_table(figures, measurement.GOALS))
    return 0


def _numbers(text: str) -> tuple[int, ...]:
    """`1,3` or `1-5`, or both."""
    try:
        spans = [[int(end) for end in part.split("-")] for part in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no number, list (1,3) or range (1-5)") from None
    found = tuple(number for span in spans for number in range(span[0], span[-1] + 1))
    if not found or min(found) < 1 or any(len(span) > 2 for span in spans):  # noqa: PLR2004 -- two ends
        raise argparse.ArgumentTypeError(f"{text} is no number, list (1,3) or range (1-5)")
    return found


def _sizes(text: str) -> tuple[int, ...]:
    found = _numbers(text)
    if min(found) < LEAST:
        raise argparse.ArgumentTypeError(f"{text}: at least {LEAST} people are made up")
    return found


def _presets(text: str) -> tuple[str, ...]:
    unknown = sorted(set(text.split(",")) - set(PRESETS))
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: choose from {', '.join(PRESETS)}")
    return tuple(text.split(","))
