package io.countersign.search.elastic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.mail.Address;
import io.countersign.mail.Message;
import io.countersign.search.IndexedMail;
import io.countersign.search.MessageDocument;
import io.countersign.shared.text.TextFold;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the server stores of a mail: the message document, and under {@code search} what is searched. */
final class ElasticDocument {
    /** More than any letter has; what a mail holds beyond is an attachment in disguise. */
    private static final int LONGEST_TEXT = 1 << 20;

    private ElasticDocument() {}

    /** The whole document. */
    static ObjectNode of(IndexedMail mail, Instant now) {
        var envelope = mail.message().envelope();
        var document = MessageDocument.of(mail.message(), now);
        var search = document.putObject("search");
        search.put("subject", PieceText.of(envelope.subject(), LONGEST_TEXT));
        search.set("text", texts(mail));
        search.put("from", PieceText.of(envelope.from().toString(), LONGEST_TEXT));
        search.set("to", array(addresses(envelope.to())));
        search.set("labels", labels(mail.message()));
        search.put("sender", envelope.from().email().toLowerCase(Locale.ROOT));
        search.put("year", year(envelope.receivedAt()));
        return document;
    }

    /** What takes the place of the state and the understanding in a document; nothing of what was there before stays. */
    static ObjectNode change(Message message, Instant now) {
        var document = MessageDocument.of(message, now);
        // Objects are merged field by field: what is no longer an application or a receipt must say so.
        for (var part : List.of("ats", "receipt")) {
            if (!document.has(part)) {
                document.putNull(part);
            }
        }
        document.putObject("search").set("labels", labels(message));
        return document;
    }

    /** The text and the names of attached files; the server keeps the parts of an array so far apart that no phrase joins them. */
    private static ArrayNode texts(IndexedMail mail) {
        return array(Stream.concat(Stream.of(mail.text()), mail.attachments().stream())
                .map(text -> PieceText.of(text, LONGEST_TEXT))
                .toList());
    }

    private static List<String> addresses(List<Address> addresses) {
        return addresses.stream()
                .map(address -> PieceText.of(address.toString(), LONGEST_TEXT))
                .toList();
    }

    private static ArrayNode labels(Message message) {
        return array(message.labels().stream().map(TextFold::fold).toList());
    }

    private static String year(Instant receivedAt) {
        return String.format(
                Locale.ROOT, "%04d", receivedAt.atOffset(ZoneOffset.UTC).getYear());
    }

    private static ArrayNode array(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode(texts.size());
        texts.forEach(array::add);
        return array;
    }
}
