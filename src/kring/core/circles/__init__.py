"""What a circle agrees before and between its meetings: who may sit together, ground rules, assent, attendance."""
