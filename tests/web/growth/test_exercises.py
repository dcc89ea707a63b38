"""Pages of the exercises: each with its theory and its steps, on the screen and on paper."""

import pytest
from django.test import Client
from django.utils.html import escape

from kring.core.growth.exercise import Exercise
from kring.core.growth.load import load_exercises
from kring.core.methods.method import Text

EVERY = pytest.mark.parametrize("exercise", load_exercises(), ids=lambda exercise: exercise.id)
BOTH = pytest.mark.parametrize("language", ["nl", "en"])


def page(client: Client, address: str, language: str = "nl") -> str:
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def told(text: Text, language: str) -> str:
    return escape(text.nl if language == "nl" else text.en)


@BOTH
def test_list_leads_to_every_exercise(client: Client, language: str) -> None:
    html = page(client, "/exercises/", language)

    for exercise in load_exercises():
        assert f'href="/exercises/{exercise.id}/"' in html
        assert f'href="/begin/?exercise={exercise.id}"' in html
        assert told(exercise.summary, language) in html


@BOTH
@EVERY
def test_page_and_sheet_have_the_theory_and_all_steps(
    client: Client, exercise: Exercise, language: str
) -> None:
    for address in (f"/exercises/{exercise.id}/", f"/exercises/{exercise.id}/print/"):
        html = page(client, address, language)

        for text in (exercise.theory.title, *exercise.theory.points, exercise.theory.try_this):
            assert told(text, language) in html
        for phase in exercise.phases:
            assert told(phase.name, language) in html
            assert told(phase.instruction.facilitator, language) in html


def test_exercise_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/exercises/nergens/").status_code == 404


def test_begin_page_is_about_the_exercise_alone(client: Client) -> None:
    html = page(client, "/begin/?exercise=open_questions", "en")

    assert 'data-exercise="open_questions"' in html
    assert 'name="method"' not in html
