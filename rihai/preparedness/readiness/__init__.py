"""What each prison lacks to be ready."""
