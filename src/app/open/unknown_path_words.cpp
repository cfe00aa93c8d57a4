#include "app/open/unknown_path_words.h"

#include "app/messages/message_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <string>

namespace epochscope::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::UnknownPath)
};

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
                     .arg(message_words(std::string(path.nearest->format)),
                          message_words(std::string(path.nearest->files)),
                          message_words(path.nearest->fit.lacks));
    lines << Words::tr("The manual's page “Formats” describes what can be opened.");
    return lines.join("\n\n");
}

}  // namespace epochscope::app
