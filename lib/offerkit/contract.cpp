#include <offerkit/contract.hpp>

#include <cstdio>
#include <cstdlib>

namespace offerkit {

void contract_violated(const char* file, const char* function, unsigned line) noexcept {
    std::fprintf(stderr, "offerkit: broken contract at %s:%u in %s; please report this with the files that led here\n",
                 file, line, function);
    std::abort();
}

}  // namespace offerkit
