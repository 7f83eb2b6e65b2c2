offerkit check month-end-start.toml --priorities no-weight.priorities.txt --as-of 2026-01-20
