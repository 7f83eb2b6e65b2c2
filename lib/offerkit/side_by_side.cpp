#include <offerkit/side_by_side.hpp>

#include <exception>
#include <thread>
#include <vector>

namespace offerkit {

void side_by_side(std::size_t hands, const std::function<void(std::size_t hand)>& work) {
    std::vector<std::exception_ptr> thrown(hands);
    const auto guarded = [&](std::size_t hand) noexcept {
        try {
            work(hand);
        } catch (...) {
            thrown[hand] = std::current_exception();
        }
    };
    std::vector<std::thread> others;
    others.reserve(hands);
    try {
        for (std::size_t hand = 1; hand < hands; ++hand) {
            others.emplace_back(guarded, hand);
        }
    } catch (const std::exception&) {
        // No thread, or no memory for one: those there are do the work of all.
    }
    if (hands > 0) {
        guarded(0);
    }
    for (auto& other : others) {
        other.join();
    }
    for (const auto& exception : thrown) {
        if (exception) {
            std::rethrow_exception(exception);
        }
    }
}

}  // namespace offerkit
