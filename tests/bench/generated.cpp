#include "generated.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t classes = 10;

void append(std::string& text, double value) {
    char digits[32];
    const auto result = std::to_chars(digits, digits + sizeof digits, value);
    text.append(digits, result.ptr);
}

std::string generated_epoch(std::mt19937& random, std::size_t samples) {
    std::uniform_real_distribution<float> place(-8, 8);
    std::uniform_real_distribution<float> share(0, 1);
    std::string text = "{\"projection\": [";
    for (std::size_t i = 0; i < samples; ++i) {
        text += i > 0 ? ", [" : "[";
        append(text, static_cast<double>(place(random)));
        text += ", ";
        append(text, static_cast<double>(place(random)));
        text += ']';
    }
    text += "], \"prediction\": [";
    for (std::size_t i = 0; i < samples; ++i)
        text += (i > 0 ? ", " : "") + std::to_string(random() % classes);
    text += "], \"confidence\": [";
    for (std::size_t i = 0; i < samples; ++i) {
        if (i > 0) text += ", ";
        append(text, static_cast<double>(share(random)));
    }
    return text + "]}";
}

void write_data(const fs::path& path, std::size_t samples, std::size_t epochs) {
    std::ofstream file(path, std::ios::binary);
    std::mt19937 random(1);
    for (std::size_t e = 1; e <= epochs; ++e)
        file << (e > 1 ? ", \"" : "{\"") << e << "\": " << generated_epoch(random, samples);
    file << '}';
    if (!file.flush()) throw std::runtime_error(path.string() + " cannot be written");
}

void write_info(const fs::path& path, std::size_t samples) {
    nlohmann::json info;
    for (std::size_t c = 0; c < classes; ++c) info["label_text"].push_back(std::to_string(c));
    for (std::size_t i = 0; i < samples; ++i) info["label_index"].push_back(i % classes);
    std::ofstream file(path);
    file << info;
    if (!file.flush()) throw std::runtime_error(path.string() + " cannot be written");
}

}  // namespace

void write_scatter(const fs::path& folder, std::size_t samples, std::size_t epochs) {
    fs::create_directories(folder);
    write_info(folder / "info.json", samples);
    write_data(folder / "data.json", samples, epochs);
}

}  // namespace epochscope::bench
