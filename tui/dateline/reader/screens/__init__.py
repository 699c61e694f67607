"""The screens beside the reading screen: help, cards, choosers, editors."""
