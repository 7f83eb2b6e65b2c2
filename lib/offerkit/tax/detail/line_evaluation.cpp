#include <offerkit/tax/detail/line_evaluation.hpp>

#include <algorithm>

namespace offerkit::tax::detail {

Exact LineEvaluation::kept(Exact value) noexcept {
    if (value.overflowed()) {
        overflowed_ = true;
        return Exact{};
    }
    return value;
}

bool LineEvaluation::is_open() const noexcept {
    using Is = Plan::Bound::Is;
    return std::all_of(ready_.only.begin(), ready_.only.end(), [&](const Plan::Bound& bound) {
        const Exact& value = read(bound.reads);
        switch (bound.is) {
            case Is::over: return value > bound.at;
            case Is::from: return value >= bound.at;
            case Is::under: return value < bound.at;
            case Is::up_to: return value <= bound.at;
        }
        return false;
    });
}

Exact LineEvaluation::base() {
    Exact value = read(ready_.reads.front());
    if (ready_.split) {
        value = kept(value / *ready_.split);
    }
    if (ready_.round_of) {
        value = kept(round_to(value, ready_.round_of->to, ready_.round_of->way));
    }
    return value;
}

Exact LineEvaluation::amount() {
    if (!ready_.fall) {
        return ready_.value;
    }
    const Plan::Fall& fall = *ready_.fall;
    const Exact excess = std::max(Exact{}, kept(read(fall.reads) - fall.from));
    const Exact less = fall.rate ? *fall.rate * excess : fall.by * round_to(excess / fall.each, Exact{1}, fall.way);
    return std::max(fall.floor, kept(ready_.value - less));
}

Exact LineEvaluation::bands() {
    const Exact value = base();
    if (value <= Exact{} || ready_.bands.empty()) {
        return Exact{};
    }
    const auto above = std::find_if(ready_.bands.begin(), ready_.bands.end(),
                                    [&](const Plan::Band& band) { return band.from >= value; });
    // The first band begins at 0, below the value.
    const Plan::Band& band = *std::prev(above);
    return band.before + (value - band.from) * band.value;
}

Exact LineEvaluation::steps() {
    const Exact value = base();
    const auto above = std::find_if(ready_.bands.begin(), ready_.bands.end(), [&](const Plan::Band& row) {
        return ready_.line->at_edge ? row.from > value : row.from >= value;
    });
    return above == ready_.bands.begin() ? ready_.bands.front().value : std::prev(above)->value;
}

Exact LineEvaluation::curve() {
    const Exact value = base();
    const auto& pieces = ready_.line->pieces;
    const auto above =
        std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.from > value; });
    const Piece& piece = above == pieces.begin() ? pieces.front() : *std::prev(above);
    const Exact y = (value - piece.origin) / piece.unit;
    return piece.c[0] + y * (piece.c[1] + y * piece.c[2]);
}

Exact LineEvaluation::sum() {
    Exact value;
    for (const auto place : ready_.reads) {
        value += read(place);
    }
    for (const auto place : ready_.less) {
        value -= read(place);
    }
    return value;
}

Exact LineEvaluation::product() {
    const Exact value = base();
    return ready_.line->rate ? value * *ready_.line->rate : value * read(*ready_.times);
}

Exact LineEvaluation::extreme(bool largest) const noexcept {
    Exact value = read(ready_.reads.front());
    for (const auto place : ready_.reads) {
        const Exact& other = read(place);
        if (largest ? other > value : other < value) {
            value = other;
        }
    }
    return value;
}

Exact LineEvaluation::by_kind() {
    switch (ready_.line->kind) {
        case Kind::amount: return amount();
        case Kind::bands: return bands();
        case Kind::steps: return steps();
        case Kind::curve: return curve();
        case Kind::sum: return sum();
        case Kind::least: return extreme(false);
        case Kind::greatest: return extreme(true);
        case Kind::product: return product();
    }
    return {};
}

Exact LineEvaluation::run(std::size_t who) {
    who_ = who;
    if (!is_open()) {
        return {};
    }
    Exact value = kept(by_kind());
    if (ready_.round) {
        value = kept(round_to(value, ready_.round->to, ready_.round->way));
    }
    if (ready_.split) {
        value = kept(value * *ready_.split);
    }
    if (ready_.at_least) {
        value = std::max(value, *ready_.at_least);
    }
    if (ready_.at_most) {
        value = std::min(value, *ready_.at_most);
    }
    return value;
}

}  // namespace offerkit::tax::detail
