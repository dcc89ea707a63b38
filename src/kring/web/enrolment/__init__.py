"""Enrolment: who takes part in a programme, and what forming circles needs to know of them."""
