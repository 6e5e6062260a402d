"""The line: what people ask for somebody in prison, how soon it is seen to, and the answer that gives nothing away."""
