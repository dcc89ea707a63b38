"""The fixed values of the sealing formats, version 1: made to the byte, and read."""

from typing import Any

import pyrage

from kring.client.vault.chain import Member, member_of, sign_statement, verify_chain
from kring.client.vault.door import admission_proof, join_mac
from kring.client.vault.export import age_identity
from kring.client.vault.grants import open_grant
from kring.client.vault.keys import (
    SlotKind,
    age_seed,
    derive_keys,
    make_slot,
    open_slot,
    passphrase_keys,
    recovery_keys,
)
from kring.client.vault.primitives import from_base64url
from kring.client.vault.recovery import parse_recovery_code, recovery_code
from kring.client.vault.seal import Place, box_key, group_scope, open_envelope, seal, self_scope
from kring.client.vault.words import control_words

Vectors = dict[str, Any]  # JSON


def seq(length: int, start: int) -> bytes:
    return bytes((i * 7 + start) & 255 for i in range(length))


VAULT_KEY = seq(32, 11)


def test_passphrase_gives_the_same_secrets_and_the_same_slot(vectors: Vectors) -> None:
    keys = passphrase_keys(vectors["A"], vectors["PASS"], seq(16, 3))

    slot = make_slot(SlotKind.PASS, keys, vectors["A"], VAULT_KEY, salt=seq(16, 3), nonce=seq(12, 5))

    assert (keys.auth, slot) == (vectors["auth"], vectors["slot"])
    assert open_slot(vectors["slot"], keys, vectors["A"]) == VAULT_KEY


def test_recovery_code_gives_the_same_secrets_and_the_same_slot(vectors: Vectors) -> None:
    typed = vectors["code"].upper().replace("0", "O").replace("1", "l")

    bits = parse_recovery_code(typed)
    keys = recovery_keys(vectors["A"], bits, seq(16, 3))
    slot = make_slot(SlotKind.RECOVERY, keys, vectors["A"], VAULT_KEY, salt=seq(16, 3), nonce=seq(12, 6))

    assert (bits, recovery_code(bits)) == (seq(16, 77), vectors["code"])
    assert (keys.auth, slot) == (vectors["rauth"], vectors["rslot"])


def test_vault_key_gives_the_same_public_keys(vectors: Vectors) -> None:
    anna, bram = derive_keys(VAULT_KEY, vectors["A"]), derive_keys(seq(32, 99), vectors["B"])

    assert list(member_of(anna, "Anna")) == vectors["memberA"]
    assert list(member_of(bram, "Bram Müller")) == vectors["memberB"]


def test_statement_is_written_and_signed_to_the_byte(vectors: Vectors) -> None:
    anna, group = derive_keys(VAULT_KEY, vectors["A"]), vectors["G"]
    members = [Member(*vectors["memberB"]), Member(*vectors["memberA"])]

    first = sign_statement(
        anna,
        group=group,
        previous=None,
        why="create",
        members=members[1:],
        group_key=seq(32, 1),
        at="2026-11-21T19:00:00Z",
    )
    (previous,) = verify_chain(group, [first])
    second = sign_statement(
        anna,
        group=group,
        previous=previous,
        why="add",
        members=members,
        group_key=seq(32, 2),
        at="2026-11-21T19:05:00Z",
    )

    assert [first, second] == vectors["chain"]


def test_both_members_open_their_grant_of_the_second_epoch(vectors: Vectors) -> None:
    second = verify_chain(vectors["G"], vectors["chain"])[1]
    people = [derive_keys(VAULT_KEY, vectors["A"]), derive_keys(seq(32, 99), vectors["B"])]

    opened = [open_grant(person, second, vectors["grants_epoch_1"][person.acct]) for person in people]

    assert opened == [seq(32, 2)] * 2


def test_text_is_sealed_to_the_byte_and_opens(vectors: Vectors) -> None:
    scope = group_scope(vectors["G"], 1)
    place = Place(scope, vectors["BOX"], vectors["IT"], "case.body", vectors["A"], 1)
    key = box_key(seq(32, 2), scope, vectors["BOX"], seq(32, 200))

    assert seal(key, place, vectors["TEXT"], seq(12, 9)) == vectors["envelope"]
    assert open_envelope(key, place, vectors["envelope"]) == vectors["TEXT"]


def test_text_for_oneself_is_sealed_to_the_byte_and_opens(vectors: Vectors) -> None:
    scope = self_scope(vectors["A"])
    place = Place(scope, vectors["BOX"], vectors["IT"], "case.body", vectors["A"], 1)
    key = box_key(derive_keys(VAULT_KEY, vectors["A"]).self_key, scope, vectors["BOX"], seq(32, 200))

    assert seal(key, place, "Alleen voor mij", seq(12, 10)) == vectors["selfEnvelope"]
    assert open_envelope(key, place, vectors["selfEnvelope"]) == "Alleen voor mij"


def test_secret_of_an_invitation_proves_the_same(vectors: Vectors) -> None:
    secret, group, invite = seq(32, 55), vectors["G"], vectors["INV"]

    assert join_mac(secret, group, invite, Member(*vectors["memberB"])) == vectors["mac"]
    assert admission_proof(secret, group, invite, vectors["chain"][1]) == vectors["proof"]


def test_control_words_are_the_same(vectors: Vectors) -> None:
    words = control_words(verify_chain(vectors["G"], vectors["chain"])[1], "en")

    assert list(words.eight) == vectors["words"]
    assert words.four == words.eight[:4]
    assert [len(digits) for digits in words.digits.split()] == [3] * 9


def test_own_age_key_is_the_same_and_opens_its_archive(vectors: Vectors) -> None:
    identity = pyrage.x25519.Identity.from_str(age_identity(age_seed(VAULT_KEY, vectors["A"])))

    opened = pyrage.decrypt(from_base64url(vectors["ageFile"]), [identity])

    assert str(identity) == vectors["ageId"]
    assert str(identity.to_public()) == vectors["ageRec"]
    assert opened.decode() == vectors["TEXT"]
