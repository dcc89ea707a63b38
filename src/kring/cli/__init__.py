"""The `kring` command: one file per command in this folder, found by reading the folder."""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from typing import Protocol, cast

from kring import __version__


class Command(Protocol):
    """What every module in this folder offers, apart from those whose name begins with an underscore."""

    NAME: str
    HELP: str

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Say which arguments the command takes."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it, and give the exit code: 0 when all is well."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command named in the arguments of the process, or in those given."""
    parser = argparse.ArgumentParser(
        prog="kring",
        description="Peer consultation (intervisie) on your own server, unreadable to that server.",
    )
    parser.add_argument("--version", action="version", version=f"kring {__version__}")
    names = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in commands():
        of_command = names.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.configure(of_command)
        of_command.set_defaults(run=command.run)
    args = parser.parse_args(arguments)
    try:
        return cast("int", args.run(args))  # argparse knows no types; Command.run promises the int
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130  # what a shell reports for a process ended by Ctrl-C


def commands() -> Iterator[Command]:
    """Every command, by name. Their modules import Django and the like only once they run: `kring --help` is quick."""
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        if not found.name.startswith("_"):
            # a module fits the protocol of which mypy can't know, because it is found at run time
            yield cast("Command", importlib.import_module(f"{__name__}.{found.name}"))
