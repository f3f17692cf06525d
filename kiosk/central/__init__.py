"""The publisher's side of the central file: keys, signing, and the folder that kiosks fetch from."""
