"""What is asked of health; only what the actor may see comes back."""
