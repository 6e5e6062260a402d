"""Standing procedures and policies: versions, approval, publication, acknowledgement by each post."""
