package io.countersign.ats;

import java.util.List;
import java.util.Optional;

/**
 * One application of the person for one role at one employer.
 *
 * @param company empty when nobody says; at most {@value #LONGEST_NAME} characters
 * @param role empty when nobody says; at most {@value #LONGEST_NAME} characters
 * @param system id of the applicant tracking system or job board
 * @param requisition the number of the application or the opening, as the other side writes it
 * @param timeline oldest first, never empty
 */
public record Application(
        ApplicationId id,
        String company,
        String role,
        Optional<String> system,
        Optional<String> requisition,
        ApplicationSource source,
        ApplicationState state,
        List<TimelineEntry> timeline) {
    public static final int LONGEST_NAME = 200;

    public Application {
        timeline = List.copyOf(timeline);
    }

    /** The mails behind it, oldest first. */
    public List<Long> messageIds() {
        return timeline.stream()
                .map(TimelineEntry::messageId)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
