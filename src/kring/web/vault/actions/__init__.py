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
from kring.web.vault.actions.former import forget_former_keys, let_go_of_former, seal_anew
from kring.web.vault.actions.lasting import ask_in, begin_lasting, destroy_lasting, give_up_place
from kring.web.vault.actions.own_keys import (
    begin_afresh,
    change_passphrase,
    keep_passphrase_slot,
    keep_recovery_sheet,
    let_passkey_open,
    make_own_keys,
    passkey_opens_no_more,
)
from kring.web.vault.actions.sealed import (
    NewText,
    make_self_box,
    shred,
    store,
    store_now,
    take_back,
)

__all__ = [
    "NewText",
    "ask_in",
    "begin_afresh",
    "begin_epoch",
    "begin_lasting",
    "change_passphrase",
    "close_door",
    "close_group",
    "destroy_group",
    "destroy_lasting",
    "forget_former_keys",
    "give_up_place",
    "give_up_seat",
    "grant_earlier",
    "keep_passphrase_slot",
    "keep_recovery_sheet",
    "key_is_due",
    "knock",
    "let_go_of_former",
    "let_passkey_open",
    "make_own_keys",
    "make_self_box",
    "open_group",
    "passkey_opens_no_more",
    "seal_anew",
    "shred",
    "store",
    "store_now",
    "take_back",
    "take_leave",
    "taken",
]
