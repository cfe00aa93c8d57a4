#pragma once

#include "app/open/local_backgrounds.h"
#include "app/open/remote_backgrounds.h"

#include <QObject>

namespace epochscope::app {

class Session;
class StatusLine;

/// Asks where other backgrounds are, and shows how far their fetching is.
class BackgroundSources : public QObject {
    Q_OBJECT

  public:
    BackgroundSources(QWidget& window, Session& session, StatusLine& status);

    /// For the picture of one epoch; the others are found by its name.
    void ask_for_files();
    /// For a URL with `${epoch}`.
    void ask_for_url();

  private:
    void take_picture(const QString& picture);
    void fetch(const QString& url_template);
    void tell(const QString& message);

    QWidget& window_;
    Session& session_;
    StatusLine& status_;
    LocalBackgrounds local_;
    RemoteBackgrounds remote_;
};

}  // namespace epochscope::app
