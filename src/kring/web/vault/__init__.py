"""The four walls, server side: public keys and sealed text that the server can't read."""
