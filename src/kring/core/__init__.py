"""The craft of peer consultation: pure values and decisions, without web, database, clock or network."""
