#pragma once

#include <span>

#include <offerkit/timeline/cash_flow.hpp>
#include <offerkit/timeline/findings.hpp>
#include <offerkit/timeline/window.hpp>
#include <offerkit/value/findings.hpp>

namespace offerkit::timeline {
class PriceCurve;
}

namespace offerkit::value {

class Exchange;

/// Adds up what flows inside the window pay in each of its years. Refreshers are in it only when they are counted.
void add_flows(PaidBasis& paid, const timeline::Window& window, std::span<const timeline::CashFlow> flows,
               bool count_refreshers);

/// Adds what grants vest after the window. Nothing when an amount leaves 64 bits.
[[nodiscard]] bool add_later_vests(PaidBasis& paid, const timeline::Window& window,
                                   std::span<const timeline::ResolvedGrant> grants, timeline::PriceCurve* prices,
                                   const Exchange& exchange);

}  // namespace offerkit::value
