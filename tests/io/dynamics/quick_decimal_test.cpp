#include "io/dynamics/quick_decimal.h"

#include "support/catch.h"

#include <array>
#include <bit>
#include <charconv>
#include <random>
#include <string>

using namespace epochscope;

namespace {

std::string padded(std::string text) {
    text.append(quick_decimal_bytes, '\0');
    return text;
}

double plain(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

TEST_CASE("a plain number is the nearest double", "[io]") {
    for (const char* text : {"0.5,", "-0.25]", "1.0}", "0.0 ", "-0.0,", "9.999999999999999999,",
                             "0.30000000000000004,", "0.6931471805599453,",
                             "0.1234567890123456789,", "0.0000000000000000001,"}) {
        CAPTURE(text);
        const std::string line = padded(text);
        const auto quick = quick_decimal(line.data());
        if (!quick) continue;  // Not sure enough; it has to be asked elsewhere.
        CHECK(std::bit_cast<std::uint64_t>(quick->value) ==
              std::bit_cast<std::uint64_t>(plain(text)));
        CHECK(quick->stop == line.data() + std::string(text).size() - 1);
    }
    CHECK(quick_decimal(padded("0.5,").data())->value == 0.5);
}

TEST_CASE("what is less plain is left to others", "[io]") {
    for (const char* text :
         {"", ",", "-", "1,", "10.5,", ".5,", "0.,", "0.5", "0.5e-3,", "0.5x,", "nan,", "--1.5,",
          "0.12345678901234567890,", "1.1234567890123456789,", "0.123456789012345678901234567,"}) {
        CAPTURE(text);
        CHECK_FALSE(quick_decimal(padded(text).data()).has_value());
    }
}

TEST_CASE("numbers of any length are the nearest doubles, or left to others", "[io]") {
    std::mt19937_64 random(7);
    std::size_t found = 0;
    for (int i = 0; i < 200'000; ++i) {
        // Shortest texts of doubles, and digits drawn one by one.
        std::array<char, 40> digits{};
        const double value = std::uniform_real_distribution<>(0, 1)(random);
        std::string text(digits.begin(), std::to_chars(digits.begin(), digits.end(), value).ptr);
        if (i % 2 == 0) {
            text = std::to_string(random() % 10) + ".";
            for (std::size_t d = 1 + random() % 18; d > 0; --d)
                text += static_cast<char>('0' + random() % 10);
        }
        const auto quick = quick_decimal(padded(text + ",").data());
        if (!quick) continue;
        ++found;
        if (quick->value != plain(text)) FAIL(text);
    }
    CHECK(found > 190'000);
}
