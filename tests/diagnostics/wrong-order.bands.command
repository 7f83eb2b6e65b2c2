tail -n +11 forms/taxes/unsorted-2026.toml && offerkit profiles taxes unsorted-2026 --profiles forms
