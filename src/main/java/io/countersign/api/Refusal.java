package io.countersign.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** A question that is not answered: what the client hears instead. It has no cause and no trace; nothing went wrong here. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * Refuses.
     *
     * @param status of HTTP
     * @param detail a sentence for the client: what is wrong, and what would be right
     */
    public Refusal(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /** With one more member of the problem document. */
    public Refusal with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** With a header of the response. */
    public Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
