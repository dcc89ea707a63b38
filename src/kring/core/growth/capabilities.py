"""What one can grow in: ten capabilities of the craft, and five themes of the work."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

from kring.core.methods.method import Text


class Capability(Enum):
    """The ten capabilities of peer consultation (product rule 19). The words never change; they are kept with goals."""

    STRENGTHS_AND_WEAKNESSES = "strengths_and_weaknesses"
    CONSEQUENCES = "consequences"
    NORMS_AND_VALUES = "norms_and_values"
    OWN_ROLE = "own_role"
    ALTERNATIVES = "alternatives"
    FEEDBACK = "feedback"
    CONFRONTING = "confronting"
    MIRRORING = "mirroring"
    REFLECTING_FEELINGS = "reflecting_feelings"
    ASKING_ON = "asking_on"


class Theme(Enum):
    """What learning goals are often about (product rule 16)."""

    CONFLICT = "conflict"
    DIFFERENCES = "differences"
    CHANGE = "change"
    MOTIVATING = "motivating"
    WORKLOAD = "workload"


Goal: TypeAlias = Capability | Theme

NAMES: Mapping[Goal, Text] = MappingProxyType(
    {
        Capability.STRENGTHS_AND_WEAKNESSES: Text(
            nl="eigen sterke en zwakke kanten zien", en="seeing one's own strengths and weaknesses"
        ),
        Capability.CONSEQUENCES: Text(
            nl="zien wat je handelen teweegbrengt", en="seeing the consequences of one's acts"
        ),
        Capability.NORMS_AND_VALUES: Text(
            nl="eigen normen en waarden kennen", en="knowing one's own norms and values"
        ),
        Capability.OWN_ROLE: Text(nl="je eigen rol kennen", en="knowing one's own role"),
        Capability.ALTERNATIVES: Text(
            nl="andere manieren van handelen vinden", en="finding other ways to act"
        ),
        Capability.FEEDBACK: Text(nl="duidelijke feedback geven", en="giving clear feedback"),
        Capability.CONFRONTING: Text(
            nl="confronteren in het hier en nu", en="confronting in the here and now"
        ),
        Capability.MIRRORING: Text(
            nl="een spiegel zijn zonder te oordelen", en="being a mirror without judging"
        ),
        Capability.REFLECTING_FEELINGS: Text(nl="gevoelens teruggeven", en="reflecting feelings"),
        Capability.ASKING_ON: Text(nl="doorvragen", en="asking on"),
        Theme.CONFLICT: Text(nl="omgaan met conflict", en="handling conflict"),
        Theme.DIFFERENCES: Text(nl="omgaan met verschillen", en="dealing with differences"),
        Theme.CHANGE: Text(nl="omgaan met verandering", en="dealing with change"),
        Theme.MOTIVATING: Text(nl="motiveren", en="motivating"),
        Theme.WORKLOAD: Text(nl="werkdruk en grenzen", en="workload and limits"),
    }
)
