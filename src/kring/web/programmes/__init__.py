"""Programmes: from the first question to the last evaluation, agreed by client and participants."""
