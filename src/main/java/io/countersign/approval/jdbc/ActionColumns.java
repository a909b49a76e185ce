package io.countersign.approval.jdbc;

import io.countersign.policy.Action;
import io.countersign.policy.ActionCodec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Actions as the columns {@code action}, {@code params} and {@code params_key}; remembers what it translated, so one per query. */
final class ActionColumns {
    private final Map<String, Action> read = new HashMap<>();
    private final Map<Action, String> written = new HashMap<>();

    String params(Action action) {
        return written.computeIfAbsent(action, ActionCodec::params);
    }

    /** Short whatever the params, for the unique constraint; empty for an action without params. */
    String key(Action action) {
        var params = params(action);
        return params.equals("{}")
                ? ""
                : UUID.nameUUIDFromBytes(params.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }

    Action action(String id, String params) {
        return read.computeIfAbsent(id + params, _ -> ActionCodec.action(id, params));
    }
}
