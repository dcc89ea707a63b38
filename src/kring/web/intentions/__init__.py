"""What members set out to do after a meeting, a gentle reminder, and what came of it."""
