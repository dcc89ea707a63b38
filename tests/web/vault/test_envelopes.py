"""What is not sealed doesn't get in."""

import secrets
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from kring.web.vault.envelopes import MOST_CHARACTERS, NotSealed, TooLarge, box_of, is_padded_size
from tests.web.keys import b64, envelope

BOX = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb"


def test_envelope_says_in_which_box_it_lies() -> None:
    assert box_of(envelope(BOX)) == UUID(BOX).bytes


@pytest.mark.parametrize("size", [256, 272, 288, 512, 544, 1024, 2048, 2176])
def test_padded_sizes_are_allowed(size: int) -> None:
    assert is_padded_size(size)


@pytest.mark.parametrize("size", [0, 1, 255, 257, 260, 300, 513, 1000, 2050])
def test_other_sizes_show_that_somebody_padded_otherwise(size: int) -> None:
    assert not is_padded_size(size)
    with pytest.raises(NotSealed):
        box_of(envelope(BOX, size))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mijn leidinggevende luistert niet.",
        envelope(BOX) + "=",
        envelope(BOX)[:-1],
        "A" + envelope(BOX),
        envelope(BOX).replace("A", "+", 1),
        b64(b"\x02" + secrets.token_bytes(300)),
        b64(b"\x01" + secrets.token_bytes(100)),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NotSealed) as refused:
        box_of(text)

    assert text == "" or text not in str(refused.value)


@given(st.text(max_size=500))
def test_no_text_of_a_person_passes(text: str) -> None:
    with pytest.raises(NotSealed):
        box_of(text)


def test_other_way_of_writing_the_same_bytes_is_refused() -> None:
    sealed = envelope(BOX, 272)  # 317 bytes: the last character has bits to spare
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    twin = sealed[:-1] + alphabet[alphabet.index(sealed[-1]) ^ 1]

    box_of(sealed)
    with pytest.raises(NotSealed):
        box_of(twin)


def test_more_than_64_kilobytes_is_too_large() -> None:
    with pytest.raises(TooLarge):
        box_of("A" * (MOST_CHARACTERS + 1))
