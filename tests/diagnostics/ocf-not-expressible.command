offerkit vest --from-ocf ocf-not-expressible.json.txt --as-of 2026-01-20
