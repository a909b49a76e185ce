package io.countersign.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.shared.Json;
import io.countersign.shared.task.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is answered. */
public sealed interface Reply {
    /** An answer that is known as a whole. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Whole(int status, String type, byte[] content, Map<String, String> headers) implements Reply {
        public Whole {
            headers = Map.copyOf(headers);
        }
    }

    /** An answer that is told while it comes about, as server-sent events. */
    record Stream(Talk talk) implements Reply {}

    /** Tells an answer; blocking. */
    @FunctionalInterface
    interface Talk {
        /**
         * Tells.
         *
         * @param progress is cancelled once the client is gone or the server stops
         * @throws java.util.concurrent.CancellationException then
         */
        void tell(Events events, Progress progress);
    }

    /** Where events go. */
    @FunctionalInterface
    interface Events {
        /**
         * Sends one.
         *
         * @throws java.util.concurrent.CancellationException when the client is gone
         */
        void send(String name, JsonNode data);
    }

    /** 200 with JSON. */
    static Reply json(JsonNode node) {
        return json(200, node);
    }

    /** JSON with another status. */
    static Reply json(int status, JsonNode node) {
        return json(status, Json.bytes(node));
    }

    /** JSON that is written already. */
    static Reply json(int status, byte[] content) {
        return new Whole(status, "application/json", content, Map.of());
    }

    /** 200 with text. */
    static Reply text(String type, String content) {
        return new Whole(200, type, content.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** 204. */
    static Reply nothing() {
        return new Whole(204, "", new byte[0], Map.of());
    }
}
