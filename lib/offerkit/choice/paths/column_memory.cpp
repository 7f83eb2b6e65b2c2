#include <offerkit/choice/paths/column_memory.hpp>

#include <algorithm>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace offerkit::choice::paths {

namespace {

constexpr std::size_t large_page = std::size_t{1} << 21U;

std::size_t alignment_of(std::size_t bytes, std::size_t alignment) noexcept {
    return bytes < large_page ? alignment : std::max(alignment, large_page);
}

}  // namespace

void* ColumnMemory::Pages::do_allocate(std::size_t bytes, std::size_t alignment) {
    void* const memory = ::operator new(bytes, std::align_val_t{alignment_of(bytes, alignment)});
#ifdef __linux__
    if (bytes >= large_page) {
        // Advice alone: where it is not taken the pages are small ones.
        (void)::madvise(memory, bytes, MADV_HUGEPAGE);
    }
#endif
    return memory;
}

void ColumnMemory::Pages::do_deallocate(void* memory, std::size_t bytes, std::size_t alignment) {
    ::operator delete(memory, bytes, std::align_val_t{alignment_of(bytes, alignment)});
}

}  // namespace offerkit::choice::paths
