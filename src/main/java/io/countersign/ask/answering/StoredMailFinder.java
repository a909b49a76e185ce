package io.countersign.ask.answering;

import io.countersign.ask.MailFinder;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.search.MessageMatcher;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest.Mode;
import java.util.ArrayList;
import java.util.List;

/** Finds mail without an index, by subject, first words and people of the newest {@value #MOST} mails; newest first. */
public final class StoredMailFinder implements MailFinder {
    private static final int MOST = 2_000;

    private final MessageRepository messages;

    public StoredMailFinder(MessageRepository messages) {
        this.messages = messages;
    }

    @Override
    public List<Message> find(String query, Mode mode, int limit) {
        var matches = new MessageMatcher(SearchQuery.parse(query));
        var found = new ArrayList<Message>();
        var seen = new int[1];
        messages.forEachNewestFirst(mail -> {
            if (matches.test(mail)) {
                found.add(mail);
            }
            return ++seen[0] < MOST && found.size() < limit;
        });
        return found;
    }
}
