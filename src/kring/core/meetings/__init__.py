"""The live meeting as a machine: commands in, events out, and what each person sees."""
