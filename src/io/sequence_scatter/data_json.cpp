#include "io/sequence_scatter/data_json.h"

#include "io/json/quick_number.h"
#include "io/recording/epoch_names.h"

#include <epochscope/model/error.h>

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <cmath>
#include <limits>
#include <new>
#include <set>
#include <string_view>

namespace epochscope {

namespace {

namespace ondemand = simdjson::ondemand;

/// The maximum nesting of lists and objects in unknown keys.
constexpr int max_depth = 64;
/// The number of unknown keys named in a warning.
constexpr std::size_t max_named = 5;
/// Larger epoch numbers are not exact as playheads, which are doubles.
constexpr std::int64_t max_epoch = std::int64_t{1} << 53;
constexpr float no_number = std::numeric_limits<float>::quiet_NaN();
constexpr std::string_view class_expected = "the number of a class";

constexpr std::array<std::string_view, 5> fields{"projection", "prediction", "confidence",
                                                 "intra_similarity", "inter_similarity"};

/// Whether JSON allows a number to begin like this: no leading zeros.
bool is_number_start(std::string_view token) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (token.starts_with('-')) token.remove_prefix(1);
    if (token.empty() || !is_digit(token[0])) return false;
    return token[0] != '0' || token.size() == 1 || !is_digit(token[1]);
}

/// An integer of 32 bits, which may be written as a real number: 3, 3.0.
std::optional<std::int32_t> whole_number(std::string_view token) {
    constexpr double limit = 0x1p31;
    token = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
    double number = 0;
    const char* const end = token.data() + token.size();
    const auto [stop, error] = std::from_chars(token.data(), end, number);
    const bool is_number = error == std::errc{} && stop == end && is_number_start(token);
    if (!is_number || std::trunc(number) != number || number < -limit || number >= limit)
        return std::nullopt;
    return static_cast<std::int32_t>(number);
}

class Reader {
  public:
    Reader(ondemand::parser& parser, const JsonText& text, std::size_t samples, const Job& job)
        : parser_(parser), text_(text), samples_(samples), job_(job) {}

    DataJson read() {
        const std::string_view view = text_.view();
        expect(parser_.iterate(view.data(), view.size(), text_.capacity()).get(document_));
        ondemand::object root;
        const simdjson::error_code error = document_.get_object().get(root);
        if (error != ok) {
            // A fault at the end of an object is reported at its beginning.
            if (error != simdjson::INCORRECT_TYPE) fail_syntax();
            std::string_view token;
            expect(document_.raw_json_token().get(token));
            fail_value({}, token, "an object with a key for each epoch");
        }
        DataJson data;
        for (auto item : root) {
            ondemand::field field;
            expect(std::move(item).get(field));
            job_.reached(fraction_done(field.key().raw()));
            data.epochs.push_back(read_epoch(field));
            field_ = {};
            epoch_.clear();
        }
        // There is no current location only at the end of the text.
        if (document_.current_location().error() == ok) fail_syntax();
        if (data.epochs.empty()) throw Error("data.json", "holds no epochs, expected at least one");
        data.unknown = std::move(unknown_);
        return data;
    }

  private:
    static constexpr simdjson::error_code ok = simdjson::SUCCESS;

    // The current field, for messages.

    [[nodiscard]] std::string where() const {
        return epoch_.empty() ? "data.json" : "data.json: epoch " + epoch_;
    }

    [[nodiscard]] double fraction_done(const char* at) const {
        return static_cast<double>(at - text_.view().data()) /
               static_cast<double>(text_.view().size());
    }

    [[noreturn]] void fail_syntax() const {
        throw_json_fault(where(), text_.view());
        throw Error(where(), "is not valid JSON");
    }

    /// A failure without a value is a syntax fault, or the memory was short.
    void expect(simdjson::error_code error) const {
        if (error == simdjson::MEMALLOC) throw std::bad_alloc();
        if (error != ok) fail_syntax();
    }

    [[nodiscard]] std::string entry(std::size_t index) const {
        return std::string(field_) + "[" + std::to_string(index) + "]";
    }

    /// Reports a value that is not `expected`, or a syntax fault.
    [[noreturn]] void fail_value(const std::string& subject, std::string_view token,
                                 std::string_view expected) const {
        token = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
        if (token.empty() || std::string_view("]},:").find(token[0]) != std::string_view::npos)
            fail_syntax();
        std::string what = shortened(token);
        if (token[0] == '[') what = "a list";
        if (token[0] == '{') what = "an object";
        if (token[0] == '"') what = "a text";
        throw Error(where(), subject, subject.empty() ? "is " : " is ", what, ", expected ",
                    expected);
    }

    void expect_count(std::size_t count, std::string_view things) const {
        if (count != samples_)
            throw Error(where(), field_, " has ", count, " ", things, ", label_index has ",
                        samples_);
    }

    // The grammar from the outside in.

    EpochColumns read_epoch(ondemand::field& epoch) {
        std::string_view key;
        expect(epoch.unescaped_key().get(key));
        EpochColumns columns;
        columns.number = epoch_number(key);
        epoch_ = in_quotes(key);
        ondemand::object members;
        if (epoch.value().get_object().get(members) != ok)
            fail_value({}, epoch.value().raw_json_token(), "an object with a projection");
        std::bitset<fields.size()> seen;
        for (auto item : members) {
            ondemand::field member;
            expect(std::move(item).get(member));
            read_member(member, columns, seen);
        }
        field_ = {};
        if (!seen[0]) throw Error(where(), "has no projection");
        return columns;
    }

    static std::int64_t epoch_number(std::string_view key) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
        // "epoch_3" is one, too.
        if (error != std::errc{} || end != key.data() + key.size()) {
            const auto name = epoch_name(key);
            number = name ? name->number : max_epoch + 1;
        }
        if (number > max_epoch || number < -max_epoch)
            throw Error("data.json", "key ", in_quotes(key),
                        " is not an epoch, expected an integer");
        return number;
    }

    void read_member(ondemand::field& member, EpochColumns& columns,
                     std::bitset<fields.size()>& seen) {
        std::string_view key;
        expect(member.unescaped_key().get(key));
        const auto found = std::find(fields.begin(), fields.end(), key);
        if (found == fields.end()) {
            unknown_.emplace(in_quotes(key));
            field_ = key;
            return skip(member.value(), 0);
        }
        const auto index = static_cast<std::size_t>(found - fields.begin());
        field_ = *found;
        if (seen[index]) throw Error(where(), field_, " occurs twice");
        seen.set(index);
        ondemand::array list;
        if (member.value().get_array().get(list) != ok)
            fail_value(std::string(field_), member.value().raw_json_token(),
                       "a list with one entry for each sample");
        switch (index) {
            case 0:
                return read_projection(list, columns.positions);
            case 1:
                return read_predictions(list, columns.predictions);
            case 2:
                return read_confidence(list, columns.confidence);
            case 3:
                return read_lists(list, columns.intra);
            default:
                return read_lists(list, columns.inter);
        }
    }

    void read_projection(ondemand::array& list, std::vector<Point>& positions) const {
        positions.resize(samples_);
        std::size_t count = 0;
        for (auto item : list) {
            const Point point = read_point(count, item);
            if (count < samples_) positions[count] = point;
            ++count;
        }
        expect_count(count, "points");
    }

    Point read_point(std::size_t index, simdjson::simdjson_result<ondemand::value> item) const {
        ondemand::value value;
        expect(std::move(item).get(value));
        ondemand::array pair;
        if (is_not_a_number(value.raw_json_token())) return {no_number, no_number};
        if (value.get_array().get(pair) != ok)
            fail_value(entry(index), value.raw_json_token(), "[x, y]");
        std::array<float, 2> place{};
        std::size_t count = 0;
        for (auto number : pair) {
            const float coordinate = read_float(index, number);
            if (count < place.size()) place[count] = coordinate;
            ++count;
        }
        if (count != place.size())
            throw Error(where(), field_, "[", index, "] has ", count, " numbers, expected [x, y]");
        return {place[0], place[1]};
    }

    float read_float(std::size_t index, simdjson::simdjson_result<ondemand::value> item) const {
        ondemand::value value;
        expect(std::move(item).get(value));
        if (const auto quick = quick_float(value.raw_json_token().data())) return *quick;
        if (is_not_a_number(value.raw_json_token())) return no_number;
        double number = 0;
        if (value.get_double().get(number) != ok)
            fail_value(entry(index), value.raw_json_token(), "a number");
        // Nine digits of the largest float are a little more than it.
        constexpr double rounds_to_infinity = 0x1.ffffffp127;
        if (!(std::abs(number) < rounds_to_infinity))
            throw Error(where(), field_, "[", index, "] is ", number,
                        ", expected a number within +-3.4e38");
        constexpr double largest = std::numeric_limits<float>::max();
        return static_cast<float>(std::clamp(number, -largest, largest));
    }

    std::int32_t read_int(std::size_t index, simdjson::simdjson_result<ondemand::value> item,
                          std::string_view expected) const {
        ondemand::value value;
        expect(std::move(item).get(value));
        if (const auto quick = quick_int(value.raw_json_token().data())) return *quick;
        if (expected == class_expected && is_not_a_number(value.raw_json_token())) return -1;
        if (const auto whole = whole_number(value.raw_json_token())) return *whole;
        fail_value(entry(index), value.raw_json_token(), expected);
    }

    void read_predictions(ondemand::array& list, std::vector<std::int32_t>& predictions) const {
        predictions.resize(samples_);
        std::size_t count = 0;
        for (auto item : list) {
            const std::int32_t prediction = read_int(count, item, class_expected);
            if (count < samples_) predictions[count] = prediction;
            ++count;
        }
        expect_count(count, "entries");
    }

    void read_confidence(ondemand::array& list, std::vector<float>& confidence) const {
        confidence.resize(samples_);
        std::size_t count = 0;
        for (auto item : list) {
            const float fraction = read_float(count, item);
            if (count < samples_) confidence[count] = fraction;
            ++count;
        }
        expect_count(count, "entries");
    }

    void read_lists(ondemand::array& lists, EpochColumns::Lists& columns) const {
        columns.offsets.reserve(samples_ + 1);
        columns.offsets.push_back(0);
        for (auto item : lists) {
            const std::size_t index = columns.offsets.size() - 1;
            ondemand::value value;
            expect(std::move(item).get(value));
            ondemand::array neighbours;
            if (value.get_array().get(neighbours) != ok)
                fail_value(entry(index), value.raw_json_token(), "a list of samples");
            for (auto neighbour : neighbours)
                columns.samples.push_back(read_int(index, neighbour, "the numbers of samples"));
            columns.offsets.push_back(columns.samples.size());
            // Others are probably as long as the first; a number takes at least two characters.
            if (index == 0)
                columns.samples.reserve(
                    std::min(columns.samples.size() * samples_, text_.view().size() / 2));
        }
        expect_count(columns.offsets.size() - 1, "lists");
    }

    /// Skips unknown content, which must be JSON and not too deep.
    void skip(ondemand::value value, int depth) const {
        ondemand::json_type type{};
        expect(value.type().get(type));
        if (depth > max_depth)
            throw Error(where(), field_, " holds lists or objects nested more than ", max_depth,
                        " deep");
        if (type == ondemand::json_type::array) {
            ondemand::array list;
            expect(value.get_array().get(list));
            for (auto item : list) {
                ondemand::value entry;
                expect(std::move(item).get(entry));
                skip(entry, depth + 1);
            }
        } else if (type == ondemand::json_type::object) {
            ondemand::object object;
            expect(value.get_object().get(object));
            for (auto item : object) {
                ondemand::field field;
                expect(std::move(item).get(field));
                skip(field.value(), depth + 1);
            }
        }
    }

    ondemand::parser& parser_;
    const JsonText& text_;
    std::size_t samples_;
    const Job& job_;
    ondemand::document document_;
    /// The key of the epoch being read, quoted, and the field in it.
    std::string epoch_;
    std::string_view field_;
    std::set<std::string> unknown_;
};

}  // namespace

struct DataJsonParser::Memory {
    ondemand::parser parser;
};

DataJsonParser::DataJsonParser() : memory_(std::make_unique<Memory>()) {}
DataJsonParser::~DataJsonParser() = default;

DataJson DataJsonParser::parse(const JsonText& text, std::size_t samples, const Job& job) {
    return Reader(memory_->parser, text, samples, job).read();
}

void warn_of(const std::set<std::string>& unknown, std::vector<std::string>& warnings) {
    if (unknown.empty()) return;
    std::string warning = "data.json: not known and left out:";
    std::size_t named = 0;
    for (const std::string& key : unknown) {
        if (named++ == max_named) break;
        warning += (named == 1 ? " " : ", ") + key;
    }
    if (unknown.size() > max_named)
        warning += " and " + std::to_string(unknown.size() - max_named) + " more";
    warnings.push_back(std::move(warning));
}

std::vector<EpochColumns> parse_data_json(const JsonText& text, std::size_t samples,
                                          std::vector<std::string>& warnings, const Job& job) {
    DataJson data = DataJsonParser().parse(text, samples, job);
    warn_of(data.unknown, warnings);
    return std::move(data.epochs);
}

}  // namespace epochscope
