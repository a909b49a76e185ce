package io.countersign.ask.reading;

import java.util.Optional;
import java.util.Set;

/** Which values narrow down which topic; the words of others are words of names: a {@code Security Engineer}, {@code Lumora Health}. */
final class Relevance {
    private static final Set<String> OF_MONEY = Set.of("spend", "currency");
    private static final Set<String> OF_APPLICATIONS = Set.of("stage", "status", "after");
    private static final Set<String> OF_MAIL = Set.of("category", "state");
    private static final Set<String> NAMING = Set.of("spend", "currency", "category", "stage", "status");

    private static final Set<String> EVERY =
            Set.of("spend", "currency", "category", "stage", "status", "state", "after");

    private final Chunks chunks;
    private final Set<String> relevant;

    /** @param topic empty when no word names one: then every value counts */
    Relevance(Chunks chunks, Optional<Topic> topic) {
        this.chunks = chunks;
        this.relevant = topic.map(Relevance::of).orElse(EVERY);
    }

    private static Set<String> of(Topic topic) {
        return switch (topic) {
            case DUPLICATES, SUBSCRIPTIONS, REFUNDS, UNPAID, SPENDING, RECEIPTS -> OF_MONEY;
            case GHOSTED,
                    SILENCE,
                    FOLLOW_UPS,
                    TO_DO,
                    DEADLINES,
                    OFFERS,
                    REJECTIONS,
                    ASSESSMENTS,
                    INTERVIEWS,
                    APPLICATIONS -> OF_APPLICATIONS;
            case PROPOSALS, UNANSWERED, SENDERS, MAILS -> OF_MAIL;
        };
    }

    boolean isRelevant(String group) {
        return relevant.contains(group);
    }

    /** True for a word that could narrow down another topic, or that stands beside a name and so is a part of it. */
    boolean isPartOfName(int at) {
        var chunk = chunks.get(at);
        boolean onlyNaming =
                !chunk.tags().isEmpty() && chunk.tags().stream().allMatch(tag -> NAMING.contains(tag.group()));
        if (!onlyNaming) {
            return false;
        }
        boolean helps = chunk.tags().stream().anyMatch(tag -> isRelevant(tag.group()));
        return !helps || (chunk.has("spend") && isBesideName(at));
    }

    private boolean isBesideName(int at) {
        return isUnknown(at - 1) || isUnknown(at + 1);
    }

    private boolean isUnknown(int at) {
        return at >= 0
                && at < chunks.size()
                && chunks.get(at).tags().isEmpty()
                && Character.isLetter(chunks.get(at).words().getFirst().folded().codePointAt(0));
    }
}
