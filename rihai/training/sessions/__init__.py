"""Sessions of courses, workshops and webinars: who learns, who holds a seat, who came on which day."""
