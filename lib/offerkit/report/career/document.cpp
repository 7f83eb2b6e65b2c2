#include <optional>
#include <string>
#include <utility>

#include <offerkit/report/career/career.hpp>
#include <offerkit/report/career/words.hpp>
#include <offerkit/report/product/datum.hpp>
#include <offerkit/report/words/envelope.hpp>

namespace offerkit::report {
namespace {

namespace paths = choice::paths;
using paths::Estimated;

/// An object of figures, with their standard errors beside them under the same keys.
class Figures {
public:
    explicit Figures(Document document = Document::object()) : document_{std::move(document)} {}

    Figures& set(std::string_view key, const std::optional<Estimated>& figure) {
        document_.set(key, figure ? Document::number(figure->value) : Document::null());
        errors_.set(key, figure ? Document::number(figure->error) : Document::null());
        return *this;
    }
    Figures& plain(std::string_view key, Document value) {
        document_.set(key, std::move(value));
        return *this;
    }
    Figures& set(const paths::Distribution& distribution) {
        return set("mean", distribution.mean)
            .set("p10", distribution.p10)
            .set("p50", distribution.p50)
            .set("p90", distribution.p90)
            .set("worst_20th", distribution.worst_20th);
    }
    [[nodiscard]] Document done() {
        document_.set("standard_errors", std::move(errors_));
        return std::move(document_);
    }

private:
    Document document_;
    Document errors_ = Document::object();
};

Document break_even_document(const CareerView& view, const paths::BreakEven& tie) {
    Figures figures{Document::object({{"against", view.terms.paths[tie.against].id}})};
    figures.set("success", tie.success);
    figures.plain("ever", array_of(tie.ever, [&](const paths::BreakEven::Ever& ever) {
                      return Figures{Document::object({{"rung", view.terms.rungs[ever.rung].id}})}
                          .set("chance", ever.chance)
                          .done();
                  }));
    return figures.set("later_pay", tie.later_pay).set("exit_value", tie.exit_value).done();
}

Document path_document(const CareerView& view, std::size_t place) {
    const auto& path = view.career.paths[place];
    Figures figures{Document::object({{"path", view.terms.paths[place].id}})};
    figures.plain("looks", array_of(path.looks, [](const paths::LookFigures& look) {
                      return Figures{Document::object({{"months", look.months}})}.set(look.value).done();
                  }));
    figures.plain("years", array_of(path.years, [](const paths::YearFigures& year) {
                      return Figures{Document::object({{"year", year.year}})}.set(year.money).done();
                  }));
    auto rungs = Document::array();
    for (std::size_t rung = 0; rung < path.rungs.size(); ++rung) {
        rungs.push(
            Figures{Document::object({{"rung", view.terms.rungs[rung].id}})}.set("chance", path.rungs[rung]).done());
    }
    figures.plain("rungs", std::move(rungs));
    figures.set("lost_a_job", path.lost_a_job)
        .set("months_without_pay", path.months_without_pay)
        .set("best", path.best)
        .set("regret", path.regret)
        .set("savings_gone", path.savings_gone)
        .set("certainty_equivalent", path.certainty_equivalent);
    figures.plain("break_even", path.break_even ? break_even_document(view, *path.break_even) : Document::null());
    return figures.done();
}

Document for_good_document(const paths::ForGood& ahead) {
    return Figures{}
        .set("median_month", ahead.median_month)
        .set("never", ahead.never)
        .plain("of_means", Document(ahead.of_means))
        .done();
}

Document pair_document(const CareerView& view, const paths::PairFigures& pair) {
    Figures figures{Document::object({{"a", view.terms.paths[pair.a].id}, {"b", view.terms.paths[pair.b].id}})};
    figures.set("difference", pair.difference);
    auto ahead = Document::array();
    for (std::size_t look = 0; look < pair.ahead.size(); ++look) {
        ahead.push(
            Figures{Document::object({{"months", view.terms.looks[look]}})}.set("chance", pair.ahead[look]).done());
    }
    figures.plain("ahead", std::move(ahead));
    figures.plain("a_for_good", for_good_document(pair.a_for_good));
    figures.plain("b_for_good", for_good_document(pair.b_for_good));
    return figures.done();
}

Document turn_document(const CareerView& view, std::size_t place) {
    const auto& terms = view.terms.turns[place];
    const auto& turn = view.career.turns[place];
    const auto& from = view.terms.paths[terms.from].id;
    const auto& to = view.terms.paths[terms.to].id;
    Figures figures{Document::object({{"from", from}, {"to", to}})};
    figures.set("value", turn.value)
        .set("right", turn.right)
        .set("seeing", turn.seeing)
        .set("lead", turn.lead)
        .set("turns", turn.turns);
    figures.plain("groups", array_of(turn.groups, [&](const paths::TurnGroup& group) {
                      return Figures{Document::object({{"seen", seen_words(view, turn, group)}})}
                          .set("chance", group.chance)
                          .set("stay", group.stay)
                          .set("go", group.go)
                          .plain("better", group.goes() ? to : from)
                          .done();
                  }));
    return figures.done();
}

Document move_document(const CareerView& view, const paths::Move& move) {
    Figures figures{Document::object({{"input", input_name(move)}})};
    figures.plain("lead", array_of(move.lead, [&](const paths::Move::Lead& lead) {
                      return Figures{Document::object({{"path", view.terms.paths[lead.path].id}})}
                          .set("low", lead.low)
                          .set("high", lead.high)
                          .done();
                  }));
    return figures.set("worth_knowing", move.worth_knowing).done();
}

template <class Make>
Document counted_array(std::size_t count, Make make) {
    auto array = Document::array();
    for (std::size_t i = 0; i < count; ++i) {
        array.push(make(i));
    }
    return array;
}

}  // namespace

Document career_document(const CareerView& view) {
    const auto& career = view.career;
    const auto text = [](const std::string& line) { return Document(line); };
    const auto beyond = [&](const paths::BeyondHorizon& exit) {
        return Document::object(
            {{"path", view.terms.paths[exit.path].id}, {"exit", exit.exit}, {"after_months", exit.after}});
    };
    return envelope("career")
        .set("worlds", career.worlds)
        .set("seed", career.seed)
        .set("currency", view.plan.currency.code())
        .set("paths", counted_array(career.paths.size(), [&](std::size_t i) { return path_document(view, i); }))
        .set("pairs", array_of(career.pairs, [&](const auto& pair) { return pair_document(view, pair); }))
        .set("turns", counted_array(career.turns.size(), [&](std::size_t i) { return turn_document(view, i); }))
        .set("moves", array_of(career.moves, [&](const auto& move) { return move_document(view, move); }))
        .set("beyond_horizon", array_of(career.beyond_horizon, beyond))
        .set("warnings", array_of(view.warnings, text))
        .set("assumptions", array_of(career_assumptions(view), text));
}

Sheet career_sheet(const CareerView& view) {
    Sheet sheet{.columns = {"path", "kind", "months", "mean", "p10", "p50", "p90", "worst_20th"}, .rows = {}};
    const auto number = [](const Estimated& figure) {
        return SheetCell::number(Document::number(figure.value).text());
    };
    const auto row = [&](std::size_t path, const char* kind, int months, const paths::Distribution& figures) {
        sheet.row({view.terms.paths[path].id, kind, SheetCell::number(months), number(figures.mean),
                   number(figures.p10), number(figures.p50), number(figures.p90), number(figures.worst_20th)});
    };
    for (std::size_t path = 0; path < view.career.paths.size(); ++path) {
        for (const auto& look : view.career.paths[path].looks) {
            row(path, "present_value", look.months, look.value);
        }
    }
    for (std::size_t path = 0; path < view.career.paths.size(); ++path) {
        for (const auto& year : view.career.paths[path].years) {
            row(path, "year", 12 * year.year, year.money);
        }
    }
    return sheet;
}

}  // namespace offerkit::report
