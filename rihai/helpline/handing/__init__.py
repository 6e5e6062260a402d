"""From the line to those who do the work: casework, a lawyer, a monitor; one act."""
