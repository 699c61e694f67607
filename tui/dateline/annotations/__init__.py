"""What the reader adds: highlights and notes, where they are kept, anchored and exported."""
