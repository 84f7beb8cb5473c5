"""What is said in the chat: handlers decide, views word, routes tell which is which. Plain data in and out."""
