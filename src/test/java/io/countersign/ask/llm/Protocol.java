package io.countersign.ask.llm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.countersign.ask.ModelSettings;
import io.countersign.ask.ModelSettings.Kind;
import java.io.IOException;

/** The two ways in which servers stream. */
public enum Protocol {
    OPENAI(Kind.OPENAI, "/v1", "/v1/chat/completions", "text/event-stream"),
    OLLAMA(Kind.OLLAMA, "", "/api/chat", "application/x-ndjson");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kind kind;
    private final String base;
    private final String path;
    private final String type;

    Protocol(Kind kind, String base, String path, String type) {
        this.kind = kind;
        this.base = base;
        this.path = path;
        this.type = type;
    }

    public ModelSettings settings(LoopbackServer server) {
        return new ModelSettings(true, kind, server.address() + base, "small", "");
    }

    public String path() {
        return path;
    }

    public String head() {
        return LoopbackServer.head(200, type);
    }

    /** A piece of text. */
    public String piece(String text) {
        var quoted = JsonNodeFactory.instance.textNode(text).toString();
        return switch (this) {
            case OPENAI ->
                "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"small\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                        + quoted + "},\"finish_reason\":null}]}\n\n";
            case OLLAMA ->
                "{\"model\":\"small\",\"created_at\":\"2026-11-26T08:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":"
                        + quoted + "},\"done\":false}\n";
        };
    }

    /** A call of a tool that nobody offered. */
    public String toolCall(String name) {
        return switch (this) {
            case OPENAI ->
                "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\""
                        + name + "\",\"arguments\":\"{\\\"all\\\":true}\"}}]},\"finish_reason\":null}]}\n\n";
            case OLLAMA ->
                "{\"model\":\"small\",\"created_at\":\"2026-11-26T08:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\""
                        + name + "\",\"arguments\":{\"all\":true}}}]},\"done\":false}\n";
        };
    }

    public String end() {
        return switch (this) {
            case OPENAI ->
                "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
            case OLLAMA ->
                "{\"model\":\"small\",\"created_at\":\"2026-11-26T08:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done_reason\":\"stop\",\"done\":true}\n";
        };
    }

    /** Whether the model was told of anything that it could call. */
    public static boolean offersTools(LoopbackServer.Request request) {
        try {
            var body = JSON.readTree(request.body());
            return !body.path("tools").isEmpty() || !body.path("functions").isEmpty();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the person's side wrote in a request: the rules, then the material. */
    public static String prompt(LoopbackServer.Request request) {
        try {
            var text = new StringBuilder();
            JSON.readTree(request.body())
                    .path("messages")
                    .forEach(message ->
                            text.append(message.path("content").asText()).append('\n'));
            return text.toString();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
