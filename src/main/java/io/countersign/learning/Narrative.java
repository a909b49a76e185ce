package io.countersign.learning;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says a proposal in a sentence or two: what, how sure, and the strongest reasons. English; from nothing but what the
 * confidence was made of, so that it never claims more. Thread-safe.
 */
public final class Narrative {
    // Below this a learned feature moved the number too little to be named.
    private static final double NOTABLE = 0.02;
    private static final double NOTABLE_EXPERIENCE = 0.05;

    /** {@code Archive, 96 % sure. It ended 10 days ago; you approved most of what this sender sends.} */
    public String summary(Policy policy, Message message, Instant now, Confidence confidence) {
        var lead = "%s, %d %% sure.".formatted(words(policy.action()), Math.round(confidence.value() * 100));
        var reasons = Stream.of(
                        expired(message, now),
                        confidence.risky()
                                ? Optional.of("the risk of this mail is "
                                        + message.understanding().riskScore() + " of 100")
                                : Optional.<String>empty(),
                        confidence.promotionBonus() > 0
                                ? Optional.of("this sender sends mostly promotions")
                                : Optional.<String>empty(),
                        learned(confidence),
                        experience(confidence))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return Stream.of(lead, sentence(policy.reason()), sentence(reasons))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What an action does, in words. */
    public String words(Action action) {
        return switch (action) {
            case Action.Archive() -> "Archive";
            case Action.Label(String label) -> "Label \"" + label + "\"";
            case Action.MoveToFolder(String folder) -> "Move to " + folder;
            case Action.MarkRead() -> "Mark as read";
            case Action.Unsubscribe() -> "Unsubscribe";
            case Action.CreateCalendarEvent() -> "Add to the calendar";
            case Action.CreateTask(var title, var _) ->
                title.map(text -> "Add the task \"" + text + "\"").orElse("Add a task");
            case Action.BlockSender() -> "Block the sender";
            case Action.QuarantineAttachment() -> "Lock the attachment away";
        };
    }

    private static Optional<String> expired(Message message, Instant now) {
        return message.understanding()
                .expiresAt()
                .filter(end -> end.isBefore(now))
                .map(end -> {
                    long days = Duration.between(end, now).toDays();
                    return days == 0
                            ? "it has just ended"
                            : "it ended " + days + (days == 1 ? " day ago" : " days ago");
                });
    }

    private static Optional<String> learned(Confidence confidence) {
        return confidence.contributions().stream()
                .findFirst()
                .filter(strongest -> Math.abs(strongest.contribution()) >= NOTABLE)
                .map(strongest -> (strongest.contribution() > 0 ? "you approved most of " : "you rejected most of ")
                        + subject(strongest.feature()));
    }

    private static Optional<String> experience(Confidence confidence) {
        return Math.abs(confidence.calibration()) < NOTABLE_EXPERIENCE
                ? Optional.empty()
                : Optional.of(
                        confidence.calibration() > 0
                                ? "you approve this more often than the policy expects"
                                : "you approve this less often than the policy expects");
    }

    private static String subject(String feature) {
        var kind = feature.substring(0, feature.indexOf(':') + 1);
        var value = feature.substring(kind.length());
        return switch (kind) {
            case "sender_domain:" -> "what " + value + " sends";
            case "listid:" -> "what this list sends";
            case "category:" -> "what was proposed for mail of the kind " + value.replace('_', ' ');
            default -> "what was proposed for mail with the word " + value;
        };
    }

    private static String sentence(String text) {
        if (text.isEmpty()) {
            return "";
        }
        var first = Character.toUpperCase(text.codePointAt(0));
        var rest = text.substring(Character.charCount(text.codePointAt(0)));
        return new StringBuilder()
                .appendCodePoint(first)
                .append(rest)
                .append(text.endsWith(".") ? "" : ".")
                .toString();
    }
}
