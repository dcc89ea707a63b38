"""Saying no to one of our own scripts or programs: a code for it, a sentence for the person."""


class Refused(Exception):
    """
    A deed that isn't done.

    Attributes:
        status: HTTP status.
        code: One word that scripts know.
        say: A sentence in the person's language: what is the matter, and what to do. Never what they sent.
    """

    def __init__(self, status: int, code: str, say: str) -> None:
        super().__init__(code)
        self.status, self.code, self.say = status, code, say
