package io.countersign.policy.ui;

import io.countersign.policy.MessageField;
import io.countersign.policy.MessageFields;
import io.countersign.policy.Policy;
import io.countersign.policy.simulation.Simulation.Precision;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields, comparisons, actions and figures in the person's language. For one thread. */
public final class PolicyWords {
    /** Fields that belong together, by the text key of what they are about. */
    private static final Map<String, List<String>> GROUPS = groups();

    private static final double HUNDRED = 100;

    private final Texts texts;
    private final Formats formats;
    private final PolicySentences sentences;

    public PolicyWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        sentences = new PolicySentences(
                texts, name -> MessageFields.find(name).map(this::field).orElse(name));
    }

    Texts texts() {
        return texts;
    }

    Formats formats() {
        return formats;
    }

    String get(String key) {
        return texts.get(key);
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** The name of a field: {@code sender}. */
    String field(MessageField field) {
        var clause = "clause.field." + field.name();
        return texts.has(clause) ? texts.get(clause) : texts.get("policies.field." + field.name());
    }

    /** All fields under what they are about, each exactly once. */
    Map<String, List<MessageField>> fields() {
        var fields = new LinkedHashMap<String, List<MessageField>>();
        GROUPS.forEach((key, names) -> fields.put(
                texts.get(key), names.stream().map(MessageFields::named).toList()));
        var grouped = GROUPS.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        fields.put(
                texts.get("policies.fields.more"),
                MessageFields.all().stream()
                        .filter(field -> !grouped.contains(field.name()))
                        .toList());
        return fields;
    }

    /** How a field is compared: {@code is one of}. */
    String comparison(Comparison comparison, MessageField field) {
        return texts.get("policies.op." + comparison.key(field));
    }

    /** One of the texts that a field can hold. */
    String choice(MessageField field, String value) {
        var group =
                switch (field.name()) {
                    case "category" -> "approvals.category.";
                    case "ats.stage" -> "clause.stage.";
                    case "receipt.kind" -> "clause.kind.";
                    default -> "";
                };
        return !group.isEmpty() && texts.has(group + value) ? texts.get(group + value) : OneLine.of(value);
    }

    /** The name of an action: {@code Archive}. */
    String action(String id) {
        return texts.get("action." + id);
    }

    /** What is done, with its details: {@code Label “receipt”}. */
    String action(ActionDraft action) {
        var detail = action.names().isEmpty()
                ? ""
                : OneLine.of(action.param(action.names().getFirst()));
        return detail.isEmpty() ? action(action.id()) : texts.get("policies.action.with", action(action.id()), detail);
    }

    /** A name for a policy that may have none yet. */
    String name(String name) {
        var shown = OneLine.of(name);
        return shown.isEmpty() ? texts.get("policies.unnamed") : shown;
    }

    String name(Policy policy) {
        return name(policy.name());
    }

    /** How often its proposals were approved; the empty text while nothing was decided. */
    String quality(PolicyQuality.Figures figures) {
        return figures.precision().isPresent()
                ? formats.percent(figures.precision().getAsDouble())
                : "";
    }

    /** The same in a sentence. */
    String qualitySentence(PolicyQuality.Figures figures) {
        return figures.precision().isPresent()
                ? texts.get(
                        "policies.quality",
                        formats.percent(figures.precision().getAsDouble()),
                        figures.decided(),
                        formats.number(figures.decided()))
                : texts.get("policies.quality.none");
    }

    /** A predicted precision in words: of 100 proposals so many. */
    String precision(Precision precision) {
        return texts.get(
                "policies.simulation.precision",
                formats.number(Math.round(HUNDRED * precision.value())),
                formats.number(Math.round(HUNDRED * precision.low())),
                formats.number(Math.round(HUNDRED * precision.high())));
    }

    /** What the services say about a policy. */
    String said(String sentence) {
        return sentences.say(sentence);
    }

    /** Parts of a policy by name: {@code condition, priority}. */
    String parts(List<String> parts) {
        return parts.stream()
                .map(part -> texts.has("policies.part." + part) ? texts.get("policies.part." + part) : part)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put(
                "policies.fields.mail",
                List.of(
                        "from",
                        "senderDomain",
                        "to",
                        "listId",
                        "subject",
                        "preview",
                        "receivedAt",
                        "ageDays",
                        "hasAttachment",
                        "unsubscribable",
                        "size"));
        groups.put(
                "policies.fields.state",
                List.of("folder", "labels", "unread", "starred", "answered", "quarantined", "account"));
        groups.put(
                "policies.fields.understood",
                List.of("category", "categoryConfidence", "riskScore", "riskReasons", "expiresAt", "eventAt"));
        groups.put(
                "policies.fields.application",
                List.of(
                        "ats.stage",
                        "ats.company",
                        "ats.role",
                        "ats.system",
                        "ats.interview_date",
                        "ats.last_stage_change",
                        "ats.ghosting_risk",
                        "ats.application_id"));
        groups.put(
                "policies.fields.receipt",
                List.of(
                        "receipt.merchant",
                        "receipt.amount",
                        "receipt.currency",
                        "receipt.date",
                        "receipt.kind",
                        "receipt.orderId"));
        return Collections.unmodifiableMap(groups);
    }
}
