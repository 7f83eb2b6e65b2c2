offerkit pipeline conflict.floor.search.txt conflict.floor.held.txt --as-of 2026-01-20
