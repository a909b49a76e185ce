package io.countersign.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.shared.Json;

/** What proposing, deciding and undoing did, as the command line and the API print it; field names are a contract. */
public final class DecisionJson {
    private DecisionJson() {}

    /** What a run of the policies did. */
    public static ObjectNode of(ProposeResult result) {
        return Json.object()
                .put("evaluated", result.evaluated())
                .put("created", result.created())
                .put("existing", result.existing());
    }

    /** What a decision did. */
    public static ObjectNode of(BatchResult result) {
        return Json.object()
                .put("batch", result.batch())
                .put("decided", result.decided())
                .put("executed", result.executed())
                .put("failed", result.failed())
                .put("skipped", result.skipped());
    }

    /** What an undo took back. */
    public static ObjectNode of(UndoResult result) {
        var node = Json.object().put("batch", result.batch()).put("undone", result.undone());
        var kept = node.putArray("kept");
        result.kept().forEach(one -> kept.addObject().put("id", one.id()).put("reason", one.reason()));
        return node;
    }
}
