#include "gui/journey/folder_as_written.h"

#include "support/catch.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

namespace epochscope::tests {
namespace {

constexpr int samples = 12;
constexpr int classes = 3;
constexpr std::array numbers{1, 2, 5, 6, 9};

Point point_of(const QJsonValue& pair) {
    return {static_cast<float>(pair[0].toDouble()), static_cast<float>(pair[1].toDouble())};
}

/// Sample i lies on a grid of 3 apart, which drifts to the right and bends a little.
QJsonArray place_of(int sample, int epoch) {
    return {-5.5 + 3 * (sample % 4) + 0.25 * epoch,
            -3.0 + 3 * (sample / 4) + 0.125 * epoch * (sample % 2)};
}

/// The sample itself, then two of its class (that is, a multiple of 3 away), others each epoch.
QJsonArray intra_of(int sample, int epoch) {
    return {sample, (sample + 3 + 3 * (epoch % 2)) % samples, (sample + 9) % samples};
}

/// Two of other classes, others each epoch.
QJsonArray inter_of(int sample, int epoch) {
    return {(sample + 1 + 3 * epoch) % samples, (sample + 2) % samples};
}

QJsonObject epoch_of(int epoch) {
    QJsonArray places;
    QJsonArray intra;
    QJsonArray inter;
    QJsonArray predictions;
    QJsonArray confidences;
    for (int sample = 0; sample < samples; ++sample) {
        places.append(place_of(sample, epoch));
        intra.append(intra_of(sample, epoch));
        inter.append(inter_of(sample, epoch));
        predictions.append(sample > 2 * epoch ? 0 : sample % classes);
        confidences.append(0.5 + 0.125 * (sample % 4));
    }
    return {{"projection", places},
            {"intra_similarity", intra},
            {"inter_similarity", inter},
            {"prediction", predictions},
            {"confidence", confidences}};
}

}  // namespace

FolderAsWritten::FolderAsWritten(const std::filesystem::path& folder) {
    QFile file(QString::fromStdString((folder / "data.json").string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    std::vector<int> keys;
    for (const QString& key : all.keys()) keys.push_back(key.toInt());
    std::sort(keys.begin(), keys.end());
    for (const int key : keys) epochs_.push_back(all[QString::number(key)].toObject());
    REQUIRE(epochs_.size() > 4);
}

std::size_t FolderAsWritten::sample_count() const {
    return static_cast<std::size_t>(epochs_[0]["projection"].toArray().size());
}

Point FolderAsWritten::place(std::size_t sample, double playhead) const {
    const auto from = static_cast<std::size_t>(playhead);
    const std::size_t to = std::min(from + 1, epochs_.size() - 1);
    const auto at = static_cast<int>(sample);
    const Point a = point_of(epochs_[from]["projection"].toArray()[at]);
    const Point b = point_of(epochs_[to]["projection"].toArray()[at]);
    const auto t = static_cast<float>(playhead - std::floor(playhead));
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

std::vector<int> FolderAsWritten::neighbours(const char* list, std::size_t epoch,
                                             std::size_t sample) const {
    std::vector<int> found;
    for (const auto& value : epochs_[epoch][list].toArray()[static_cast<int>(sample)].toArray())
        if (value.toInt() != static_cast<int>(sample)) found.push_back(value.toInt());
    return found;
}

void write_drifting_folder(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    QJsonObject data;
    for (std::size_t e = 0; e < numbers.size(); ++e)
        data.insert(QString::number(numbers[e]), epoch_of(static_cast<int>(e)));
    QJsonArray labels;
    for (int sample = 0; sample < samples; ++sample) labels.append(sample % classes);
    const QJsonObject info{
        {"label_text", QJsonArray{"ant", "bee", "cat"}},
        {"label_color",
         QJsonArray{QJsonArray{200, 40, 40}, QJsonArray{40, 90, 200}, QJsonArray{40, 150, 70}}},
        {"label_index", labels}};
    std::ofstream(folder / "data.json") << QJsonDocument(data).toJson().toStdString();
    std::ofstream(folder / "info.json") << QJsonDocument(info).toJson().toStdString();
}

}  // namespace epochscope::tests
