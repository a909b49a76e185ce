package io.countersign.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.shared.Json;
import java.util.Map;

/** A problem document as RFC 9457 describes it. */
public final class Problem {
    /** Its media type. */
    public static final String TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(417, "Expectation Failed"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(426, "Upgrade Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(505, "HTTP Version Not Supported"));

    private Problem() {}

    /** The document of a refusal; {@code instance} is the path that was asked for, empty when it is not known. */
    public static ObjectNode of(Refusal refusal, String instance) {
        var node = of(refusal.status(), refusal.detail(), instance);
        refusal.members().forEach((name, value) -> node.set(name, Json.tree(value)));
        return node;
    }

    /** A document. Its type is the one that RFC 9457 has for problems that their status explains. */
    public static ObjectNode of(int status, String detail, String instance) {
        var node = Json.object()
                .put("type", "about:blank")
                .put("title", TITLES.getOrDefault(status, "Error"))
                .put("status", status)
                .put("detail", detail);
        return instance.isEmpty() ? node : node.put("instance", instance);
    }
}
