package io.countersign.search;

import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the text of mails and hands them on many at a time, bounded in number and in characters. */
final class IndexBatch {
    private static final int MOST = 500;
    private static final long CHARACTERS = 16_000_000;

    private final MailReader reader;
    private final Consumer<List<IndexedMail>> target;
    private final List<IndexedMail> mails = new ArrayList<>();
    private long characters;

    IndexBatch(MailReader reader, Consumer<List<IndexedMail>> target) {
        this.reader = reader;
        this.target = target;
    }

    void add(Message message) {
        var mail = read(message);
        mails.add(mail);
        characters += mail.text().length();
        if (mails.size() >= MOST || characters >= CHARACTERS) {
            flush();
        }
    }

    /** Of a mail whose raw bytes are gone at least the first words. */
    private IndexedMail read(Message message) {
        return reader.read(message.id())
                .map(mail -> new IndexedMail(message, mail.text(), names(mail)))
                .orElseGet(() -> new IndexedMail(message, message.envelope().preview(), List.of()));
    }

    private static List<String> names(ParsedMail mail) {
        return mail.attachments().stream()
                .map(ParsedMail.Attachment::name)
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** Hands on what is left. */
    void flush() {
        if (!mails.isEmpty()) {
            target.accept(List.copyOf(mails));
            mails.clear();
            characters = 0;
        }
    }
}
