"""Reading `data/`: each module reads one noun into domain objects and notes every problem on the way."""
