#include <offerkit/report/product/money_style.hpp>
#include "support/catch.hpp"

using namespace offerkit;
using report::MoneyStyle;
using report::shown_difference;

namespace {

quantity::Money money(std::int64_t minor, const char* code = "USD") { return {minor, *quantity::Currency::of(code)}; }

}  // namespace

TEST_CASE("a difference in whole units is that of the amounts as they are shown") {
    // 1,305,528 and 1,293,038 on the page: the exact difference, 12,489.45, would be shown as 12,489.
    CHECK(to_grouped(money(130'552'790), true) == "1,305,528");
    CHECK(to_grouped(money(129'303'845), true) == "1,293,038");
    CHECK(shown_difference(money(130'552'790), money(129'303'845)) == money(1'249'000));
    CHECK(shown_difference(money(129'303'845), money(130'552'790)) == money(-1'249'000));
    CHECK(shown_difference(money(149), money(51)) == money(0));
    CHECK(shown_difference(money(12'490, "JPY"), money(1, "JPY")) == money(12'489, "JPY"));
}

TEST_CASE("a page with cents shows differences to the cent") {
    MoneyStyle style;
    style.see(money(100'00));
    CHECK(style.difference(money(130'552'790), money(129'303'845)) == money(1'249'000));
    style.see(money(100'01));
    CHECK(style.difference(money(130'552'790), money(129'303'845)) == money(1'248'945));
}

TEST_CASE("whoever subtracts two shown amounts finds the difference that is shown") {
    support::holds([](std::int32_t more, std::int32_t less) {
        const auto shown = [](std::int32_t minor) {
            std::string text = to_grouped(money(minor), true);
            std::erase(text, ',');
            return std::stoll(text);
        };
        RC_ASSERT(shown_difference(money(more), money(less)) == money((shown(more) - shown(less)) * 100));
    });
}
