tail -n +11 forms/taxes/warns-2026.toml && offerkit profiles taxes warns-2026 --profiles forms
