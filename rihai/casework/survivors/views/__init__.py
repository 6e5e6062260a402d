"""The pages of sealed records. None of them says `opened(person)`: the log names the record, never her."""
