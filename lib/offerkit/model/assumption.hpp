#pragma once

#include <string>

#include <offerkit/model/stated.hpp>

namespace offerkit::model {

/// Something that a result rests on and nobody wrote: a default, today's date, a fact of a dated profile.
struct Assumption {
    std::string subject{};  ///< the company it is about; empty: the whole run
    std::string key;        ///< the key it stands for: "base.raise", "discount_rate"
    std::string value;      ///< as one would write it
    std::string meaning;    ///< in words: "no yearly raise"
    Span span{};
};

}  // namespace offerkit::model
