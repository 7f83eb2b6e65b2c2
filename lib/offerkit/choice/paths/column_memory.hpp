#pragma once

#include <cstddef>
#include <memory_resource>
#include <vector>

/// Memory for the columns of many worlds.
namespace offerkit::choice::paths {

/// A figure of each world.
using Column = std::pmr::vector<double>;

/// Gives out memory in pieces and takes all of it back at once. A large store lies in large pages where the system has
/// them: touching a page for the first time costs more than filling it.
class ColumnMemory {
public:
    /// Room for so many bytes at once; more is given when it is asked for.
    explicit ColumnMemory(std::size_t bytes) : pieces_{bytes, &pages_} {}

    /// A column of zeros.
    [[nodiscard]] Column column(std::size_t count) { return Column(count, &pieces_); }

private:
    class Pages final : public std::pmr::memory_resource {
        void* do_allocate(std::size_t bytes, std::size_t alignment) override;
        void do_deallocate(void* memory, std::size_t bytes, std::size_t alignment) override;
        [[nodiscard]] bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
            return this == &other;
        }
    };

    Pages pages_{};
    std::pmr::monotonic_buffer_resource pieces_;
};

}  // namespace offerkit::choice::paths
