"""The shapes that programmes come in, and what may be told of one to whoever isn't in its circles."""
