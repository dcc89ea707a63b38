"""
Make the Dutch list of control words.

Run it from the top of the repository: python -m scripts.words.make_words. It reads the candidates (one file
per theme, the best known first), drops those that are unfit or alike to the ear, and writes exactly 2,048.
The same candidates always give the same list. A list that shipped is never changed: a member with another
list would read other words for the same keys.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scripts.words import ear

WORDS: Final = 2048  # 11 bits a word
HERE: Final = Path(__file__).parent
CANDIDATES: Final = HERE / "candidates"
LIST: Final = HERE.parents[1] / "src/kring/client/vault/words/nl.txt"

_SHAPE: Final = re.compile("[a-z]{3,8}")  # can be typed anywhere, and four fit in a line on a phone


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word someone proposed, and where: its place in the theme tells how well known it is."""

    word: str
    theme: str
    place: int

    @property
    def preference(self) -> tuple[int, int, str]:
        """Lower is rather chosen: short, then well known; the letters settle the rest."""
        return len(self.word), self.place, self.word


class TooFewWords(Exception):
    """The candidates don't yield a full list; the number is what is missing."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The words taken, in order of preference, and for every other candidate why it was left."""

    taken: tuple[str, ...]
    left: tuple[tuple[Candidate, str], ...]


def read_candidates(folder: Path = CANDIDATES) -> Iterator[Candidate]:
    """Every word of every theme, in the order of the files; a line that starts with # is for the reader."""
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        words = [word for line in lines if not line.startswith("#") for word in line.split()]
        yield from (Candidate(word, path.stem, place) for place, word in enumerate(words))


def choose(candidates: Sequence[Candidate], how_many: int = WORDS) -> Choice:
    """
    Take the most preferred candidates that are fit and unlike each other.

    Raises:
        TooFewWords: even with all that fit, the list isn't full.
    """
    taken: list[str] = []
    left: list[tuple[Candidate, str]] = []
    sharing: dict[str, list[str]] = {}
    for candidate in sorted(candidates, key=lambda candidate: candidate.preference):
        reason = _unfit(candidate.word) or _taken_already(candidate.word, sharing)
        if reason or len(taken) == how_many:
            left.append((candidate, reason or "the list is full"))
            continue
        taken.append(candidate.word)
        for trace in ear.traces(candidate.word):
            sharing.setdefault(trace, []).append(candidate.word)
    if len(taken) < how_many:
        raise TooFewWords(how_many - len(taken))
    return Choice(tuple(taken), tuple(left))


def _unfit(word: str) -> str | None:
    if not _SHAPE.fullmatch(word):
        return "not three to eight plain letters"
    if len(ear.sounds(word)) < ear.FEWEST_SOUNDS:
        return "too little to hear"
    return None


def _taken_already(word: str, sharing: dict[str, list[str]]) -> str | None:
    rivals = sorted({rival for trace in ear.traces(word) for rival in sharing.get(trace, ())})
    if word in rivals:
        return "in another theme already"
    return next((f"alike to the ear: {rival}" for rival in rivals if ear.alike(word, rival)), None)


def unknown_words(words: Sequence[str], dictionary: Path) -> list[str]:
    """The words that a spelling list (one word per line) doesn't have."""
    known = set(dictionary.read_text(encoding="utf-8").split())
    return [word for word in words if word not in known]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the list; 1 says that it couldn't be made."""
    parser = argparse.ArgumentParser(description="Make the Dutch list of control words.")
    parser.add_argument("--to", type=Path, default=LIST, metavar="FILE", help="where the list is written")
    parser.add_argument("--why", action="store_true", help="tell of every candidate left out what was wrong")
    parser.add_argument("--dictionary", type=Path, metavar="FILE", help="refuse words that this list lacks")
    options = parser.parse_args(arguments)

    try:
        choice = choose(list(read_candidates()))
    except TooFewWords as missing:
        print(f"{missing} words are missing: add candidates.", file=sys.stderr)
        return 1
    if options.why:
        for candidate, reason in choice.left:
            print(f"{candidate.theme}: {candidate.word}: {reason}", file=sys.stderr)
    if options.dictionary and (unknown := unknown_words(choice.taken, options.dictionary)):
        print("Not in the dictionary:", *unknown, file=sys.stderr)
        return 1
    lines = "".join(f"{word}\n" for word in sorted(choice.taken))
    options.to.write_text(lines, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
