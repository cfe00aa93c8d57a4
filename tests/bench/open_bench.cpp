// Opening folders, against the two readers of nlohmann on the same data.json.
#include "bench.h"

#include <epochscope/io/file.h>
#include <epochscope/io/open.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <random>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t largest_file = std::size_t{1} << 30U;

void append(std::string& text, double value) {
    char digits[32];
    const auto result = std::to_chars(digits, digits + sizeof digits, value);
    text.append(digits, result.ptr);
}

void write_text(const fs::path& file, const std::string& text) {
    write_file(file, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

/// Places and shares as they are printed when a float32 becomes a double: up to 17 digits.
std::string generated_data(int samples, int epochs) {
    std::mt19937 random(1);
    std::uniform_real_distribution<float> place(-8, 8);
    std::uniform_real_distribution<float> share(0, 1);
    std::string text = "{";
    for (int e = 1; e <= epochs; ++e) {
        text += (e > 1 ? ", \"" : "\"") + std::to_string(e) + "\": {\"projection\": [";
        for (int i = 0; i < samples; ++i) {
            text += i > 0 ? ", [" : "[";
            append(text, static_cast<double>(place(random)));
            text += ", ";
            append(text, static_cast<double>(place(random)));
            text += ']';
        }
        text += "], \"prediction\": [";
        for (int i = 0; i < samples; ++i)
            text += (i > 0 ? ", " : "") + std::to_string(random() % 10);
        text += "], \"confidence\": [";
        for (int i = 0; i < samples; ++i) {
            if (i > 0) text += ", ";
            append(text, static_cast<double>(share(random)));
        }
        text += "]}";
    }
    return text + "}";
}

std::string generated_info(int samples) {
    json info{{"label_text", json::array()}, {"label_index", json::array()}};
    for (int c = 0; c < 10; ++c) info["label_text"].push_back(std::to_string(c));
    for (int i = 0; i < samples; ++i) info["label_index"].push_back(i % 10);
    return info.dump();
}

/// Adds up the numbers it meets: the least that a reader through SAX does.
class Sum : public nlohmann::json_sax<json> {
  public:
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t value) override { return add(static_cast<double>(value)); }
    bool number_unsigned(number_unsigned_t value) override {
        return add(static_cast<double>(value));
    }
    bool number_float(number_float_t value, const string_t& /*text*/) override {
        return add(value);
    }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*elements*/) override { return true; }
    bool key(string_t& /*value*/) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t /*elements*/) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t /*byte*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return false;
    }
    [[nodiscard]] double sum() const { return sum_; }

  private:
    bool add(double value) {
        sum_ += value;
        return true;
    }
    double sum_ = 0;
};

/// Nothing is left out by the compiler that is looked at here.
void keep(bool right) {
    if (!right) std::abort();
}

void compare(const std::string& name, const fs::path& folder) {
    const fs::path file = folder / "data.json";
    const double bytes = static_cast<double>(fs::file_size(file));
    const int repeats = bytes > 1e7 ? 3 : 7;
    const double open =
        seconds_of([&] { keep(open_dataset(folder).series.epoch_count() > 0); }, repeats);
    const double dom = seconds_of(
        [&] {
            const auto text = read_file(file, largest_file);
            keep(json::parse(text.begin(), text.end()).is_object());
        },
        repeats);
    const double sax = seconds_of(
        [&] {
            const auto text = read_file(file, largest_file);
            Sum sum;
            keep(json::sax_parse(text.begin(), text.end(), &sum) && sum.sum() != 0);
        },
        repeats);
    report("open " + name, {{"megabytes", bytes / 1e6},
                            {"seconds", open},
                            {"nlohmann_dom_seconds", dom},
                            {"nlohmann_sax_seconds", sax},
                            {"times_faster_than_faster", std::min(dom, sax) / open}});
}

}  // namespace

void bench_open() {
    const fs::path shared = fs::path(EPOCHSCOPE_SOURCE_DIR) / ".." / "shared/data/sequence-scatter";
    for (const char* name : {"process1", "digits"})
        if (fs::exists(shared / name)) compare(name, shared / name);
    std::string name = (fs::temp_directory_path() / "epochscope-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) return;
    const fs::path folder = name;
    constexpr int samples = 20000;
    write_text(folder / "info.json", generated_info(samples));
    write_text(folder / "data.json", generated_data(samples, 20));
    compare("20000 x 20", folder);
    fs::remove_all(folder);
}

}  // namespace epochscope::bench
