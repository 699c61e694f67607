"""The side panels: each lists one kind of finding and stays linked to the words."""
