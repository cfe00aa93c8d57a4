#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

class QWidget;

namespace epochscope::app {

class Opener;
class ProjectDialog;
class Session;
class StatusLine;

/// Everything between the wish to project a recording and the window that shows the result.
class Projector : public QObject {
    Q_OBJECT

  public:
    Projector(QWidget& window, Session& session, Opener& opener, StatusLine& status);

    /// Asks how, beside the window: one can go on looking meanwhile. Offers the recording that is
    /// open, or that the open folder was made from.
    void ask();
    /// Whether a projection is running.
    [[nodiscard]] bool is_running() const;
    /// The same for a file of one model's features, and begins at once.
    void form();

  private:
    ProjectDialog& show_dialog(const QString& recording);
    void open(const QString& folder, const QStringList& remarks, const QStringList& warnings);
    void tell_of_opened(bool opened);

    QWidget& window_;
    Session& session_;
    Opener& opener_;
    StatusLine& status_;
    QPointer<ProjectDialog> dialog_;
    /// Of the folder that is being opened.
    QString folder_;
    QStringList remarks_;
    QStringList warnings_;
};

}  // namespace epochscope::app
