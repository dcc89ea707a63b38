"""What people do in their circle. Actor first, `now` explicit, one transaction each."""
