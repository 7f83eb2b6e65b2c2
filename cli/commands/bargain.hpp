#pragma once

#include <optional>
#include <span>

#include <cli/session/session.hpp>
#include <offerkit/choice/negotiation/negotiation.hpp>

namespace offerkit::cli::commands {

/// What `negotiate` finds for the first of some offers, the others being the ways to go without it, by the options of
/// the command line; nothing where something stands in the way, which is reported or complained of.
[[nodiscard]] std::optional<choice::Negotiation> negotiated(Session& session, std::span<const model::Offer> offers,
                                                            const model::Valuation& valuation);

}  // namespace offerkit::cli::commands
