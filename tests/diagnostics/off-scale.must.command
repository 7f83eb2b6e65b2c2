offerkit check month-end-start.toml --priorities off-scale.must.priorities.txt --as-of 2026-01-20
