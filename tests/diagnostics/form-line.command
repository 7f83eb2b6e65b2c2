tail -n +11 forms/taxes/twice-2026.toml && offerkit profiles taxes twice-2026 --profiles forms
