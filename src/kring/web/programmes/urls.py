"""Addresses of intake, organisers, programmes and clients."""

from django.urls import path

from kring.web.programmes.views import (
    agreeing,
    client,
    contact,
    enquiries,
    organisation,
    programme,
    proposing,
)

_IN = "organisations/<uuid:organisation>/"
_OF = "programmes/<uuid:programme>/"

urlpatterns = [
    path("contact/", contact.contacts, name="contacts"),
    path("contact/<uuid:organisation>/", contact.contact, name="contact"),
    path("contact/mine/<str:token>/", contact.mine, name="my-enquiry"),
    path(_IN, organisation.organisation, name="organisation"),
    path(f"{_IN}organisers/", organisation.organisers, name="organisers"),
    path(f"{_IN}organisers/<int:organiser>/dismissal/", organisation.dismissal, name="dismiss-organiser"),
    path(f"{_IN}requests/", organisation.requests, name="take-requests"),
    path(f"{_IN}trail/", organisation.trail, name="trail"),
    path(f"{_IN}enquiries/<uuid:enquiry>/", enquiries.enquiry, name="enquiry"),
    path(f"{_IN}enquiries/<uuid:enquiry>/closing/", enquiries.closing, name="close-enquiry"),
    path(f"{_IN}enquiries/<uuid:enquiry>/removal/", enquiries.removal, name="remove-enquiry"),
    path(f"{_IN}programmes/new/", proposing.choose, name="new-programme"),
    path(f"{_IN}programmes/new/<slug:template>/", proposing.new, name="new-programme-from"),
    path(_OF, programme.programme, name="programme"),
    path(f"{_OF}agreed/", agreeing.agreed, name="agreed-programme"),
    path(f"{_OF}agreed/new/", proposing.anew, name="propose-anew"),
    path(f"{_OF}agreed/clients/", agreeing.clients, name="name-client"),
    path(f"{_OF}agreed/clients/<int:client>/dismissal/", agreeing.dismissal, name="dismiss-client"),
    path(f"{_OF}enrolling/", programme.enrolling, name="begin-enrolment"),
    path(f"{_OF}ending/", programme.ending, name="end-programme"),
    path(f"{_OF}opening/", programme.opening, name="open-programme-again"),
    path(f"{_OF}trail/", programme.trail, name="trail-of-programme"),
    path(f"{_OF}client/", client.client, name="client"),
    path(f"{_OF}client/voice/", client.voice, name="client-voice"),
]
