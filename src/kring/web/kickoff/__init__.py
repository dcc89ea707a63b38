"""The kick-off of a programme: one gathering for several circles, planned and opened by its organiser."""
