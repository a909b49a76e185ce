package io.countersign.money.extraction;

import io.countersign.mail.Address;
import io.countersign.mail.Examination;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.Understanding;
import io.countersign.money.extraction.IdFinder.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reading of one mail that may be about a charge. Used by one thread. */
final class ReceiptReading {
    private static final List<String> REFUND_WORDS =
            List.of("refund", "erstatt", "rembours", "reembols", "rimbors", "zwrot", "zwroc", "gutschrift", "terugbet");
    private static final List<String> INCOME_WORDS = List.of("receiv", "payout", "sold", "earn", "sent you", "deposit");
    private static final int ALL_TEXT = 60_000;

    private final MoneyWords words;
    private final SchemaReader schemaReader;
    private final BillFiles files;
    private final Examination examined;
    private final ParsedMail mail;
    private final int prior;
    private final List<Sheet> sheets = new ArrayList<>();
    private final LocalDate mailed;
    private List<SchemaCharge> schema = List.of();

    ReceiptReading(
            MoneyWords words, SchemaReader schemaReader, BillFiles files, Examination examined, Understanding soFar) {
        this.words = words;
        this.schemaReader = schemaReader;
        this.files = files;
        this.examined = examined;
        mail = examined.mail();
        prior = ChargeJudge.prior(mail, soFar, role(words, mail));
        mailed = MailDay.of(mail, examined.envelope().receivedAt());
    }

    static boolean role(MoneyWords words, ParsedMail mail) {
        var email = mail.from().email();
        int at = email.lastIndexOf('@');
        return at > 0 && words.signs().isRole(email.substring(0, at));
    }

    List<ReceiptFacts> receipts() {
        var bodies = MailSheets.of(mail);
        schema = bodies.document().map(schemaReader::read).orElse(List.of());
        sheets.addAll(bodies.sheets());
        sheets.add(MailSheets.subject(mail.subject()));
        var found = receipts(sheets);
        if (found.stream().anyMatch(facts -> facts.amount().isPresent())
                || files.candidates(mail).isEmpty()) {
            return found;
        }
        var attached = mayBeBill() ? files.read(examined) : List.<Sheet>of();
        if (attached.isEmpty()) {
            return found;
        }
        sheets.addAll(attached);
        var more = receipts(sheets);
        return more.isEmpty() ? found : more;
    }

    private boolean mayBeBill() {
        var names = new StringBuilder();
        files.candidates(mail)
                .forEach(file ->
                        names.append(' ').append(file.name().replace('_', ' ').replace('-', ' ')));
        return words.signs().read(mail.subject() + " " + names, mail.text()).points() + prior >= 3;
    }

    private List<ReceiptFacts> receipts(List<Sheet> from) {
        var text = text(from);
        var reading = words.signs().read(mail.subject(), text);
        var reader = new AmountReader(words.amounts(), words.labels());
        var raws = from.stream().map(reader::scan).toList();
        var context = context(raws, text);
        var amounts = new ArrayList<List<LabelledAmount>>();
        var ids = new ArrayList<List<Id>>();
        for (int i = 0; i < from.size(); i++) {
            amounts.add(reader.read(from.get(i), raws.get(i), context));
            ids.add(words.ids().find(from.get(i)));
        }
        int structure = ChargeJudge.structure(flat(amounts), flat(ids), schema);
        if (!ChargeJudge.isCharge(reading, prior, structure, schema)) {
            return List.of();
        }
        boolean ordered = flat(ids).stream().anyMatch(id -> id.kind().rank() >= 8);
        var kind = ChargeKinds.kind(reading, ordered);
        return charges(amounts, ids, kind).stream()
                .map(charge -> facts(charge, reading, ChargeKinds.refined(kind, reading, charge, ordered)))
                .toList();
    }

    private static String text(List<Sheet> sheets) {
        var text = new StringBuilder();
        for (var sheet : sheets) {
            for (var row : sheet.rows()) {
                if (text.length() < ALL_TEXT) {
                    text.append(row.text()).append('\n');
                }
            }
        }
        return text.toString();
    }

    private MoneyContext context(List<List<List<RawAmount>>> raws, String text) {
        var signed = raws.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(RawAmount::hasSign)
                .toList();
        return MoneyContext.of(
                words.amounts().signs(), signed, text, mail.from().domain(), Set.of());
    }

    private static <T> List<T> flat(List<List<T>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private List<Charge> charges(List<List<LabelledAmount>> amounts, List<List<Id>> ids, ReceiptKind kind) {
        var marked = bySchema(ids);
        if (!marked.isEmpty()) {
            return marked;
        }
        var about = kind == ReceiptKind.REFUND
                ? REFUND_WORDS
                : kind == ReceiptKind.INCOME ? INCOME_WORDS : List.<String>of();
        Charge open = null;
        for (int sheet = 0; sheet < amounts.size(); sheet++) {
            var result = TotalFinder.find(amounts.get(sheet), ids.get(sheet), about, sheet);
            if (result.free()) {
                return List.of();
            }
            if (result.charges().stream().anyMatch(charge -> charge.money().isPresent())) {
                return withId(result.charges(), ids);
            }
            if (open == null && !result.charges().isEmpty()) {
                open = result.charges().getFirst();
            }
        }
        return open == null ? single(amounts, ids) : List.of();
    }

    /** An identifier may stand in another part of the mail than the amount. */
    private static List<Charge> withId(List<Charge> charges, List<List<Id>> ids) {
        if (charges.size() != 1) {
            return charges;
        }
        var one = charges.getFirst();
        return List.of(new Charge(
                one.money(),
                TotalFinder.main(flat(ids)),
                one.evidence(),
                one.confidence(),
                one.due(),
                one.sheet(),
                one.row()));
    }

    private List<Charge> bySchema(List<List<Id>> ids) {
        var charges = new ArrayList<Charge>();
        for (var marked : schema) {
            if (marked.whole()
                    && marked.money().isPresent()
                    && !marked.money().get().isZero()) {
                var id = marked.id().map(value -> new Id(value, new IdFinder.Kind("order", 9, false), 0, 0));
                charges.add(new Charge(
                        marked.money().map(Money::abs),
                        id.or(() -> TotalFinder.main(flat(ids))),
                        marked.source() + " " + marked.type(),
                        0.97,
                        false,
                        0,
                        0));
            }
        }
        return charges;
    }

    /** Without any label, an amount that is the only one of the mail. */
    private static List<Charge> single(List<List<LabelledAmount>> amounts, List<List<Id>> ids) {
        for (int sheet = 0; sheet < amounts.size(); sheet++) {
            var real = amounts.get(sheet).stream()
                    .filter(amount -> amount.signed()
                            && !amount.isOther()
                            && !amount.money().isZero())
                    .toList();
            boolean one = !real.isEmpty()
                    && real.stream()
                            .allMatch(amount -> amount.money()
                                    .abs()
                                    .sameAs(real.getFirst().money().abs()));
            if (one) {
                var amount = real.getFirst();
                return List.of(new Charge(
                        Optional.of(amount.money().abs()),
                        TotalFinder.main(flat(ids)),
                        sheet(amount) + ": the only amount",
                        0.5,
                        false,
                        sheet,
                        amount.row()));
            }
            if (!real.isEmpty()) {
                return List.of();
            }
        }
        return List.of();
    }

    private static String sheet(LabelledAmount amount) {
        return amount.sheet().where(amount.row());
    }

    private ReceiptFacts facts(Charge charge, ChargeSigns.Reading reading, ReceiptKind kind) {
        var sheet = sheets.get(charge.sheet());
        var rows = sheet.source().equals("Subject") ? sheets.getFirst().rows() : sheet.rows();
        int row = sheet.source().equals("Subject") ? 0 : charge.row();
        var marked = schema.stream().findFirst();
        var currency = charge.money().map(Money::currency).filter(code -> !code.isEmpty());
        var merchant = words.merchants()
                .find(
                        sender(),
                        mail.subject(),
                        rows,
                        row,
                        marked.flatMap(SchemaCharge::merchant),
                        kind == ReceiptKind.BANK_ALERT);
        var date = marked.flatMap(SchemaCharge::date)
                .orElseGet(() -> words.dates().find(rows, mailed, currency.orElse("")));
        return new ReceiptFacts(
                merchant,
                charge.money().map(money -> signed(money.amount(), kind)),
                currency,
                Optional.of(date),
                kind,
                marked.flatMap(SchemaCharge::status).orElseGet(() -> ChargeKinds.status(reading, kind)),
                charge.id().map(Id::value),
                charge.evidence(),
                charge.confidence());
    }

    /** Of a forwarded mail, who sent it first. */
    private Address sender() {
        return Forwarding.isForwarded(mail.subject())
                ? sheets.stream()
                        .flatMap(sheet -> Forwarding.sender(sheet).stream())
                        .findFirst()
                        .orElse(mail.from())
                : mail.from();
    }

    private static BigDecimal signed(BigDecimal amount, ReceiptKind kind) {
        return kind == ReceiptKind.REFUND ? amount.negate() : amount;
    }
}
