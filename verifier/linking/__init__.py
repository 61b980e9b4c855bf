"""Claims and a table in, the rows that speak of the same thing out."""
