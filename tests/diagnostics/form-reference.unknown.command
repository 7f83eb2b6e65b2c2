tail -n +11 forms/taxes/nowhere-2026.toml && offerkit profiles taxes nowhere-2026 --profiles forms
