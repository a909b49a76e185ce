package io.countersign.approval.jdbc;

import io.countersign.policy.Action;
import io.countersign.policy.ActionCodec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Actions as the columns {@code action}, {@code params} and {@code params_key}; remembers what it translated, so one per query. */
public final class ActionColumns {
    private final ActionCodec codec = new ActionCodec();
    private final Map<String, Action> read = new HashMap<>();
    private final Map<Action, String> written = new HashMap<>();
    private final Map<Action, String> keys = new HashMap<>();

    /** The column {@code params}. */
    public String params(Action action) {
        return written.computeIfAbsent(action, codec::paramsJson);
    }

    /** The column {@code params_key}: short whatever the params, for the unique constraint; empty for an action without params. */
    public String key(Action action) {
        return keys.computeIfAbsent(action, _ -> digest(params(action)));
    }

    /** The action of these columns. */
    public Action action(String id, String params) {
        return read.computeIfAbsent(id + params, _ -> codec.decode(id, params));
    }

    private static String digest(String params) {
        return params.equals("{}")
                ? ""
                : UUID.nameUUIDFromBytes(params.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }
}
