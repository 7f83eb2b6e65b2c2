cat unknown-factor.priorities.txt && offerkit check month-end-start.toml --priorities unknown-factor.priorities.txt --as-of 2026-01-20
