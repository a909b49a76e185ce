package io.countersign.mail;

import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether the raw bytes of all stored mail are there and can be read. Blocking. */
public final class RawMailCheck {
    private static final int STEP = 200;

    private final MessageRepository messages;
    private final MailStore mails;
    private final RawMailStore raws;

    public RawMailCheck(MessageRepository messages, MailStore mails, RawMailStore raws) {
        this.messages = messages;
        this.mails = mails;
        this.raws = raws;
    }

    /** The ids of mails whose raw bytes are gone or damaged, rising. */
    public List<Long> unreadable(Progress progress) {
        long total = messages.count();
        var step = new ArrayList<Long>(STEP);
        var unreadable = new ArrayList<Long>();
        var done = new long[1];
        messages.forEachFrom(0, message -> {
            step.add(message.id());
            if (step.size() == STEP) {
                progress.checkCancelled();
                unreadable.addAll(unreadable(step));
                done[0] += step.size();
                progress.report(done[0], total, "");
                step.clear();
            }
            return true;
        });
        unreadable.addAll(unreadable(step));
        progress.report(total, total, "");
        return List.copyOf(unreadable);
    }

    private List<Long> unreadable(List<Long> ids) {
        var locations = mails.rawLocations(ids);
        return ids.stream().filter(id -> !isReadable(locations.get(id))).toList();
    }

    private boolean isReadable(@Nullable RawLocation location) {
        return location != null
                && raws.read(location).flatMap(RawPacker::unpack).isPresent();
    }
}
