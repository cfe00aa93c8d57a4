#include "app/open/local_backgrounds.h"

#include "app/messages/message_words.h"
#include "app/session/session.h"

#include <epochscope/io/background_folder.h>

#include <QRegularExpression>

#include <string>
#include <vector>

namespace epochscope::app {

std::optional<QString> background_template(const QString& picture, const EpochSeries& series) {
    static const QRegularExpression number("\\d+");
    std::optional<QString> found;
    for (auto all = number.globalMatch(picture); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        bool fits = false;
        const qlonglong epoch = match.captured().toLongLong(&fits);
        // "012" would not be found again as 12.
        if (!fits || QString::number(epoch) != match.captured() || !series.find_epoch(epoch))
            continue;
        found = QString(picture).replace(match.capturedStart(), match.capturedLength(), "${epoch}");
    }
    return found;
}

LocalBackgrounds::LocalBackgrounds(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      task_([this](const Outcome<Found>& found) { take(found); }) {
    connect(&session, &Session::dataset_changed, this, [this] { task_.drop(); });
}

void LocalBackgrounds::start(const QString& path_template) {
    if (!session_.dataset()) return;
    task_.start([dataset = session_.dataset(), path_template](const Job&) {
        Found found;
        std::vector<std::string> warnings;
        found.backgrounds =
            open_background_files(path_template.toStdString(), dataset->series, {}, warnings);
        for (const std::string& warning : warnings) found.warnings += message_words(warning) + ' ';
        return found;
    });
}

void LocalBackgrounds::take(const Outcome<Found>& outcome) {
    if (!outcome.result) return emit finished(outcome.problem);
    const auto& [backgrounds, warnings] = *outcome.result;
    if (backgrounds) session_.set_backgrounds(backgrounds);
    const QString message = backgrounds
                                ? tr("The backgrounds are shown.")
                                : tr("No picture was found for any epoch; the backgrounds stay.");
    emit finished(warnings.isEmpty() ? message : warnings);
}

}  // namespace epochscope::app
