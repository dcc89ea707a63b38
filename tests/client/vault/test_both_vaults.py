"""The vaults of browser and companion in one meeting, with fresh random keys each time."""

import gzip
import json
import secrets
import subprocess
import unicodedata
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

import hatch_build
from kring.client.vault import KringError, Sealed, Vault
from kring.client.vault.chain import Member
from kring.client.vault.door import OPEN_DOOR, join_mac
from kring.client.vault.export import open_age
from kring.client.vault.keys import (
    KeptKey,
    SlotKeys,
    SlotKind,
    make_slot,
    open_slot,
    passkey_keys,
    passphrase_keys,
    read_slot,
    recovery_keys,
)
from kring.client.vault.primitives import base64url, from_base64url
from kring.client.vault.recovery import recovery_code
from kring.client.vault.seal import padded_size
from kring.client.vault.shapes import Box, Candidate, PlacedBox
from tests.client.vault.typescript import FRONTEND, NODE, TypeScriptVault

TEXTS = ["", "Wat raakt jou hierin?", "é" * 130, "🌿\nRegel twee. " * 300, "\0\ufeff“–”", "x" * 65_536]
NOW = datetime(2026, 11, 21, 19, tzinfo=UTC)


@pytest.fixture
def browser() -> Iterator[TypeScriptVault]:
    with TypeScriptVault() as vault:
        yield vault


@pytest.fixture
def group() -> str:
    return str(uuid.uuid4())


def test_companion_comes_into_a_meeting_that_a_browser_began(browser: TypeScriptVault, group: str) -> None:
    begun = browser.ask("beginGroup", group=group, now="2026-11-21T19:00:00.000Z")
    boxes = [begun["box"] | {"epoch": 0}]
    news = {"chain": [begun["statement"]], "boxes": boxes, "grants": {"0": begun["grant"]}, "pin": None}
    browser.ask("enter", group=group, **news)
    earlier = browser.ask("seal", group=group, item="1", field="note", rev=1, text="Eerder gezegd.")
    companion = Vault()

    knocked = companion.knock(group=group, secret=begun["secret"])
    candidate = {"acct": knocked.acct, "member": knocked.member, "mac": knocked.join_mac}
    admission = browser.ask(
        "admit", group=group, secret=begun["secret"], candidates=[candidate], now="2026-11-21T19:05:00Z"
    )
    chain = [begun["statement"], admission["statement"]]
    boxes = [*boxes, admission["box"] | {"epoch": 1}]
    grants = {"1": admission["grants"][begun["acct"]]}
    browser.ask("enter", group=group, chain=chain, grants=grants, boxes=boxes, pin=None)
    regranted = browser.ask("regrant", group=group, acct=knocked.acct, epochs=[0])
    entered = companion.enter(
        group=group,
        chain=chain,
        grants=regranted | {"1": admission["grants"][knocked.acct]},
        boxes=boxes,
        proofs=admission["proofs"],
    )

    assert knocked.door_token == begun["doorToken"]
    assert entered.warnings == ()
    assert {member.acct for member in entered.roster} == {begun["acct"], knocked.acct}
    sealed = Sealed(earlier, "1", "note", begun["acct"], 1)
    assert [opened.text for opened in companion.open(group=group, items=[sealed])] == ["Eerder gezegd."]
    assert_texts_go_both_ways(browser, begun["acct"], companion, knocked.acct, group)
    assert_same_words(browser, companion, group)


def test_browser_comes_into_a_meeting_that_a_companion_began(browser: TypeScriptVault, group: str) -> None:
    companion = Vault()
    begun = companion.begin_group(group=group, now=NOW)
    boxes = [placed(begun.box, 0)]
    companion.enter(group=group, chain=[begun.statement], grants={"0": begun.grant}, boxes=boxes)

    admission = companion.admit(
        group=group, secret=begun.secret, candidates=[at_the_door(browser, group, begun.secret)], now=NOW
    )
    acct = browser.ask("seat", group=group)
    chain = [begun.statement, admission.statement]
    boxes.append(placed(admission.box, 1))
    news = {"chain": chain, "boxes": boxes, "grants": {"1": admission.grants[acct]}, "pin": None}
    entered = browser.ask("enter", group=group, **news, proofs=admission.proofs)
    grants = {"1": admission.grants[begun.acct]}
    companion.enter(group=group, chain=chain, boxes=boxes, grants=grants)

    assert (entered["epoch"], entered["warnings"]) == (1, [])
    assert_texts_go_both_ways(browser, acct, companion, begun.acct, group)
    assert_same_words(browser, companion, group)


def test_server_that_puts_a_group_of_its_own_in_place_lets_nobody_in(
    browser: TypeScriptVault, group: str
) -> None:
    secret = base64url(secrets.token_bytes(32))
    candidate = at_the_door(browser, group, secret)
    server = Vault()
    begun = server.begin_group(group=group, now=NOW)
    forged: Candidate = {**candidate, "mac": join_mac_of_the_server(begun.secret, group, candidate)}

    admission = server.admit(group=group, secret=begun.secret, candidates=[forged], now=NOW)

    chain = [begun.statement, admission.statement]
    news = {"chain": chain, "boxes": [], "grants": {"1": admission.grants[candidate["acct"]]}, "pin": None}
    assert browser.refusal("enter", group=group, **news, proofs=admission.proofs) == "proof"
    assert browser.refusal("enter", group=group, **news, proofs={}) == "proof"


def test_who_does_not_know_the_secret_stays_outside(browser: TypeScriptVault, group: str) -> None:
    companion = Vault()
    begun = companion.begin_group(group=group, now=NOW)
    stranger = at_the_door(browser, group, base64url(secrets.token_bytes(32)))

    with pytest.raises(KringError) as refusal:
        companion.admit(group=group, secret=begun.secret, candidates=[stranger], now=NOW)

    assert refusal.value.code == "refused"


@pytest.mark.parametrize("kind", SlotKind)
def test_slot_made_by_one_is_opened_by_the_other(browser: TypeScriptVault, kind: SlotKind) -> None:
    acct, vault_key, salt = str(uuid.uuid4()), secrets.token_bytes(32), secrets.token_bytes(16)
    opener, keys_with = openers(kind, acct)
    asked = {"acct": acct, "opener": unicodedata.normalize("NFD", opener)}

    theirs = browser.ask("makeSlot", kind=kind.word, vaultKey=base64url(vault_key), **asked)
    ours = make_slot(kind, keys_with(salt), acct, vault_key, salt=salt)

    their_keys = keys_with(read_slot(theirs["slot"]).salt)
    assert theirs["auth"] == their_keys.auth
    assert open_slot(theirs["slot"], their_keys, acct) == vault_key
    opened = browser.ask("openSlot", slot=ours, **asked)
    assert opened == {"vaultKey": base64url(vault_key), "auth": keys_with(salt).auth}
    assert browser.refusal("openSlot", slot=ours, **asked | {"acct": str(uuid.uuid4())}) == "passphrase"


def openers(kind: SlotKind, acct: str) -> tuple[str, Callable[[bytes], SlotKeys]]:
    match kind:
        case SlotKind.PASS:
            passphrase = "ﬁets Ångström lantaarn"
            return passphrase, lambda salt: passphrase_keys(acct, passphrase, salt)
        case SlotKind.RECOVERY:
            code = secrets.token_bytes(16)
            return recovery_code(code), lambda salt: recovery_keys(acct, code, salt)
        case SlotKind.PRF:
            output = secrets.token_bytes(32)
            return base64url(output), lambda salt: passkey_keys(acct, output)


def test_recovery_code_is_written_alike(browser: TypeScriptVault) -> None:
    bits = secrets.token_bytes(16)

    assert browser.ask("recoveryCode", bits=base64url(bits)) == recovery_code(bits)


def test_key_kept_by_one_is_resumed_by_the_other(browser: TypeScriptVault, group: str) -> None:
    companion = Vault()
    begun = browser.ask("beginGroup", group=group, now="2026-11-21T19:00:00Z")
    kept = browser.ask("keep", group=group)

    acct = companion.resume(
        group=group, kept=KeptKey(kept["deviceSecret"], kept["serverShare"], kept["wrapped"])
    )
    back = companion.keep(group=group)
    browser.ask("forget", group=group)
    halves = {"deviceSecret": back.device_secret, "serverShare": back.server_share, "wrapped": back.wrapped}
    resumed = browser.ask("resume", group=group, kept=halves)
    elsewhere = browser.refusal("resume", group=str(uuid.uuid4()), kept=halves)

    assert acct == begun["acct"]
    assert resumed == {"acct": acct}
    assert elsewhere == "tampered"


def test_padding_is_the_same_for_every_length(browser: TypeScriptVault) -> None:
    ours = [padded_size(length) for length in range(70_000)]

    assert ours == browser.ask("paddedSizes")


def test_archive_of_a_browser_is_opened_by_anybody_with_age(browser: TypeScriptVault) -> None:
    text = "Wat ik meeneem: “eerst vragen” 🌿"

    archive = from_base64url(browser.ask("toAge", content=text, passphrase="zes woorden"))

    assert open_age(archive, "zes woorden").decode() == text


def test_script_that_holds_the_keys_stays_small() -> None:
    hatch_build.install_packages()
    options = {
        "bundle": True,
        "minify": True,
        "format": "iife",
        "target": "es2022",
        "entryPoints": ["vault/worker.ts"],
    }
    options |= {"define": {"KRING_FILES": "{}"}, "write": False}
    script = f"const {{ outputFiles }} = require('esbuild').buildSync({json.dumps(options)});"

    built = subprocess.run(
        [str(NODE), "--input-type=commonjs", "--eval", f"{script} process.stdout.write(outputFiles[0].text)"],
        cwd=FRONTEND,
        capture_output=True,
        check=True,
    )

    # Lasting keys (slots, circles, methods of one's own) brought it from 18 to 19.3 kB; a phone reads it once.
    assert 10_000 < len(gzip.compress(built.stdout, 9)) <= 20_000


def placed(box: Box, epoch: int) -> PlacedBox:
    return {"id": box["id"], "salt": box["salt"], "epoch": epoch}


def at_the_door(browser: TypeScriptVault, group: str, secret: str) -> Candidate:
    knocked = browser.ask("knock", group=group, secret=secret)
    return {"acct": knocked["acct"], "member": knocked["member"], "mac": knocked["joinMac"]}


def join_mac_of_the_server(secret: str, group: str, candidate: Candidate) -> str:
    return join_mac(from_base64url(secret), group, OPEN_DOOR, Member(*candidate["member"]))


def assert_texts_go_both_ways(
    browser: TypeScriptVault, their_acct: str, companion: Vault, our_acct: str, group: str
) -> None:
    place: dict[str, str | int] = {"item": "2", "field": "entry.advice", "rev": 3}
    theirs = [browser.ask("seal", group=group, **place, text=text) for text in TEXTS]
    ours = [companion.seal(group=group, item="2", field="entry.advice", rev=3, text=text) for text in TEXTS]

    opened = companion.open(
        group=group, items=[Sealed(one, "2", "entry.advice", their_acct, 3) for one in theirs]
    )
    items = [place | {"envelope": one, "author": our_acct} for one in ours]
    moved = browser.ask("open", group=group, items=[one | {"rev": 4} for one in items])

    assert [one.text for one in opened] == TEXTS
    assert browser.ask("open", group=group, items=items) == [{"text": text} for text in TEXTS]
    assert moved == [{"error": "tampered"}] * len(TEXTS)


def assert_same_words(browser: TypeScriptVault, companion: Vault, group: str) -> None:
    assert browser.ask("words", group=group)["digits"] == companion.words(group=group, language="en").digits
