#include "app/session/sample_name.h"

#include "app/widgets/number_words.h"

#include <string>
#include <string_view>

namespace epochscope::app {

namespace {

/// The value of a column on one line of bearable length; empty if there is none.
QString line_of(const Dataset& dataset, std::string_view column, std::size_t sample) {
    constexpr int longest = 60;
    // A character has at most 4 bytes; blanks may be many.
    constexpr std::size_t looked_at = 1024;
    const Column* values = dataset.metadata ? dataset.metadata->find(column) : nullptr;
    if (values == nullptr) return {};
    const std::string words = values->is_text()
                                  ? std::string(values->text(sample).substr(0, looked_at))
                                  : values->words(sample);
    const QString line = QString::fromStdString(words).simplified();
    return line.size() <= longest ? line : line.left(longest - 1) + QChar(0x2026);
}

}  // namespace

QString first_words(const Dataset& dataset, std::size_t sample) {
    return line_of(dataset, "text", sample);
}

QString name_of_sample(const Dataset& dataset, std::size_t sample) {
    const QString id = line_of(dataset, "id", sample);
    return id.isEmpty() ? first_words(dataset, sample) : id;
}

QString numbered_name(const Dataset& dataset, std::size_t sample) {
    const QString number = number_words(sample);
    const QString name = name_of_sample(dataset, sample);
    const bool says_more = !name.isEmpty() && name != QString::number(sample);
    return says_more ? number + QStringLiteral(" · ") + name : number;
}

}  // namespace epochscope::app
