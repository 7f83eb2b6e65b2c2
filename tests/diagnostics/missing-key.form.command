cat forms/taxes/bare-2026.toml && offerkit profiles taxes bare-2026 --profiles forms
