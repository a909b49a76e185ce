package io.countersign.mail.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.Understanding.Evidence;
import io.countersign.shared.CountersignException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The facts that few mails have, as the JSON text of their column. */
final class FactsJson {
    private static final int MOST_RECEIPTS = 50; // that many fit into the column, whatever they say
    private static final int MOST_EVIDENCE = 6;

    private final JsonMapper mapper = new JsonMapper();

    @Nullable
    String ats(Optional<AtsFacts> facts) {
        return facts.map(ats -> ats(ats).toString()).orElse(null);
    }

    private ObjectNode ats(AtsFacts ats) {
        var json = mapper.createObjectNode();
        put(json, "system", ats.system());
        put(json, "application_id", ats.applicationId());
        put(json, "last_stage_change", ats.lastStageChange());
        put(json, "interview_date", ats.interviewDate());
        put(json, "deadline", ats.deadline());
        put(json, "company", ats.company());
        put(json, "role", ats.role());
        json.put("ghosting_risk", ats.ghostingRisk());
        stage(json, ats.finding());
        ats.invite().ifPresent(invite -> {
            var node = json.putObject("invite").put("uid", RowText.fit(invite.uid(), 300));
            put(node.put("sequence", invite.sequence()).put("cancelled", invite.cancelled()), "start", invite.start());
        });
        return json;
    }

    private static void stage(ObjectNode json, StageFinding finding) {
        put(json, "stage", finding.stage().map(Stage::id));
        json.put("confidence", finding.confidence());
        var candidates = json.putArray("candidates");
        finding.candidates().forEach(candidate -> candidates.add(candidate.id()));
        var evidence = json.putArray("evidence");
        finding.evidence().stream()
                .limit(MOST_EVIDENCE)
                .forEach(one -> evidence.addObject()
                        .put("detector", one.detector())
                        .put("seen", RowText.fit(one.seen(), 120))
                        .put("weight", one.weight()));
    }

    Optional<AtsFacts> ats(@Nullable String text) {
        return parse(text)
                .map(json -> new AtsFacts(
                        get(json, "system", Function.identity()),
                        get(json, "application_id", Function.identity()),
                        stage(json),
                        get(json, "last_stage_change", Instant::parse),
                        get(json, "interview_date", Instant::parse),
                        get(json, "company", Function.identity()),
                        get(json, "role", Function.identity()),
                        json.path("ghosting_risk").asDouble(),
                        Optional.ofNullable(json.get("invite")).map(FactsJson::invite),
                        get(json, "deadline", LocalDate::parse)));
    }

    private static StageFinding stage(JsonNode json) {
        return new StageFinding(
                get(json, "stage", Function.identity()).flatMap(Stage::of),
                json.path("confidence").asDouble(),
                stream(json.path("evidence"))
                        .map(one -> new Evidence(
                                one.path("detector").asText(),
                                one.path("seen").asText(),
                                one.path("weight").asDouble()))
                        .toList(),
                stream(json.path("candidates"))
                        .flatMap(one -> Stage.of(one.asText()).stream())
                        .toList());
    }

    private static CalendarInvite invite(JsonNode json) {
        return new CalendarInvite(
                json.path("uid").asText(),
                json.path("sequence").asInt(),
                json.path("cancelled").asBoolean(),
                get(json, "start", Instant::parse));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Nullable
    String receipts(List<ReceiptFacts> facts) {
        if (facts.isEmpty()) {
            return null;
        }
        var array = mapper.createArrayNode();
        facts.stream().limit(MOST_RECEIPTS).forEach(receipt -> array.add(receipt(receipt)));
        return array.toString();
    }

    private ObjectNode receipt(ReceiptFacts receipt) {
        var json = mapper.createObjectNode();
        json.put("merchant", RowText.fit(receipt.merchant(), 300));
        json.put("kind", receipt.kind().id()).put("status", receipt.status().id());
        put(json, "amount", receipt.amount().map(BigDecimal::toPlainString));
        put(json, "currency", receipt.currency());
        put(json, "date", receipt.date());
        put(json, "orderId", receipt.orderId().map(id -> RowText.fit(id, 200)));
        put(json, "paymentId", receipt.paymentId().map(id -> RowText.fit(id, 200)));
        return json.put("evidence", RowText.fit(receipt.evidence(), 200)).put("confidence", receipt.confidence());
    }

    List<ReceiptFacts> receipts(@Nullable String text) {
        return parse(text)
                .map(json -> stream(json).map(FactsJson::receipt).toList())
                .orElse(List.of());
    }

    private static ReceiptFacts receipt(JsonNode json) {
        return new ReceiptFacts(
                json.path("merchant").asText(),
                get(json, "amount", BigDecimal::new),
                get(json, "currency", Function.identity()),
                get(json, "date", LocalDate::parse),
                ReceiptKind.of(json.path("kind").asText()).orElse(ReceiptKind.RECEIPT),
                ChargeStatus.of(json.path("status").asText()).orElse(ChargeStatus.CHARGED),
                get(json, "orderId", Function.identity()),
                get(json, "paymentId", Function.identity()),
                json.path("evidence").asText(),
                json.path("confidence").asDouble());
    }

    private static void put(ObjectNode json, String name, Optional<?> content) {
        content.ifPresent(present -> json.put(name, RowText.fit(present.toString(), 1000)));
    }

    private static <T> Optional<T> get(JsonNode json, String name, Function<String, T> parse) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asText).map(parse);
    }

    private Optional<JsonNode> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(mapper.readTree(text));
        } catch (JsonProcessingException e) {
            throw new CountersignException.Storage("read facts of a mail", e);
        }
    }
}
