"""The article pane: layout of lines, drawing of strips, cursor, motions, selection and search."""
