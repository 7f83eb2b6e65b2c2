#include <offerkit/render/icalendar.hpp>

#include <algorithm>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <offerkit/diagnostic/text.hpp>
#include <offerkit/diagnostic/utf8.hpp>
#include <offerkit/version.hpp>

namespace offerkit::render {
namespace {

/// The namespace of our names, drawn once at random: with it no other program's names can give our UIDs.
constexpr const char* names_of_ours = "5b0c8f1e-9d0a-4f57-8a43-6f1b7c2de915";

constexpr std::size_t most_octets = 75;  ///< of a line without its end, by RFC 5545, section 3.1

/// A value of the type TEXT (RFC 5545, section 3.3.11).
std::string escaped(std::string_view text) {
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const std::string mended = ascii ? std::string() : diagnostic::valid_utf8(text);
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (const char c : ascii ? text : mended) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '\\':
            case ';':
            case ',':
                out += '\\';
                out += c;
                break;
            case '\n': out += "\\n"; break;
            default: out += byte < 0x20 || byte == 0x7F ? ' ' : c;
        }
    }
    return out;
}

/// "20260302": a value of the type DATE.
std::string basic(calendar::Date date) {
    std::string text = to_string(date);
    std::erase(text, '-');
    return text;
}

}  // namespace

std::string folded_line(std::string_view line) {
    std::string out;
    std::size_t room = most_octets;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && !diagnostic::utf8::begins_character(line[cut])) {
            --cut;
        }
        out += line.substr(0, cut);
        out += "\r\n ";
        line.remove_prefix(cut);
        room = most_octets - 1;  // the space that goes on counts too
    }
    out += line;
    return out += "\r\n";
}

std::string calendar_uid(std::string_view key) {
    static const auto space = boost::uuids::string_generator{}(names_of_ours);
    boost::uuids::name_generator_sha1 names{space};
    return to_string(names(key.data(), key.size()));
}

void write_icalendar(const report::CalendarFacts& facts, const report::Sink& sink) {
    constexpr std::size_t piece = std::size_t{1} << 16U;
    std::string out;
    out.reserve(piece + piece / 8);
    const auto put = [&](std::string_view name, std::string_view value) {
        if (name.size() + 1 + value.size() <= most_octets) {
            out.append(name).append(1, ':').append(value).append("\r\n");
        } else {
            out += folded_line(std::string(name) + ":" + std::string(value));
        }
    };
    put("BEGIN", "VCALENDAR");
    put("VERSION", "2.0");
    put("PRODID", "-//offerkit//offerkit " + std::string(version()) + "//EN");
    put("CALSCALE", "GREGORIAN");
    // NAME is of RFC 7986; the other is what programs older than it read.
    put("NAME", escaped(facts.name));
    put("X-WR-CALNAME", escaped(facts.name));
    const std::string stamp = basic(facts.as_of) + "T000000Z";
    for (std::size_t i = 0; i < facts.count; ++i) {
        const report::CalendarEvent event = facts.event(i);
        put("BEGIN", "VEVENT");
        put("UID", calendar_uid(event.key));
        put("DTSTAMP", stamp);
        put("DTSTART;VALUE=DATE", basic(event.date));
        put("SUMMARY", escaped(event.summary));
        if (!event.description.empty()) {
            put("DESCRIPTION", escaped(event.description));
        }
        put("CATEGORIES", escaped(report::category_of(event.kind)));
        put("TRANSP", "TRANSPARENT");
        put("END", "VEVENT");
        if (out.size() >= piece) {
            if (!sink(out)) {
                return;
            }
            out.clear();
        }
    }
    put("END", "VCALENDAR");
    sink(out);
}

}  // namespace offerkit::render
