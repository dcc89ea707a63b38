import pytest

from kring.client.link import NotALink, read_link

MEETING = "0f8fad5b-d9cb-469f-a165-70867728950e"
SECRET = "A" * 43


def test_link_as_copied_from_the_address_bar() -> None:
    link = read_link(f" https://kring.example.org/m/{MEETING}/#{SECRET}\n")

    assert (link.origin, link.meeting, link.secret) == ("https://kring.example.org", MEETING, SECRET)
    assert str(link) == f"https://kring.example.org/m/{MEETING}/#{SECRET}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kring.example.org",
        f"ftp://kring.example.org/m/{MEETING}/#{SECRET}",
        f"https://kring.example.org/m/{MEETING}/",
        f"https://kring.example.org/m/{MEETING}/#{SECRET[1:]}",
        f"https://kring.example.org/m/../admin/#{SECRET}",
        f"https://kring.example.org/m/{MEETING}/wall/#{SECRET}",
    ],
)
def test_anything_else_is_no_link(text: str) -> None:
    with pytest.raises(NotALink):
        read_link(text)


def test_a_secret_is_not_shown_by_accident() -> None:
    link = read_link(f"https://kring.example.org/m/{MEETING}/#{SECRET}")

    assert SECRET not in repr(link)
    with pytest.raises(NotALink) as wrong:
        read_link(f"https://kring.example.org/elsewhere/#{SECRET}")
    assert SECRET not in str(wrong.value)
