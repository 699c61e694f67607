"""What is found: names, numbers, times, quotes and places, as spans on the article's text."""
