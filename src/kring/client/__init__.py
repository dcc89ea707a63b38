"""
A Python client of Kring's own interface: own vault, own socket, no Django.

A `Seat` opens a meeting or knocks with a link, and keeps the keys up to date as a browser does. A `Room` is the
meeting as that person has it: it comes back by itself when the line breaks, and opens and seals every text.
The companions of the demo are made of these two, and nothing they do or know is closed to others.
"""
