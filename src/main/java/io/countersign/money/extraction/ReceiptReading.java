package io.countersign.money.extraction;

import io.countersign.mail.Address;
import io.countersign.mail.Examination;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.Understanding;
import io.countersign.money.extraction.IdFinder.ChargeId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reading of one mail that may be about a charge. Used by one thread. */
final class ReceiptReading {
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
        prior = ChargeJudge.prior(words, mail, soFar);
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
        var ids = new ArrayList<List<ChargeId>>();
        for (int i = 0; i < from.size(); i++) {
            amounts.add(reader.read(from.get(i), raws.get(i), context));
            ids.add(words.ids().find(from.get(i)));
        }
        int structure = ChargeJudge.structure(ChargeFinder.flat(amounts), ChargeFinder.flat(ids), schema);
        if (!ChargeJudge.isCharge(reading, prior, structure, schema) || ChargeKinds.isFailed(reading)) {
            return List.of();
        }
        boolean ordered =
                ChargeFinder.flat(ids).stream().anyMatch(id -> id.kind().rank() >= 8);
        var kind = ChargeKinds.kind(reading, ordered);
        return new ChargeFinder(amounts, ids, schema)
                .charges(kind).stream()
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
                words.amounts().signs(), signed, text, mail.from().domain());
    }

    private ReceiptFacts facts(Charge charge, ChargeSigns.Reading reading, ReceiptKind kind) {
        var sheet = sheets.get(charge.sheet());
        boolean subject = sheet.source().equals("Subject");
        var about = subject ? sheets.getFirst() : sheet;
        var rows = about.rows();
        int row = subject ? 0 : charge.row();
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
                .orElseGet(() -> words.dates().find(about, mailed, currency.orElse("")));
        return new ReceiptFacts(
                merchant,
                charge.money().map(money -> signed(money.amount(), kind)),
                currency,
                Optional.of(date),
                kind,
                marked.flatMap(SchemaCharge::status).orElseGet(() -> ChargeKinds.status(reading, kind)),
                charge.id().filter(id -> !id.kind().isPayment()).map(ChargeId::value),
                charge.id().filter(id -> id.kind().isPayment()).map(ChargeId::value),
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
