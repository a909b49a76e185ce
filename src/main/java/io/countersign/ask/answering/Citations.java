package io.countersign.ask.answering;

import io.countersign.ask.Answer.Citation;
import io.countersign.mail.Message;
import java.util.ArrayList;
import java.util.List;

/** Numbers the mails that an answer cites, each once; for one answer. */
final class Citations {
    /** More than these help nobody. */
    static final int MOST = 10;

    private final List<Citation> cited;

    Citations() {
        this(List.of());
    }

    /** Goes on behind the citations of another text. */
    Citations(List<Citation> before) {
        cited = new ArrayList<>(before);
    }

    /** The mark of a mail, with a space before; empty once enough are cited. */
    String mark(Message mail) {
        for (int i = 0; i < cited.size(); i++) {
            if (cited.get(i).messageId() == mail.id()) {
                return " [" + (i + 1) + "]";
            }
        }
        if (cited.size() == MOST) {
            return "";
        }
        var envelope = mail.envelope();
        cited.add(new Citation(mail.id(), envelope.subject(), envelope.from().toString(), envelope.receivedAt()));
        return " [" + cited.size() + "]";
    }

    List<Citation> all() {
        return List.copyOf(cited);
    }
}
