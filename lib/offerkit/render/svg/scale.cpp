#include <offerkit/render/svg/scale.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string_view>

namespace offerkit::render {
namespace {

/// `value` with at most so many decimals, without zeros at its end.
std::string decimal_text(double value, int decimals) {
    std::array<char, 400> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals).ptr;
    std::string text(buffer.data(), end);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        text.erase(text.find_last_not_of('.') + 1);
    }
    return text == "-0" ? "0" : text;
}

double finite(double value) { return std::isfinite(value) ? value : 0.0; }

}  // namespace

double Scale::operator()(double value) const noexcept {
    return from == to ? place_from : place_from + (value - from) / (to - from) * (place_to - place_from);
}

Axis round_axis(double low, double high, int most) {
    low = finite(low);
    high = finite(high);
    if (high < low) {
        std::swap(low, high);
    }
    if (high == low) {
        high = low + std::max(1.0, std::abs(low));
    }
    const double rough = (high - low) / std::max(1, most - 1);
    double power = 1;
    while (power * 10 <= rough) {
        power *= 10;
    }
    while (power > rough) {
        power /= 10;
    }
    constexpr std::array<double, 5> round{1, 2, 2.5, 5, 10};
    const double step =
        power * *std::find_if(round.begin(), round.end() - 1, [&](double part) { return power * part >= rough; });
    Axis axis{step, {}};
    const double first = std::floor(low / step);
    for (int i = 0; i < most + 2 && (i == 0 || axis.ticks.back() < high); ++i) {
        axis.ticks.push_back((first + i) * step);
    }
    return axis;
}

std::string tick_text(double tick, const Axis& axis) {
    double largest = 0;
    for (const double each : axis.ticks) {
        largest = std::max(largest, std::abs(each));
    }
    struct Unit {
        double size;
        std::string_view sign;
    };
    constexpr std::array<Unit, 4> units{{{1e9, "B"}, {1e6, "M"}, {1e3, "k"}, {1, ""}}};
    const auto& unit =
        *std::find_if(units.begin(), units.end() - 1, [&](const Unit& each) { return largest >= each.size; });
    const std::string text = decimal_text(tick / unit.size, 2);
    return text == "0" ? text : text + std::string(unit.sign);
}

std::string place_text(double place) { return decimal_text(finite(place), 2); }

std::vector<double> spread_apart(std::vector<double> places, double gap, double low, double high) {
    if (places.empty()) {
        return places;
    }
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
    double next = low;
    for (const std::size_t i : order) {
        places[i] = std::max(places[i], next);
        next = places[i] + gap;
    }
    double last = std::max(high, low + gap * static_cast<double>(places.size() - 1));
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        places[*i] = std::min(places[*i], last);
        last = places[*i] - gap;
    }
    return places;
}

}  // namespace offerkit::render
