package io.countersign.search.lucene;

import io.countersign.mail.Address;
import io.countersign.mail.Message;
import io.countersign.search.FoldedText;
import io.countersign.search.IndexedMail;
import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** The fields of a mail in the index; for one thread. */
final class MailFields {
    static final String KEY = "key";
    static final String ID = "id";
    static final String SUBJECT = "subject";
    static final String FROM = "from";
    static final String TO = "to";
    /** The text, and the names of attached files. */
    static final String TEXT = "text";

    static final String RECEIVED = "received";
    static final String SENDER = "sender";
    static final String STATE = "state";
    static final String LABELS = "labels";

    /** More than any letter has; what a mail holds beyond is an attachment in disguise. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int LONGEST_ADDRESS = 300;
    private static final FieldType WORDS = words();

    private final WordStream subject = new WordStream();
    private final WordStream from = new WordStream();
    private final WordStream to = new WordStream();
    private final WordStream text = new WordStream();

    private static FieldType words() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }

    static Term key(long id) {
        var bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(id, bytes, 0);
        return new Term(KEY, new BytesRef(bytes));
    }

    /** Valid until the next call. */
    Document of(IndexedMail mail) {
        var message = mail.message();
        var envelope = message.envelope();
        var document = new Document();
        document.add(new StringField(KEY, key(message.id()).bytes(), Field.Store.NO));
        document.add(new NumericDocValuesField(ID, message.id()));
        document.add(words(SUBJECT, subject, List.of(FoldedText.of(envelope.subject()))));
        document.add(words(FROM, from, List.of(FoldedText.of(envelope.from().toString()))));
        document.add(words(
                TO,
                to,
                envelope.to().stream()
                        .map(Address::toString)
                        .map(FoldedText::of)
                        .toList()));
        document.add(words(TEXT, text, texts(mail)));
        long received = envelope.receivedAt().toEpochMilli();
        document.add(new LongPoint(RECEIVED, received));
        document.add(new NumericDocValuesField(RECEIVED, received));
        document.add(new SortedDocValuesField(SENDER, new BytesRef(sender(message))));
        changing(message).forEach(document::add);
        return document;
    }

    /** The columns that an update replaces. */
    static List<Field> changing(Message message) {
        return List.of(
                new NumericDocValuesField(STATE, MailState.of(message)),
                new BinaryDocValuesField(LABELS, new BytesRef(labels(message))));
    }

    private static String labels(Message message) {
        return message.labels().stream().map(TextFold::fold).collect(Collectors.joining("\n"));
    }

    private static String sender(Message message) {
        var email = message.envelope().from().email().toLowerCase(Locale.ROOT);
        return email.length() <= LONGEST_ADDRESS ? email : email.substring(0, LONGEST_ADDRESS);
    }

    private static Field words(String name, WordStream stream, List<String> folded) {
        return new Field(name, stream.of(folded), WORDS);
    }

    private static List<String> texts(IndexedMail mail) {
        var texts = new ArrayList<String>(1 + mail.attachments().size());
        var text = mail.text();
        texts.add(TextFold.fold(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT)));
        mail.attachments().forEach(name -> texts.add(FoldedText.of(name)));
        return texts;
    }
}
