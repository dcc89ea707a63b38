"""Addresses of forming."""

from django.urls import include, path

from kring.web.forming.views import circles, forming, publishing

pages = [
    path("", forming.forming, name="forming"),
    path("rules/", forming.rules, name="forming-rules"),
    path("run/", forming.start, name="forming-start"),
    path("run/stop/", forming.stop, name="forming-stop"),
    path("run/progress/", forming.progress, name="forming-progress"),
    path("circles/<int:number>/", circles.circle, name="forming-circle"),
    path("circles/<int:number>/lock/", circles.lock, name="forming-lock"),
    path("circles/<int:number>/publishing/", publishing.take_back, name="forming-take-back"),
    path("people/<uuid:participant>/", circles.person, name="forming-person"),
    path("people/<uuid:participant>/swap/", circles.swap, name="forming-swap"),
    path("change/", circles.change, name="forming-change"),
    path("change/undo/", circles.undo, name="forming-undo"),
    path("earlier/<uuid:division>/", forming.go_back, name="forming-go-back"),
    path("publishing/", publishing.publish, name="forming-publish"),
    path("circles.csv", publishing.table, name="forming-csv"),
    path("report.html", publishing.report, name="forming-report"),
]
urlpatterns = [path("programmes/<uuid:programme>/forming/", include(pages))]
