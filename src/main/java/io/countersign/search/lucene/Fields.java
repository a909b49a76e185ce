package io.countersign.search.lucene;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.search.IndexedMail;
import io.countersign.shared.text.TextFold;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * A mail as the index keeps it. Words are postings and never change; what does change (state and understanding) is kept in
 * columns that are replaced without reading the mail again.
 */
final class Fields {
    static final String ID = "id";
    static final String SUBJECT = "subject";
    static final String TEXT = "text";
    /** One or two letters that a word of the text begins with: there are too many such words to look at each. */
    static final String BEGINS = "begins";

    static final int MOST_BEGINS = 2;
    static final String FROM = "from";
    static final String TO = "to";
    static final String SENDER = "sender";
    static final String RECEIVED = "received";
    static final String CATEGORY = "category";
    static final String STAGE = "stage";
    static final String RISK = "risk";
    static final String LABELS = "labels";
    static final String UNREAD = "unread";
    static final String STARRED = "starred";
    static final String ANSWERED = "answered";
    static final String QUARANTINED = "quarantined";
    static final String ATTACHMENT = "attachment";

    /** Categories and stages by the numbers that stand for them. */
    static final List<Category> CATEGORIES = List.of(Category.values());

    static final List<Stage> STAGES = List.of(Stage.values());

    /** Of the ghosting risk, as it is kept. */
    static final double RISK_SCALE = 1000;

    private static final int MOST_TEXT = 1_000_000;
    private static final FieldType OCCURS = occurs();

    private Fields() {}

    /** Another text means that an index cannot be read by this program: what its numbers stand for is part of it. */
    static String schema() {
        return "2 " + CATEGORIES + STAGES;
    }

    static Term term(long messageId) {
        return new Term(ID, Long.toString(messageId, Character.MAX_RADIX));
    }

    static Document document(IndexedMail mail) {
        var message = mail.message();
        var envelope = message.envelope();
        var document = new Document();
        document.add(new StringField(ID, term(message.id()).text(), Field.Store.NO));
        document.add(new NumericDocValuesField(ID, message.id()));
        document.add(words(SUBJECT, envelope.subject()));
        document.add(words(FROM, envelope.from().toString()));
        envelope.to().forEach(address -> document.add(words(TO, address.toString())));
        text(document, envelope.preview());
        text(document, mail.text());
        mail.attachments().forEach(name -> text(document, name));
        document.add(new LongField(RECEIVED, envelope.receivedAt().toEpochMilli(), Field.Store.NO));
        var sender = sender(message);
        document.add(new SortedDocValuesField(SENDER, new BytesRef(sender)));
        columns(message).forEach(document::add);
        return document;
    }

    private static void text(Document document, String text) {
        document.add(words(TEXT, text));
        document.add(new Field(BEGINS, cut(text), OCCURS));
    }

    private static TextField words(String field, String text) {
        return new TextField(field, cut(text), Field.Store.NO);
    }

    private static String cut(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }

    private static FieldType occurs() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    static String sender(Message message) {
        return message.envelope().from().email().toLowerCase(Locale.ROOT);
    }

    /** What of a mail can change. */
    static List<Field> columns(Message message) {
        var state = message.state();
        var facts = message.understanding();
        return List.of(
                new NumericDocValuesField(CATEGORY, CATEGORIES.indexOf(facts.category())),
                new NumericDocValuesField(
                        STAGE,
                        facts.ats()
                                .flatMap(AtsFacts::stage)
                                .map(STAGES::indexOf)
                                .orElse(-1)),
                new NumericDocValuesField(
                        RISK,
                        facts.ats()
                                .map(ats -> Math.round(ats.ghostingRisk() * RISK_SCALE))
                                .orElse(-1L)),
                new BinaryDocValuesField(
                        LABELS,
                        new BytesRef(message.labels().stream()
                                .map(TextFold::fold)
                                .collect(Collectors.joining("\n"))
                                .getBytes(StandardCharsets.UTF_8))),
                flag(UNREAD, state.unread()),
                flag(STARRED, state.starred()),
                flag(ANSWERED, state.answered()),
                flag(QUARANTINED, state.quarantined()),
                flag(ATTACHMENT, message.envelope().hasAttachment()));
    }

    private static NumericDocValuesField flag(String name, boolean set) {
        return new NumericDocValuesField(name, set ? 1 : 0);
    }
}
