#pragma once

#include <QObject>

#include <functional>

namespace epochscope::app {

/// Calls a function on the GUI thread when the process is asked to end by SIGTERM, SIGINT or
/// SIGHUP; once, however often it is asked. At most one exists at a time.
class TerminationWatch : public QObject {
    Q_OBJECT

  public:
    explicit TerminationWatch(std::function<void()> end);
    ~TerminationWatch() override;
};

}  // namespace epochscope::app
