offerkit check ../diagnostics
