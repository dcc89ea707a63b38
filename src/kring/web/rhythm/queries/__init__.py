"""What the pages of turns and of the path need, for somebody who is in the circle."""
