"""How `data/words.txt.xz` is made. Nothing here runs while texts are read."""
