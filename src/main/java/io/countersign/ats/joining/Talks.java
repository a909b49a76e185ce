package io.countersign.ats.joining;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.CalendarInvite;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When the talks of an application are: of several invites with one UID, the highest sequence counts. */
final class Talks {
    private final Map<String, CalendarInvite> newest = new HashMap<>();
    private final Set<Instant> outdated = new HashSet<>();

    /** @param evidence oldest first */
    Talks(List<Evidence> evidence) {
        for (var one : evidence) {
            invite(one).ifPresent(invite -> newest.merge(invite.uid(), invite, Talks::newer));
        }
        for (var one : evidence) {
            invite(one)
                    .flatMap(CalendarInvite::start)
                    .filter(start -> invite(one)
                            .flatMap(this::start)
                            .filter(start::equals)
                            .isEmpty())
                    .ifPresent(outdated::add);
        }
    }

    private static CalendarInvite newer(CalendarInvite before, CalendarInvite after) {
        return after.sequence() >= before.sequence() ? after : before;
    }

    private static Optional<CalendarInvite> invite(Evidence one) {
        return one instanceof Evidence.Mail mail ? mail.mail().stated().flatMap(AtsFacts::invite) : Optional.empty();
    }

    /** When the appointment of an invite begins as of now; empty when it was cancelled or moved to nobody knows when. */
    private Optional<Instant> start(CalendarInvite invite) {
        return Optional.ofNullable(newest.get(invite.uid()))
                .filter(current -> !current.cancelled())
                .flatMap(CalendarInvite::start);
    }

    private boolean isOn(CalendarInvite invite) {
        return Optional.ofNullable(newest.get(invite.uid()))
                .filter(current -> !current.cancelled())
                .isPresent();
    }

    /** When the talk begins that it speaks of, as far as is known now. */
    Optional<Instant> of(Evidence one) {
        return switch (one) {
            case Evidence.Mail mail -> ofMail(mail);
            case Evidence.Row row -> row.numbered().row().interviewDate();
            case Evidence.ByHand _ -> Optional.empty();
        };
    }

    private Optional<Instant> ofMail(Evidence.Mail mail) {
        var facts = mail.mail().stated();
        var invite = facts.flatMap(AtsFacts::invite);
        if (invite.isPresent()) {
            return invite.flatMap(this::start)
                    .or(() -> invite.filter(this::isOn)
                            .filter(one -> one.start().isEmpty())
                            .flatMap(_ -> facts.flatMap(AtsFacts::interviewDate)));
        }
        return facts.flatMap(AtsFacts::interviewDate).filter(start -> !outdated.contains(start));
    }

    /** That of the newest evidence that has one. */
    Optional<Instant> newest(List<Evidence> evidence) {
        return evidence.stream()
                .filter(one -> of(one).isPresent())
                .max(Comparator.comparing(Evidence::at))
                .flatMap(this::of);
    }
}
