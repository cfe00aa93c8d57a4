#include <epochscope/model/column.h>
#include <epochscope/model/error.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <concepts>
#include <cstdio>
#include <utility>

namespace epochscope {

namespace {

std::string_view text_at(const Column::Texts& texts, std::size_t sample) {
    const std::uint64_t begin = sample == 0 ? 0 : texts.ends[sample - 1];
    return texts.bytes.substr(begin, texts.ends[sample] - begin);
}

std::string_view text_at(const Column::Categories& categories, std::size_t sample) {
    // Codes of mapped files may be out of range.
    const auto code = static_cast<std::size_t>(categories.codes[sample]);
    return code < categories.words.size() ? categories.words[code] : std::string_view{};
}

/// Owners of the values of a column.
struct OwnTexts {
    std::string bytes;
    std::vector<std::uint64_t> ends;
};
struct OwnCategories {
    std::vector<std::int32_t> codes;
    std::vector<std::string> words;
};

/// As few digits as tell the number from others of its type.
std::string number_words(std::floating_point auto value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    return {digits.begin(), end};
}

/// A number of exactly `count` digits, taken off the text.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    int value = 0;
    if (text.size() < count) return std::nullopt;
    const char* const end = text.data() + count;
    for (const char c : text.substr(0, count))
        if (c < '0' || c > '9') return std::nullopt;
    std::from_chars(text.data(), end, value);
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, std::string_view wanted) {
    if (text.empty() || wanted.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

/// Two digits below `bound`.
std::optional<int> take_part(std::string_view& text, int bound) {
    const auto value = take_digits(text, 2);
    return value && *value < bound ? value : std::nullopt;
}

/// The seconds east of UTC: "", "Z", "+02:00", "+0200".
std::optional<int> take_zone(std::string_view& text) {
    if (text.empty() || take(text, "Z")) return 0;
    const int sign = text.front() == '-' ? -1 : 1;
    if (!take(text, "+-")) return std::nullopt;
    const auto hours = take_part(text, 24);
    take(text, ":");
    const auto minutes = take_part(text, 60);
    if (!hours || !minutes) return std::nullopt;
    return sign * (*hours * 3600 + *minutes * 60);
}

/// The seconds of a time of day, with its zone.
std::optional<int> take_time(std::string_view& text) {
    const auto hour = take_part(text, 24);
    if (!hour || !take(text, ":")) return std::nullopt;
    const auto minute = take_part(text, 60);
    if (!minute) return std::nullopt;
    std::optional<int> second = 0;
    if (take(text, ":")) {
        second = take_part(text, 61);
        if (take(text, ".,"))
            while (take(text, "0123456789")) continue;
    }
    const auto zone = take_zone(text);
    if (!second || !zone) return std::nullopt;
    return *hour * 3600 + *minute * 60 + *second - *zone;
}

}  // namespace

Column::Column(std::string name, ColumnType type, Values values, std::shared_ptr<const void> owner)
    : name_(std::move(name)), type_(type), values_(values), owner_(std::move(owner)) {
    const bool has_texts =
        std::holds_alternative<Texts>(values_) || std::holds_alternative<Categories>(values_);
    const bool has_reals = std::holds_alternative<std::span<const double>>(values_) ||
                           std::holds_alternative<std::span<const float>>(values_);
    if (has_texts != (type == ColumnType::text) || has_reals != (type == ColumnType::real))
        throw Error(name_, "the type of the column does not fit its values");
}

Column Column::of_whole(std::string name, ColumnType type, std::vector<std::int64_t> values) {
    const auto owner = std::make_shared<const std::vector<std::int64_t>>(std::move(values));
    return {std::move(name), type, std::span<const std::int64_t>(*owner), owner};
}

Column Column::of_real(std::string name, std::vector<double> values) {
    const auto owner = std::make_shared<const std::vector<double>>(std::move(values));
    return {std::move(name), ColumnType::real, std::span<const double>(*owner), owner};
}

Column Column::of_texts(std::string name, std::string bytes, std::vector<std::uint64_t> ends) {
    const auto owner =
        std::make_shared<const OwnTexts>(OwnTexts{std::move(bytes), std::move(ends)});
    return {std::move(name), ColumnType::text, Texts{owner->bytes, owner->ends}, owner};
}

Column Column::of_categories(std::string name, std::vector<std::int32_t> codes,
                             std::vector<std::string> words) {
    const auto owner =
        std::make_shared<const OwnCategories>(OwnCategories{std::move(codes), std::move(words)});
    return {std::move(name), ColumnType::text, Categories{owner->codes, owner->words}, owner};
}

std::size_t Column::size() const {
    if (const auto* texts = std::get_if<Texts>(&values_)) return texts->ends.size();
    if (const auto* categories = std::get_if<Categories>(&values_)) return categories->codes.size();
    if (const auto* whole = std::get_if<std::span<const std::int64_t>>(&values_))
        return whole->size();
    if (const auto* single = std::get_if<std::span<const float>>(&values_)) return single->size();
    return std::get<std::span<const double>>(values_).size();
}

Column Column::renamed(std::string name) const { return {std::move(name), type_, values_, owner_}; }

bool Column::is_missing(std::size_t sample) const {
    return is_text() ? text(sample).empty() : std::isnan(number(sample));
}

double Column::number(std::size_t sample) const {
    if (const auto* whole = std::get_if<std::span<const std::int64_t>>(&values_)) {
        const std::int64_t value = (*whole)[sample];
        return value == missing ? std::nan("") : static_cast<double>(value);
    }
    if (const auto* real = std::get_if<std::span<const double>>(&values_)) return (*real)[sample];
    if (const auto* single = std::get_if<std::span<const float>>(&values_))
        return static_cast<double>((*single)[sample]);
    return std::nan("");
}

std::string_view Column::text(std::size_t sample) const {
    if (const auto* texts = std::get_if<Texts>(&values_)) return text_at(*texts, sample);
    if (const auto* categories = std::get_if<Categories>(&values_))
        return text_at(*categories, sample);
    return {};
}

std::string Column::words(std::size_t sample) const {
    if (is_text()) return std::string(text(sample));
    if (is_missing(sample)) return {};
    if (const auto* single = std::get_if<std::span<const float>>(&values_))
        return number_words((*single)[sample]);
    if (type_ == ColumnType::real) return number_words(number(sample));
    const std::int64_t value = std::get<std::span<const std::int64_t>>(values_)[sample];
    if (type_ == ColumnType::truth) return value != 0 ? "true" : "false";
    return type_ == ColumnType::date ? date_words(value) : std::to_string(value);
}

std::optional<std::int64_t> parse_date(std::string_view text) {
    using namespace std::chrono;
    const auto year_number = take_digits(text, 4);
    if (!year_number || !take(text, "-")) return std::nullopt;
    const auto month_number = take_digits(text, 2);
    if (!month_number || !take(text, "-")) return std::nullopt;
    const auto day_number = take_digits(text, 2);
    if (!day_number) return std::nullopt;
    const year_month_day date{year(*year_number), month(static_cast<unsigned>(*month_number)),
                              day(static_cast<unsigned>(*day_number))};
    if (!date.ok()) return std::nullopt;
    const std::int64_t midnight = duration_cast<seconds>(sys_days(date).time_since_epoch()).count();
    if (text.empty()) return midnight;
    if (!take(text, "T ")) return std::nullopt;
    const auto time = take_time(text);
    if (!time || !text.empty()) return std::nullopt;
    return midnight + *time;
}

std::string date_words(std::int64_t value) {
    using namespace std::chrono;
    // The years 0 to 9999; others are said as a number.
    constexpr std::int64_t first = -62'167'219'200;
    constexpr std::int64_t end = 253'402'300'800;
    if (value < first || value >= end) return std::to_string(value);
    const sys_seconds moment{seconds(value)};
    const auto days_part = floor<days>(moment);
    const year_month_day date{days_part};
    const hh_mm_ss time{moment - days_part};
    std::array<char, 64> words{};
    const bool is_midnight = time.to_duration().count() == 0;
    const int length = std::snprintf(
        words.data(), words.size(),
        is_midnight ? "%04d-%02u-%02u" : "%04d-%02u-%02u %02d:%02d:%02d",
        static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return {words.data(), static_cast<std::size_t>(length)};
}

}  // namespace epochscope
