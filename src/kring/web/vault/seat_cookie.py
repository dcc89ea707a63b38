"""The cookie that shows whose seat it is: readable by no script, sent to this meeting's addresses only."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

NAME = "seat"
_LASTS_SECONDS = (
    400 * 24 * 3600
)  # the longest a browser keeps a cookie; the seat itself goes with the meeting


def seat_token(request: HttpRequest) -> str | None:
    """What the browser shows."""
    return request.COOKIES.get(NAME)


def give_seat(request: HttpRequest, response: HttpResponse, group: UUID, token: str) -> None:
    """Hand out the cookie."""
    response.set_cookie(
        NAME,
        token,
        max_age=_LASTS_SECONDS,
        path=f"/m/{group}/",
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )
