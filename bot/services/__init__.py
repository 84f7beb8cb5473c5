"""What a lifter can do: one use case a file. Synchronous: a turn is one transaction on the database's thread."""
