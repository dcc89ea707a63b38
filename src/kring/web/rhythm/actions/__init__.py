"""What people do about turns and about the path. Actor first, `now` explicit, one transaction each."""
