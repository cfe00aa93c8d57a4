#pragma once

#include <QDesktopServices>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace epochscope::tests {

/// Takes the https links that would be opened in a browser, as long as it lives.
class OpenedLinks : public QObject {
    Q_OBJECT

  public:
    OpenedLinks() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "take"); }
    ~OpenedLinks() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }

    [[nodiscard]] const QStringList& links() const { return links_; }

  public slots:
    void take(const QUrl& link) { links_ << link.toString(); }

  private:
    QStringList links_;
};

}  // namespace epochscope::tests
