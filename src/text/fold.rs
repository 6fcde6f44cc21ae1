//! Folding: case, accents, width, apostrophes, dashes and white space made equal, with the way back to the source.
