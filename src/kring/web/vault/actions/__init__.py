"""Deeds of the four walls. The server keeps books; whether a key or a signature is any good only members can tell."""

from kring.web.vault.actions.epochs import (
    begin_epoch,
    close_door,
    close_group,
    destroy_group,
    give_up_seat,
    grant_earlier,
    key_is_due,
    knock,
    open_group,
    take_leave,
    taken,
)
from kring.web.vault.actions.lasting import ask_in, begin_lasting, destroy_lasting, give_up_place
from kring.web.vault.actions.sealed import NewText, make_self_box, shred, store, store_now

__all__ = [
    "NewText",
    "ask_in",
    "begin_epoch",
    "begin_lasting",
    "close_door",
    "close_group",
    "destroy_group",
    "destroy_lasting",
    "give_up_place",
    "give_up_seat",
    "grant_earlier",
    "key_is_due",
    "knock",
    "make_self_box",
    "open_group",
    "shred",
    "store",
    "store_now",
    "take_leave",
    "taken",
]
