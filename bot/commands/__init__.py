"""What can be done from the command line? One file a command, each with `add` and `run`."""
