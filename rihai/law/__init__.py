"""What the law says and whom it reaches: provisions as data, loaded strictly, answered with days and reasons."""
