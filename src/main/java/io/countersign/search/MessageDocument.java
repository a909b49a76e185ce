package io.countersign.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The message document as JSON: what {@code messages --json} prints and what a search index stores. Field names are a
 * contract: added to, never renamed.
 */
public final class MessageDocument {
    private MessageDocument() {}

    /** The document of one message; {@code ageDays} is counted to {@code now}. */
    public static ObjectNode of(Message message, Instant now) {
        var envelope = message.envelope();
        var state = message.state();
        var understanding = message.understanding();
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", message.id());
        node.put("messageId", "<" + envelope.messageId() + ">");
        node.put("account", envelope.account());
        node.put("folder", state.folder());
        node.put("threadId", String.valueOf(message.threadId()));
        node.put("from", envelope.from().toString());
        node.put("senderDomain", envelope.senderDomain());
        node.set("to", texts(envelope.to().stream().map(Address::toString).toList()));
        node.put("listId", envelope.listId().orElse(null));
        node.put("subject", envelope.subject());
        node.put("preview", envelope.preview());
        node.put("receivedAt", envelope.receivedAt().toString());
        node.put("category", understanding.category().id());
        node.put("categoryConfidence", rounded(understanding.categoryConfidence()));
        node.set("labels", texts(message.labels()));
        node.put("unread", state.unread());
        node.put("starred", state.starred());
        node.put("answered", state.answered());
        node.put("quarantined", state.quarantined());
        node.put("ageDays", message.ageDays(now));
        node.put("riskScore", understanding.riskScore());
        node.set("riskReasons", texts(understanding.riskReasons()));
        node.put("hasAttachment", envelope.hasAttachment());
        node.put("unsubscribable", envelope.unsubscribable());
        node.put("size", envelope.size());
        node.put("expiresAt", text(understanding.expiresAt()));
        node.put("eventAt", text(understanding.eventAt()));
        understanding.ats().ifPresent(ats -> node.set("ats", ats(ats)));
        understanding.receipt().ifPresent(receipt -> node.set("receipt", receipt(receipt)));
        return node;
    }

    private static ObjectNode ats(AtsFacts ats) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("system", ats.system().orElse(null));
        node.put("application_id", ats.applicationId().orElse(null));
        node.put("stage", ats.stage().map(Stage::id).orElse(null));
        node.put("last_stage_change", text(ats.lastStageChange()));
        node.put("interview_date", text(ats.interviewDate()));
        node.put("company", ats.company().orElse(null));
        node.put("ghosting_risk", rounded(ats.ghostingRisk()));
        node.put("role", ats.role().orElse(null));
        node.put("stage_confidence", rounded(ats.finding().confidence()));
        node.set(
                "stage_candidates",
                texts(ats.finding().candidates().stream().map(Stage::id).toList()));
        return node;
    }

    private static ObjectNode receipt(ReceiptFacts receipt) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("merchant", receipt.merchant());
        node.put("amount", receipt.amount().map(BigDecimal::toPlainString).orElse(null));
        node.put("currency", receipt.currency().orElse(null));
        node.put("date", receipt.date().map(Object::toString).orElse(null));
        node.put("kind", receipt.kind().id());
        node.put("orderId", receipt.orderId().orElse(null));
        node.put("paymentId", receipt.paymentId().orElse(null));
        return node;
    }

    private static ArrayNode texts(Collection<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode(texts.size());
        texts.forEach(array::add);
        return array;
    }

    private static @Nullable String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }

    private static double rounded(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }
}
