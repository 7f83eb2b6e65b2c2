tail -n +11 forms/taxes/gap-2026.toml && offerkit profiles taxes gap-2026 --profiles forms
