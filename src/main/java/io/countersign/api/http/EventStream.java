package io.countersign.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.api.Reply;
import io.countersign.shared.Json;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;

/**
 * One stream of events: one thread tells, another sends. While nothing is told the sender sends a comment now and then,
 * since over HTTP/1 only sending finds out that a client is gone; the teller then hears of it at its next step.
 */
final class EventStream implements Reply.Events, Progress {
    private static final int WAITING = 256;
    private static final byte[] WAKE_UP = new byte[0];
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Content.Sink sink;
    private final Duration heartbeat;
    private final Progress server;
    private volatile boolean gone;
    private final CountDownLatch told = new CountDownLatch(1);

    /** @param server is cancelled when the server stops */
    EventStream(Content.Sink sink, Duration heartbeat, Progress server) {
        this.sink = sink;
        this.heartbeat = heartbeat;
        this.server = server;
    }

    /** Sends until everything is told or the client is gone, and nobody tells any more; blocking. */
    void send() throws IOException, InterruptedException {
        try {
            put(HEARTBEAT);
            while (true) {
                var last = told.getCount() == 0;
                var event = last ? waiting.poll() : waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (event == null && last) {
                    return;
                }
                put(event == null ? HEARTBEAT : event);
            }
        } finally {
            gone = true;
            told.await();
        }
    }

    private void put(byte[] event) throws IOException {
        if (event.length > 0) {
            Content.Sink.write(sink, false, ByteBuffer.wrap(event));
        }
    }

    /** Nothing more is told. */
    void end() {
        told.countDown();
        waiting.offer(WAKE_UP); // when there is no room for it, the sender is awake
    }

    @Override
    public void send(String name, JsonNode data) {
        var event = ("event: " + name + "\ndata: " + Json.line(data) + "\n\n").getBytes(StandardCharsets.UTF_8);
        try {
            do {
                checkCancelled();
            } while (!waiting.offer(event, heartbeat.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void report(long done, long total, String message) {}

    @Override
    public void checkCancelled() {
        if (gone) {
            throw new CancellationException("the client is gone");
        }
        server.checkCancelled();
    }
}
