package io.countersign.ats;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The talks of one application, told apart by what mails say of them: those with one invitation are one; a mail that names
 * another moment before a talk took place moves it, unless it is about another stage; afterwards it announces a further one.
 */
public final class Interviews {
    private static final int MOST = 50;

    private final Map<Long, CalendarInvite> invites;
    private final List<Talk> talks = new ArrayList<>();

    /**
     * A talk.
     *
     * @param key names it within the application, whatever is heard later
     * @param uid of its invitation
     * @param sequence of its invitation
     * @param changes how often it was moved or cancelled
     * @param byWarehouse true when a warehouse had a word in it, which tells only how things stand, not how often they changed
     */
    public record Talk(
            String key,
            Optional<String> uid,
            int sequence,
            Optional<Stage> stage,
            Instant start,
            int changes,
            boolean byWarehouse,
            boolean cancelled,
            String title) {

        private Talk movedTo(Instant moment, TimelineEntry by) {
            boolean row = byWarehouse || isRow(by);
            return new Talk(key, uid, sequence, stage, moment, changes + 1, row, false, by.title());
        }

        private Talk invitedBy(CalendarInvite invite) {
            boolean same = invite.cancelled() == cancelled
                    && invite.start().map(start::equals).orElse(true);
            return new Talk(
                    key,
                    Optional.of(invite.uid()),
                    invite.sequence(),
                    stage,
                    invite.start().orElse(start),
                    same ? changes : changes + 1,
                    byWarehouse,
                    invite.cancelled(),
                    title);
        }

        private boolean isOpen(Instant at) {
            return !cancelled && start.isAfter(at);
        }

        private boolean isSameStage(Optional<Stage> other) {
            return stage.isEmpty() || other.isEmpty() || stage.equals(other);
        }
    }

    private Interviews(List<Message> mails) {
        invites = mails.stream()
                .filter(mail -> invite(mail).isPresent())
                .collect(Collectors.toMap(Message::id, mail -> invite(mail).orElseThrow(), (one, _) -> one));
    }

    private static Optional<CalendarInvite> invite(Message mail) {
        return mail.understanding().ats().flatMap(AtsFacts::invite);
    }

    /** All talks, in the order in which they were first heard of. */
    public static List<Talk> of(Application application, List<Message> mails) {
        var interviews = new Interviews(mails);
        application.timeline().stream()
                .filter(entry ->
                        entry.interviewDate().isPresent() || entry.messageId().isPresent())
                .forEach(interviews::read);
        application.state().interviewDate().ifPresent(interviews::require);
        return List.copyOf(interviews.talks);
    }

    private void read(TimelineEntry entry) {
        var invite = entry.messageId().flatMap(id -> Optional.ofNullable(invites.get(id)));
        if (invite.isPresent()) {
            read(entry, invite.get());
        } else {
            entry.interviewDate().ifPresent(moment -> read(entry, moment));
        }
    }

    private void read(TimelineEntry entry, CalendarInvite invite) {
        int known = find(talk -> talk.uid().filter(invite.uid()::equals).isPresent());
        if (known < 0 && !invite.cancelled()) {
            // the invitation often follows a mail that named the moment in words
            known = find(talk -> talk.uid().isEmpty()
                    && invite.start().filter(talk.start()::equals).isPresent());
        }
        if (known >= 0) {
            if (invite.sequence() >= talks.get(known).sequence()) {
                talks.set(known, talks.get(known).invitedBy(invite));
            }
        } else if (!invite.cancelled()) {
            invite.start().ifPresent(start -> add(entry, start, Optional.of(invite)));
        }
    }

    private void read(TimelineEntry entry, Instant moment) {
        if (find(talk -> talk.start().equals(moment)) >= 0) {
            return;
        }
        int moved = find(talk -> talk.isOpen(entry.at()) && talk.isSameStage(entry.stage()));
        if (moved >= 0) {
            talks.set(moved, talks.get(moved).movedTo(moment, entry));
        } else {
            add(entry, moment, Optional.empty());
        }
    }

    private void add(TimelineEntry entry, Instant start, Optional<CalendarInvite> invite) {
        if (talks.size() < MOST) {
            var key = entry.messageId().map(id -> "m" + id).orElseGet(() -> keyWithoutMail(entry));
            talks.add(new Talk(
                    key,
                    invite.map(CalendarInvite::uid),
                    invite.map(CalendarInvite::sequence).orElse(0),
                    entry.stage(),
                    start,
                    0,
                    isRow(entry),
                    false,
                    entry.title()));
        }
    }

    /** A row is named by its application's number, which stays when other talks come to be known. */
    private String keyWithoutMail(TimelineEntry entry) {
        return isRow(entry) ? "w" + Integer.toHexString(entry.title().hashCode()) : "n" + talks.size();
    }

    private static boolean isRow(TimelineEntry entry) {
        return entry.provenance() == Provenance.WAREHOUSE;
    }

    /** What the application itself says is a talk as well, whoever said so. */
    private void require(Instant moment) {
        if (find(talk -> talk.start().equals(moment) && !talk.cancelled()) < 0 && talks.size() < MOST) {
            talks.add(new Talk("n", Optional.empty(), 0, Optional.empty(), moment, 0, false, false, ""));
        }
    }

    /** The place of the newest such talk; -1 when there is none. */
    private int find(Predicate<Talk> wanted) {
        for (int i = talks.size() - 1; i >= 0; i--) {
            if (wanted.test(talks.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
