#include <offerkit/model/places.hpp>

namespace offerkit::model {

namespace {

constexpr std::string_view ids[] = {"au",
                                    "ca-bc",
                                    "ca-federal",
                                    "ca-federal-qc",
                                    "ca-on",
                                    "ca-qc",
                                    "ch-zurich",
                                    "de",
                                    "ie",
                                    "in",
                                    "nl",
                                    "nl-30",
                                    "sg",
                                    "sg-cpf",
                                    "uk-england",
                                    "uk-scotland",
                                    "us-az",
                                    "us-ca",
                                    "us-co",
                                    "us-ct",
                                    "us-dc",
                                    "us-federal",
                                    "us-fl",
                                    "us-ga",
                                    "us-il",
                                    "us-ma",
                                    "us-md",
                                    "us-md-montgomery",
                                    "us-mi",
                                    "us-mn",
                                    "us-nc",
                                    "us-nh",
                                    "us-nj",
                                    "us-nv",
                                    "us-ny",
                                    "us-ny-nyc",
                                    "us-oh",
                                    "us-or",
                                    "us-or-portland",
                                    "us-pa",
                                    "us-pa-philadelphia",
                                    "us-tn",
                                    "us-tx",
                                    "us-ut",
                                    "us-va",
                                    "us-wa"};

}  // namespace

std::span<const std::string_view> known_places() noexcept { return ids; }

}  // namespace offerkit::model
