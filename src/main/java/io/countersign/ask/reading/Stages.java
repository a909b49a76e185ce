package io.countersign.ask.reading;

import io.countersign.mail.Category;
import io.countersign.mail.Stage;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which stages and categories of mail a topic stands for. */
final class Stages {
    private Stages() {}

    /** The stages that topics and words name; empty for all. */
    static Set<Stage> of(Set<Topic> topics, Set<String> named) {
        var stages = EnumSet.noneOf(Stage.class);
        topics.forEach(topic -> stages.addAll(of(topic)));
        named.forEach(id -> Stage.of(id).ifPresent(stages::add));
        return stages;
    }

    private static Set<Stage> of(Topic topic) {
        return switch (topic) {
            case OFFERS -> Set.of(Stage.OFFER, Stage.HIRED);
            case REJECTIONS -> Set.of(Stage.REJECTED);
            case ASSESSMENTS -> Set.of(Stage.ASSESSMENT);
            case INTERVIEWS -> Set.of(Stage.SCREENING, Stage.INTERVIEW, Stage.FINAL_ROUND);
            default -> Set.of();
        };
    }

    /** The category of mails about a topic. */
    static Optional<String> category(Topic topic) {
        return switch (topic) {
            case OFFERS -> Optional.of(Category.OFFER.id());
            case REJECTIONS -> Optional.of(Category.REJECTION.id());
            case ASSESSMENTS -> Optional.of(Category.ASSESSMENT.id());
            case INTERVIEWS -> Optional.of(Category.INTERVIEW.id());
            case APPLICATIONS -> Optional.of(Category.APPLICATION_CONFIRMATION.id());
            case SUBSCRIPTIONS, REFUNDS, UNPAID, SPENDING, RECEIPTS, DUPLICATES -> Optional.of(Category.RECEIPT.id());
            case PROPOSALS, UNANSWERED, GHOSTED, SILENCE, FOLLOW_UPS, TO_DO, DEADLINES, SENDERS, MAILS ->
                Optional.empty();
        };
    }
}
