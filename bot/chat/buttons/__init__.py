"""What can be pressed? Each press is a type with a tag; old chats keep old buttons, so no tag is used again."""
