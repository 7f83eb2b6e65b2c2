head -3 forms/taxes/around-2026.toml && offerkit profiles taxes around-2026 --profiles forms
