tail -n +11 forms/taxes/forward-2026.toml && offerkit profiles taxes forward-2026 --profiles forms
