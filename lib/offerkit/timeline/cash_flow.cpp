#include <offerkit/timeline/cash_flow.hpp>

namespace offerkit::timeline {

std::string_view to_string(Category category) noexcept {
    switch (category) {
        case Category::base: return "base";
        case Category::bonus: return "bonus";
        case Category::sign_on: return "sign_on";
        case Category::equity: return "equity";
        case Category::refreshers: return "refreshers";
        case Category::benefits: return "benefits";
        case Category::costs: return "costs";
    }
    return "base";
}

std::string_view to_string(Certainty certainty) noexcept {
    switch (certainty) {
        case Certainty::guaranteed: return "guaranteed";
        case Certainty::contingent: return "contingent";
        case Certainty::uncertain: return "uncertain";
    }
    return "guaranteed";
}

}  // namespace offerkit::timeline
