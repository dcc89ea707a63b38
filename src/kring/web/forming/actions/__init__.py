"""What an organiser does with the circles of a programme. One file a noun."""
