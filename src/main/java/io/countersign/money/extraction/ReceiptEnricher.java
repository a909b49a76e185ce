package io.countersign.money.extraction;

import io.countersign.mail.Category;
import io.countersign.mail.Examination;
import io.countersign.mail.MailEnricher;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.Understanding;
import io.countersign.mail.Understanding.Evidence;
import io.countersign.money.PdfText;
import java.util.List;

/**
 * Finds the charges that a mail is about: in its schema.org markup, its tables and sentences, and its PDFs. Runs behind
 * the classifier and corrects its category where the structure of the mail is clearer. Thread-safe; work is bounded.
 */
public final class ReceiptEnricher implements MailEnricher {
    private static final int GATE_LENGTH = 30_000;
    private static final int GATE_WORDS = 8_000;
    private static final int OPEN_POINTS = 1;
    private static final int SURE_SUBJECT = 4;

    private final MoneyWords words;
    private final SchemaReader schema;
    private final BillFiles files;

    /** Reads the data files; a broken one throws {@code CountersignException.Invalid}. */
    public ReceiptEnricher(PdfText pdfs) {
        this(MoneyWords.fromResources(), pdfs);
    }

    /** The files on the class path that hold what it knows. */
    public static List<String> dataFiles() {
        return MoneyWords.dataFiles();
    }

    ReceiptEnricher(MoneyWords words, PdfText pdfs) {
        this.words = words;
        schema = new SchemaReader(words.amounts());
        files = new BillFiles(pdfs);
    }

    @Override
    public Understanding enrich(Examination examined, Understanding soFar) {
        var mail = examined.mail();
        if (ChargeJudge.isOutOfQuestion(mail, soFar) || !isWorthReading(mail, soFar)) {
            return soFar;
        }
        var receipts = new ReceiptReading(words, schema, files, examined, soFar).receipts();
        return receipts.isEmpty() ? soFar : categorised(soFar.withReceipts(receipts), receipts);
    }

    /** Cheap, and wrong only towards reading on. */
    private boolean isWorthReading(ParsedMail mail, Understanding soFar) {
        boolean markup = mail.html().map(ReceiptEnricher::hasMarkup).orElse(false);
        boolean amounts = hasAmount(mail.subject()) || hasAmount(mail.text());
        boolean open =
                markup || amounts || isRich(mail) || !files.candidates(mail).isEmpty();
        if (!open && words.signs().read(mail.subject()).points() < SURE_SUBJECT) {
            return false;
        }
        var text = mail.text();
        var reading = words.signs().read(mail.subject(), text.substring(0, Math.min(text.length(), GATE_WORDS)));
        int points = reading.points() + ChargeJudge.prior(words, mail, soFar);
        return markup || points >= OPEN_POINTS;
    }

    private boolean hasAmount(String text) {
        var start = text.length() <= GATE_LENGTH ? text : text.substring(0, GATE_LENGTH);
        return words.amounts().scanner().any(PlainText.of(start), GATE_LENGTH);
    }

    /** The text may leave out what the HTML shows. */
    private static boolean isRich(ParsedMail mail) {
        return mail.html().isPresent()
                && mail.text().length() * 20L < mail.html().get().length();
    }

    private static boolean hasMarkup(String html) {
        return html.contains("schema.org")
                && (html.contains("Order") || html.contains("Invoice") || html.contains("Reservation"));
    }

    private static Understanding categorised(Understanding found, List<ReceiptFacts> receipts) {
        boolean bank = receipts.stream().allMatch(facts -> facts.kind() == ReceiptKind.BANK_ALERT);
        if (found.category() == Category.RECEIPT || (found.category() == Category.FINANCE && bank)) {
            return found;
        }
        var first = receipts.getFirst();
        var seen = first.evidence().length() <= 120
                ? first.evidence()
                : first.evidence().substring(0, 120);
        return found.withCategory(
                bank ? Category.FINANCE : Category.RECEIPT,
                Math.max(first.confidence(), 0.5),
                List.of(new Evidence("money.charge", seen, 4)));
    }
}
