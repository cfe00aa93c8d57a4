#include "folder.h"

#include <epochscope/model/geometry.h>

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::int32_t classes = 10;

/// An array that is written row by row.
class ArrayFile {
  public:
    ArrayFile(const fs::path& path, const std::string& type, const std::string& shape)
        : file_(path, std::ios::binary) {
        std::string head =
            "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        head.append(118 - 1 - head.size(), ' ');
        head += '\n';
        file_.write("\x93NUMPY\x01\x00", 8);
        file_.put(static_cast<char>(head.size())).put(0);
        file_ << head;
    }
    template <typename T>
    void add(const std::vector<T>& row) {
        const auto bytes = std::as_bytes(std::span(row));
        file_.write(reinterpret_cast<const char*>(bytes.data()),
                    static_cast<std::streamsize>(bytes.size()));
        if (!file_) throw std::runtime_error("the folder cannot be written");
    }

  private:
    std::ofstream file_;
};

void write_info(const fs::path& folder, std::size_t epochs) {
    nlohmann::ordered_json info;
    for (int c = 0; c < classes; ++c) info["label_text"].push_back("cloud " + std::to_string(c));
    for (std::size_t e = 0; e < epochs; ++e) info["epochs"].push_back(e + 1);
    std::ofstream(folder / "info.json") << info;
}

}  // namespace

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "epochscope-scrub-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

void write_clouds(const fs::path& folder, std::size_t samples, std::size_t epochs) {
    fs::create_directories(folder);
    write_info(folder, epochs);
    const std::string row = std::to_string(samples);
    const std::string shape = std::to_string(epochs) + ", " + row;
    ArrayFile positions(folder / "positions.npy", "<f4", shape + ", 2");
    ArrayFile predictions(folder / "predictions.npy", "<i4", shape);
    ArrayFile confidence(folder / "confidence.npy", "<f4", shape);
    std::mt19937 random(1);
    std::normal_distribution<float> spread(0, 1);
    std::vector<Point> scatter(samples);
    for (Point& p : scatter) p = {spread(random), spread(random)};
    std::vector<std::int32_t> labels(samples);
    for (std::int32_t& label : labels) label = static_cast<std::int32_t>(random() % classes);
    ArrayFile(folder / "labels.npy", "<i4", row + ",").add(labels);
    std::vector<Point> places(samples);
    std::vector<std::int32_t> predicted(samples);
    std::vector<float> sure(samples);
    for (std::size_t e = 0; e < epochs; ++e) {
        const float way = static_cast<float>(e + 1) / static_cast<float>(epochs);
        for (std::size_t i = 0; i < samples; ++i) {
            const float angle = 0.628F * static_cast<float>(labels[i]) + 0.5F * way;
            const float width = 1.8F - way;
            places[i] = {5 * way * std::cos(angle) + width * scatter[i].x,
                         5 * way * std::sin(angle) + width * scatter[i].y};
            const bool right = scatter[i].x < 3 * way - 0.5F;
            predicted[i] = right ? labels[i] : (labels[i] + 1) % classes;
            sure[i] = 0.3F + 0.6F * way;
        }
        positions.add(places);
        predictions.add(predicted);
        confidence.add(sure);
    }
}

}  // namespace epochscope::bench
