#include "io/tables/number_table.h"

#include <catch2/catch.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace epochscope {

namespace {

/// Rows behind the last number, so that it is not near the end of the text.
constexpr int rows_behind = 40;

/// The float that numpy.loadtxt makes: by way of a double.
float by_double(const std::string& text) {
    return static_cast<float>(std::strtod(text.c_str(), nullptr));
}

void expect_same_bits(const std::vector<std::string>& texts) {
    std::string text;
    for (const std::string& number : texts) text += number + "\n";
    for (int i = 0; i < rows_behind; ++i) text += "0\n";
    const NumberTable table = read_number_table("t", text, {}, 1);
    REQUIRE(table.values.size() == texts.size() + rows_behind);
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (std::bit_cast<std::uint32_t>(table.values[i]) !=
            std::bit_cast<std::uint32_t>(by_double(texts[i])))
            FAIL(texts[i] << " is read as " << table.values[i] << ", expected "
                          << by_double(texts[i]));
}

std::string printed(const char* format, double value) {
    std::array<char, 400> text{};
    const int length = std::snprintf(text.data(), text.size(), format, value);
    return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace

TEST_CASE("numbers of all usual ways to print are the floats that numpy reads", "[io]") {
    const char* const format = GENERATE("%.4f", "%.7g", "%.9g", "%.17g", "%.18e", "%.6e", "%.0f",
                                        "%.20f", "%.30f", "%g", "%+.5f", "%.25e", "%.3E");
    std::mt19937_64 random(1);
    std::vector<std::string> texts;
    for (int i = 0; i < 20'000; ++i) {
        // All floats, and doubles of usual size.
        const auto bits = static_cast<std::uint32_t>(random());
        const auto any = static_cast<double>(std::bit_cast<float>(bits));
        const double usual = (static_cast<double>(random() >> 11U) * 0x1p-53 - 0.5) * 8;
        if (any == any && any - any == 0) texts.push_back(printed(format, any));
        texts.push_back(printed(format, usual));
        texts.push_back(printed(format, usual * 1e-4));
        texts.push_back(printed(format, usual * 1e6));
    }
    expect_same_bits(texts);
}

TEST_CASE("numbers in the middle of two floats, and at the ends of their range, are rounded right",
          "[io]") {
    std::vector<std::string> texts{"0",
                                   "-0",
                                   "-0.0",
                                   "0e5",
                                   "-0.5",
                                   "1e-05",
                                   "1E+5",
                                   "16777217",
                                   "16777219",
                                   "33554434.0",
                                   "1e38",
                                   "3.4028235e38",
                                   "3.4028236e38",
                                   "1e39",
                                   "-1e39",
                                   "1.1754944e-38",
                                   "1.17549429e-38",
                                   "1e-45",
                                   "7e-46",
                                   "1e-400",
                                   "1e400",
                                   "0.0000000000000000000000000000000000000000000001",
                                   "123456789012345",
                                   "1234567890123456",
                                   "12345678901234567890",
                                   "00000000000000000001.5",
                                   "0.00012345678901234567",
                                   "0.9999999999999999999",
                                   "1.9999999999999999999",
                                   "9999999999999999999",
                                   "1.",
                                   "12345.678e-3",
                                   "nan",
                                   "-inf"};
    std::mt19937_64 random(2);
    for (int i = 0; i < 20'000; ++i) {
        // The middle of two floats, exactly, and a little beside it.
        const auto bits = static_cast<std::uint32_t>(random() % 0x7f000000U);
        const auto low = static_cast<double>(std::bit_cast<float>(bits));
        const auto high = static_cast<double>(std::bit_cast<float>(bits + 1));
        const double middle = low + (high - low) / 2;
        texts.push_back(printed("%.25e", middle));
        texts.push_back(printed("%.18e", middle));
        texts.push_back(printed("%.16e", middle));
    }
    expect_same_bits(texts);
}

TEST_CASE("what only begins like a number is refused", "[io]") {
    const std::string cell = GENERATE("1e", "1e+", "1.5x", "1.2.3", "--1", ".", "1e1.5", "0x10",
                                      "1,5", "1e5e5", "+-1", "e5");
    CHECK_THROWS(read_number_table("t", "1\n" + cell + "\n"));
    // Also where it is not near the end of the text.
    CHECK_THROWS(read_number_table("t", "1\n" + cell + "\n" + std::string(100, '\n')));
}

}  // namespace epochscope
