"""Pages of the library, and of methods that people make themselves."""
