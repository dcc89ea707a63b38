"""What `kring bench` measures."""
