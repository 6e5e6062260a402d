"""What the law says of people: findings kept, listed and explained; the only room of the site that asks the law."""
