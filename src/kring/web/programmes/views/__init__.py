"""Pages of intake, programme, organiser and client."""
