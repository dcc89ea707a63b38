"""Cases: written in private, offered to the circle, brought to a meeting. The words are sealed, so most of it is in the browser."""
