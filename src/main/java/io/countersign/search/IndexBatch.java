package io.countersign.search;

import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the text of mails, several at a time, and hands them on in batches that are bounded in number and so in memory. */
final class IndexBatch {
    private static final int MOST = 500;

    private final MailReader reader;
    private final Consumer<List<IndexedMail>> target;
    private final List<Message> mails = new ArrayList<>(MOST);

    IndexBatch(MailReader reader, Consumer<List<IndexedMail>> target) {
        this.reader = reader;
        this.target = target;
    }

    void add(Message message) {
        mails.add(message);
        if (mails.size() >= MOST) {
            flush();
        }
    }

    /** Of a mail whose raw bytes are gone at least the first words. */
    private IndexedMail read(Message message) {
        return reader.read(message.id())
                .map(mail -> new IndexedMail(message, mail.text(), names(mail)))
                .orElseGet(() -> new IndexedMail(message, message.envelope().preview(), List.of()));
    }

    static List<String> names(ParsedMail mail) {
        return mail.attachments().stream()
                .map(ParsedMail.Attachment::name)
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** Hands on what is left. */
    void flush() {
        if (!mails.isEmpty()) {
            target.accept(mails.parallelStream().map(this::read).toList());
            mails.clear();
        }
    }
}
