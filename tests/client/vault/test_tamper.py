"""What was moved, changed or swapped doesn't open."""

import secrets
import uuid
from collections.abc import Iterator
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kring.client.vault import KringError, Vault
from kring.client.vault.chain import Member, verify_chain
from kring.client.vault.door import OPEN_DOOR, join_mac
from kring.client.vault.grants import make_grant, open_grant
from kring.client.vault.keys import (
    SlotKind,
    derive_keys,
    keep_key,
    make_slot,
    open_kept_key,
    open_slot,
    passkey_keys,
    read_slot,
)
from kring.client.vault.primitives import base64url, from_base64url, label
from kring.client.vault.recovery import parse_recovery_code, recovery_code
from kring.client.vault.seal import Place, group_scope, open_envelope, pad, padded_size, seal, unpad
from tests.client.vault.meeting import Meeting

GROUP, BOX, ITEM, ACCT, OTHER = (str(uuid.UUID(int=number)) for number in range(1, 6))
PLACE = Place(group_scope(GROUP, 1), BOX, ITEM, "entry.advice", ACCT, 1)
KEY = AESGCM(bytes(32))


def each_bit_changed(text: str) -> Iterator[str]:
    value = from_base64url(text)
    for bit in range(len(value) * 8):
        yield base64url((int.from_bytes(value) ^ 1 << bit).to_bytes(len(value)))


@pytest.mark.parametrize(
    "moved",
    [
        replace(PLACE, scope=group_scope(OTHER, 1)),
        replace(PLACE, scope=group_scope(GROUP, 2)),
        replace(PLACE, item=OTHER),
        replace(PLACE, field="entry.question"),
        replace(PLACE, author="anonymous"),
        replace(PLACE, rev=2),
    ],
    ids=["group", "epoch", "item", "field", "author", "revision"],
)
def test_text_does_not_open_in_another_place(moved: Place) -> None:
    envelope = seal(KEY, PLACE, "Wat raakt jou?")

    with pytest.raises(KringError, match="tampered"):
        open_envelope(KEY, moved, envelope)


def test_text_does_not_open_in_another_box() -> None:
    envelope = seal(KEY, PLACE, "Wat raakt jou?")

    with pytest.raises(KringError, match="box"):
        open_envelope(KEY, replace(PLACE, box=OTHER), envelope)


def test_envelope_with_any_bit_changed_does_not_open() -> None:
    for changed in each_bit_changed(seal(KEY, PLACE, "Wat raakt jou?")):
        with pytest.raises(KringError):
            open_envelope(KEY, PLACE, changed)


@pytest.mark.parametrize("odd", ["", "A", "AQ", "A" * 100_001, "AQ==", "é"])
def test_what_is_no_envelope_is_refused(odd: str) -> None:
    with pytest.raises(KringError):
        open_envelope(KEY, PLACE, odd)


def test_slot_with_any_bit_changed_does_not_open() -> None:
    keys = passkey_keys(ACCT, secrets.token_bytes(32))
    slot = make_slot(SlotKind.PRF, keys, ACCT, secrets.token_bytes(32), salt=bytes(16))

    for changed in each_bit_changed(slot):
        with pytest.raises(KringError):
            open_slot(changed, keys, ACCT)


def test_server_can_not_make_stretching_cheap() -> None:
    keys = passkey_keys(ACCT, bytes(32))
    slot = bytearray(from_base64url(make_slot(SlotKind.PASS, keys, ACCT, bytes(32), salt=bytes(16))))
    slot[2] = 2

    with pytest.raises(KringError, match="kdf"):
        read_slot(base64url(bytes(slot)))


def test_kept_key_with_any_bit_or_half_changed_does_not_open() -> None:
    kept = keep_key(secrets.token_bytes(32), ACCT, GROUP)
    other = base64url(secrets.token_bytes(32))
    wrong = [replace(kept, wrapped=changed) for changed in each_bit_changed(kept.wrapped)]

    for one in (*wrong, replace(kept, server_share=other), replace(kept, device_secret=other)):
        with pytest.raises(KringError):
            open_kept_key(one, GROUP)


def test_recovery_code_with_one_wrong_letter_is_noticed() -> None:
    code = recovery_code(secrets.token_bytes(16))

    for place, letter in enumerate(code):
        if letter != "-":
            with pytest.raises(KringError, match="recovery"):
                parse_recovery_code(code[:place] + ("y" if letter == "z" else "z") + code[place + 1 :])


def test_grant_with_any_bit_changed_or_another_key_is_refused() -> None:
    meeting = Meeting()
    (epoch,) = verify_chain(meeting.group, meeting.server.chain)
    _, vault_key = open_kept_key(meeting.noor.keep(group=meeting.group), meeting.group)
    keys = derive_keys(vault_key, meeting.begun.acct)
    swapped = make_grant(secrets.token_bytes(32), epoch, keys.acct, keys.exchange_open)

    for changed in each_bit_changed(meeting.begun.grant):
        with pytest.raises(KringError, match="grant"):
            open_grant(keys, epoch, changed)
    with pytest.raises(KringError, match="commitment"):
        open_grant(keys, epoch, swapped)


def test_key_that_no_secret_can_be_agreed_with_stays_at_the_door() -> None:
    meeting = Meeting()
    honest = meeting.at_the_door(Vault())
    entry = Member(honest["member"][0], base64url(bytes(32)), *honest["member"][2:])
    mac = join_mac(from_base64url(meeting.begun.secret), meeting.group, OPEN_DOOR, entry)

    with pytest.raises(KringError, match="refused"):
        meeting.noor.admit(
            group=meeting.group,
            secret=meeting.begun.secret,
            candidates=[{"acct": honest["acct"], "member": entry, "mac": mac}],
        )


def test_nobody_can_take_the_seat_of_the_one_who_opens_the_door() -> None:
    meeting = Meeting()
    candidate = meeting.at_the_door(Vault(), acct=meeting.begun.acct)

    with pytest.raises(KringError, match="refused"):
        meeting.noor.admit(group=meeting.group, secret=meeting.begun.secret, candidates=[candidate])


@pytest.mark.parametrize("part", ["", "A", "a b", "a\nb", "-a", "é", "a\n"])
def test_part_that_could_end_its_line_is_refused(part: str) -> None:
    with pytest.raises(KringError, match="context"):
        label("kring/v1/item", part)


@pytest.mark.parametrize("text", ["AA==", "A", "AB", "A+8", "A/8", "AAA\n", "Aé"])
def test_base64url_has_one_spelling_a_value(text: str) -> None:
    with pytest.raises(KringError, match="encoding"):
        from_base64url(text)


def test_padding_hides_the_length_and_is_undone() -> None:
    sizes = [padded_size(length) for length in range(70_000)]

    assert sizes == sorted(sizes)
    assert all(length <= size <= max(256, length * 1.125) for length, size in enumerate(sizes))
    assert [len(unpad(pad(bytes(length)))) for length in (0, 251, 252, 253, 65_536)] == [
        0,
        251,
        252,
        253,
        65_536,
    ]


@pytest.mark.parametrize(("place", "value"), [(255, 1), (14, 1), (2, 1), (0, 255)])
def test_padding_that_hides_something_is_refused(place: int, value: int) -> None:
    padded = bytearray(pad(b"tien tekens"[:10]))
    padded[place] = value

    with pytest.raises(KringError, match="padding"):
        unpad(bytes(padded))


def test_text_that_is_too_long_is_refused_before_it_is_sealed() -> None:
    with pytest.raises(KringError, match="too-long"):
        seal(KEY, PLACE, "é" * 32_769)
