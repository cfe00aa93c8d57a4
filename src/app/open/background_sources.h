#pragma once

#include "app/open/local_backgrounds.h"
#include "app/open/remote_backgrounds.h"

#include <QObject>

namespace epochscope::app {

class Session;
class StatusLine;

/// Asks for other backgrounds and shows the progress of fetching them.
class BackgroundSources : public QObject {
    Q_OBJECT

  public:
    BackgroundSources(QWidget& window, Session& session, StatusLine& status);

    /// Asks for the picture of one epoch; its name gives the template of the others.
    void ask_for_files();
    /// Asks for a URL with `${epoch}`.
    void ask_for_url();

  private:
    void take_picture(const QString& picture);
    void fetch(const QString& url_template);
    void show_problem(const QString& message);

    QWidget& window_;
    Session& session_;
    StatusLine& status_;
    LocalBackgrounds local_;
    RemoteBackgrounds remote_;
};

}  // namespace epochscope::app
