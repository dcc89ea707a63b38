"""Addresses of the four walls: below a meeting's own, and those of somebody's own keys."""

from django.urls import path

from kring.web.vault.views import former, groups, own_keys, pages

urlpatterns = [
    path("m/<uuid:meeting>/door/", groups.door, name="door"),
    path("m/<uuid:meeting>/keys/", groups.keys, name="keys"),
    path("m/<uuid:meeting>/epochs/", groups.epochs, name="epochs"),
    path("m/<uuid:meeting>/grants/", groups.grants, name="grants"),
    path("m/<uuid:meeting>/share/", groups.share, name="share"),
    path("me/keys/", own_keys.own_keys, name="own_keys"),
    path("me/keys/slots/", own_keys.slots, name="own_slots"),
    path("me/keys/passphrase/", own_keys.passphrase, name="own_passphrase"),
    path("me/keys/recovery/", own_keys.recovery, name="own_recovery"),
    path("me/keys/here/", own_keys.kept_here, name="own_kept_here"),
    path("me/keys/former/", former.former, name="former_keys"),
    path("me/found-again/", former.found_again, name="found_again"),
    path("me/open/", pages.open_vault, name="open_vault"),
    path("me/recovery-sheet/", pages.recovery_sheet, name="recovery_sheet"),
    path("me/passphrase/", pages.change_passphrase, name="change_passphrase"),
    path("sign-in/recovery/", pages.sign_in_by_code, name="sign_in_by_code"),
    path("sign-in/recovery/entrance/", own_keys.recovery_entrance, name="recovery_entrance"),
]
