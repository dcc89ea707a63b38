"""
Companions: clients that take part in a meeting like peers, to practise with and to prove that everything works.

They act on nothing but `view`, the same that a browser draws. So they take part in every method there is, and they
know nothing that the person whose seat they hold wouldn't know.
"""

from kring.client.companions.companion import Companion
from kring.client.companions.pace import FAST, HUMAN, Pace
from kring.client.companions.party import MOST, Party

__all__ = ["FAST", "HUMAN", "MOST", "Companion", "Pace", "Party"]
