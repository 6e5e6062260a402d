"""Stories and photographs: only with leave for each use, checked for recognition, taken down when leave ends."""
