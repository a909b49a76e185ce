package io.countersign.mail;

import java.util.List;

/** Is told of new mail right after it was stored, with what reading it found, so that nobody need read it again. Must not throw. */
@FunctionalInterface
public interface ArrivedMails {
    /** Called on the thread that stores, in the order of the batches. */
    void stored(List<Arrived> mails);

    /** A mail as it was stored, its text, and the names of attached files. */
    record Arrived(Message message, String text, List<String> attachments) {
        public Arrived {
            attachments = List.copyOf(attachments);
        }
    }

    /** Nobody wants to know. */
    static ArrivedMails ignored() {
        return _ -> {};
    }
}
