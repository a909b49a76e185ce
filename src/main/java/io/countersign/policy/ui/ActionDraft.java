package io.countersign.policy.ui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.policy.Action;
import io.countersign.policy.ActionCodec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a policy proposes, as a person fills it in.
 *
 * @param id of the action
 * @param params as typed, by name; those of other actions are kept, so that going back and forth loses nothing
 */
record ActionDraft(String id, Map<String, String> params) {
    /** Those whose number is typed. */
    static final String DUE_IN_DAYS = "dueInDays";

    private static final ActionCodec CODEC = new ActionCodec();
    private static final int MOST_DIGITS = 9;

    ActionDraft {
        params = Map.copyOf(params);
    }

    static ActionDraft of(Action action) {
        var params = new TreeMap<String, String>();
        CODEC.params(action).forEach((name, value) -> params.put(name, value.toString()));
        return new ActionDraft(action.id(), params);
    }

    /** The ids of all actions. */
    static List<String> ids() {
        return CODEC.ids();
    }

    /** The names of what this action takes, those that must be given first. */
    List<String> names() {
        return switch (id) {
            case "label_email" -> List.of("label");
            case "move_to_folder" -> List.of("folder");
            case "create_task" -> List.of("title", DUE_IN_DAYS);
            default -> List.of();
        };
    }

    String param(String name) {
        return params.getOrDefault(name, "");
    }

    ActionDraft withId(String changed) {
        return new ActionDraft(changed, params);
    }

    ActionDraft with(String name, String value) {
        var changed = new TreeMap<>(params);
        changed.put(name, value);
        return new ActionDraft(id, changed);
    }

    /**
     * The action itself.
     *
     * @throws io.countersign.shared.CountersignException.Invalid with the name of what is missing or wrong
     */
    Action action() {
        return CODEC.decode(id, json().toString());
    }

    /** Only what this action takes; equal for drafts that mean the same. */
    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        for (var name : names()) {
            var value = param(name).strip();
            if (value.isEmpty()) {
                continue;
            }
            if (name.equals(DUE_IN_DAYS)
                    && value.length() <= MOST_DIGITS
                    && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                json.put(name, Integer.parseInt(value));
            } else {
                json.put(name, value);
            }
        }
        return json;
    }
}
