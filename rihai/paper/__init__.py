"""Tables, charts, workbooks, pages and PDF from plain values, and sheets read back: both directions, formula-safe."""
