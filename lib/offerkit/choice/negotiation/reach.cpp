#include <algorithm>

#include <offerkit/choice/negotiation/lever.hpp>

namespace offerkit::choice::negotiation {

namespace {

using quantity::int128;

// The offer as a function of one lever: what the lever leaves alone, and what it moves.
class Curve {
public:
    Curve(const Lever& lever, const model::Offer& offer, Appraiser& appraiser)
        : lever_{lever},
          appraiser_{appraiser},
          part_{appraiser.is_of_whole_offers() ? offer : lever.moved_part(offer)} {
        if (appraiser.is_of_whole_offers()) {
            rest_ = Raw{0.0, 0.0};
            return;
        }
        const bool as_it_stands = &offer == appraiser.valued().offer;
        const auto whole = as_it_stands ? appraiser.raw() : appraiser.raw_of(offer);
        const auto part = appraiser.raw_of(part_);
        if (whole && part) {
            rest_ = *whole - *part;
        }
    }

    [[nodiscard]] std::optional<Money> at(std::int64_t steps) {
        if (!rest_) {
            return std::nullopt;
        }
        lever_.apply(part_, steps);
        const auto moved = appraiser_.raw_of(part_);
        if (!moved || !quantity::fits(*rest_ + *moved)) {
            return std::nullopt;
        }
        return appraiser_.rounded(*rest_ + *moved);
    }

private:
    const Lever& lever_;
    Appraiser& appraiser_;
    model::Offer part_;
    std::optional<Raw> rest_{};
};

// A number of steps below the goal and one at or above it, brought together until they are neighbours. The curve is a
// rising stair, nearly straight: a secant lands close, a few widening probes enclose the step, halving ends it.
// Whatever the curve does, the two ends stay on their sides of the goal.
class Search {
public:
    Search(Curve& curve, Money now, Money goal, std::int64_t most)
        : curve_{curve}, goal_{goal}, most_{most}, low_{0, now}, high_{0, now} {}

    std::optional<Reach> run(std::int64_t guess) {
        if (!enclose(guess)) {
            return std::nullopt;
        }
        bool halve = false;
        while (high_.steps - low_.steps > 1) {
            const std::int64_t gap = high_.steps - low_.steps;
            if (!probe(halve || gap < 8 ? low_.steps + gap / 2 : secant()) || !walk()) {
                return std::nullopt;
            }
            halve = !halve;
        }
        return high_;
    }

private:
    bool probe(std::int64_t steps) {
        const auto value = curve_.at(steps);
        if (!value) {
            return false;
        }
        last_above_ = *value >= goal_;
        (last_above_ ? high_ : low_) = {steps, *value};
        return true;
    }

    bool enclose(std::int64_t guess) {
        const Money now = low_.resulting;
        std::int64_t next = std::clamp<std::int64_t>(guess, 1, most_);
        while (true) {
            if (!probe(next)) {
                return false;
            }
            if (last_above_) {
                return true;
            }
            if (next == most_) {
                return false;
            }
            const int128 rise = static_cast<int128>(low_.resulting.minor()) - now.minor();
            const int128 wanted = static_cast<int128>(goal_.minor()) - now.minor();
            // A little beyond the straight line, so that it is reached; far beyond where nothing has moved yet.
            const int128 ahead =
                rise > 0 ? wanted * next / rise + wanted * next / rise / 64 + 1 : static_cast<int128>(next) * 64;
            next = static_cast<std::int64_t>(
                std::clamp<int128>(ahead, static_cast<int128>(next) + 1, static_cast<int128>(most_)));
        }
    }

    [[nodiscard]] std::int64_t secant() const {
        const int128 rise = static_cast<int128>(high_.resulting.minor()) - low_.resulting.minor();
        const int128 part = static_cast<int128>(goal_.minor()) - low_.resulting.minor();
        const auto ahead = static_cast<std::int64_t>(part * (high_.steps - low_.steps) / std::max<int128>(1, rise));
        return std::clamp(low_.steps + ahead, low_.steps + 1, high_.steps - 1);
    }

    // From the side that was just found, towards the other, in widening strides until that is crossed.
    bool walk() {
        const bool from_above = last_above_;
        for (std::int64_t stride = 1; high_.steps - low_.steps > 1 && last_above_ == from_above; stride *= 8) {
            const std::int64_t next = from_above ? std::max(low_.steps + 1, high_.steps - stride)
                                                 : std::min(high_.steps - 1, low_.steps + stride);
            if (!probe(next)) {
                return false;
            }
        }
        return true;
    }

    Curve& curve_;
    Money goal_;
    std::int64_t most_;
    Reach low_;
    Reach high_;
    bool last_above_ = false;
};

}  // namespace

std::optional<Reach> reach(const Lever& lever, const model::Offer& offer, Money goal, Appraiser& appraiser) {
    Curve curve{lever, offer, appraiser};
    const auto now = curve.at(0);
    if (!now) {
        return std::nullopt;
    }
    if (*now >= goal) {
        return Reach{0, *now};
    }
    // Money that becomes shares moves in whole shares: those are looked for, then the least money that buys them. As a
    // letter counts it, the money itself counts.
    if (lever.kind() == LeverKind::equity && appraiser.metric() != Metric::annualized &&
        lever.steps_for_shares(0, offer)) {
        const auto shares = Lever::of(LeverKind::equity_shares, offer, appraiser);
        if (!shares) {
            return std::nullopt;
        }
        const auto found = reach(*shares, offer, goal, appraiser);
        const auto steps = found ? lever.steps_for_shares(found->steps, offer) : std::nullopt;
        return steps ? std::optional{Reach{*steps, found->resulting}} : std::nullopt;
    }
    return Search{curve, *now, goal, lever.most_steps()}.run(lever.steps_for(goal - *now));
}

}  // namespace offerkit::choice::negotiation
