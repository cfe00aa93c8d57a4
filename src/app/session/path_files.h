#pragma once

#include <QString>
#include <QStringList>

namespace epochscope::app {

/// A name for a folder or file that a file or a key in the settings can have, whatever its path.
QString name_of_path(const QString& path);

/// Files that the program keeps about folders or other paths, one for each, in a folder of its own.
class PathFiles {
  public:
    PathFiles(QString folder, QString ending);

    /// The file about this path; it need not exist.
    [[nodiscard]] QString of(const QString& path) const;
    /// Makes the folder if it is missing, and removes the files about other paths than these.
    void keep_only(const QStringList& paths) const;

  private:
    QString folder_;
    QString ending_;
};

}  // namespace epochscope::app
