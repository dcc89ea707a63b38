"""Forming: from the people of a programme to circles, by the solver and by hand, and publishing them."""
