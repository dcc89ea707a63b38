"""The room during the meeting: the socket, its messages, and who is present."""
