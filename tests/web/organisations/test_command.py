"""`kring organisation`: what the host does."""

import pytest

from kring.cli import main
from kring.web.organisations.models import Organisation, Organiser

ADD = ["organisation", "add", "Zorggroep Noord", "--organiser", "Karin@example.org"]


def test_host_makes_an_organisation_and_names_who_organises(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(ADD) == 0
    assert main(["organisation", "appoint", "Zorggroep Noord", "wei@example.org"]) == 0
    assert main(["organisation", "rename", "Zorggroep Noord", "Zorggroep Oost"]) == 0
    assert main(["organisation", "dismiss", "Zorggroep Oost", "KARIN@example.org"]) == 0
    capsys.readouterr()

    assert main(["organisation", "list"]) == 0

    [organisation] = Organisation.objects.all()
    assert capsys.readouterr().out == (
        f"Zorggroep Oost  /organisations/{organisation.pk}/\n  wei@example.org  (has not signed in yet)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (ADD, "There is an organisation 'Zorggroep Noord' already."),
        (["organisation", "add", " ", "--organiser", "karin@example.org"], "Give the organisation a name"),
        (["organisation", "add", "Oost", "--organiser", "karin"], "'karin' isn't an address of mail."),
        (["organisation", "appoint", "West", "karin@example.org"], "No organisation 'West'."),
        (["organisation", "rename", "Zorggroep Noord", "Zorggroep Noord"], "There is an organisation"),
        (
            ["organisation", "dismiss", "Zorggroep Noord", "wei@example.org"],
            "wei@example.org doesn't organise",
        ),
    ],
    ids=["twice", "without a name", "without an address", "of nobody", "as it is called", "who doesn't"],
)
def test_what_cannot_be_done_is_said_and_nothing_is(
    db: None, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    main(ADD)

    assert main(arguments) == 1

    assert says in capsys.readouterr().err
    assert list(Organiser.objects.values_list("organisation__name", "mail")) == [
        ("Zorggroep Noord", "karin@example.org")
    ]
