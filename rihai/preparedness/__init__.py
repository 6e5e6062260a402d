"""What is ready before it burns: procedures, contingency plans, drills, stores, money, emergencies, materials."""
