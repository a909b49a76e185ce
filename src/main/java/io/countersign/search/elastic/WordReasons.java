package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch.core.search.Hit;
import io.countersign.search.Ranking;
import io.countersign.search.SearchHit;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchHit.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a mail was found and stands where it does: read off the names of the parts of the query that matched it. */
final class WordReasons {
    private static final char NUMBER = '#';

    private WordReasons() {}

    /** The server keeps one match per name, so that every term has its own. */
    static String name(Kind kind, int number) {
        return kind.name() + NUMBER + number;
    }

    /** @param received when the mail was, in milliseconds */
    static SearchHit hit(Hit<Void> hit, long received, ElasticRanking ranking) {
        var reasons = kinds(hit).stream()
                .map(kind -> new Reason(kind, factor(kind)))
                .collect(Collectors.toCollection(ArrayList::new));
        ranking.recency(received).ifPresent(factor -> reasons.add(new Reason(Kind.RECENT, factor)));
        reasons.sort(Comparator.comparingDouble(Reason::factor).reversed());
        return new SearchHit(
                Long.parseLong(Objects.requireNonNull(hit.id())),
                Optional.ofNullable(hit.score()).orElse(0.0),
                reasons);
    }

    private static Set<Kind> kinds(Hit<Void> hit) {
        var kinds = EnumSet.noneOf(Kind.class);
        for (var name : hit.matchedQueries().keySet()) {
            int number = name.indexOf(NUMBER);
            kinds.add(Kind.valueOf(number < 0 ? name : name.substring(0, number)));
        }
        return kinds;
    }

    private static double factor(Kind kind) {
        return switch (kind) {
            case SUBJECT -> Ranking.SUBJECT;
            case TEXT -> Ranking.TEXT;
            case SENDER -> Ranking.SENDER;
            case CONTACT -> Ranking.CONTACT;
            case GHOSTING_RISK -> Ranking.GHOSTING_RISK;
            case LATE_STAGE -> Ranking.LATE_STAGE;
            case MODE -> Ranking.MODE;
            case RECENT, MEANING -> 1;
        };
    }
}
