"""Addresses of circles. An invitation's stands apart, because whoever comes by it has no circle yet."""

from django.urls import path

from kring.web.circles.views import (
    agreeing,
    archive,
    circles,
    dates,
    inviting,
    meetings,
    members,
    returning,
    sealed,
)

urlpatterns = [
    path("circles/", circles.circles, name="circles"),
    path("circles/new/", circles.start, name="start-circle"),
    path("circles/back/", returning.coming_back, name="coming-back"),
    path("circles/<uuid:circle>/", circles.circle, name="circle"),
    path("circles/<uuid:circle>/agreed/", circles.agreed, name="agreed"),
    path("circles/<uuid:circle>/keys/", sealed.keys, name="circle-keys"),
    path("circles/<uuid:circle>/epochs/", sealed.epochs, name="circle-epochs"),
    path("circles/<uuid:circle>/grants/", sealed.grants, name="circle-grants"),
    path("circles/<uuid:circle>/own-box/", sealed.own_box, name="circle-own-box"),
    path("circles/<uuid:circle>/sealed/", sealed.sealed, name="circle-sealed"),
    path("circles/<uuid:circle>/invitations/", inviting.invitations, name="invitations"),
    path(
        "circles/<uuid:circle>/invitations/<uuid:invitation>/withdrawal/",
        inviting.withdrawal,
        name="withdrawal",
    ),
    path("invitation/<uuid:circle>/<uuid:invitation>/", inviting.invitation, name="invitation"),
    path("invitation/<uuid:circle>/<uuid:invitation>/no/", inviting.no, name="decline"),
    path("circles/<uuid:circle>/authority/", agreeing.authority, name="authority"),
    path("circles/<uuid:circle>/rules/", agreeing.rules, name="rules"),
    path("circles/<uuid:circle>/rules/<uuid:version>/assent/", agreeing.assent, name="assent"),
    path("circles/<uuid:circle>/members/", members.members, name="members"),
    path("circles/<uuid:circle>/members/<uuid:person_id>/role/", members.role, name="role"),
    path("circles/<uuid:circle>/members/<uuid:person_id>/removal/", members.removal, name="removal"),
    path("circles/<uuid:circle>/members/<uuid:person_id>/back/", returning.help_back, name="help-back"),
    path("circles/<uuid:circle>/leaving/", members.leaving, name="leaving"),
    path("circles/<uuid:circle>/dates/", dates.dates, name="dates"),
    path("circles/<uuid:circle>/dates/<uuid:date>/", dates.date, name="date"),
    path("circles/<uuid:circle>/dates/<uuid:date>/cancelling/", dates.cancelling, name="cancelling"),
    path("circles/<uuid:circle>/dates/<uuid:date>/excuse/", dates.excuse, name="excuse"),
    path("me/archive/", archive.archive, name="archive"),
    path("calendar/<uuid:calendar>.ics", dates.calendar, name="calendar"),
    path("circles/<uuid:circle>/meetings/", meetings.meetings, name="circle-meetings"),
    path("circles/<uuid:circle>/meetings/earlier/", meetings.earlier, name="earlier-meeting"),
    path("circles/<uuid:circle>/meetings/new/", meetings.new, name="open-room"),
    path("circles/<uuid:circle>/meetings/<uuid:meeting>/", meetings.meeting, name="circle-meeting"),
]
