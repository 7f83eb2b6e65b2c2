// The walk from event to event against a walk month by month, written from the rules alone and slow on purpose
// (docs/numbers.md, "Careers").

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/paths/walk.hpp>
#include <offerkit/numeric/philox32.hpp>

#include "support/catch.hpp"
#include "support/random_plans.hpp"

using namespace offerkit::choice::paths;
using careers::RandomPlan;
using careers::RandomPlans;
using offerkit::model::CareerPath;
using offerkit::model::CareerPlan;

namespace {

constexpr std::uint64_t seed = 11;

struct Life {
    std::vector<double> money{};
    int months_out = 0;
    bool lost = false;
    std::size_t rung = 0;
    bool first_job_at_turn = false;
};

/// A life, lived month by month, by the plan as it is written.
class Slow {
public:
    Slow(const RandomPlan& made, std::uint32_t world, std::size_t path, const Turn* turn)
        : made_{made}, plan_{made.plan}, world_{world}, turn_{turn}, rules_{path}, job_{path} {
        rung_ = plan_.paths[path].rung;
        life_.money.assign(static_cast<std::size_t>(plan_.horizon) + 1, 0.0);
    }

    Life live() {
        for (month_ = 1; month_ <= plan_.horizon; ++month_) {
            if (!employed_ && wait_ == 0) {
                begin();
            }
            earn(kept_[month_]);
            if (employed_) {
                work();
            } else {
                ++life_.months_out;
                --wait_;
            }
            if (turn_ != nullptr && month_ == turn_->at) {
                turn();
            }
        }
        life_.rung = rung_;
        return life_;
    }

private:
    struct Raise {
        int month;
        int over;
        double by;
    };
    struct Fate {
        int after;
        double worth;
        bool ends;
        const std::vector<double>* kept;  ///< of an offer's exit; null for one of the plan
    };

    [[nodiscard]] double u(std::uint32_t purpose, std::size_t index) const {
        return offerkit::numeric::keyed_uniform(seed, world_, purpose, static_cast<std::uint32_t>(index));
    }
    template <class Value>
    [[nodiscard]] Value drawn(const Value& low, const Value& likely, const Value& high, double x) const {
        return x < 0.3 ? low : x < 0.7 ? likely : high;
    }
    [[nodiscard]] double drawn(const offerkit::model::RateRange& range, std::uint32_t purpose,
                               std::size_t index) const {
        return drawn(range.low, range.likely, range.high, u(purpose, index)).approximate();
    }
    [[nodiscard]] double rung_pay(std::size_t rung) const {
        const auto& total = plan_.rungs[rung].total;
        return in_major_units(drawn(total.low, total.likely, total.high, u(2, 0)));
    }
    [[nodiscard]] double grown(int month) const {
        return std::pow(1 + plan_.pay_growth.approximate(), (month - 1) / 12);
    }
    void earn(double amount) { life_.money[static_cast<std::size_t>(month_)] += amount; }
    [[nodiscard]] int served() const { return month_ - began_ + 1; }
    [[nodiscard]] const CareerPath& job() const { return plan_.paths[*job_]; }
    [[nodiscard]] const std::optional<OfferJob>& papers() const { return made_.jobs[*job_]; }

    void begin() {
        employed_ = true;
        number_ = employments_++;
        began_ = month_;
        since_ = month_ - 1;
        hazard_ = 0;
        raises_.clear();
        if (job_) {
            rung_ = std::max(rung_, job().rung);
        }
        base_ = rung_pay(rung_);
    }

    [[nodiscard]] double level() const {
        double pay = base_;
        for (const Raise& raise : raises_) {
            const int passed = month_ - raise.month;
            if (passed > 0) {
                pay += raise.over == 0 ? raise.by : raise.by * std::min(1.0, static_cast<double>(passed) / raise.over);
            }
        }
        return pay;
    }

    /// What the first job itself pays in this month; nullopt where pay is the rung's.
    [[nodiscard]] std::optional<double> own_pay() const {
        const auto month = static_cast<std::size_t>(served() - 1);
        if (!job_) {
            return std::nullopt;
        }
        if (papers()) {
            return month < papers()->job.pay.size() ? std::optional{papers()->job.pay[month]} : std::nullopt;
        }
        return month / 12 < job().pay.size() ? std::optional{in_major_units(job().pay[month / 12]) / 12} : std::nullopt;
    }

    /// What becomes of the company of the first job.
    [[nodiscard]] std::optional<Fate> fate() const {
        const std::string company = job().company ? *job().company : papers() ? papers()->company : job().id;
        const double x = u(4, offerkit::numeric::name_hash(company));
        double sum = 0;
        std::optional<Fate> last;
        if (papers()) {
            for (const Exit& exit : papers()->job.exits) {
                sum += exit.chance;
                last = {exit.after, exit.worth, exit.ends, &exit.kept};
                if (sum > x) {
                    return last;
                }
            }
            return last;
        }
        for (const auto& exit : job().exits) {
            sum += exit.chance.approximate();
            last = {exit.after, in_major_units(exit.worth), exit.ends, nullptr};
            if (sum > x) {
                return last;
            }
        }
        return last;
    }

    /// What of an exit stays with who leaves now, before it.
    [[nodiscard]] double kept_of(const Fate& fate) const {
        if (fate.kept != nullptr) {
            return fate.kept->empty() ? 0 : fate.worth * (*fate.kept)[static_cast<std::size_t>(served())];
        }
        if (!job().keeps.value_or(false)) {
            return 0;
        }
        const auto vested = [&](int months) {
            return job().vests_over == 0 ? 1.0 : std::min(1.0, static_cast<double>(months) / job().vests_over);
        };
        return fate.worth * vested(served()) / vested(fate.after);
    }

    /// The chance of having been promoted by n months on the rung.
    [[nodiscard]] static double promoted_by(const offerkit::model::CareerPromotion& promotion, int n) {
        double share = n >= promotion.median ? 1 : 0;
        if (promotion.slow > promotion.median) {
            const double z = 1.2815515655446 * std::log(static_cast<double>(n) / promotion.median) /
                             std::log(static_cast<double>(promotion.slow) / promotion.median);
            share = 0.5 * std::erfc(-z / std::sqrt(2.0));
        }
        return promotion.ever.approximate() * share;
    }

    /// A month's promotion; whether who stays behind loses the job.
    bool promote(const CareerPath& rules) {
        const auto next = std::find_if(rules.promotions.begin(), rules.promotions.end(),
                                       [&](const auto& promotion) { return promotion.rung == rung_ + 1; });
        if (next == rules.promotions.end()) {
            return false;
        }
        const int months = month_ - since_;
        if (promoted_by(*next, months) > u(6, rung_ + 1)) {
            raises_.push_back({month_, next->pay_over, rung_pay(rung_ + 1) - rung_pay(rung_)});
            ++rung_;
            since_ = month_;
            return false;
        }
        return next->out_after == months;
    }

    [[nodiscard]] bool endures(const CareerPath& rules) {
        if (!rules.job_loss) {
            return true;
        }
        const auto& loss = *rules.job_loss;
        const bool downturn = u(1, static_cast<std::size_t>((month_ - 1) / 12)) < plan_.downturn.approximate();
        const auto per_year = downturn ? loss.in_downturn.value_or(loss.per_year) : loss.per_year;
        hazard_ += -std::log1p(-per_year.approximate()) / 12;
        return !(hazard_ > 0 && hazard_ >= -std::log1p(-u(5, number_)));
    }

    void work() {
        const CareerPath& rules = plan_.paths[rules_];
        const auto own = own_pay();
        earn(own ? *own * grown(began_) * level() / rung_pay(job().rung) : level() / 12 * grown(month_) * factor_);
        bool loss = promote(rules);
        if (job_) {
            const auto one = fate();
            if (one && one->after == served()) {
                earn(one->worth);
                paid_ = paid_ || one->worth > 0;
                loss = loss || one->ends;
            }
        }
        loss = !endures(rules) || loss;
        const bool planned = job_ && job().leave_after == served();
        const bool change = rules.moves && rules.moves->every == served();
        if (loss) {
            life_.lost = true;
            wait_ = rules.job_loss ? rules.job_loss->months_out : 0;
            factor_ *= rules.job_loss ? drawn(rules.job_loss->comeback, 3, 1) : 1;
            leave(true);
        } else if (planned) {
            leave(false);
        } else if (change) {
            factor_ *= 1 + drawn(rules.moves->gain, 7, switches_++);
            leave(false);
        }
    }

    void leave(bool loss) {
        employed_ = false;
        if (!job_) {
            return;
        }
        const CareerPath& first = job();
        if (papers()) {
            const auto& settled = loss ? papers()->job.on_loss : papers()->job.on_leaving;
            if (!settled.empty()) {
                const auto place = std::min(static_cast<std::size_t>(served()), settled.size() - 1);
                earn(settled[place] * grown(began_) * base_ / rung_pay(first.rung));
            }
        }
        if (const auto one = fate(); one && one->after > served()) {
            kept_[began_ - 1 + one->after] += kept_of(*one);
        }
        factor_ *= first.later_pay ? 1 + drawn(*first.later_pay, 3, 0) : 1;
        int rung = static_cast<int>(rung_) +
                   (first.next.rung ? static_cast<int>(*first.next.rung) - static_cast<int>(first.rung) : 0);
        const auto up = paid_ ? first.next.one_up_after_success.value_or(first.next.one_up) : first.next.one_up;
        rung += u(8, 0) < up.approximate() ? 1 : 0;
        rung_ = static_cast<std::size_t>(std::clamp(rung, 0, static_cast<int>(plan_.rungs.size()) - 1));
        own_left_ = true;
        job_.reset();
        if (first.then) {
            rules_ = *first.then;
            if (first.then_offer) {
                job_ = first.then;
            }
        }
    }

    void turn() {
        life_.first_job_at_turn = employed_ && !own_left_;
        if (employed_) {
            leave(false);
        } else {
            ++employments_;  // the one not begun counts
            wait_ = 0;
        }
        rules_ = turn_->to;
        job_ = turn_->to;
    }

    const RandomPlan& made_;
    const CareerPlan& plan_;
    std::uint32_t world_;
    const Turn* turn_;
    std::size_t rules_;
    std::optional<std::size_t> job_;
    std::size_t rung_ = 0;
    Life life_{};
    int month_ = 0;
    bool employed_ = false;
    int wait_ = 0;
    int began_ = 0;
    int since_ = 0;
    double hazard_ = 0;
    double base_ = 0;
    double factor_ = 1;
    std::size_t employments_ = 0;
    std::size_t number_ = 0;
    std::size_t switches_ = 0;
    bool paid_ = false;
    bool own_left_ = false;
    std::vector<Raise> raises_{};
    std::map<int, double> kept_{};
};

void check_same(const Walk& quick, const Life& slow, int horizon) {
    bool same = quick.months_out == slow.months_out && quick.lost_a_job == slow.lost && quick.rung == slow.rung;
    for (int month = 1; month <= horizon; ++month) {
        const auto at = static_cast<std::size_t>(month);
        same = same && std::abs(quick.money[at] - slow.money[at]) <= 1e-9 * std::max(1.0, std::abs(slow.money[at]));
    }
    CHECK(same);
}

}  // namespace

TEST_CASE("a walk from event to event pays what a life month by month pays, in every world") {
    RandomPlans plans;
    int losses = 0;
    for (int plan = 0; plan < 3'000; ++plan) {
        const RandomPlan made = plans.next();
        const Terms terms = made.terms();
        World world{terms, seed};
        Walker walker{terms};
        Walk walk;
        for (std::uint32_t number = 0; number < 3; ++number) {
            world.enter(number);
            for (std::size_t path = 0; path < terms.paths.size(); ++path) {
                CAPTURE(plan, number, path);
                walker.walk(world, path, walk);
                const Life life = Slow{made, number, path, nullptr}.live();
                check_same(walk, life, terms.horizon);
                losses += life.lost ? 1 : 0;
            }
        }
    }
    CHECK(losses > 1'000);
}

TEST_CASE("who turns round lives as the path does until then, and by the other's terms afterwards") {
    RandomPlans plans;
    int turns = 0;
    for (int plan = 0; plan < 2'000; ++plan) {
        const RandomPlan made = plans.next();
        const Terms terms = made.terms();
        if (terms.horizon < 24 || !terms.paths[1].has_first_job) {
            continue;
        }
        const Turn turn{.at = plans.pick(1, terms.horizon - 1), .from = 0, .to = 1};
        World world{terms, seed};
        Walker walker{terms};
        Walk walk;
        for (std::uint32_t number = 0; number < 3; ++number) {
            CAPTURE(plan, number, turn.at);
            world.enter(number);
            walker.turned(world, turn, walk);
            const Life life = Slow{made, number, 0, &turn}.live();
            bool same = walk.rung == life.rung && walk.sight.first_job == life.first_job_at_turn;
            for (std::size_t month = 1; month < life.money.size(); ++month) {
                same = same && std::abs(walk.money[month] - life.money[month]) <=
                                   1e-9 * std::max(1.0, std::abs(life.money[month]));
            }
            CHECK(same);
            ++turns;
        }
    }
    CHECK(turns > 500);
}
