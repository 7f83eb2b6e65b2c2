head -3 forms/taxes/later-2026.toml && offerkit profiles taxes later-2026 --profiles forms
