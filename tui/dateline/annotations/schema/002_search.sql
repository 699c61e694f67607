-- Filled from the program, which parts scripts written without spaces into their characters.
CREATE VIRTUAL TABLE search USING fts5 (exact, note, tags, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
