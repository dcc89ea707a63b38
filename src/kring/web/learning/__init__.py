"""What members want to learn, what they give each other about it, and what each writes afterwards for themselves."""
