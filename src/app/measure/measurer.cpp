#include "app/measure/measurer.h"

#include "app/measure/cluster_dialog.h"
#include "app/messages/message_words.h"
#include "app/session/session.h"
#include "app/widgets/progress_strip.h"
#include "app/widgets/show_warning.h"
#include "app/widgets/status_line.h"

#include <epochscope/io/recording.h>

#include <utility>

namespace epochscope::app {

Measurer::Measurer(QWidget& window, Session& session, StatusLine& status)
    : window_(window),
      session_(session),
      status_(status),
      task_([this](const Outcome<Findings>& outcome) { take(outcome); },
            [this](double fraction) { status_.measuring().set_fraction(fraction); }) {
    connect(&status.measuring(), &ProgressStrip::cancelled, this, [this] { task_.cancel(); });
    connect(&session, &Session::dataset_changed, this, &Measurer::changed);
    connect(&session, &Session::findings_changed, this, &Measurer::changed);
}

QString Measurer::obstacle() const {
    const auto& dataset = session_.dataset();
    if (!dataset) return tr("Nothing is open.");
    if (is_running()) return tr("Wait until the running computation ends, or cancel it.");
    if (dataset->projection_folder.empty())
        return tr("This is a recording: project it first (Ctrl+P).");
    if (dataset->recording.empty())
        return tr("The folder does not say which recording it was made of.");
    if (!is_recording(dataset->recording))
        return tr("The recording %1 was not found.")
            .arg(QString::fromStdString(dataset->recording));
    return {};
}

QString Measurer::obstacle_to_trust() const { return obstacle(); }

QString Measurer::obstacle_to_prototypes() const {
    QString found = obstacle();
    if (found.isEmpty() && session_.dataset()->prototypes)
        found = tr("The folder already has prototypes.");
    return found;
}

void Measurer::measure_trust() {
    if (!obstacle_to_trust().isEmpty()) return;
    start(tr("Measuring trust"), [](const Dataset& dataset, const Job& job) {
        return epochscope::measure_trust(dataset, {}, job);
    });
}

void Measurer::ask_for_prototypes() {
    if (!obstacle_to_prototypes().isEmpty()) return;
    auto* dialog = new ClusterDialog(session_.dataset()->series.sample_count(), &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { compute_prototypes(dialog->levels()); });
    dialog->open();
}

void Measurer::compute_prototypes(const std::vector<std::size_t>& levels) {
    if (!obstacle_to_prototypes().isEmpty()) return;
    start(tr("Computing prototypes"), [levels](const Dataset& dataset, const Job& job) {
        PrototypeOptions options;
        options.clusters.levels = levels;
        return epochscope::compute_prototypes(dataset, options, job);
    });
}

void Measurer::start(const QString& what,
                     std::function<Findings(const Dataset&, const Job&)> find) {
    dataset_ = session_.dataset();
    status_.measuring().start(what);
    task_.start([dataset = dataset_, find = std::move(find)](const Job& job) {
        return find(*dataset, job);
    });
    emit changed();
}

void Measurer::take(const Outcome<Findings>& outcome) {
    status_.measuring().stop();
    const auto dataset = std::exchange(dataset_, nullptr);
    if (outcome.result) {
        if (session_.shows(*dataset)) {
            session_.set_findings(*outcome.result);
            for (const std::string& warning : outcome.result->warnings)
                status_.add_warning(message_words(warning));
        }
        const QString folder = QString::fromStdString(dataset->projection_folder);
        emit message(outcome.result->prototypes ? tr("Prototypes written to %1").arg(folder)
                                                : tr("Trust written to %1").arg(folder));
    } else if (outcome.is_cancelled()) {
        emit message(tr("Cancelled. Nothing was written."));
    } else {
        show_warning(window_, tr("Not computed"), outcome.problem);
    }
    emit changed();
}

}  // namespace epochscope::app
