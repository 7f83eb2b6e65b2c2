offerkit check no-shares.toml --set base.salry=200000 --as-of 2026-01-20
