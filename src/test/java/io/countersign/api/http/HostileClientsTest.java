package io.countersign.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Clients that want to wear the server out: each is turned away, what the server keeps stays small, and others are answered. */
@Timeout(120)
class HostileClientsTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int MANY = 2000;
    private static final int STREAMS = 10_000;
    private static final int SPARE = 500;
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.countersign.api.http");

    @TempDir
    private Path home;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(home, TestServer.QUICK);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aHundredMegabytesThatAreAnnouncedAreNotRead() throws IOException {
        long before = used();
        try (var socket = server.connect()) {
            write(socket, post("Content-Length: " + 100 * MEGABYTE));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
            assertThat(sent(socket, new byte[MEGABYTE], 100))
                    .as("the connection is closed")
                    .isLessThan(100);
        }
        assertThat(used() - before).isLessThan(20 * MEGABYTE);
        assertStillAnswers();
    }

    @Test
    void aHundredMegabytesThatComeInPiecesAreGivenUpAtTheLimit() throws IOException {
        long before = used();
        try (var socket = server.connect()) {
            write(socket, post("Transfer-Encoding: chunked"));
            var piece = new byte[MEGABYTE / 4 + 9];
            Arrays.fill(piece, (byte) ' ');
            System.arraycopy("40000\r\n".getBytes(StandardCharsets.US_ASCII), 0, piece, 0, 7);
            System.arraycopy("\r\n".getBytes(StandardCharsets.US_ASCII), 0, piece, piece.length - 2, 2);
            assertThat(sent(socket, piece, 400)).as("the connection is closed").isLessThan(400);
        }
        assertThat(used() - before).isLessThan(20 * MEGABYTE);
        assertStillAnswers();
    }

    @Test
    void aHeaderThatComesByteForByteIsNotWaitedForLongerThanOneDeadline() throws IOException {
        try (var socket = server.connect()) {
            assertThat(drip(socket, "GET /health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(MANY)))
                    .isTrue();
        }
        assertStillAnswers();
    }

    @Test
    void aSecondHeaderOnTheSameConnectionHasADeadlineToo() throws IOException {
        try (var socket = server.connect()) {
            write(socket, "GET /health HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n");
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
            assertThat(drip(socket, "GET /health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(MANY)))
                    .isTrue();
        }
    }

    @Test
    void aBodyThatComesByteForByteIsNotWaitedForLongerThanOneDeadline() throws IOException {
        try (var socket = server.connect()) {
            write(socket, post("Content-Length: " + MANY));
            assertThat(drip(socket, " ".repeat(MANY))).isTrue();
        }
        assertStillAnswers();
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws IOException {
        try (var socket = server.connect()) {
            assertThat(isClosed(socket)).isTrue();
        }
    }

    @Test
    void tenThousandOpenStreamsAreRefusedAndCostNothing(TestReporter reporter) throws IOException {
        int many = (int) Math.min(STREAMS, descriptorsLeft() - SPARE);
        reporter.publishEntry("opened at once", Integer.toString(many));
        var log = logged();
        var request = ("GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer "
                        + server.token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var open = new ArrayList<SocketChannel>(many);
        int streams = 0;
        try {
            long before = used();
            for (int i = 0; i < many; i++) {
                var channel = asked(request);
                open.add(channel);
                streams += isGranted(channel) ? 1 : 0;
            }
            long grown = used() - before;
            reporter.publishEntry("memory grew by", grown / 1024 + " kB");
            assertThat(grown).isLessThan(20 * MEGABYTE);
        } finally {
            for (var channel : open) {
                channel.close();
            }
            log.stop();
        }
        assertThat(streams).isEqualTo(TestServer.QUICK.streams());
        assertStillAnswers();
        assertThat(log.list).as("told in a few lines").hasSizeBetween(1, 20);
    }

    private SocketChannel asked(byte[] request) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        try {
            channel.write(ByteBuffer.wrap(request));
        } catch (IOException _) {
            // closed before it was asked
        }
        return channel;
    }

    private static boolean isGranted(SocketChannel channel) {
        var status = ByteBuffer.allocate(12);
        try {
            while (status.hasRemaining() && channel.read(status) >= 0) {
                // the rest of it
            }
        } catch (IOException _) {
            return false; // closed before it was read from
        }
        return new String(status.array(), StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    }

    /** What the server logs from now on, until it is stopped. */
    private static ListAppender<ILoggingEvent> logged() {
        var appender = new ListAppender<ILoggingEvent>() {
            @Override
            public void stop() {
                LOGGER.detachAppender(this);
                LOGGER.setLevel(null);
                super.stop();
            }
        };
        LOGGER.setLevel(Level.INFO);
        LOGGER.addAppender(appender);
        appender.start();
        return appender;
    }

    /** How many files this process may open besides those it has; as many as needed where nobody can tell. */
    private static long descriptorsLeft() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    @Test
    void aClientThatGoesAwayStopsTheAsking() throws Exception {
        try (var socket = server.connect()) {
            write(
                    socket,
                    "GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer "
                            + server.token + "\r\n\r\n");
            readUntil(socket, "begun");
            assertThat(server.streamCancelled.getCount()).isOne();
        }
        assertThat(server.streamCancelled.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void streamsThatAreOverMakeRoomForOthers() throws Exception {
        for (int i = 0; i < 3 * TestServer.QUICK.streams(); i++) {
            assertThat(server.ask("GET /api/talk HTTP/1.1")).contains("event: problem");
        }
    }

    @Test
    void stoppingEndsStreamsWithoutInterruptingAnybody() throws Exception {
        try (var socket = server.connect()) {
            write(
                    socket,
                    "GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer "
                            + server.token + "\r\n\r\n");
            readUntil(socket, "begun");
            server.close();
            assertThat(server.streamCancelled.getCount()).isZero();
        }
    }

    private String post(String length) {
        return "POST /api/echo HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer "
                + server.token + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n";
    }

    private void assertStillAnswers() throws IOException {
        for (int i = 0; ; i++) {
            try {
                assertThat(server.ask("GET /api/things/1 HTTP/1.1")).startsWith("HTTP/1.1 200 ");
                return;
            } catch (AssertionError | SocketException e) {
                // Closed connections are noticed one after the other; the timeout of the class bounds this.
                if (i > 10_000) {
                    throw e;
                }
            }
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void readUntil(Socket socket, String text) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int one = socket.getInputStream().read();
            assertThat(one).as(read.toString()).isNotNegative();
            read.append((char) one);
        }
    }

    /** How many pieces went out before the other side had enough. */
    private static int sent(Socket socket, byte[] piece, int most) {
        try {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < most; i++) {
                out.write(piece);
            }
            return most;
        } catch (IOException _) {
            return 0;
        }
    }

    /** Writes a byte whenever nothing came back for a while; true when the other side closes before the text is written. */
    private static boolean drip(Socket socket, String text) throws IOException {
        socket.setSoTimeout(20);
        for (var one : text.getBytes(StandardCharsets.US_ASCII)) {
            try {
                socket.getOutputStream().write(one);
                while (socket.getInputStream().read() >= 0) {
                    // the rest of an answer
                }
                return true;
            } catch (SocketTimeoutException _) {
                // not closed yet
            } catch (SocketException _) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException _) {
            return true;
        }
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory() + buffers());
        }
        return least;
    }

    /** What the server reads into is not on the heap. */
    private static long buffers() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
