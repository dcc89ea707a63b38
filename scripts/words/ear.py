"""
What a Dutch word sounds like, and when two words are alike to the ear.

The control words are read aloud, often over a poor line. So likeness is judged on sounds, not on letters, and
by two ears that each miss something else. The sounds are rough on purpose: where spelling leaves doubt, words
come out more alike than they are. That costs a word now and then, and lets no two through that sound the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

# One character per sound: W = oe, Q = eu, Y = ij/ei, V = ui, X = ou/au, N = ng, S = sj, x = g/ch.
# A long vowel is the same sound here as its short one, and the e of 'de' that of 'pet'; v is f and z is s, as
# half the country says them.
_SPELLINGS: Final = dict(
    pair.split("=")
    for pair in (
        "schr=sr sch=sx sj=S ch=x ng=N nk=Nk th=t qu=kw ck=k wr=fr "
        "eeuw=ew ieuw=iw auw=X ouw=X uw=uw aai=aj ooi=oj oei=Wj eau=o "
        "aa=a ee=e oo=o uu=u ie=i oe=W eu=Q ui=V ij=Y ei=Y ou=X au=X "
        "ce=se ci=si c=k x=ks g=x v=f z=s y=i"
    ).split()
)
_SPELLING: Final = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)) + "|.")

# Where the same letters are said in another way at a certain place in the word.
_SAID_AS: Final = (
    (re.compile(r"^ch(?=[aeiou])|ch(?=e$)"), "sj"),  # champignon, pistache
    (re.compile(r"(?<=[aeo])ge(?=s?$)"), "sje"),  # bagage, manege, horloge
    (re.compile(r"tie$"), "sie"),  # vakantie
    (re.compile(r"sch(?=m)"), "sj"),  # schmink
    (re.compile(r"lijk$"), "lek"),  # sierlijk
    (re.compile(r"^y(?=[aeiou])"), "j"),  # yoghurt
    (re.compile(r"(?<=[^aeiou])en$"), "e"),  # the n of -en is left out
)
_DEVOICED: Final = ((re.compile(r"b(?=$|[ptkfsxS])"), "p"), (re.compile(r"d(?=$|[ptkfsxS])"), "t"))
_TWICE: Final = re.compile(r"(.)\1+")

_LOANWORDS: Final = dict(
    line.split()
    for line in Path(__file__).with_name("loanwords.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
)


@cache
def sounds(word: str) -> str:
    """The sounds of a word, one character each; two words with the same sounds are homophones."""
    word = _LOANWORDS.get(word, word)
    for letters, said in _SAID_AS:
        word = letters.sub(said, word)
    heard = _SPELLING.sub(lambda found: _SPELLINGS.get(found[0], found[0]), word)
    for voiced, voiceless in _DEVOICED:
        heard = voiced.sub(voiceless, heard)
    return _TWICE.sub(r"\1", heard)


@dataclass(frozen=True, slots=True)
class Ear:
    """A way of mishearing: the sounds of one family can't be told apart by it."""

    misses: str
    families: tuple[str, ...]

    def hears(self, word: str) -> str:
        """The word with every sound replaced by the first of its family; as long as its sounds."""
        return sounds(word).translate({ord(sound): family[0] for family in self.families for sound in family})


EARS: Final = (
    Ear("the place in the mouth, as a thin line does", ("ptk", "bd", "fsS", "xh", "mnN", "ei", "uQ", "YV")),
    Ear("voice, and the vowels that only Dutch has", ("pb", "td", "xh", "fw", "sS", "nN", "eiY", "uW", "QV")),
)

FEWEST_SOUNDS: Final = 3  # 'zee' and 'ei' are over before a poor line lets them through
SHORT_SOUNDS: Final = 3  # one sound is a third of such a word: enough to tell it from another short one
_ENDINGS: Final = ("e", "s", "er", "es", "ster", "je", "tje", "pje", "etje")  # plural, deed, doer, little one


def alike(one: str, other: str) -> bool:
    """
    Whether two words can be taken for each other, or are one word in another form or turned round.

    For each ear two words must differ in two sounds that it can tell apart, where a sound too many counts as
    one. Two words of three sounds may do with one such difference.
    """
    if not stems(one).isdisjoint(stems(other)) or turned(one) == turned(other):
        return True
    return any(_is_misheard(*sorted((ear.hears(one), ear.hears(other)), key=len)) for ear in EARS)


def _is_misheard(shorter: str, longer: str) -> bool:
    if len(longer) <= SHORT_SOUNDS or len(longer) - len(shorter) > 1:
        return shorter == longer
    pairs = enumerate(zip(shorter, longer, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), len(shorter))
    rest = longer[same + 1 :]
    return rest in (shorter[same:], shorter[same + 1 :])  # one sound more, or another in its place


@cache
def stems(word: str) -> frozenset[str]:
    """A word with and without the endings it may have, as said and as written; its forms share a stem."""
    said = sounds(word).replace("b", "p").replace("d", "t")  # hond and honden, rib and ribben
    wholes = {said, word}  # as written: regen loses its n as if it were a plural, and regentje doesn't
    shortened = {whole.removesuffix(ending) for whole in wholes for ending in _ENDINGS}
    return frozenset(wholes | {stem for stem in shortened if len(stem) >= FEWEST_SOUNDS})


def turned(word: str) -> str:
    """The same for words that turn into each other, such as lijnbus and buslijn: of all turns the first."""
    return min(word[at:] + word[:at] for at in range(len(word)))


@cache
def traces(word: str) -> frozenset[str]:
    """Words that are alike share at least one trace; so only words that share one need be compared."""
    left = (trace for number, ear in enumerate(EARS) for trace in _left_of(word, ear, number))
    return stems(word) | {f"turned {turned(word)}", *left}


def _left_of(word: str, ear: Ear, number: int) -> Iterator[str]:
    heard = ear.hears(word)
    yield f"{number} {heard}"
    yield from (f"{number} {heard[:at]}{heard[at + 1 :]}" for at in range(len(heard)))
