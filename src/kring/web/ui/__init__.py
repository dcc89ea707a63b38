"""Base page, components and template tags: nothing that knows a room."""
