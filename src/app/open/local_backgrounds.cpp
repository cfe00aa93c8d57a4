#include "app/open/local_backgrounds.h"

#include "app/session.h"

#include <epochscope/io/background_folder.h>

#include <QRegularExpression>

namespace epochscope::app {

struct LocalBackgrounds::Found {
    /// What was open when it began.
    std::shared_ptr<const Dataset> dataset;
    std::shared_ptr<const BackgroundSource> backgrounds;
    QString message;
};

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
    : QObject(parent), session_(session) {}

void LocalBackgrounds::start(const QString& path_template) {
    if (!session_.dataset()) return;
    thread_ = std::jthread([this, dataset = session_.dataset(), path_template] {
        Found found{dataset, nullptr, {}};
        try {
            std::vector<std::string> warnings;
            found.backgrounds =
                open_background_files(path_template.toStdString(), dataset->series, {}, warnings);
            for (const std::string& warning : warnings)
                found.message += QString::fromStdString(warning) + ' ';
        } catch (const std::exception& error) {
            found.message = QString::fromUtf8(error.what());
        }
        QMetaObject::invokeMethod(
            this, [this, found] { take(found); }, Qt::QueuedConnection);
    });
}

void LocalBackgrounds::take(const Found& found) {
    const auto& now = session_.dataset();
    if (!now || now->path != found.dataset->path) return;
    if (!found.backgrounds) {
        emit finished(found.message.isEmpty()
                          ? tr("No picture was found for any epoch; the backgrounds stay.")
                          : found.message);
        return;
    }
    session_.set_backgrounds(found.backgrounds);
    emit finished(found.message.isEmpty() ? tr("The backgrounds were taken.") : found.message);
}

}  // namespace epochscope::app
