"""What people want to grow in, and the exercises with a little theory that help them there."""
