"""The library of methods: to browse, compare, read and print. No person, no meeting, no database."""
