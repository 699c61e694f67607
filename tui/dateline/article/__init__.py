"""What is read: the model of an article, and a reader for each format."""
