#include <offerkit/file/terms/read_volatility.hpp>

namespace offerkit::file {

View::Maybe<quantity::Rate> read_volatility(const View& table) {
    auto volatility = table.rate("volatility");
    if (volatility && volatility->value > quantity::Rate{3}) {
        table.context().error(diagnostic::codes::bad_rate, volatility->span, "`volatility` can be at most 300%",
                              "most shares move by \"25%\" to \"60%\" in a year");
        return std::nullopt;
    }
    return volatility;
}

}  // namespace offerkit::file
