#pragma once

#include <cstddef>
#include <functional>

namespace offerkit {

/// Calls `work(hand)` for each hand from 0 to `hands` - 1: for the first in this thread, for the others each in a
/// thread of its own, and for as many fewer of them as the system gives no thread. So `work` takes pieces of what is to
/// do until none is left, and whatever number of hands there is, all of it gets done. Returns when every hand has; the
/// first exception that `work` threw goes on from here.
void side_by_side(std::size_t hands, const std::function<void(std::size_t hand)>& work);

}  // namespace offerkit
