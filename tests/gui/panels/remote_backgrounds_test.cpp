#include "app/open/remote_backgrounds.h"

#include "app/open/remote_cache.h"
#include "app/session/background_cache.h"
#include "http_server.h"
#include "support.h"

#include <epochscope/io/png.h>

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

using namespace epochscope;
using namespace epochscope::app;
using tests::contains;

namespace {

QByteArray png_of(Colour lower, Colour upper) {
    Image image({8, 8});
    for (std::size_t i = 0; i < 64; ++i) {
        const Colour c = i < 32 ? lower : upper;
        image.rgba[4 * i] = c.r;
        image.rgba[4 * i + 1] = c.g;
        image.rgba[4 * i + 2] = c.b;
        image.rgba[4 * i + 3] = 255;
    }
    const std::vector<std::uint8_t> bytes = encode_png(image);
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// Sample 0 (class a, red) lies low, sample 1 (class b, blue) high.
std::shared_ptr<const Dataset> low_and_high(std::size_t epochs) {
    std::vector<EpochColumns> columns(epochs);
    for (std::size_t e = 0; e < epochs; ++e) {
        columns[e].number = static_cast<std::int64_t>(e) + 1;
        columns[e].positions = {{0, -5}, {0, 5}};
        columns[e].predictions = {0, 1};
    }
    return tests::dataset_of(
        make_series({{"a", "b"}, {{255, 0, 0}, {0, 0, 255}}}, {0, 1}, std::move(columns)));
}

/// Pictures whose folder says that they are the other way up.
class Upper : public BackgroundSource {
  public:
    [[nodiscard]] bool has(std::size_t /*epoch*/) const override { return true; }
    [[nodiscard]] Image load(std::size_t /*epoch*/) const override { return Image({8, 8}); }
    [[nodiscard]] Orientation orientation() const override {
        return {.origin = Origin::upper, .agreement = {}, .problem = {}};
    }
};

/// Sends a beginning, and then without an end.
void pour(QTcpSocket& socket, const QByteArray& beginning) {
    socket.write(beginning);
    const auto more = [&socket] {
        if (socket.bytesToWrite() < 100'000) socket.write(QByteArray(0x4000, 'x'));
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
    more();
}

struct Fetching {
    explicit Fetching(std::size_t epochs = 3, const RemoteLimits& limits = {})
        : remote(session, limits) {
        QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)).removeRecursively();
        session.set_dataset(low_and_high(epochs));
    }
    /// Starts, and the message at the end.
    std::string run() {
        QSignalSpy ended(&remote, &RemoteBackgrounds::finished);
        remote.start(address());
        if (ended.empty() && !ended.wait(tests::patience)) return "never ended";
        return ended.first().first().toString().toStdString();
    }
    /// Which way up the first picture is shown.
    Origin shown_origin() {
        const bool shown = QTest::qWaitFor(
            [this] { return session.backgrounds().around(0).from != nullptr; }, tests::patience);
        CHECK(shown);
        return session.view().background_origin;
    }
    [[nodiscard]] QString address() const { return server.address("/b/${epoch}.png"); }
    [[nodiscard]] bool in_cache(std::int64_t epoch) const {
        return RemoteCache(address()).has(epoch);
    }

    tests::HttpServer server;
    Session session;
    RemoteBackgrounds remote;
    QByteArray red_on_top = png_of({255, 0, 0}, {0, 0, 255});
    QByteArray blue_on_top = png_of({0, 0, 255}, {255, 0, 0});
};

}  // namespace

TEST_CASE("an address that cannot be used is told apart", "[panels]") {
    const auto problem = [](const char* address) {
        return RemoteBackgrounds::problem_with(address).toStdString();
    };
    CHECK(problem("https://example.org/${epoch}.png").empty());
    CHECK(problem(" http://example.org:8080/a/${epoch}?x=${epoch} ").empty());
    CHECK_THAT(problem("  "), contains("Type the address"));
    CHECK_THAT(problem("https://example.org/1.png"), contains("${epoch}"));
    CHECK_THAT(problem("file:///etc/${epoch}"), contains("Only http and https"));
    CHECK_THAT(problem("ftp://example.org/${epoch}"), contains("Only http and https"));
    CHECK_THAT(problem("data:image/png,${epoch}"), contains("Only http and https"));
    CHECK_THAT(problem("example.org/${epoch}.png"), contains("not an address"));
    CHECK_THAT(problem("http://exa mple/${epoch}"), contains("not an address"));
    CHECK_THAT(problem("http:///${epoch}.png"), contains("no server"));
    CHECK_THAT(problem("https://me:secret@example.org/${epoch}"), contains("password"));
}

TEST_CASE("backgrounds come, are kept, and are turned the right way up", "[panels]") {
    Fetching fetching;
    const bool red_first = GENERATE(true, false);
    for (const char* path : {"/b/1.png", "/b/2.png", "/b/3.png"})
        fetching.server.answer_with_file(path,
                                         red_first ? fetching.red_on_top : fetching.blue_on_top);
    QSignalSpy progress(&fetching.remote, &RemoteBackgrounds::progressed);
    CHECK(fetching.run() == "3 of 3 backgrounds fetched.");
    CHECK(progress.last() == QVariantList{3, 3});
    CHECK_FALSE(fetching.remote.is_running());
    const auto source = fetching.session.dataset()->backgrounds;
    REQUIRE(source != nullptr);
    CHECK(source->load(2).size == Size{8, 8});
    // The class that lies low is red: a picture that is red on top has row 0 at y = -8.
    CHECK(fetching.shown_origin() == (red_first ? Origin::lower : Origin::upper));
    const Orientation orientation = source->orientation();
    REQUIRE(orientation.agreement);
    CHECK(orientation.agreement->lower == (red_first ? 1 : 0));
    CHECK(orientation.agreement->upper == (red_first ? 0 : 1));

    const QByteArray request = fetching.server.request("/b/1.png");
    CHECK(request.startsWith("GET /b/1.png HTTP/1.1\r\nHost: 127.0.0.1:"));
    for (const char* untold : {"Cookie", "Referer", "User-Agent", "Accept-Language", "If-"})
        CHECK_FALSE(request.contains(untold));
}

TEST_CASE("a picture that is there is asked about, and fetched again if it has changed",
          "[panels]") {
    Fetching fetching(1);
    const QString path = "/b/1.png";
    const auto [first, condition, second] = GENERATE(table<const char*, const char*, const char*>({
        {"ETag: \"one\"", "If-None-Match: \"one\"", "ETag: \"two\""},
        {"Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT",
         "If-Modified-Since: Mon, 01 Jan 2024 00:00:00 GMT",
         "Last-Modified: Tue, 02 Jan 2024 00:00:00 GMT"},
    }));
    fetching.server.answer_with_version(path, fetching.red_on_top, first, condition);
    CHECK(fetching.run() == "1 of 1 backgrounds fetched.");
    CHECK(fetching.shown_origin() == Origin::lower);
    // The same: the server sends no picture.
    fetching.server.answer_with_version(path, "no picture", first, condition);
    CHECK(fetching.run() == "1 of 1 backgrounds fetched.");
    CHECK(fetching.server.request(path).contains(condition));
    CHECK(fetching.shown_origin() == Origin::lower);
    // Another one under the same address.
    fetching.server.answer_with_version(path, fetching.blue_on_top, second, "If-none-of-these");
    CHECK(fetching.run() == "1 of 1 backgrounds fetched.");
    CHECK(fetching.shown_origin() == Origin::upper);
    // Of which nothing is known, it is fetched each time.
    fetching.server.answer_with_file(path, fetching.red_on_top);
    CHECK(fetching.run() == "1 of 1 backgrounds fetched.");
    CHECK(fetching.run() == "1 of 1 backgrounds fetched.");
    CHECK_FALSE(fetching.server.request(path).contains("If-"));
    CHECK(fetching.shown_origin() == Origin::lower);
}

TEST_CASE("a picture that cannot be asked about is shown as it was, and that is said", "[panels]") {
    Fetching fetching(1);
    fetching.server.answer_with_file("/b/1.png", fetching.red_on_top);
    CHECK(fetching.run() == "1 of 1 backgrounds fetched.");
    fetching.server.answer("/b/1.png", "503 Busy\r\nContent-Length: 0");
    const std::string message = fetching.run();
    CHECK_THAT(message, contains("503 Busy"));
    CHECK_THAT(message, contains("the earlier picture is shown"));
    CHECK(fetching.shown_origin() == Origin::lower);
}

TEST_CASE("other backgrounds lie as they agree, whatever was said of the old ones", "[panels]") {
    Fetching fetching(1);
    Dataset stated = *fetching.session.dataset();
    stated.backgrounds = std::make_shared<const Upper>();
    fetching.session.set_dataset(std::make_shared<const Dataset>(std::move(stated)));
    REQUIRE(fetching.shown_origin() == Origin::upper);
    SECTION("found") {
        fetching.server.answer_with_file("/b/1.png", fetching.red_on_top);
        CHECK(fetching.run() == "1 of 1 backgrounds fetched.");
        CHECK(fetching.shown_origin() == Origin::lower);
    }
    SECTION("undecided: as the old ones lay") {
        fetching.server.answer_with_file("/b/1.png", png_of({255, 255, 255}, {255, 255, 255}));
        CHECK(fetching.run() == "1 of 1 backgrounds fetched.");
        CHECK(fetching.shown_origin() == Origin::upper);
    }
}

TEST_CASE("some may be missing", "[panels]") {
    Fetching fetching;
    fetching.server.answer_with_file("/b/2.png", fetching.red_on_top);
    const std::string message = fetching.run();
    CHECK_THAT(message, contains("1 of 3 backgrounds fetched; epoch "));
    CHECK_THAT(message, contains("Not Found"));
    const auto source = fetching.session.dataset()->backgrounds;
    REQUIRE(source != nullptr);
    CHECK_FALSE(source->has(0));
    CHECK(source->has(1));
}

TEST_CASE("a server cannot make us take what we do not want", "[panels]") {
    RemoteLimits limits;
    limits.bytes = qint64{1} << 20;
    limits.stalled_after = 300;
    limits.whole_within = 2000;
    Fetching fetching(1, limits);
    const QString path = "/b/1.png";
    std::string reason;
    SECTION("too large by its own word") {
        fetching.server.answer(path, "200 OK\r\nContent-Length: 1048577", "abc");
        reason = "larger than 1 MB";
    }
    SECTION("without an end") {
        fetching.server.answer_by(
            path, [](QTcpSocket& socket) { pour(socket, "HTTP/1.1 200 OK\r\n\r\n"); });
        reason = "larger than 1 MB";
    }
    SECTION("a piece of gigabytes") {
        fetching.server.answer_by(path, [](QTcpSocket& socket) {
            pour(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n180000000\r\n");
        });
        reason = "larger than 1 MB";
    }
    SECTION("compressed") {
        fetching.server.answer(path, "200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3",
                               "abc");
        reason = "gzip";
    }
    SECTION("a head without an end") {
        fetching.server.answer_by(
            path, [](QTcpSocket& socket) { pour(socket, "HTTP/1.1 200 OK\r\nX-More: "); });
        reason = "not answer as";
    }
    SECTION("a length that is none") {
        fetching.server.answer(path, "200 OK\r\nContent-Length: -5", "abc");
        reason = "not answer as";
    }
    SECTION("no answer of the web's") {
        fetching.server.answer_by(path, [](QTcpSocket& socket) {
            socket.write("SSH-2.0-OpenSSH\r\n\r\n");
            socket.disconnectFromHost();
        });
        reason = "not answer as";
    }
    SECTION("a byte now and then") {
        fetching.server.answer_by(path, [](QTcpSocket& socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
            auto* drop = new QTimer(&socket);
            QObject::connect(drop, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
            drop->start(50);
        });
        reason = "did not come whole";
    }
    SECTION("the head of a picture of gigabytes") {
        // 50,000 x 50,000, of 4 bytes each, and no more than its head.
        QByteArray huge = fetching.red_on_top;
        for (const qsizetype at : {qsizetype{16}, qsizetype{20}})
            huge.replace(at, 4, QByteArray::fromHex("0000c350"));
        fetching.server.answer_with_file(path, huge);
        reason = "the fetched picture";
    }
    SECTION("unchanged, which was not asked") {
        fetching.server.answer(path, "304 Not Modified\r\nContent-Length: 0");
        reason = "304";
    }
    SECTION("no PNG") {
        fetching.server.answer_with_file(path, "<html>not here</html>");
        reason = "the fetched picture";
    }
    SECTION("a PNG cut short") {
        fetching.server.answer_with_file(path, fetching.red_on_top.left(60));
        reason = "the fetched picture";
    }
    SECTION("less than it said") {
        fetching.server.answer(path, "200 OK\r\nContent-Length: 5000", fetching.red_on_top);
        reason = "epoch 1";
    }
    SECTION("sent on to a file of ours") {
        fetching.server.answer(path,
                               "302 Found\r\nContent-Length: 0\r\nLocation: file:///etc/hostname");
        reason = "not allowed";
    }
    SECTION("sent on to a name and password") {
        fetching.server.answer(
            path, "302 Found\r\nContent-Length: 0\r\nLocation: http://a:b@127.0.0.1/x");
        reason = "not allowed";
    }
    SECTION("sent on for ever") {
        fetching.server.answer(path, "302 Found\r\nContent-Length: 0\r\nLocation: /b/1.png");
        reason = "more than 5 times";
    }
    SECTION("silence") {
        fetching.server.answer_by(path, [](QTcpSocket&) {});
        reason = "no data arrived";
    }
    const std::string message = fetching.run();
    CHECK_THAT(message, contains("0 of 1 backgrounds fetched; epoch 1: "));
    CHECK_THAT(message, contains(reason));
    CHECK_FALSE(fetching.in_cache(1));
    CHECK(fetching.session.dataset()->backgrounds == nullptr);
    CAPTURE(message);
    CHECK(fetching.server.total() <= 6);
}

TEST_CASE("a redirect to another address on the web is followed", "[panels]") {
    Fetching fetching(1);
    fetching.server.answer("/b/1.png",
                           "301 Moved\r\nContent-Length: 0\r\nLocation: /elsewhere.png");
    fetching.server.answer_with_file("/elsewhere.png", fetching.red_on_top);
    CHECK(fetching.run() == "1 of 1 backgrounds fetched.");
}

TEST_CASE("no more than four are fetched at the same time", "[panels]") {
    Fetching fetching(20);
    for (int e = 1; e <= 20; ++e)
        fetching.server.answer_with_file(QString("/b/%1.png").arg(e), fetching.red_on_top);
    CHECK(fetching.run() == "20 of 20 backgrounds fetched.");
    CHECK(fetching.server.most_open() <= 4);
}

TEST_CASE("cancelling keeps what came and leaves the session as it is", "[panels]") {
    Fetching fetching;
    fetching.server.answer_with_file("/b/1.png", fetching.red_on_top);
    // The others are slow.
    fetching.server.answer_by("/b/2.png", [](QTcpSocket&) {});
    fetching.server.answer_by("/b/3.png", [](QTcpSocket&) {});
    QSignalSpy ended(&fetching.remote, &RemoteBackgrounds::finished);
    fetching.remote.start(fetching.address());
    REQUIRE(QTest::qWaitFor([&] { return fetching.in_cache(1); }, tests::patience));
    SECTION("by hand") { fetching.remote.cancel(); }
    SECTION("by opening something else") { fetching.session.set_dataset(low_and_high(1)); }
    CHECK_FALSE(fetching.remote.is_running());
    REQUIRE(ended.size() == 1);
    CHECK_THAT(ended.first().first().toString().toStdString(), contains("Cancelled"));
    QTest::qWait(50);
    CHECK(ended.size() == 1);
    CHECK(fetching.in_cache(1));
    CHECK(fetching.session.dataset()->backgrounds == nullptr);
}

TEST_CASE("a newer start replaces the older one", "[panels]") {
    Fetching fetching(1);
    fetching.server.answer_by("/slow/1.png", [](QTcpSocket&) {});
    fetching.server.answer_with_file("/b/1.png", fetching.red_on_top);
    QSignalSpy ended(&fetching.remote, &RemoteBackgrounds::finished);
    fetching.remote.start(fetching.server.address("/slow/${epoch}.png"));
    REQUIRE(QTest::qWaitFor([&] { return fetching.server.count("/slow/1.png") == 1; },
                            tests::patience));
    CHECK(fetching.run() == "1 of 1 backgrounds fetched.");
    CHECK(ended.size() == 1);
}

TEST_CASE("nothing is fetched before it is asked for", "[panels]") {
    Fetching fetching;
    QTest::qWait(50);
    CHECK(fetching.server.total() == 0);
    CHECK_FALSE(fetching.remote.is_running());
    fetching.session.set_dataset(nullptr);
    CHECK(fetching.run() == "Open a dataset first.");
}
