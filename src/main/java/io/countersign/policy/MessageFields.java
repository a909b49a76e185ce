package io.countersign.policy;

import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.Stage;
import io.countersign.mail.Understanding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Every field of the message document, in the order in which the document shows them. */
public final class MessageFields {
    /** The stages that a mail can announce. */
    public static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::id).toList();

    /** The kinds of receipts. */
    public static final List<String> RECEIPT_KINDS =
            Arrays.stream(ReceiptKind.values()).map(ReceiptKind::id).toList();

    private static final List<String> CATEGORIES =
            Arrays.stream(Category.values()).map(Category::id).toList();

    private static final Map<String, MessageField> BY_NAME =
            index(List.of(envelope(), state(), understanding(), ats(), receipt()));

    private MessageFields() {}

    public static Optional<MessageField> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The field of that name, for names written in code; throws IllegalArgumentException when there is none. */
    public static MessageField named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no field " + name));
    }

    public static List<MessageField> all() {
        return List.copyOf(BY_NAME.values());
    }

    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    private static List<MessageField> envelope() {
        return List.of(
                number("id", m -> (double) m.id()),
                text("messageId", m -> m.envelope().messageId()),
                text("account", m -> m.envelope().account()),
                text("folder", m -> m.state().folder()),
                text("threadId", m -> Long.toString(m.threadId())),
                new MessageField.Texts(
                        "from",
                        MessageField.Type.TEXT,
                        m -> forms(List.of(m.envelope().from())),
                        m -> m.envelope().from().toString()),
                text("senderDomain", m -> m.envelope().senderDomain()),
                new MessageField.Texts(
                        "to", MessageField.Type.TEXTS, m -> forms(m.envelope().to()), MessageFields::recipients),
                text("listId", m -> m.envelope().listId().orElse("")),
                text("subject", m -> m.envelope().subject()),
                text("preview", m -> m.envelope().preview()),
                new MessageField.Moment(
                        "receivedAt", m -> Optional.of(m.envelope().receivedAt())),
                new MessageField.Numeric("ageDays", false, (m, now) -> OptionalDouble.of((double) m.ageDays(now))),
                new MessageField.Flag("hasAttachment", m -> m.envelope().hasAttachment()),
                new MessageField.Flag("unsubscribable", m -> m.envelope().unsubscribable()),
                number("size", m -> (double) m.envelope().size()));
    }

    private static List<MessageField> state() {
        return List.of(
                texts("labels", Message::labels),
                new MessageField.Flag("unread", m -> m.state().unread()),
                new MessageField.Flag("starred", m -> m.state().starred()),
                new MessageField.Flag("answered", m -> m.state().answered()),
                new MessageField.Flag("quarantined", m -> m.state().quarantined()));
    }

    private static List<MessageField> understanding() {
        return List.of(
                choice("category", CATEGORIES, m -> m.understanding().category().id()),
                number("categoryConfidence", m -> m.understanding().categoryConfidence()),
                number("riskScore", m -> m.understanding().riskScore()),
                texts("riskReasons", m -> m.understanding().riskReasons()),
                moment("expiresAt", Understanding::expiresAt),
                moment("eventAt", Understanding::eventAt));
    }

    private static List<MessageField> ats() {
        return List.of(
                choice("ats.system", List.of(), m -> ats(m, AtsFacts::system)),
                choice("ats.application_id", List.of(), m -> ats(m, AtsFacts::applicationId)),
                choice("ats.stage", STAGES, m -> ats(m, facts -> facts.stage().map(Stage::id))),
                moment("ats.last_stage_change", u -> u.ats().flatMap(AtsFacts::lastStageChange)),
                moment("ats.interview_date", u -> u.ats().flatMap(AtsFacts::interviewDate)),
                choice("ats.company", List.of(), m -> ats(m, AtsFacts::company)),
                new MessageField.Numeric(
                        "ats.ghosting_risk",
                        false,
                        (m, _) -> m.understanding()
                                .ats()
                                .map(facts -> OptionalDouble.of(facts.ghostingRisk()))
                                .orElse(OptionalDouble.empty())),
                choice("ats.role", List.of(), m -> ats(m, AtsFacts::role)));
    }

    private static List<MessageField> receipt() {
        return List.of(
                text("receipt.merchant", m -> receipt(m, facts -> Optional.of(facts.merchant()))),
                new MessageField.Numeric(
                        "receipt.amount",
                        true,
                        (m, _) -> m.understanding()
                                .receipt()
                                .flatMap(ReceiptFacts::amount)
                                .map(amount -> OptionalDouble.of(amount.doubleValue()))
                                .orElse(OptionalDouble.empty())),
                text("receipt.currency", m -> receipt(m, ReceiptFacts::currency)),
                moment(
                        "receipt.date",
                        u -> u.receipt()
                                .flatMap(ReceiptFacts::date)
                                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())),
                choice(
                        "receipt.kind",
                        RECEIPT_KINDS,
                        m -> receipt(m, facts -> Optional.of(facts.kind().id()))),
                text("receipt.orderId", m -> receipt(m, ReceiptFacts::orderId)));
    }

    private static String ats(Message message, Function<AtsFacts, Optional<String>> part) {
        return message.understanding().ats().flatMap(part).orElse("");
    }

    private static String receipt(Message message, Function<ReceiptFacts, Optional<String>> part) {
        return message.understanding().receipt().flatMap(part).orElse("");
    }

    /** Each address as a header shows it and, where that has a name too, alone. */
    private static List<String> forms(List<Address> addresses) {
        var forms = new ArrayList<String>(addresses.size() * 2);
        for (var address : addresses) {
            if (!address.email().isEmpty()) {
                forms.add(address.email());
            }
            if (!address.name().isEmpty()) {
                forms.add(address.toString());
            }
        }
        return forms;
    }

    private static String recipients(Message message) {
        return String.join(
                ", ", message.envelope().to().stream().map(Address::toString).toList());
    }

    private static MessageField text(String name, Function<Message, String> read) {
        return new MessageField.Text(name, List.of(), read);
    }

    private static MessageField choice(String name, List<String> allowed, Function<Message, String> read) {
        return new MessageField.Text(name, allowed, read);
    }

    private static MessageField texts(String name, Function<Message, List<String>> read) {
        return new MessageField.Texts(name, MessageField.Type.TEXTS, read, m -> String.join(", ", read.apply(m)));
    }

    private static MessageField number(String name, ToDoubleFunction<Message> read) {
        return new MessageField.Numeric(name, false, (m, _) -> OptionalDouble.of(read.applyAsDouble(m)));
    }

    private static MessageField moment(String name, Function<Understanding, Optional<Instant>> read) {
        return new MessageField.Moment(name, m -> read.apply(m.understanding()));
    }

    private static Map<String, MessageField> index(List<List<MessageField>> groups) {
        var byName = new LinkedHashMap<String, MessageField>();
        groups.forEach(group -> group.forEach(field -> byName.put(field.name(), field)));
        return Collections.unmodifiableMap(byName);
    }
}
