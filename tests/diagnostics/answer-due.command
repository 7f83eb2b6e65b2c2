offerkit pipeline answer-due.search.txt --as-of 2026-01-20
