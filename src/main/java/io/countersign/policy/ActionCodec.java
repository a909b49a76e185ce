package io.countersign.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.shared.CountersignException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Actions as {@code action} and {@code params} of the JSON. Thread-safe. */
public final class ActionCodec {
    private static final int MAX_TEXT = 200;
    private static final int MAX_DAYS = 3650;
    private static final int NO_DAYS = -1;

    // The parameters of each action, in the order in which they are explained.
    private static final Map<String, List<String>> PARAMS = params();

    private final JsonMapper json = JsonMapper.builder().build();

    /** The ids of all actions. */
    public List<String> ids() {
        return List.copyOf(PARAMS.keySet());
    }

    /** The parameters by name, sorted; values are texts or whole numbers. Parameters that are not given are absent. */
    public Map<String, Object> params(Action action) {
        var params = new TreeMap<String, Object>();
        switch (action) {
            case Action.Label(String label) -> params.put("label", label);
            case Action.MoveToFolder(String folder) -> params.put("folder", folder);
            case Action.CreateTask(var title, var dueInDays) -> {
                title.ifPresent(text -> params.put("title", text));
                dueInDays.ifPresent(days -> params.put("dueInDays", days));
            }
            case Action.Archive(),
                    Action.MarkRead(),
                    Action.Unsubscribe(),
                    Action.CreateCalendarEvent(),
                    Action.BlockSender(),
                    Action.QuarantineAttachment() -> {}
        }
        return params;
    }

    /** The parameters as JSON in one canonical form: equal actions give equal text. */
    public String paramsJson(Action action) {
        try {
            return json.writeValueAsString(params(action));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text and numbers are always JSON", e);
        }
    }

    /**
     * The action with this id and these parameters, given as a JSON object.
     *
     * @throws CountersignException.Invalid when there is no such action or a parameter is wrong
     */
    public Action decode(String id, String paramsJson) {
        var problems = new Problems();
        try {
            var action = decode(id, json.readTree(paramsJson), "", problems);
            return action.orElseThrow(() -> invalid(problems.all().getFirst()));
        } catch (JsonProcessingException e) {
            throw new CountersignException.Invalid("params", "Not JSON: " + e.getOriginalMessage());
        }
    }

    private static CountersignException.Invalid invalid(PolicyProblem problem) {
        return new CountersignException.Invalid(problem.path(), problem.message());
    }

    /** Empty when there is a problem; {@code prefix} is the path of the policy, with its dot. */
    Optional<Action> decode(String id, JsonNode params, String prefix, Problems problems) {
        var names = PARAMS.get(id);
        if (names == null) {
            return problems.refuse(
                    prefix + "action",
                    "There is no action \"%s\"; there are %s.%s"
                            .formatted(
                                    ClauseWords.shortened(id),
                                    String.join(", ", PARAMS.keySet()),
                                    Suggestions.didYouMean(id, PARAMS.keySet())));
        }
        var reader = new ObjectReader(params, prefix + "params", problems);
        if (!reader.isObject() || !reader.knowsOnly(names, id + " takes")) {
            return Optional.empty();
        }
        return switch (id) {
            case "label_email" -> reader.requiredText("label", MAX_TEXT).map(Action.Label::new);
            case "move_to_folder" -> reader.requiredText("folder", MAX_TEXT).map(Action.MoveToFolder::new);
            case "create_task" -> task(reader);
            default -> Optional.of(withoutParams(id));
        };
    }

    private static Optional<Action> task(ObjectReader reader) {
        var title = reader.text("title", "", MAX_TEXT);
        var days = reader.whole("dueInDays", NO_DAYS, 0, MAX_DAYS);
        return title.flatMap(text -> days.map(due -> new Action.CreateTask(
                Optional.of(text).filter(one -> !one.isEmpty()),
                Optional.of(due.intValue()).filter(one -> one != NO_DAYS))));
    }

    private static Action withoutParams(String id) {
        return switch (id) {
            case "archive_email" -> new Action.Archive();
            case "mark_read" -> new Action.MarkRead();
            case "unsubscribe_via_header" -> new Action.Unsubscribe();
            case "create_calendar_event" -> new Action.CreateCalendarEvent();
            case "block_sender" -> new Action.BlockSender();
            case "quarantine_attachment" -> new Action.QuarantineAttachment();
            default -> throw new IllegalArgumentException(id);
        };
    }

    private static Map<String, List<String>> params() {
        var params = new LinkedHashMap<String, List<String>>();
        params.put("archive_email", List.of());
        params.put("label_email", List.of("label"));
        params.put("move_to_folder", List.of("folder"));
        params.put("mark_read", List.of());
        params.put("unsubscribe_via_header", List.of());
        params.put("create_calendar_event", List.of());
        params.put("create_task", List.of("title", "dueInDays"));
        params.put("block_sender", List.of());
        params.put("quarantine_attachment", List.of());
        return params;
    }
}
