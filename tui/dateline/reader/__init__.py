"""The screen: the Textual app, its article pane and its panels."""
