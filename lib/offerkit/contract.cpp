#include <offerkit/contract.hpp>

#include <cstdio>
#include <cstdlib>

namespace offerkit {

void contract_violated(std::source_location where) noexcept {
    std::fprintf(stderr, "offerkit: broken contract at %s:%u in %s; please report this with the files that led here\n",
                 where.file_name(), static_cast<unsigned>(where.line()), where.function_name());
    std::abort();
}

}  // namespace offerkit
