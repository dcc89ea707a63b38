"""What comes in: a day. What somebody intends comes in sealed, where every sealed text does."""

from datetime import date

import msgspec


class NewReminder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The day on which somebody wants a mail."""

    on: date
