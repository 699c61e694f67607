"""The reading screen: the state of reading, and what each command does to it, a file a theme."""
