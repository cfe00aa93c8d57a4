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
    /// Fetches those again that were fetched for the open dataset, where the server has others now.
    void fetch_again();
    [[nodiscard]] bool can_fetch_again() const { return !fetched_.isEmpty(); }

  signals:
    /// Whether there is something to fetch again.
    void can_fetch_again_changed(bool can);

  private:
    void take_picture(const QString& picture);
    void fetch(const QString& url_template);
    void set_fetched(const QString& url_template);
    void show_problem(const QString& message);

    QWidget& window_;
    Session& session_;
    StatusLine& status_;
    LocalBackgrounds local_;
    RemoteBackgrounds remote_;
    /// The address of the backgrounds of the open dataset; empty: they are from elsewhere.
    QString fetched_;
};

}  // namespace epochscope::app
