package io.countersign.ask;

import io.countersign.mail.Message;
import io.countersign.search.SearchDesk;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import java.util.List;
import java.util.Map;

/** Finds mail for a query of the search language, best first. Blocking and thread-safe. */
@FunctionalInterface
public interface MailFinder {
    List<Message> find(String query, Mode mode, int limit);

    /** By the search of the window. */
    static MailFinder by(SearchDesk search) {
        return (query, mode, limit) ->
                search.find(new SearchDesk.Wanted(query, false, mode, Order.RELEVANCE, Map.of(), limit)).hits().stream()
                        .map(SearchDesk.Hit::mail)
                        .toList();
    }
}
