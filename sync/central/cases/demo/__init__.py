"""A made-up half-year of a mid-size centre, through the real formats: for showing, for learning, for measuring."""
