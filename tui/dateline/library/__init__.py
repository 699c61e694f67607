"""What was opened: articles kept for later, with where the reader was in them."""
