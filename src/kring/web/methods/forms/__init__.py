"""What comes in: with an address of the library, and from the editor."""
