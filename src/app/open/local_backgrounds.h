#pragma once

#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <thread>

namespace epochscope::app {

class Session;

/// The template that a picture's path is an example of: `run_12/bg.png` gives `run_${epoch}/bg.png`
/// where the series has an epoch 12. The last such number counts; nothing where there is none.
std::optional<QString> background_template(const QString& picture, const EpochSeries& series);

/// Takes backgrounds that lie beside the folder, in files named by a template with `${epoch}`, and
/// finds out which way up they are, off the GUI thread.
class LocalBackgrounds : public QObject {
    Q_OBJECT

  public:
    explicit LocalBackgrounds(Session& session, QObject* parent = nullptr);

    void start(const QString& path_template);

  signals:
    /// What came of it, in a sentence.
    void finished(const QString& message);

  private:
    struct Found;
    void take(const Found& found);

    Session& session_;
    // Last: it ends before what it tells.
    std::jthread thread_;
};

}  // namespace epochscope::app
