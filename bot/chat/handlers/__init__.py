"""What happens at each thing a lifter does? One file a thing: unpack, call one use case, show one view."""
