"""The circle that lasts: who belongs to it, what it agreed, its dates and its meetings."""
