// Who gets what when a company is sold: known answers, and what holds for every structure.

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>
#include <nlohmann/json.hpp>

#include <offerkit/risk/waterfall/waterfall.hpp>
#include "support/catch.hpp"
#include "support/exact.hpp"
#include "support/files.hpp"

using namespace offerkit;
using model::Participation;
using nlohmann::json;
using quantity::Exact;
using risk::CapTable;
using risk::Conversion;
using support::BigRational;

namespace {

Exact exact(const json& number) {
    const auto read = quantity::parse_decimal(number.is_string() ? number.get<std::string>() : number.dump());
    REQUIRE(read);
    return Exact{*read};
}

BigRational big(const Exact& value) { return BigRational{support::big(value.top()), support::big(value.bottom())}; }

double plain(const Exact& value) { return big(value).convert_to<double>(); }

Participation participation_of(const json& series) {
    return *from_word<Participation>(series["participation"].get<std::string>());
}

CapTable table_of(const json& input) {
    CapTable table{.common = exact(input["common"])};
    for (const json& series : input["series"]) {
        table.preferred.push_back({exact(series["shares"]), exact(series["preference"]), participation_of(series),
                                   series.contains("cap") ? exact(series["cap"]) : Exact{},
                                   series["rank"].get<std::int64_t>()});
    }
    for (const json& options : input["options"]) {
        table.options.push_back({exact(options["shares"]), exact(options["strike"])});
    }
    return table;
}

std::vector<json> cases(const std::string& kind) {
    const json all = json::parse(support::read_file(support::source_path("tests/data/exits.json")))["cases"];
    std::vector<json> result;
    std::copy_if(all.begin(), all.end(), std::back_inserter(result),
                 [&](const json& one) { return one["kind"] == kind; });
    return result;
}

/// What a series gets at a price of common, where it has converted or not.
BigRational claim(const risk::PreferredClaim& series, bool converted, const BigRational& price) {
    const BigRational share = big(series.shares) * price;
    if (converted) {
        return share;
    }
    switch (series.participation) {
        case Participation::none: return big(series.preference);
        case Participation::full: return big(series.preference) + share;
        case Participation::capped: break;
    }
    return std::min(BigRational{big(series.preference) + share}, big(series.cap));
}

BigRational all_claims(const CapTable& table, const std::vector<bool>& converted, const BigRational& price) {
    BigRational sum = big(table.common) * price;
    for (std::size_t i = 0; i < table.preferred.size(); ++i) {
        sum += claim(table.preferred[i], converted[i], price);
    }
    for (const auto& options : table.options) {
        sum += std::max(BigRational{0}, BigRational{big(options.shares) * (price - big(options.strike))});
    }
    return sum;
}

/// The price of common where nobody may change whether they convert: straight lines between the kinks, so two values
/// of each give the root. 0 where preferences take all.
BigRational price_with(const CapTable& table, const std::vector<bool>& converted, const BigRational& proceeds) {
    std::vector<BigRational> kinks{0};
    for (const auto& series : table.preferred) {
        if (series.participation == Participation::capped) {
            kinks.push_back((big(series.cap) - big(series.preference)) / big(series.shares));
        }
    }
    for (const auto& options : table.options) {
        kinks.push_back(big(options.strike));
    }
    std::sort(kinks.begin(), kinks.end());
    kinks.push_back(kinks.back() + 1);
    if (proceeds <= all_claims(table, converted, 0)) {
        return 0;
    }
    std::size_t at = 0;
    while (at + 2 < kinks.size() && all_claims(table, converted, kinks[at + 1]) <= proceeds) {
        ++at;
    }
    const BigRational low = all_claims(table, converted, kinks[at]);
    const BigRational high = all_claims(table, converted, kinks[at + 1]);
    if (high == low) {
        return kinks[at + 1];
    }
    return kinks[at] + (proceeds - low) * (kinks[at + 1] - kinks[at]) / (high - low);
}

/// What each series gets where nobody may change whether they convert.
std::vector<BigRational> payments_with(const CapTable& table, const std::vector<bool>& converted,
                                       const BigRational& proceeds) {
    const BigRational price = price_with(table, converted, proceeds);
    std::vector<BigRational> paid(table.preferred.size());
    if (price > 0) {
        for (std::size_t i = 0; i < paid.size(); ++i) {
            paid[i] = claim(table.preferred[i], converted[i], price);
        }
        return paid;
    }
    BigRational left = proceeds;
    for (std::int64_t rank = 1; rank <= 4; ++rank) {
        BigRational due = 0;
        const auto holds = [&](std::size_t i) { return table.preferred[i].rank == rank && !converted[i]; };
        for (std::size_t i = 0; i < paid.size(); ++i) {
            due += holds(i) ? big(table.preferred[i].preference) : BigRational{0};
        }
        const BigRational given = std::min(left, due);
        for (std::size_t i = 0; i < paid.size(); ++i) {
            if (holds(i) && due > 0) {
                paid[i] = big(table.preferred[i].preference) * given / due;
            }
        }
        left -= given;
    }
    return paid;
}

/// Random structures that are the same in every run.
class Structures {
public:
    std::uint64_t below(std::uint64_t most) {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return (state_ >> 33U) % most;
    }

    CapTable next(std::size_t most_series) {
        CapTable table{.common = Exact{static_cast<std::int64_t>(1 + below(20)) * 500'000}};
        const std::size_t count = 1 + below(most_series);
        for (std::size_t i = 0; i < count; ++i) {
            const auto preference = static_cast<std::int64_t>(below(40)) * 1'000'000;
            const auto kind = static_cast<Participation>(below(3));
            table.preferred.push_back({Exact::ratio(static_cast<std::int64_t>(1 + below(30)) * 1'000'000, 1 + below(3)),
                                       Exact{preference}, kind,
                                       Exact{preference + static_cast<std::int64_t>(below(4)) * (preference / 2)},
                                       static_cast<std::int64_t>(1 + below(3))});
        }
        for (std::uint64_t i = below(3); i > 0; --i) {
            table.options.push_back({Exact{static_cast<std::int64_t>(1 + below(20)) * 100'000},
                                     Exact::ratio(static_cast<std::int64_t>(below(800)), 100)});
        }
        return table;
    }
    Exact proceeds() { return Exact::ratio(static_cast<std::int64_t>(below(4'000)) * 100'000, 1 + below(7)); }

private:
    std::uint64_t state_ = 20'260'120;
};

BigRational sum_of(const risk::Split& split) {
    BigRational sum = big(split.common);
    for (const auto& series : split.preferred) {
        sum += big(series.amount);
    }
    for (const Exact& options : split.options) {
        sum += big(options);
    }
    return sum;
}

}  // namespace

TEST_CASE("known waterfalls: the price of common, what each series and each option gets, and who converts") {
    const auto known = cases("waterfall");
    REQUIRE(known.size() == 24);
    for (const json& one : known) {
        CAPTURE(one["id"].get<std::string>(), one["title"].get<std::string>());
        const json& expected = one["expected"];
        const auto split = risk::split(table_of(one["input"]), exact(one["input"]["proceeds"]));
        REQUIRE(split);
        const std::string fraction = expected["exact"].get<std::string>();
        const std::size_t slash = fraction.find('/');
        CHECK(big(split->share_price) == BigRational(boost::multiprecision::cpp_int(fraction.substr(0, slash)),
                                                     boost::multiprecision::cpp_int(fraction.substr(slash + 1))));
        const double near = one["tolerance"].get<double>();
        REQUIRE(split->preferred.size() == expected["series"].size());
        for (std::size_t i = 0; i < split->preferred.size(); ++i) {
            CHECK(plain(split->preferred[i].amount) == Approx(expected["series"][i].get<double>()).epsilon(near));
            CHECK(split->preferred[i].converts == expected["converts"][i].get<bool>());
        }
        REQUIRE(split->options.size() == expected["options"].size());
        for (std::size_t i = 0; i < split->options.size(); ++i) {
            CHECK(plain(split->options[i]) == Approx(expected["options"][i].get<double>()).epsilon(near));
        }
    }
}

TEST_CASE("in 3,000 random structures payments add up exactly, and no series gains by switching") {
    Structures structures;
    int converting = 0;
    int below_preferences = 0;
    for (int n = 0; n < 3'000; ++n) {
        CAPTURE(n);
        const CapTable table = structures.next(4);
        const Exact proceeds = structures.proceeds();
        const auto split = risk::split(table, proceeds);
        REQUIRE(split);
        if (sum_of(*split) != big(proceeds)) {
            FAIL_CHECK("payments do not add up");
        }
        std::vector<bool> converted;
        for (const auto& series : split->preferred) {
            converted.push_back(series.converts);
            converting += series.converts ? 1 : 0;
        }
        below_preferences += split->share_price.is_zero() ? 1 : 0;
        const auto paid = payments_with(table, converted, big(proceeds));
        for (std::size_t i = 0; i < paid.size(); ++i) {
            CHECK(paid[i] == big(split->preferred[i].amount));
            auto other = converted;
            other[i] = !other[i];
            CHECK(payments_with(table, other, big(proceeds))[i] <= paid[i]);
        }
        if (!split->share_price.is_zero()) {
            CHECK(risk::claims_at(table, split->share_price) == proceeds);
        }
    }
    CHECK(converting > 1'000);
    CHECK(below_preferences > 100);
}

TEST_CASE("whoever converts where nobody gains by switching is paid the same") {
    Structures structures;
    for (int n = 0; n < 60; ++n) {
        CAPTURE(n);
        const CapTable table = structures.next(3);
        const Exact proceeds = structures.proceeds();
        const auto split = risk::split(table, proceeds);
        REQUIRE(split);
        const std::size_t count = table.preferred.size();
        int stable = 0;
        for (unsigned set = 0; set < (1U << count); ++set) {
            std::vector<bool> converted(count);
            for (std::size_t i = 0; i < count; ++i) {
                converted[i] = ((set >> i) & 1U) != 0;
            }
            const auto paid = payments_with(table, converted, big(proceeds));
            bool regret = false;
            for (std::size_t i = 0; i < count; ++i) {
                auto other = converted;
                other[i] = !other[i];
                regret = regret || payments_with(table, other, big(proceeds))[i] > paid[i];
            }
            if (regret) {
                continue;
            }
            ++stable;
            for (std::size_t i = 0; i < count; ++i) {
                CHECK(paid[i] == big(split->preferred[i].amount));
            }
        }
        CHECK(stable > 0);
    }
}

TEST_CASE("more proceeds lower nobody's payment; higher preferences never raise the price of common") {
    Structures structures;
    for (int n = 0; n < 300; ++n) {
        CAPTURE(n);
        CapTable table = structures.next(4);
        const Exact less = structures.proceeds();
        const Exact more = less + structures.proceeds();
        const auto first = risk::split(table, less);
        const auto second = risk::split(table, more);
        REQUIRE(first);
        REQUIRE(second);
        CHECK(first->share_price <= second->share_price);
        for (std::size_t i = 0; i < table.preferred.size(); ++i) {
            CHECK(first->preferred[i].amount <= second->preferred[i].amount);
        }
        const auto listed = risk::share_price(table, less, Conversion::forced);
        REQUIRE(listed);
        CHECK(*listed >= first->share_price);
        table.preferred.front().preference += Exact{1'000'000};
        table.preferred.front().cap += Exact{1'000'000};
        const auto senior = risk::share_price(table, less);
        REQUIRE(senior);
        CHECK(*senior <= first->share_price);
    }
}

TEST_CASE("ranks matter only below the sum of all preferences") {
    Structures structures;
    for (int n = 0; n < 300; ++n) {
        CAPTURE(n);
        CapTable table = structures.next(4);
        const Exact proceeds = structures.proceeds();
        const auto before = risk::split(table, proceeds);
        std::reverse(table.preferred.begin(), table.preferred.end());
        std::int64_t rank = 1;
        for (auto& series : table.preferred) {
            series.rank = rank++;
        }
        const auto after = risk::split(table, proceeds);
        REQUIRE(before);
        REQUIRE(after);
        CHECK(before->share_price == after->share_price);
        if (proceeds > risk::preferences(table)) {
            for (std::size_t i = 0; i < table.preferred.size(); ++i) {
                CHECK(before->preferred[i].amount == after->preferred[table.preferred.size() - 1 - i].amount);
            }
        }
    }
}

TEST_CASE("in a listing everybody holds common shares, and options pay their strike") {
    const CapTable table{.common = Exact{6},
                         .preferred = {{Exact{3}, Exact{50}, Participation::none, {}, 1},
                                       {Exact{1}, Exact{70}, Participation::full, {}, 2}},
                         .options = {{Exact{2}, Exact{4}}}};
    const auto split = risk::split(table, Exact{112}, Conversion::forced);
    REQUIRE(split);
    CHECK(split->share_price == Exact{10});
    CHECK(split->common == Exact{60});
    CHECK(split->preferred[0].amount == Exact{30});
    CHECK(split->preferred[1].amount == Exact{10});
    CHECK(split->preferred[1].converts);
    CHECK(split->options[0] == Exact{12});
    const auto nothing = risk::split(table, Exact{}, Conversion::forced);
    REQUIRE(nothing);
    CHECK(nothing->share_price.is_zero());
    CHECK(sum_of(*nothing) == 0);
}

TEST_CASE("what cannot be kept exactly is said, never rounded") {
    const CapTable fine{.common = Exact::ratio(1, static_cast<quantity::int128>(1) << 121)};
    CHECK_FALSE(risk::split(fine, Exact{1}));
    CHECK_FALSE(risk::share_price(fine, Exact{1}));
    CHECK_FALSE(risk::share_price({.common = Exact{1}}, Exact::overflow()));
}
