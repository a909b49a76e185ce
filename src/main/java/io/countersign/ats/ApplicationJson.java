package io.countersign.ats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.ats.FollowUpDraft.Kind;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applications as the command line and the API print them; field names are a contract. */
public final class ApplicationJson {
    private final Map<Long, String> messageIds = new HashMap<>();
    private final Function<Reason, String> words;
    private final BiFunction<Application, Kind, FollowUpDraft> drafts;

    /**
     * Prints these.
     *
     * @param words says a reason in a sentence
     * @param drafts writes the mail of a next step
     */
    public ApplicationJson(
            MessageRepository messages,
            List<RankedApplication> ranked,
            Function<Reason, String> words,
            BiFunction<Application, Kind, FollowUpDraft> drafts) {
        this.words = words;
        this.drafts = drafts;
        var ids = ranked.stream()
                .flatMap(one -> one.application().messageIds().stream())
                .toList();
        messages.findAll(ids)
                .forEach(message ->
                        messageIds.put(message.id(), "<" + message.envelope().messageId() + ">"));
    }

    /** One of those that this was made for. */
    public ObjectNode of(RankedApplication ranked) {
        var application = ranked.application();
        var state = application.state();
        var outlook = ranked.outlook();
        var node = Json.object();
        node.put("id", application.id().toString());
        node.put("company", named(application.company()));
        node.put("role", named(application.role()));
        node.put("system", application.system().orElse(null));
        node.put("applicationId", application.requisition().orElse(null));
        node.put("stage", state.stage().id());
        node.put("appliedAt", text(state.appliedAt()));
        node.put("lastStageChange", text(state.lastStageChange()));
        node.put("interviewDate", text(state.interviewDate()));
        node.put("daysSilent", outlook.daysSilent());
        node.put("ghostingRisk", rounded(outlook.ghostingRisk()));
        node.put("replyOdds14d", rounded(outlook.replyOdds14d()));
        node.put("rank", ranked.rank());
        var reasons = node.putArray("reasons");
        outlook.reasons().stream().map(words).forEach(reasons::add);
        followUp(node, application, outlook.step());
        var mails = node.putArray("messageIds");
        application.messageIds().stream()
                .flatMap(id -> Optional.ofNullable(messageIds.get(id)).stream())
                .forEach(mails::add);
        return node;
    }

    private void followUp(ObjectNode node, Application application, NextStep step) {
        var due = step.dueDate();
        if (due.isEmpty()) {
            node.putNull("followUp");
        } else {
            var text =
                    step.draftKind().map(kind -> drafts.apply(application, kind).body());
            node.putObject("followUp").put("due", due.get().toString()).put("text", text.orElse(null));
        }
    }

    private static @Nullable String named(String name) {
        return name.isEmpty() ? null : name;
    }

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
