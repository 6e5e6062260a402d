"""The record of an emergency as a whole: for its review, or for an inquiry from outside."""
