"""Cases: programmes, intake, assignment, hand-over, approval, closing, and registers from Excel."""
