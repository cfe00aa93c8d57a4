#include "app/open/unknown_path_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <string>

namespace epochscope::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::UnknownPath)
};

QString text_of(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A sentence of the core; its translations are in a context of their own.
QString translated(const Sentence& sentence) {
    QString text =
        QCoreApplication::translate("epochscope::Fit", std::string(sentence.text).c_str());
    // From the last on, so that parts that hold a percent sign stay as they are.
    for (std::size_t i = sentence.parts.size(); i-- > 0;)
        text.replace("%" + QString::number(i + 1), QString::fromStdString(sentence.parts[i]));
    return text;
}

QString words_about_entries(const UnknownPath& path) {
    QStringList names;
    for (const std::string& entry : path.entries) names << QString::fromStdString(entry);
    const QString list = names.join(Words::tr(", ", "between names"));
    return path.more == 0 ? Words::tr("The folder holds %1.").arg(list)
                          : Words::tr("The folder holds %1 and %2 more.").arg(list).arg(path.more);
}

}  // namespace

QString words_about(const UnknownPath& path) {
    QStringList lines{Words::tr("This is not a dataset or a recording.")};
    if (!path.entries.empty()) lines << words_about_entries(path);
    if (path.nearest)
        lines << Words::tr("It comes nearest to the format “%1” (%2), but it %3.")
                     .arg(text_of(path.nearest->format), translated({path.nearest->files, {}}),
                          translated(path.nearest->fit.lacks));
    lines << Words::tr("The manual's page “Formats” describes what can be opened.");
    return lines.join("\n\n");
}

}  // namespace epochscope::app
