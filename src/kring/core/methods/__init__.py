"""What a method is, how it is read from a file, and whether it can be carried out."""
