"""How the server keeps what comes in as a password."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class StretchedAlready(PBKDF2PasswordHasher):
    """
    PBKDF2 with few rounds, for a password that is no password.

    What comes in is 32 bytes that the browser got from Argon2id over 64 MiB, so whoever steals the database pays that
    for each guess; a million rounds more would add next to nothing and cost each sign-in 0.8 s of the server.
    """

    algorithm = "pbkdf2_stretched"
    iterations = 10_000
