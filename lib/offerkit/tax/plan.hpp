#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/tax/form.hpp>

namespace offerkit::tax {

/// What tax is asked for: the tax year, the status, and how much indexed numbers rise in a year after the last table.
struct Question {
    int year = 0;
    Status status = Status::single;
    quantity::Rate index{};
};

/// What of a chain was used for a question, for people to read.
struct FormUse {
    std::string id;
    std::string name;                       ///< "us-ca-2026": the profile
    std::string title;                      ///< "California"
    int year = 0;                           ///< of the profile
    int table_year = 0;                     ///< of its oldest number
    Standing standing = Standing::enacted;  ///< projected when any of its numbers is
    std::vector<std::string> projected{};   ///< the lines whose numbers are
    Confidence confidence = Confidence::low;
    bool checked = false;
    std::string note{};  ///< what is contested or left out
};

/// A chain of forms made ready for one question: each line has the numbers of the status, raised to the year, and knows
/// by its place what it reads. Making it takes longer than evaluating it, which is done for many households.
class Plan {
public:
    /// The chain in its order, each form after those it uses. Nothing, with the reasons reported at `span`, when a form
    /// does not know the status, the forms do not fit together, a number leaves 128 bits, or there is no form.
    [[nodiscard]] static std::optional<Plan> make(std::vector<Form> chain, const Question& question,
                                                  diagnostic::Diagnostics& problems, Span span = {});

    [[nodiscard]] const Question& question() const noexcept { return question_; }
    [[nodiscard]] quantity::Currency currency() const noexcept { return forms().front().currency; }
    [[nodiscard]] const std::vector<Form>& forms() const noexcept { return *forms_; }
    [[nodiscard]] std::vector<FormUse> uses() const;

    struct Band {
        Exact from{};
        Exact value{};   ///< the rate, or what a step gives
        Exact before{};  ///< of bands: what the slices below come to
    };
    struct Bound {
        std::uint32_t reads = 0;
        Exact at{};
        enum class Is { over, from, under, up_to } is = Is::over;
    };
    struct Fall {
        std::uint32_t reads = 0;
        Exact from{};
        std::optional<Exact> rate{};
        Exact by{};
        Exact each{1};
        quantity::RoundingWay way = quantity::RoundingWay::up;
        Exact floor{};
    };
    struct Step {
        Exact to{1};
        quantity::RoundingWay way = quantity::RoundingWay::down;
    };
    /// A line of one status and year. What it reads are places among the values: inputs first, then all lines.
    struct Ready {
        const Line* line = nullptr;
        std::uint32_t form = 0;
        std::vector<std::uint32_t> reads{};  ///< `of`, or `plus`
        std::vector<std::uint32_t> less{};   ///< `minus`
        std::optional<std::uint32_t> times{};
        Exact value{};
        std::optional<Fall> fall{};
        std::vector<Band> bands{};
        std::vector<Bound> only{};
        std::optional<Exact> at_least{};
        std::optional<Exact> at_most{};
        std::optional<Step> round{};
        std::optional<Step> round_of{};
        std::optional<Exact> split{};
    };
    [[nodiscard]] std::span<const Ready> lines() const noexcept { return lines_; }
    /// How many of the lines belong to the first form.
    [[nodiscard]] std::size_t of_first() const noexcept { return forms().front().lines.size(); }
    /// Whether the first form asks for state and local tax, so that a second pass can change it.
    [[nodiscard]] bool reads_state_tax() const noexcept { return reads_state_tax_; }

    /// Whether any line reads an input.
    [[nodiscard]] bool reads(Input input) const noexcept { return reads_[static_cast<std::size_t>(input)]; }

private:
    Plan(std::vector<Form> chain, const Question& question);
    [[nodiscard]] bool fits_together(diagnostic::Diagnostics& problems, Span span) const;
    [[nodiscard]] bool ready_lines();
    [[nodiscard]] Ready ready(const Form& form, std::uint32_t number, const Line& line) const;
    [[nodiscard]] std::vector<Band> bands_of(const Form& form, const Line& line) const;
    [[nodiscard]] std::uint32_t place_of(std::uint32_t form, const Reference& reference) const;

    std::shared_ptr<const std::vector<Form>> forms_;
    Question question_;
    std::vector<Ready> lines_{};
    bool reads_state_tax_ = false;
    std::array<bool, input_count> reads_{};
};

/// How many years a line's numbers have to be raised for a year; 0 when its table is of that year or later.
[[nodiscard]] int years_after_table(const Line& line, int asked) noexcept;

}  // namespace offerkit::tax
