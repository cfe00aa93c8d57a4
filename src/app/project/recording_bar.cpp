#include "app/project/recording_bar.h"

#include "app/session/session.h"

#include <QLocale>

namespace epochscope::app {

RecordingBar::RecordingBar(Session& session, QWidget* parent)
    : NoticeBar(tr("How the recording is shown"), tr("Project…"),
                tr("Project it into a folder, by another method or with neighbours in feature "
                   "space (Ctrl+P)"),
                parent),
      session_(session) {
    connect(&session, &Session::dataset_changed, this, &RecordingBar::follow_dataset);
    connect(&session, &Session::epochs_changed, this, [this] {
        if (!isHidden()) follow_dataset();
    });
    follow_dataset();
}

void RecordingBar::follow_dataset() {
    const auto& dataset = session_.dataset();
    if (!dataset || !dataset->explained_variance) return hide();
    const QString share = QLocale().toString(*dataset->explained_variance * 100, 'f', 1);
    tell(tr("A recording, shown by its two principal components (PCA): the plane shows %1 % of the "
            "variance.")
             .arg(share));
}

}  // namespace epochscope::app
