#include <cli/system/clock.hpp>

#include <ctime>

namespace offerkit::cli {

calendar::Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return calendar::Date::clamped(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

}  // namespace offerkit::cli
