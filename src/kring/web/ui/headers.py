"""The walls around every page: what a browser may load, where it may connect, and that it keeps nothing."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# The vault's own file alone may compile WebAssembly (the stretching of a passphrase); pages may not.
VAULT_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"


def page_policy() -> str:
    """The content security policy of pages; the companions' process is the one other address that may be called."""
    connect = f"connect-src 'self' {settings.COMPANIONS_URL}".rstrip()
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        f"{connect}; worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'; require-trusted-types-for 'script'; trusted-types default"
    )


def walls(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put the headers on every answer that hasn't its own."""
    always = {
        "Content-Security-Policy": page_policy(),
        "Referrer-Policy": "same-origin",  # not no-referrer: a form would then post with `Origin: null`
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cache-Control": "no-store",
    }

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in always.items():
            response.headers.setdefault(name, value)
        if request.is_secure():
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        return response

    return answer
