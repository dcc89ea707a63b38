import pytest

from kring.client.vault import Code, KeyWarning, KringError, Opened, Sealed, Vault
from kring.client.vault.primitives import base64url
from tests.client.vault.meeting import NOW, Meeting


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def write(meeting: Meeting, vault: Vault, author: str, text: str, said_as: str | None = None) -> Sealed:
    """Something written under entry 1."""
    envelope = vault.seal(
        group=meeting.group, item="1", field="entry.advice", rev=1, text=text, author=said_as
    )
    return Sealed(envelope, "1", "entry.advice", said_as or author, 1)


def test_guest_reads_what_is_written_after_coming_in(meeting: Meeting) -> None:
    bram = Vault()
    acct = meeting.let_in(bram)

    sealed = [
        write(meeting, meeting.noor, meeting.begun.acct, "Wat raakt jou hierin?"),
        write(meeting, bram, acct, "Ik schrok ervan.", said_as="anonymous"),
    ]

    assert meeting.noor.open(group=meeting.group, items=sealed) == [
        Opened("Wat raakt jou hierin?"),
        Opened("Ik schrok ervan."),
    ]
    assert bram.open(group=meeting.group, items=sealed) == meeting.noor.open(
        group=meeting.group, items=sealed
    )


def test_late_comer_is_granted_the_earlier_epochs(meeting: Meeting) -> None:
    sealed = write(meeting, meeting.noor, meeting.begun.acct, "Eerder gezegd.")
    wei = Vault()
    acct = meeting.let_in(wei)

    before = wei.open(group=meeting.group, items=[sealed])
    meeting.server.grants[acct] |= meeting.noor.regrant(group=meeting.group, acct=acct, epochs=[0])
    meeting.server.tell(wei, acct)

    assert before == [Opened(error=Code.NO_GRANT)]
    assert wei.open(group=meeting.group, items=[sealed]) == [Opened("Eerder gezegd.")]


def test_whose_keys_are_gone_takes_the_old_seat_and_the_others_see_it(meeting: Meeting) -> None:
    old, new = Vault(), Vault()
    acct = meeting.let_in(old)
    candidate = meeting.at_the_door(new, acct)
    admission = meeting.noor.admit(group=meeting.group, secret=meeting.begun.secret, candidates=[candidate])
    meeting.server.store(admission, dict(admission.proofs))

    seen = meeting.server.tell(meeting.noor, meeting.begun.acct)
    entered = meeting.server.tell(new, acct)

    assert seen.warnings == (KeyWarning(Code.REKEYED, 2, acct),)
    assert entered.warnings == ()
    with pytest.raises(KringError, match="taken"):
        meeting.server.tell(old, acct)


def test_after_someone_left_what_is_sealed_does_not_open_for_them(meeting: Meeting) -> None:
    ruud = Vault()
    acct = meeting.let_in(ruud)
    meeting.server.store(meeting.noor.remove(group=meeting.group, acct=acct))
    meeting.server.tell(meeting.noor, meeting.begun.acct)

    sealed = write(meeting, meeting.noor, meeting.begun.acct, "Onder ons.")

    with pytest.raises(KringError, match="removed"):
        meeting.server.tell(ruud, acct)
    assert ruud.open(group=meeting.group, items=[sealed]) == [Opened(error=Code.BOX)]
    with pytest.raises(KringError, match="no-grant"):
        write(meeting, ruud, acct, "Nog iets.")


def test_secret_lets_in_a_hall_and_no_more(meeting: Meeting) -> None:
    crowd = [meeting.at_the_door(Vault()) for _ in range(60)]

    admission = meeting.noor.admit(group=meeting.group, secret=meeting.begun.secret, candidates=crowd)

    assert (len(admission.grants), admission.refused) == (60, (crowd[-1]["acct"],))


def test_someone_still_at_the_door_is_told_to_wait(meeting: Meeting) -> None:
    joost = Vault()
    candidate = meeting.at_the_door(joost)

    with pytest.raises(KringError, match="not-yet"):
        meeting.server.tell(joost, candidate["acct"])


def test_knocking_twice_shows_the_same(meeting: Meeting) -> None:
    bram = Vault()

    assert meeting.at_the_door(bram) == meeting.at_the_door(bram)


def test_client_that_stopped_goes_on_with_both_halves_of_its_key(meeting: Meeting) -> None:
    bram, again = Vault(), Vault()
    acct = meeting.let_in(bram)
    sealed = write(meeting, meeting.noor, meeting.begun.acct, "Welkom terug.")

    resumed = again.resume(
        group=meeting.group, kept=bram.keep(group=meeting.group), secret=meeting.begun.secret
    )
    entered = meeting.server.tell(again, acct)

    assert (resumed, entered.warnings) == (acct, ())
    assert again.open(group=meeting.group, items=[sealed]) == [Opened("Welkom terug.")]


def test_client_without_pin_and_without_secret_is_warned(meeting: Meeting) -> None:
    bram, again = Vault(), Vault()
    acct = meeting.let_in(bram)

    again.resume(group=meeting.group, kept=bram.keep(group=meeting.group))
    entered = meeting.server.tell(again, acct)

    assert entered.warnings == (KeyWarning(Code.UNPINNED, 1),)


def test_pin_outlives_the_keys(meeting: Meeting) -> None:
    meeting.let_in(Vault())
    kept = meeting.noor.keep(group=meeting.group)
    meeting.noor.lock()
    meeting.noor.resume(group=meeting.group, kept=kept)
    del meeting.server.chain[1:]

    with pytest.raises(KringError, match="rollback"):
        meeting.server.tell(meeting.noor, meeting.begun.acct)


def test_another_history_is_found_out(meeting: Meeting) -> None:
    candidates = [meeting.at_the_door(Vault())]
    fork = meeting.noor.admit(
        group=meeting.group, secret=meeting.begun.secret, candidates=candidates, now=NOW
    )
    meeting.let_in(Vault())
    meeting.server.chain[1] = fork.statement

    with pytest.raises(KringError, match="fork"):
        meeting.server.tell(meeting.noor, meeting.begun.acct)


def test_private_notes_open_for_oneself_alone(meeting: Meeting) -> None:
    bram = Vault()
    acct = meeting.let_in(bram)

    envelope = bram.seal_self(group=meeting.group, item="2", field="note", rev=1, text="Alleen voor mij")
    note = Sealed(envelope, "2", "note", acct, 1)

    assert bram.open_self(group=meeting.group, items=[note]) == [Opened("Alleen voor mij")]
    assert meeting.noor.open_self(group=meeting.group, items=[note]) == [Opened(error=Code.BOX)]
    assert meeting.noor.open(group=meeting.group, items=[note]) == [Opened(error=Code.BOX)]


def test_who_forgets_a_meeting_has_nothing_left_of_it(meeting: Meeting) -> None:
    meeting.noor.forget(group=meeting.group)

    assert meeting.noor.seat(group=meeting.group) is None
    with pytest.raises(KringError, match="locked"):
        write(meeting, meeting.noor, meeting.begun.acct, "Weg.")


def test_no_secret_shows_when_a_value_is_printed(meeting: Meeting) -> None:
    kept = meeting.noor.keep(group=meeting.group)

    printed = f"{meeting.begun} {meeting.noor.knock(group=meeting.group, secret=meeting.begun.secret)} {kept}"

    for secret in (meeting.begun.secret, meeting.begun.door_token, kept.device_secret, kept.server_share):
        assert secret not in printed


@pytest.mark.parametrize("secret", ["", "AAAA", base64url(bytes(range(33))), "=" * 43])
def test_what_is_no_secret_is_refused(secret: str) -> None:
    with pytest.raises(KringError, match="encoding"):
        Vault().knock(group="aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", secret=secret)
