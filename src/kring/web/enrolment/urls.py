"""Addresses of this room."""

from django.urls import path

from kring.web.enrolment.views import enrol, mine, people, pooling, tables

urlpatterns = [
    path("enrol/<uuid:token>/", enrol.enrol, name="enrol"),
    path("enrol/<uuid:token>/form/", enrol.enrol_form, name="enrol-form"),
    path("enrol/<uuid:token>/form/leaving/", enrol.not_taking_part, name="not-taking-part"),
    path("programmes/<uuid:programme>/people/", people.people, name="people-of-programme"),
    path("programmes/<uuid:programme>/people/new/", people.new_person, name="new-person"),
    path("programmes/<uuid:programme>/people/link/", people.enrolment_link, name="enrolment-link"),
    path("programmes/<uuid:programme>/people/letters/", people.letters, name="write-to-people"),
    path("programmes/<uuid:programme>/people/pooling/", pooling.joining, name="pooling"),
    path("programmes/<uuid:programme>/people/table/", tables.table, name="table"),
    path(
        "programmes/<uuid:programme>/people/table/people.xlsx",
        tables.template,
        {"form": "xlsx"},
        name="template-xlsx",
    ),
    path(
        "programmes/<uuid:programme>/people/table/people.csv",
        tables.template,
        {"form": "csv"},
        name="template-csv",
    ),
    path("programmes/<uuid:programme>/people/table/<uuid:table>/", tables.in_hand, name="table-in-hand"),
    path("programmes/<uuid:programme>/people/table/<uuid:table>/in/", tables.taking_in, name="take-in"),
    path("programmes/<uuid:programme>/people/table/<uuid:table>/up/", tables.giving_up, name="give-up"),
    path("programmes/<uuid:programme>/people/table/<uuid:table>/faulty/", tables.faulty, name="faulty-rows"),
    path("programmes/<uuid:programme>/people/<uuid:participant>/", people.person, name="person-in-programme"),
    path(
        "programmes/<uuid:programme>/people/<uuid:participant>/removal/", people.removal, name="remove-person"
    ),
    path(
        "programmes/<uuid:programme>/people/<uuid:participant>/letter/", people.letter, name="write-to-person"
    ),
    path("programmes/<uuid:programme>/mine/", mine.mine, name="mine"),
    path("programmes/<uuid:programme>/mine/voice/", mine.voice, name="my-voice"),
    path("programmes/<uuid:programme>/mine/facts/", mine.facts, name="my-facts"),
    path("programmes/<uuid:programme>/mine/leaving/", mine.leaving, name="leave-programme"),
    path("programmes/<uuid:programme>/mine/download/", mine.download, name="download-my-part"),
    path("organisations/<uuid:organisation>/pooling/", pooling.agreements, name="pooling-agreements"),
    path(
        "organisations/<uuid:organisation>/pooling/<uuid:other>/stopping/",
        pooling.stopping,
        name="stop-pooling",
    ),
]
