package io.countersign.search.elastic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.mail.Message;
import io.countersign.search.IndexedMail;
import io.countersign.search.MessageDocument;
import io.countersign.shared.text.TextFold;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What the server stores of a mail: the message document, and under {@code search} what is searched. */
final class ElasticDocument {
    private ElasticDocument() {}

    /** The whole document. */
    static ObjectNode of(IndexedMail mail, Instant now) {
        var envelope = mail.message().envelope();
        var document = MessageDocument.of(mail.message(), now);
        var search = document.putObject("search");
        search.put("subject", FoldedWords.of(envelope.subject()));
        search.put("text", FoldedWords.of(mail.text()));
        search.put("from", FoldedWords.of(envelope.from().toString()));
        search.set(
                "to",
                texts(envelope.to().stream()
                        .map(address -> FoldedWords.of(address.toString()))
                        .toList()));
        search.set(
                "attachments",
                texts(mail.attachments().stream().map(FoldedWords::of).toList()));
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

    private static ArrayNode labels(Message message) {
        return texts(message.labels().stream().map(TextFold::fold).toList());
    }

    private static String year(Instant receivedAt) {
        return String.format(
                Locale.ROOT, "%04d", receivedAt.atOffset(ZoneOffset.UTC).getYear());
    }

    private static ArrayNode texts(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode(texts.size());
        texts.forEach(array::add);
        return array;
    }
}
