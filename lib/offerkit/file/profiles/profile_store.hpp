#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/stated.hpp>

namespace offerkit::tax {
struct Form;
}

namespace offerkit::file {

struct Context;
struct NoProfile;
struct ProfileText;
struct WrittenForm;

/// Where a run keeps texts and problems, and where a name was written.
struct Naming {
    diagnostic::Sources& sources;
    diagnostic::Diagnostics& diagnostics;
    std::string folder{};              ///< of the naming file: a relative path starts there
    diagnostic::Span span{};           ///< of the name, for a problem with it; line 0 when it comes from a flag
    std::vector<std::string> trail{};  ///< the tax forms that are being read, each for the one before it
};

/// The profiles at hand: those of some folders, in order of precedence, then those built into the program. A name is an
/// id ("google"), or a relative path that ends in .toml and holds no "..". Nothing is parsed before it is named.
class ProfileStore {
public:
    explicit ProfileStore(std::vector<std::string> folders = {});

    /// One profile by name. An unknown name, and every problem inside the profile, is a diagnostic; those inside point
    /// into the profile, whose source is called "profiles/vesting/google.toml (built in)" or by its path. One that is
    /// there and cannot be read is `unreadable`: nothing else takes its place.
    [[nodiscard]] std::optional<model::VestingProfile> vesting(const std::string& name, const Naming& naming) const;
    [[nodiscard]] std::optional<model::Ladder> ladder(const std::string& name, const Naming& naming) const;
    [[nodiscard]] std::optional<model::MarketProfile> market(const std::string& name, const Naming& naming) const;
    [[nodiscard]] std::optional<model::BandProfile> band(const std::string& name, const Naming& naming) const;
    [[nodiscard]] std::optional<model::CompanyProfile> company(const std::string& name, const Naming& naming) const;
    [[nodiscard]] std::optional<model::NegotiationProfile> negotiation(const std::string& name,
                                                                       const Naming& naming) const;
    /// The practice of every employer, with what differs at that kind of employer: how easily each part moves, how far,
    /// what else to ask for, and what is said about it.
    [[nodiscard]] std::optional<model::NegotiationProfile> practice(std::optional<model::Employer> employer,
                                                                    const Naming& naming) const;
    /// `currency` is what its amounts are in when it names none.
    [[nodiscard]] std::optional<model::PrioritiesProfile> priorities(const std::string& name, const Naming& naming,
                                                                     quantity::Currency currency) const;

    [[nodiscard]] std::optional<model::ClaimsProfile> claims(const std::string& name, const Naming& naming) const;
    [[nodiscard]] std::optional<model::StocksProfile> stocks(const std::string& name, const Naming& naming) const;
    [[nodiscard]] std::optional<model::ExitsProfile> exits(const std::string& name, const Naming& naming) const;
    [[nodiscard]] std::optional<model::PlaceProfile> place(const std::string& name, const Naming& naming) const;

    /// A tax form by the name of its file ("us-ny-2026"), with all that it takes over from earlier ones, checked
    /// against the forms it uses.
    [[nodiscard]] std::optional<tax::Form> tax_form(const std::string& name, const Naming& naming) const;
    /// The same as it is written, line by line: to be printed, or taken over.
    [[nodiscard]] std::optional<WrittenForm> written_form(const std::string& name, const Naming& naming) const;
    /// The years that a jurisdiction ("us-ny") has forms for, in their order.
    [[nodiscard]] std::vector<int> tax_years(std::string_view id) const;
    /// The forms of a place for a year, in the order of its `taxes`: of each the newest that does not begin later, or
    /// else the first.
    [[nodiscard]] std::optional<std::vector<tax::Form>> tax_chain(const model::PlaceProfile& place, int year,
                                                                  const Naming& naming) const;

    /// Checks a text as a profile of a kind, whatever it is called: every problem inside is a diagnostic.
    [[nodiscard]] std::optional<model::ProfileHeader> check(std::string_view kind, const std::string& path,
                                                            const std::string& text, const Naming& naming) const;

    /// The ids of a kind, in alphabetical order, each once.
    [[nodiscard]] std::vector<std::string> ids(std::string_view kind) const;
    /// The text of a profile as it is kept, comments and all; nothing when the name is unknown, which is not reported.
    [[nodiscard]] std::optional<std::string> text(std::string_view kind, const std::string& name) const;
    /// The header of one profile; problems as above.
    [[nodiscard]] std::optional<model::ProfileHeader> header(std::string_view kind, const std::string& name,
                                                             const Naming& naming) const;
    /// The headers of all profiles of a kind, by id. A profile that cannot be read is left out with a warning: nobody
    /// has named it. The same holds for the others below.
    [[nodiscard]] std::vector<model::ProfileHeader> list(std::string_view kind, diagnostic::Sources& sources,
                                                         diagnostic::Diagnostics& diagnostics) const;
    [[nodiscard]] std::vector<model::Ladder> ladders(diagnostic::Sources& sources,
                                                     diagnostic::Diagnostics& diagnostics) const;
    [[nodiscard]] std::vector<model::BandProfile> bands(diagnostic::Sources& sources,
                                                        diagnostic::Diagnostics& diagnostics) const;
    [[nodiscard]] std::vector<model::MarketProfile> markets(diagnostic::Sources& sources,
                                                            diagnostic::Diagnostics& diagnostics) const;
    /// The claims about a topic, if there are any.
    [[nodiscard]] std::optional<model::ClaimsProfile> claims_about(const std::string& topic,
                                                                   diagnostic::Sources& sources,
                                                                   diagnostic::Diagnostics& diagnostics) const;

private:
    /// A profile that is being read: its view, and what it gathers.
    template <class T, class Reader>
    [[nodiscard]] std::optional<T> read(std::string_view kind, const std::string& name, const Naming& naming,
                                        Reader reader,
                                        quantity::Currency currency = *quantity::Currency::of("USD")) const;
    /// All of a kind that `one` can read from a store; the others, and folders that cannot be read, are warned of.
    /// `only`: one id alone, if there is that one.
    template <class T, class One>
    [[nodiscard]] std::vector<T> every(std::string_view kind, const std::optional<std::string>& only,
                                       diagnostic::Sources& sources, diagnostic::Diagnostics& diagnostics,
                                       One one) const;
    void report_missing(std::string_view kind, const std::string& name, const NoProfile& missing,
                        const Naming& naming) const;

    /// What was read already, so that a thousand offers of one company do not read its ladder a thousand times.
    class Cache;

    std::vector<std::string> folders_;
    std::shared_ptr<const ProfileText> given_{};  ///< a text that stands for any name: the one that is checked
    std::shared_ptr<Cache> cache_;
};

/// What `Context::find_schedule` is: a schedule of the context's own store.
[[nodiscard]] std::optional<model::VestingProfile> schedule_named(const Context& context,
                                                                  const model::Stated<std::string>& name);

}  // namespace offerkit::file
