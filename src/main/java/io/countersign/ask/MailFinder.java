package io.countersign.ask;

import io.countersign.mail.Message;
import io.countersign.search.SearchDesk;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds mail for a query of the search language, best first. Blocking and thread-safe. */
@FunctionalInterface
public interface MailFinder {
    List<Message> find(String query, Mode mode, int limit);

    /** The words as some mail has them, where no mail has them as they are; empty when nothing is like them. */
    default Optional<String> respelled(String words) {
        return Optional.empty();
    }

    /** True while what it finds is all there is; false when it cannot look. */
    default boolean isComplete() {
        return true;
    }

    /** By the search of the window. */
    static MailFinder by(SearchDesk search) {
        return new MailFinder() {
            @Override
            public List<Message> find(String query, Mode mode, int limit) {
                return found(query, mode, limit).hits().stream()
                        .map(SearchDesk.Hit::mail)
                        .toList();
            }

            @Override
            public Optional<String> respelled(String words) {
                return found(words, Mode.PLAIN, 1).didYouMean();
            }

            @Override
            public boolean isComplete() {
                var index = search.health();
                return index.failure().isEmpty() && index.behind() == 0;
            }

            private SearchDesk.Found found(String query, Mode mode, int limit) {
                return search.find(new SearchDesk.Wanted(query, false, mode, Order.RELEVANCE, Map.of(), limit));
            }
        };
    }
}
