"""Each figure of an answer comes from somewhere, or the sentence is not said."""
