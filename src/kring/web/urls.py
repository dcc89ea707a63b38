"""Every address of the site; the socket's is in `kring.web.asgi`."""

from django.urls import include, path

urlpatterns = [
    path("", include("kring.web.ui.urls")),
    path("", include("kring.web.people.urls")),
    path("", include("kring.web.methods.urls")),
    path("", include("kring.web.growth.urls")),
    path("", include("kring.web.meetings.urls")),
    path("", include("kring.web.vault.urls")),
    path("", include("kring.web.circles.urls")),
    path("", include("kring.web.rhythm.urls")),
    path("", include("kring.web.learning.urls")),
    path("", include("kring.web.cases.urls")),
    path("", include("kring.web.intentions.urls")),
    path("", include("kring.web.vitality.urls")),
    path("", include("kring.web.organisations.urls")),
    path("", include("kring.web.programmes.urls")),
    path("", include("kring.web.enrolment.urls")),
    path("", include("kring.web.forming.urls")),
    path("", include("kring.web.kickoff.urls")),
    path("", include("kring.web.evaluation.urls")),
]

handler400 = "kring.web.ui.errors.bad_request"
handler403 = "kring.web.ui.errors.forbidden"
handler404 = "kring.web.ui.errors.not_found"
handler500 = "kring.web.ui.errors.server_error"
