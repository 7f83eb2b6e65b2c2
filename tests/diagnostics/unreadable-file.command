offerkit check no-such-offer.toml
