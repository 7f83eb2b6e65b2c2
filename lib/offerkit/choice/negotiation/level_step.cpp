#include <offerkit/choice/negotiation/level_step.hpp>

#include <variant>

#include <offerkit/choice/career/career_levels.hpp>

namespace offerkit::choice::negotiation {

std::optional<LevelStep> level_step(const model::Level& level, std::span<const model::Ladder> ladders,
                                    std::span<const model::BandProfile> bands,
                                    std::span<const model::MarketProfile> markets) {
    const auto up = level_up(level, ladders, bands, markets);
    const auto* found = std::get_if<LevelUp>(&up);
    if (found == nullptr) {
        return std::nullopt;
    }
    for (const auto& pay : found->pay) {
        if (!pay.own || !pay.own->total || !pay.next.total || pay.own->total->is_zero()) {
            continue;
        }
        if (const auto ratio = quantity::Rate::of(pay.next.total->minor(), pay.own->total->minor())) {
            return LevelStep{found->next.name, *ratio, pay.next.source->name, pay.next.source->as_of};
        }
    }
    return std::nullopt;
}

}  // namespace offerkit::choice::negotiation
