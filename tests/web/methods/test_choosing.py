"""The pages that help in choosing: all of the triage, and all that the adviser needs, in the page itself."""

import json
import re
from html import unescape

import pytest
from django.test import Client

from kring.core.methods.advice import Question, load_triage, next_step, packed
from kring.core.methods.faults import Language, say
from kring.core.methods.load import load_library

TRIAGE = load_triage()
IDS = {method.id for method in load_library()}


def page(client: Client, address: str, language: str = "nl") -> str:
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def steps(html: str) -> dict[str, str]:
    """The questions and outcomes, by id."""
    sections = re.findall(r'<section class="triage__step" id="(\w+)"(.*?)</section>', html, re.DOTALL)
    return dict(sections)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_whole_triage_is_in_the_page(client: Client, language: Language) -> None:
    found = steps(page(client, "/methods/question/", language))

    assert list(found) == [one.id for one in TRIAGE.questions] + [one.kind.value for one in TRIAGE.outcomes]
    for question in TRIAGE.questions:
        assert say(question.asks, language) in found[question.id]
    for outcome in TRIAGE.outcomes:
        told = [outcome.says, *outcome.go_to, *(line.for_whom for line in outcome.lines)]
        told += [text for text in (outcome.begin_with, outcome.afterwards) if text is not None]
        assert [text.nl for text in told if say(text, language) not in found[outcome.kind.value]] == []


def test_every_answer_leads_where_the_tree_says(client: Client) -> None:
    found = steps(page(client, "/methods/question/"))

    for question in TRIAGE.questions:
        links = re.findall(r'href="#(\w+)" data-answer="(\w+)"', found[question.id])
        for leads_to, given in links:
            follows = next_step(TRIAGE, (*way_to(question.id), given))
            assert leads_to == (follows.id if isinstance(follows, Question) else follows.kind.value)
        assert [given for _, given in links] == [answer.id for answer in question.answers]


def way_to(question: str) -> tuple[str, ...]:
    """A row of answers that ends at a question."""
    if question == TRIAGE.first:
        return ()
    before, given = next(
        (before.id, answer.id)
        for before in TRIAGE.questions
        for answer in before.answers
        if answer.question == question
    )
    return (*way_to(before), given)


def test_an_outcome_for_a_circle_names_every_method_that_suits(client: Client) -> None:
    found = steps(page(client, "/methods/question/"))

    for outcome in TRIAGE.outcomes:
        named = set(re.findall(r'href="/methods/([a-z0-9-]+)/"', found[outcome.kind.value])) & IDS
        assert named == {method.id for method in load_library() if set(outcome.suits) & set(method.suits)}


def test_no_link_carries_the_kind_of_question(client: Client) -> None:
    kinds = {kind.value for outcome in TRIAGE.outcomes for kind in (outcome.kind, *outcome.suits)}
    for address in ("/methods/question/", "/methods/advice/"):
        queries = re.findall(r'href="[^"#]*\?([^"]*)"', page(client, address))

        assert {query.partition("=")[0] for query in queries} == {"method"}
        assert {query.partition("=")[2] for query in queries} <= IDS
        assert kinds - IDS != set()


def test_the_adviser_has_its_suitcase_and_a_card_for_each_method(client: Client) -> None:
    html = client.get("/methods/advice/").content.decode()

    (suitcase,) = re.findall(r'<script id="suitcase" type="application/json">(.*?)</script>', html, re.DOTALL)
    assert json.loads(suitcase) == json.loads(json.dumps(packed(load_library())))
    assert set(re.findall(r'data-method="([a-z0-9-]+)"', html)) == IDS


@pytest.mark.django_db  # the first page asks whether there is an organisation
@pytest.mark.parametrize("address", ["/", "/methods/", "/methods/basis/", "/begin/"])
def test_help_is_one_press_away(client: Client, address: str) -> None:
    html = page(client, address)

    assert re.search(r'href="/methods/(advice|question)/"', html)
