"""What does each screen show? One file a screen: plain data in, a reply out."""
