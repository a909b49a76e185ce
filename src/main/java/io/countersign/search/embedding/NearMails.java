package io.countersign.search.embedding;

import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.search.RequestMatcher;
import io.countersign.search.SearchIndex;
import io.countersign.search.SearchRequest;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.SearchResult;
import io.countersign.search.WholeMails;
import io.countersign.search.embedding.MailVectors.Neighbour;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the mails nearest in meaning among those that satisfy the conditions of a request. Blocking and thread-safe. */
public final class NearMails {
    /** As many as are put in order at most. */
    static final int MOST = 50;

    /** What is less alike than this has nothing to do with the words. */
    static final double ALIKE = 0.4;

    private static final int MOST_AMONG = 1000;
    private static final int WIDEST = 400;

    private final SentenceEncoder encoder;
    private final MailVectors vectors;
    private final SearchIndex index;
    private final MessageRepository messages;
    private final WholeMails whole;

    /** @param index of the words, for the conditions */
    public NearMails(
            SentenceEncoder encoder,
            MailVectors vectors,
            SearchIndex index,
            MessageRepository messages,
            WholeMails whole) {
        this.encoder = encoder;
        this.vectors = vectors;
        this.index = index;
        this.messages = messages;
        this.whole = whole;
    }

    /** Mails that mean about what the free words of a request say and satisfy all else of it, nearest first. */
    List<Long> find(SearchRequest request) {
        var free = FreeWords.of(request.query());
        if (!free.sayEnough() || vectors.size() == 0) {
            return List.of();
        }
        boolean conditional =
                !free.conditions().terms().isEmpty() || !request.narrowed().isEmpty();
        var meant = encoder.encode(free.sentence());
        return conditional ? among(request, free, meant) : alike(vectors.nearest(meant, MOST));
    }

    private static List<Long> alike(List<Neighbour> nearest) {
        return nearest.stream()
                .filter(each -> each.cosine() >= ALIKE)
                .map(Neighbour::messageId)
                .toList();
    }

    private List<Long> among(SearchRequest request, FreeWords free, float[] meant) {
        var allowed = index.search(conditions(request, free));
        if (allowed.total() <= allowed.hits().size()) {
            return alike(vectors.nearest(meant, MOST, ids(allowed)));
        }
        // Too many to name: the nearest of all, as many more as the conditions leave out.
        long wanted = MOST * vectors.size() / allowed.total();
        var near = alike(vectors.nearest(meant, Math.clamp(wanted, MOST, WIDEST)));
        return satisfying(near, new RequestMatcher(free.conditions(), request.narrowed()), free.concernText()).stream()
                .limit(MOST)
                .toList();
    }

    private static SearchRequest conditions(SearchRequest request, FreeWords free) {
        return new SearchRequest(
                free.conditions(),
                request.mode(),
                Order.NEWEST,
                request.narrowed(),
                Set.of(),
                Optional.empty(),
                MOST_AMONG,
                request.now());
    }

    private static Set<Long> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.messageId()).collect(Collectors.toSet());
    }

    private List<Long> satisfying(List<Long> ids, Predicate<Message> conditions, boolean readWhole) {
        Map<Long, Message> stored =
                messages.findAll(ids).stream().collect(Collectors.toMap(Message::id, Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(stored.get(id)).stream())
                .filter(mail -> conditions.test(readWhole ? whole.whole(mail) : mail))
                .map(Message::id)
                .toList();
    }
}
