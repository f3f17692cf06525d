"""The reading level: how many years of school a screen asks for, and the words that ask for them."""
