"""A Python client of Kring's own interface: own vault, own socket, no Django."""
