"""Nobody needs to knock hundreds of times a minute: a bound on what one address may ask for."""

from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kring.web.ui.errors import error_page

_MOST_ADDRESSES = 10_000  # remembered at once; some 2 MB


class Bucket:
    """Fills with `per_second` and never above `burst`; each deed takes one out."""

    __slots__ = ("burst", "left", "per_second", "since")

    def __init__(self, per_second: float, burst: float, now: float) -> None:
        self.per_second, self.burst, self.left, self.since = per_second, burst, burst, now

    def take(self, now: float) -> bool:
        """Whether there was one left."""
        self.left = min(self.burst, self.left + (now - self.since) * self.per_second)
        self.since = now
        if self.left < 1:
            return False
        self.left -= 1
        return True

    def is_full(self, now: float) -> bool:
        """Whether it might as well be forgotten."""
        return self.left + (now - self.since) * self.per_second >= self.burst


def not_too_fast(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse an address that changes things faster than people can."""
    per_minute = settings.POSTS_PER_MINUTE
    buckets: dict[str, Bucket] = {}

    def answer(request: HttpRequest) -> HttpResponse:
        if per_minute and request.method not in {"GET", "HEAD", "OPTIONS"} and not may_go_on(request):
            say = _("That went a bit fast. Wait a minute and try again.")
            response = error_page(request, 429, "too_fast", say)
            response.headers["Retry-After"] = "60"
            return response
        return get_response(request)

    def may_go_on(request: HttpRequest) -> bool:
        now = monotonic()
        address = request.META.get("REMOTE_ADDR") or ""
        if len(buckets) >= _MOST_ADDRESSES:
            for known in [known for known, bucket in buckets.items() if bucket.is_full(now)]:
                del buckets[known]
        bucket = buckets.setdefault(address, Bucket(per_minute / 60, per_minute, now))
        return bucket.take(now)

    return answer
