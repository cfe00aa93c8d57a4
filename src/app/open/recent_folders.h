#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace epochscope::app {

/// The folders opened last, stored in the settings: the latest first, at most 10.
class RecentFolders : public QObject {
    Q_OBJECT

  public:
    explicit RecentFolders(QObject* parent = nullptr);

    [[nodiscard]] QStringList folders() const;
    void add(const QString& folder);
    void remove(const QString& folder);
    void clear();

    /// Emits chosen(), or removes a folder that no longer exists and emits missing().
    void choose(const QString& folder);
    /// Keeps a menu up to date.
    void fill(QMenu& menu);

  signals:
    void changed();
    void chosen(const QString& folder);
    void missing(const QString& folder);

  private:
    void store(const QStringList& folders);
};

}  // namespace epochscope::app
