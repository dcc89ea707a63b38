"""`kring form`: from a table of people to good circles."""

import argparse
import os
import sys
from pathlib import Path

NAME = "form"
HELP = "Divide a table of people over circles: no line of authority in any, times in common in each."


def configure(parser: argparse.ArgumentParser) -> None:
    """Which people, by which rules, and where the answer goes."""
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="a table of people, CSV or XLSX with headings; with --check: people.csv rules.json circles.csv",
    )
    parser.add_argument(
        "-o", "--output", type=Path, help="where the circles go, as CSV; else to the terminal"
    )
    parser.add_argument("--rules", type=Path, help="sizes and weights as JSON; the proposed ones without it")
    parser.add_argument("--report", type=Path, help="also write a page (HTML) that explains every circle")
    parser.add_argument("--facilitators", action="store_true", help="also say who leads which circle")
    parser.add_argument("--seconds", type=float, help="stop after so long, with the best so far")
    parser.add_argument("--seed", type=int, default=1, help="another number gives another answer, as good")
    parser.add_argument(
        "--check", action="store_true", help="only look whether circles that are there keep the rules"
    )
    parser.add_argument(
        "--language", choices=("nl", "en"), default=_language(), help="as this terminal has it, unless said"
    )


def run(args: argparse.Namespace) -> int:
    """Form, or check. 1 where something has to be mended first or the check found something."""
    try:
        from kring.cli import _forming
    except ModuleNotFoundError as missing:
        print(f"Forming needs {missing.name}. Install it: pip install 'kring[forming]'", file=sys.stderr)
        return 1
    try:
        return _forming.check(args) if args.check else _forming.form(args)
    except _forming.Unreadable as problem:
        print(problem, file=sys.stderr)
        return 1


def _language() -> str:
    """Of the terminal; Dutch or else English."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "nl" if named.startswith("nl") else "en"
