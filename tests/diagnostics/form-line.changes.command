head -3 forms/taxes/changes-2026.toml && tail -n +9 forms/taxes/changes-2026.toml && offerkit profiles taxes changes-2026 --profiles forms
