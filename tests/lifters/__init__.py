"""Lifters that do not exist train for a year as they are told: python -m tests.lifters prints what became of them."""
