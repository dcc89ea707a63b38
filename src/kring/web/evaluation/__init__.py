"""The evaluation of a programme: opened by its organiser, answered by who sits in a circle, published for all."""
