package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Narrowing;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import io.countersign.shared.text.OneLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mail of people that the person has not answered: nothing was sent in the conversation since. Lists and machines await no answer. */
final class UnansweredAnswer {
    private static final Set<Category> AWAITING =
            Set.of(Category.PERSONAL, Category.RECRUITER_OUTREACH, Category.INTERVIEW, Category.OFFER);
    private static final List<String> MACHINES =
            List.of("noreply", "donotreply", "dontreply", "notification", "mailerdaemon", "postmaster");
    private static final int MOST = 5000;

    private final Desks desks;
    private final Speech speech;
    private final Progress progress;

    UnansweredAnswer(Desks desks, Speech speech, Progress progress) {
        this.desks = desks;
        this.speech = speech;
        this.progress = progress;
    }

    Optional<Answer> of(Asking asking) {
        return new MeantMails(desks, asking.by(), progress).find().map(found -> {
            var possible = found.stream()
                    .filter(mark -> AWAITING.contains(mark.category()))
                    .filter(mark -> !mark.flags().answered() && !mark.flags().suspicious())
                    .limit(MOST)
                    .toList();
            var sent = lastSent();
            var conversations = new HashSet<Long>();
            var lines = MeantMails.read(desks, possible).stream()
                    .filter(UnansweredAnswer::isOfPerson)
                    .filter(mail -> isUnanswered(mail, sent))
                    .filter(mail -> conversations.add(mail.threadId()))
                    .map(this::line)
                    .toList();
            return new Report(speech, asking, speech.say("ask.unanswered")).of(lines);
        });
    }

    /** When the person last wrote in each conversation. */
    private Map<Long, Instant> lastSent() {
        var by = new Narrowing(Optional.empty(), List.of(), List.of(), Map.of("state", Set.of("sent")), false);
        var sent = new HashMap<Long, Instant>();
        var marks = new MeantMails(desks, by, progress).find().orElse(List.of());
        MeantMails.read(desks, marks.subList(0, Math.min(MOST, marks.size())))
                .forEach(mail -> sent.merge(
                        mail.threadId(),
                        mail.envelope().receivedAt(),
                        (one, other) -> one.isAfter(other) ? one : other));
        return sent;
    }

    private static boolean isUnanswered(Message mail, Map<Long, Instant> sent) {
        var last = sent.get(mail.threadId());
        return last == null || last.isBefore(mail.envelope().receivedAt());
    }

    private static boolean isOfPerson(Message mail) {
        var envelope = mail.envelope();
        return !envelope.unsubscribable()
                && envelope.listId().isEmpty()
                && !isMachine(envelope.from().email());
    }

    /** {@code no-reply}, {@code notifications}: nobody reads what is sent there. */
    private static boolean isMachine(String email) {
        var local = email.substring(0, Math.max(0, email.lastIndexOf('@')))
                .toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace("_", "")
                .replace(".", "");
        return MACHINES.stream().anyMatch(local::contains);
    }

    private Line line(Message mail) {
        var envelope = mail.envelope();
        var at = envelope.receivedAt();
        return new Line(
                at,
                speech.moment(at),
                speech.say(
                        "ask.mail",
                        speech.day(at),
                        OneLine.of(envelope.from().display()),
                        OneLine.of(envelope.subject())),
                List.of(mail));
    }
}
