"""The first page of an article, on screen before the app is there to answer keys."""
