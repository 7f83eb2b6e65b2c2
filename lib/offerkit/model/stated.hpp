#pragma once

#include <optional>
#include <utility>

#include <offerkit/diagnostic/source.hpp>

namespace offerkit::model {

using diagnostic::Span;

/// A value with the place where a person wrote it, so that a figure can be traced to its line and a problem found late
/// still points there. For a default nobody wrote, the place is that of the table it is missing from.
template <class T>
struct Stated {
    T value;
    Span span{};

    const T& operator*() const noexcept { return value; }
    const T* operator->() const noexcept { return &value; }
};

template <class T>
Stated(T, Span) -> Stated<T>;

}  // namespace offerkit::model
