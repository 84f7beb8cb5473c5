"""What does a lifter mean who writes when to be reminded? Days, a time, a date ahead, and what to do with them."""
