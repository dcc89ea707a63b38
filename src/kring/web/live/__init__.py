"""The room during the meeting: socket, fan-out, group commit, presence."""
