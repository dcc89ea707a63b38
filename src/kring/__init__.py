"""Kring: peer consultation (intervisie) that stays between the four walls."""

__version__ = "0.1.0"
