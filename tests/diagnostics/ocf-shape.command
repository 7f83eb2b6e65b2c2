offerkit vest --from-ocf ocf-shape.json.txt --as-of 2026-01-20
