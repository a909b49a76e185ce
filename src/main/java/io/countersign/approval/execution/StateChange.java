package io.countersign.approval.execution;

import io.countersign.mail.MailboxState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one field of a mailbox state that an effect sets, and what it was before and is after. Equal values mean: it was so already. */
public record StateChange(String field, String before, String after) {
    private static final String FOLDER = "folder";
    private static final String UNREAD = "unread";
    private static final String QUARANTINED = "quarantined";
    private static final String LABEL = "label:";

    /** Sets the folder. */
    public static StateChange folder(MailboxState state, String folder) {
        return new StateChange(FOLDER, state.folder(), folder);
    }

    /** Marks as read. */
    public static StateChange read(MailboxState state) {
        return new StateChange(UNREAD, String.valueOf(state.unread()), "false");
    }

    /** Locks the attachments away. */
    public static StateChange quarantined(MailboxState state) {
        return new StateChange(QUARANTINED, String.valueOf(state.quarantined()), "true");
    }

    /** Assigns a label, in addition to those that are there. */
    public static StateChange labelled(MailboxState state, String label) {
        return new StateChange(
                LABEL + label, String.valueOf(state.assignedLabels().contains(label)), "true");
    }

    /** The state with the value after. */
    public MailboxState applyTo(MailboxState state) {
        return set(state, after);
    }

    /** The state with the value before; empty when the value is not the one that this change left. */
    public Optional<MailboxState> revertOn(MailboxState state) {
        return current(state).equals(after) ? Optional.of(set(state, before)) : Optional.empty();
    }

    /** The same change from another starting point. */
    public StateChange from(String otherBefore) {
        return new StateChange(field, otherBefore, after);
    }

    /** What takes it back, whatever the value is now. */
    public StateChange inverse() {
        return new StateChange(field, after, before);
    }

    private String current(MailboxState state) {
        return switch (field) {
            case FOLDER -> state.folder();
            case UNREAD -> String.valueOf(state.unread());
            case QUARANTINED -> String.valueOf(state.quarantined());
            default -> String.valueOf(state.assignedLabels().contains(label()));
        };
    }

    private MailboxState set(MailboxState state, String content) {
        return switch (field) {
            case FOLDER -> state.withFolder(content);
            case UNREAD -> state.withUnread(Boolean.parseBoolean(content));
            case QUARANTINED -> state.withQuarantined(Boolean.parseBoolean(content));
            default -> state.withAssignedLabels(labels(state.assignedLabels(), Boolean.parseBoolean(content)));
        };
    }

    private List<String> labels(List<String> assigned, boolean present) {
        if (assigned.contains(label()) == present) {
            return assigned;
        }
        var changed = new ArrayList<>(assigned);
        if (present) {
            changed.add(label());
        } else {
            changed.remove(label());
        }
        return changed;
    }

    private String label() {
        return field.substring(LABEL.length());
    }
}
