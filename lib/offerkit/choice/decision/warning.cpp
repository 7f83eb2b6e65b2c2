#include <offerkit/choice/decision/warning.hpp>

namespace offerkit::choice::decision {

std::string_view to_string(WarningKind kind) noexcept {
    switch (kind) {
        case WarningKind::missing_rating: return "missing-rating";
        case WarningKind::must_have: return "must-have";
        case WarningKind::not_made: return "not-made";
        case WarningKind::pay_outside_scale: return "pay-outside-scale";
        case WarningKind::named_like_money: return "named-like-money";
        case WarningKind::split_branch: return "split-branch";
        case WarningKind::many_factors: return "many-factors";
        case WarningKind::equal_column: return "equal-column";
        case WarningKind::importance: return "importance";
        case WarningKind::other_winner: return "other-winner";
        case WarningKind::sampled: return "sampled";
    }
    return "sampled";
}

}  // namespace offerkit::choice::decision
