#include <offerkit/file/profiles/written_form.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/tax/form.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using diagnostic::Span;
using model::Standing;

/// The keys that give a line its numbers.
constexpr std::array<std::string_view, 11> number_keys{"value", "taper",    "bands",   "bands_of", "steps", "pieces",
                                                       "times", "at_least", "at_most", "only",     "split"};
/// What a file says about itself alone.
constexpr std::array<std::string_view, 2> own_keys{"line", "like"};
constexpr std::string_view checked_key = "checked_by_known_answers";

bool among(const auto& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void put(Node& table, const Entry& entry) {
    if (Node* known = find_entry(table, entry.key)) {
        *known = entry.value;
    } else {
        table.entries.push_back(entry);
    }
}

void remove(Node& table, std::string_view key) {
    std::erase_if(table.entries, [&](const Entry& entry) { return entry.key == key; });
}

class Inheriting {
public:
    Inheriting(const View& view, model::ProfileHeader header, const std::vector<std::string>& trail)
        : view_{view}, context_{view.context()}, trail_{trail}, form_{.header = std::move(header)} {}

    std::optional<WrittenForm> run() {
        const auto year = view_.count("year");
        const auto standing = view_.choice<Standing>("status");
        const auto id = view_.text("id");
        if (!year || !standing || !id) {
            return std::nullopt;
        }
        form_.year = static_cast<int>(year->value);
        form_.standing = standing->value;
        check_name(*id);
        form_.root.span = view_.span();
        form_.sources = {view_.span().source};
        if (view_.has("like") && !take_over()) {
            return std::nullopt;
        }
        for (const Entry& entry : view_.node().entries) {
            if (entry.key == "limits" && entry.value.kind == NodeKind::table) {
                take_limits(entry);
            } else if (entry.key == "warning" && entry.value.kind == NodeKind::list) {
                take_warnings(entry);
            } else if (!among(own_keys, entry.key)) {
                put(form_.root, entry);
            }
        }
        for (const View& line : view_.tables("line")) {
            apply(line);
        }
        for (WrittenLine& line : form_.lines) {
            if (line.given_in != form_.header.id) {
                stand(line, form_.standing, false);
            }
        }
        if (form_.lines.size() > tax::most_lines) {
            context_.error(codes::form_line, form_.lines[tax::most_lines].table.span,
                           formatted("a form has at most {} lines", std::to_string(tax::most_lines)),
                           "make a form of its own of a part, and name it in `uses`");
        }
        return std::move(form_);
    }

private:
    void check_name(const model::Stated<std::string>& id) {
        const std::string name = id.value + "-" + std::to_string(form_.year);
        if (form_.header.id != name) {
            context_.error(
                codes::conflict, id.span,
                formatted("`id` and `year` make `{}`, and the file is called `{}.toml`", name, form_.header.id),
                formatted("call the file `{}.toml`", name));
        }
    }

    bool take_over() {
        const auto like = view_.text("like");
        if (!like) {
            return false;
        }
        if (like->value == form_.header.id || among(trail_, like->value)) {
            const bool itself = like->value == form_.header.id;
            context_.error(codes::form_inheritance, like->span,
                           formatted("`{}` takes over from {}", form_.header.id,
                                     itself ? "itself" : formatted("`{}`, which takes over from it", like->value)),
                           "`like` names the form of an earlier year");
            return false;
        }
        auto trail = trail_;
        trail.push_back(form_.header.id);
        auto earlier = context_.profiles.written_form(
            like->value, {context_.sources, context_.diagnostics, context_.folder, like->span, std::move(trail)});
        if (!earlier) {
            context_.failed = true;
            return false;
        }
        bool fits = earlier->year <= form_.year;
        if (!fits) {
            context_.error(codes::form_inheritance, like->span,
                           formatted("`{}` is of a later year than {}", like->value, std::to_string(form_.year)),
                           "`like` names the form of an earlier year");
        }
        for (const std::string_view key : {"currency", "unit"}) {
            const Node* theirs = find_entry(earlier->root, key);
            const Node* ours = view_.find(key);
            if (theirs != nullptr && ours != nullptr && theirs->text != ours->text) {
                fits = false;
                context_.error(codes::form_inheritance, ours->span,
                               formatted("`{}` has `{}` `{}`, not `{}`", like->value, key, theirs->text, ours->text),
                               formatted("leave `{}` out, or write all lines without `like`", key));
            }
        }
        form_.root.entries = std::move(earlier->root.entries);
        remove(form_.root, checked_key);
        form_.lines = std::move(earlier->lines);
        form_.sources.insert(form_.sources.end(), earlier->sources.begin(), earlier->sources.end());
        for (WrittenLine& line : form_.lines) {
            remove(line.table, "status");
        }
        return fits;
    }

    /// What this file makes of a line's numbers: it gives them, or confirms them as law, or carries them.
    void stand(WrittenLine& line, Standing standing, bool gives_numbers) const {
        line.standing = standing;
        if (gives_numbers || standing == Standing::enacted) {
            line.table_year = form_.year;
        }
    }

    void take_limits(const Entry& limits) {
        Node* known = find_entry(form_.root, "limits");
        if (known == nullptr) {
            form_.root.entries.push_back(limits);
            return;
        }
        for (const Entry& limit : limits.value.entries) {
            put(*known, limit);
        }
    }

    /// Each warning in the place of the one of its label, or after those that are there.
    void take_warnings(const Entry& warnings) {
        Node* known = find_entry(form_.root, "warning");
        if (known == nullptr) {
            form_.root.entries.push_back(warnings);
            return;
        }
        const auto label_of = [](const Node& warning) {
            const Node* label = find_entry(warning, "label");
            return label == nullptr ? std::string_view{} : std::string_view{label->text};
        };
        for (const Node& warning : warnings.value.items) {
            const auto same = std::find_if(known->items.begin(), known->items.end(),
                                           [&](const Node& one) { return label_of(one) == label_of(warning); });
            if (same != known->items.end()) {
                *same = warning;
            } else {
                known->items.push_back(warning);
            }
        }
    }

    WrittenLine* find(std::string_view id) noexcept {
        const auto found =
            std::find_if(form_.lines.begin(), form_.lines.end(), [&](const auto& line) { return line.id() == id; });
        return found == form_.lines.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::string near(std::string_view id) const {
        std::vector<std::string_view> words;
        for (const WrittenLine& line : form_.lines) {
            words.push_back(line.id());
        }
        return diagnostic::did_you_mean(id, words);
    }

    void apply(const View& line) {
        const auto id = line.text("id");
        if (!id) {
            return;
        }
        const auto first =
            std::find_if(written_.begin(), written_.end(), [&](const auto& one) { return one->value == id->value; });
        if (first != written_.end()) {
            context_.error(codes::duplicate_id, id->span, formatted("there are two lines `{}`", id->value),
                           "give each its own id", diagnostic::Related{(*first)->span, "the first stands here"});
            return;
        }
        written_.push_back(id);
        WrittenLine* known = find(id->value);
        const auto drop = line.boolean("drop");
        if (drop && drop->value) {
            drop_line(line, id->value, known);
        } else if (known != nullptr) {
            change(line, *known);
        } else {
            insert(line, id->value);
        }
    }

    void drop_line(const View& line, const std::string& id, const WrittenLine* known) {
        for (const Entry& entry : line.node().entries) {
            if (entry.key != "id" && entry.key != "drop") {
                context_.error(codes::conflict, entry.key_span,
                               formatted("`{}` and `drop` exclude each other", entry.key),
                               "a line that goes away has its `id` alone");
            }
        }
        if (known == nullptr) {
            no_such_line(line, id);
            return;
        }
        form_.lines.erase(form_.lines.begin() + (known - form_.lines.data()));
    }

    void no_such_line(const View& line, const std::string& id) {
        const std::string meant = near(id);
        context_.error(
            codes::form_line, line.span("id"), formatted("there is no line `{}` to change in what is taken over", id),
            meant.empty() ? "a new line has a `kind`, and `after = \"...\"` names the line above it" : meant);
    }

    void change(const View& line, WrittenLine& known) {
        line.refuse("after", "has no meaning on a line that is there already", "take it out: the line keeps its place");
        Node table = line.has("kind") ? Node{} : known.table;
        table.span = line.span();
        for (const Entry& entry : line.node().entries) {
            if (entry.key == "after" || entry.key == "drop") {
                continue;
            }
            put(table, entry);
            if (entry.key == "bands" || entry.key == "bands_of") {
                remove(table, entry.key == "bands" ? "bands_of" : "bands");
            }
        }
        known.table = std::move(table);
        settle(line, known);
    }

    void insert(const View& line, const std::string& id) {
        if (!line.has("kind")) {
            if (view_.has("like")) {
                no_such_line(line, id);
            } else {
                line.require("kind");
            }
            return;
        }
        auto place = form_.lines.end();
        if (view_.has("like")) {
            line.require("after", "it is not in what is taken over");
            const auto after = line.text("after");
            const WrittenLine* above = after ? find(after->value) : nullptr;
            if (after && above == nullptr) {
                const std::string meant = near(after->value);
                context_.error(codes::form_line, after->span, formatted("there is no line `{}` above it", after->value),
                               meant.empty() ? "name a line that is taken over, or new and written above" : meant);
            }
            if (above == nullptr) {
                return;
            }
            place = form_.lines.begin() + (above - form_.lines.data()) + 1;
        } else {
            line.refuse("after", "has no meaning without `like`", "take it out: lines stand in the order of the file");
        }
        WrittenLine fresh{.table = line.node()};
        remove(fresh.table, "after");
        remove(fresh.table, "drop");
        settle(line, *form_.lines.insert(place, std::move(fresh)));
    }

    void settle(const View& line, WrittenLine& written) {
        const auto own = line.choice<Standing>("status");
        const auto& entries = line.node().entries;
        const bool gives = std::any_of(entries.begin(), entries.end(),
                                       [](const Entry& entry) { return among(number_keys, entry.key); });
        stand(written, own ? own->value : form_.standing, gives);
        written.given_in = form_.header.id;
    }

    const View& view_;
    Context& context_;
    const std::vector<std::string>& trail_;
    WrittenForm form_;
    std::vector<View::Maybe<std::string>> written_{};
};

}  // namespace

std::string_view WrittenLine::id() const noexcept {
    const Node* node = find_entry(table, "id");
    return node == nullptr ? std::string_view{} : std::string_view{node->text};
}

std::optional<WrittenForm> read_written_form(const View& view, model::ProfileHeader header,
                                             const std::vector<std::string>& trail) {
    return Inheriting{view, std::move(header), trail}.run();
}

}  // namespace offerkit::file
